"""The alliance as it was recorded, as every reading command shows it, and what was new then."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import ROOT, Gsca
from scripted_history import (
    BEGIN,
    FIRST_OSLO,
    LAST,
    NORTH_FILE,
    OSLO_FILE,
    PLANNED_OSLO,
    subject,
)
from small_alliance import FILES


def test_every_reading_command_takes_a_moment(gsca: Gsca) -> None:
    at = ("--at", "2022-05")
    assert "1 city" in gsca("validate", *at).out
    assert "Bergen" not in gsca("report", "north", *at).out
    assert "Bergen" not in gsca("list", "cities", *at).out
    assert "plan" not in gsca("show", "oslo", *at).out
    assert "Bergen" in gsca("list", "cities").out
    for words in (["report", "bergen"], ["show", "bergen"]):
        ran = gsca(*words, *at)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.endswith("gsca: no record `bergen`; `gsca list KIND` shows what there is\n")


def test_the_day_is_that_of_the_moment_unless_it_is_given(
    gsca: Gsca, repository: GitRepository
) -> None:
    late = FIRST_OSLO.replace("letter: completed", "letter: {status: completed, since: 2022-06-20}")
    repository.write({OSLO_FILE: late})
    commit = repository.commit("Date the letter", "2022-06-15T12:00:00+00:00")
    for at, is_future in {
        "2022-06-19": True,
        "2022-06": False,
        "2022": False,
        commit: True,
    }.items():
        ran = gsca("validate", "--select", "future-date", "--at", at)
        assert ("`since: 2022-06-20` lies after today" in ran.out) == is_future
    ran = gsca("validate", "--select", "future-date", "--at", commit, "--today", "2022-06-20")
    assert "since: 2022-06-20" not in ran.out


def test_only_what_is_committed_counts(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: "no record", "gsca.yaml": None})
    (repository.path / "gsca.yaml").write_text("}")
    ran = gsca("validate", "--at", "HEAD")
    assert (ran.code, ran.out.startswith("Read 2 cities, 1 region, 2 policies, ")) == (0, True)


REPORTS = (
    ["report"],
    ["report", "north"],
    ["report", "north", "--format", "json"],
    ["report", "north", "--format", "text"],
    ["report", "north", "--format", "csv", "--table", "steps"],
    ["report", "north", "--since", "2022-05", "--lang", "nb"],
    ["report", "oslo"],
    ["report", "open-data"],
    ["report", "adoption"],
    ["list", "cities"],
    ["list", "cities", "--format", "json", "--region", "north"],
    ["show", "oslo"],
    ["show", "north", "--format", "json"],
    ["show", "north", "--format", "csv"],
    ["validate"],
    *(["validate", "--format", form] for form in ("json", "jsonl", "github", "gitlab", "sarif")),
    ["validate", "--format", "junit"],
)


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_the_last_commit_is_what_is_checked_out(gsca: Gsca, words: Sequence[str]) -> None:
    gsca.today = "2024-06-01"
    now, then = gsca(*words), gsca(*words, "--at", "HEAD")
    assert (now.code, now.out) == (then.code, then.out)
    assert subject(then) == LAST


SHIPPED = (
    ["report", "latam", "--since", "2022-05"],
    ["report", "latam", "--format", "json"],
    ["report", "japan", "--lang", "ja", "--format", "text"],
    ["report", "japan", "--format", "csv", "--table", "policies"],
    ["report"],
    ["list", "cities", "--region", "latam"],
    ["show", "mexico-city"],
    ["validate"],
)


def test_so_it_is_with_the_records_that_are_shipped(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")
    made = GitRepository(tmp_path / "shipped")
    for name in ("data", "templates", "gsca.yaml"):
        top = ROOT / name
        files = [path for path in top.rglob("*") if path.is_file()] if top.is_dir() else [top]
        made.write({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files})
    made.commit("All")
    gsca = Gsca(capsys, made.path)
    for words in SHIPPED:
        assert gsca(*words, "--at", "HEAD").out == gsca(*words).out


def test_the_templates_are_those_of_the_moment(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({"templates/city.md.j2": "Old {{ city.name }}\n"})
    repository.commit("Old")
    repository.write({"templates/city.md.j2": "New {{ city.name }}\n"})
    repository.commit("New")
    repository.write({"templates/city.md.j2": None})
    assert gsca("report", "oslo", "--at", "HEAD~1").out == "Old Oslo\n"
    assert gsca("report", "oslo", "--at", "HEAD").out == "New Oslo\n"
    assert gsca("report", "oslo").out.startswith("# Oslo\n")


@pytest.mark.parametrize(
    ("since", "today", "shown"),
    [
        ("last-meeting", "2023-03-01", "2023-02-20"),
        ("meeting:1", "2023-03-01", "2022-12"),
        ("meeting:2", "2023-03-01", "2022-05-17"),
        ("2022-05", "2023-03-01", "2022-05"),
    ],
)
def test_since_a_meeting_is_since_its_date(gsca: Gsca, since: str, today: str, shown: str) -> None:
    report = gsca.out("report", "north", "--since", since, "--today", today)
    assert f"since {shown}\n" in report
    assert report == gsca.out("report", "north", "--since", shown, "--today", today)


def test_since_a_revision_is_since_it_was_recorded(gsca: Gsca, repository: GitRepository) -> None:
    before = repository.run("rev-parse", "--short=8", "HEAD~2")
    report = gsca.out("report", "north", "--since", "HEAD~2", "--today", "2023-03-01")
    assert f"What moved since {before} (" in report
    assert "Bergen New!" in report
    ran = gsca("report", "north", "--since", "HEAD", "--at", "HEAD~1")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        "gsca: --since HEAD is later than --at HEAD~1",
    )
    assert gsca("report", "north", "--since", "June").code == 3


def test_what_cannot_be_compared_with_a_revision_is_named_beside_every_result(
    gsca: Gsca, repository: GitRepository
) -> None:
    told = "cannot be read on one side: what moved there is not told\n"
    errors = "gsca: the data has 1 error; `gsca validate` shows where\n"
    as_csv = ("report", "north", "--format", "csv", "--table", "steps", "--since")
    assert gsca(*as_csv, "HEAD~1").err == ""
    broken = PLANNED_OSLO.replace("name:", "nme:")
    repository.write({OSLO_FILE: broken})
    ran = gsca(*as_csv, "HEAD~1")
    assert (ran.code, ran.err) == (0, f"{errors}gsca: {OSLO_FILE} {told}")
    # By dates nothing is compared.
    assert gsca(*as_csv, "2022").err == errors
    repository.commit("Break it", "2023-02-01T00:00:00+00:00")
    repository.write({OSLO_FILE: PLANNED_OSLO})
    for words in (as_csv, ("report", "oslo", "--since"), ("report", "--since")):
        assert gsca(*words, "HEAD").err == f"gsca: {OSLO_FILE} {told}"
    others = [f"data/cities/c{number}.yaml" for number in range(3)]
    repository.write(dict.fromkeys(others, "nonsense: ["))
    named = f"{', '.join(others)} and 1 more"
    assert gsca(*as_csv, "HEAD").err.endswith(f"gsca: {named} {told}")


def test_a_span_is_a_date_for_since_and_a_revision_for_at(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.run("branch", "2022/2023", "HEAD~2")
    assert gsca("report", "north", "--since", "2022/2023").code == 0
    assert subject(gsca("report", "north", "--at", "2022/2023")) == BEGIN


def test_a_meeting_whose_beginning_is_not_known_counts_from_its_last_day(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.write({NORTH_FILE: f"{FILES[NORTH_FILE]}meetings: [date: ../2022-06]\n"})
    assert "moved since 2022-06-30\n" in gsca.out("report", "north", "--since", "last-meeting")


@pytest.mark.parametrize(
    ("at", "since", "day"),
    [
        # Both are counted from today.
        ("last-meeting", "meeting:1", "2022-12"),
        ("last-meeting", "last-meeting", "2023-02-20"),
        ("meeting:1", "meeting:2", "2022-05-17"),
        # Beside another moment, a meeting is counted from there.
        ("2022-06", "last-meeting", "2022-05-17"),
        ("2023", "meeting:1", "2022-12"),
    ],
)
def test_what_was_new_at_a_meeting_is_counted_from_another(
    gsca: Gsca, at: str, since: str, day: str
) -> None:
    ran = gsca("report", "north", "--at", at, "--since", since)
    assert f"moved since {day}\n" in ran.out


def test_a_meeting_that_is_later_than_the_moment_of_a_meeting_is_too_late(gsca: Gsca) -> None:
    ran = gsca("report", "north", "--at", "meeting:1", "--since", "last-meeting")
    assert ran.code == 2
    assert ran.err.endswith("gsca: --since last-meeting is later than --at 2022-12-31\n")


@pytest.mark.parametrize(
    ("at", "since", "is_later"),
    [
        ("2022-06", "2022-06-30", False),
        ("2022-06", "2022-07", True),
        ("2022", "2022-12-31", False),
        ("2022", "2023", True),
        ("HEAD~1", "2022-06-10", False),
        ("HEAD~1", "2022-06-11", True),
        ("last-meeting", "2023-02-20", False),
        ("last-meeting", "2023-02-21", True),
    ],
)
def test_since_must_not_be_later_than_at(
    gsca: Gsca, at: str, since: str, *, is_later: bool
) -> None:
    ran = gsca("report", "north", "--at", at, "--since", since)
    assert ran.code == (2 if is_later else 0)
    until = "2023-02-20" if at == "last-meeting" else at
    assert (f"gsca: --since {since} is later than --at {until}\n" in ran.err) == is_later


def test_a_later_meeting_than_the_moment_is_no_beginning(gsca: Gsca) -> None:
    words = ("--at", "2022-06", "--since", "last-meeting", "--today", "2024-06-01")
    ran = gsca("report", "north", *words)
    assert ran.code == 2
    assert ran.err.endswith("gsca: --since last-meeting is later than --at 2022-06\n")


OLDER = (
    PLANNED_OSLO.replace("country: 'NO'\n", "country: 'NO'\nmayor: somebody\n")
    .replace("steps:\n", "population: many\nsteps:\n")
    .replace("completed", "{status: completed, phase: 2}")
)


@pytest.fixture
def older(repository: GitRepository) -> GitRepository:
    """A commit whose Oslo follows a schema of its own, and whose settings and North do too."""
    repository.write(
        {
            OSLO_FILE: OLDER,
            "data/cities/lost.yaml": "title: Lost\n",
            NORTH_FILE: FILES[NORTH_FILE] + "chair: somebody\n",
            "gsca.yaml": FILES["gsca.yaml"] + "version: 0\n",
        }
    )
    repository.commit("Follow another schema")
    return repository


def test_an_older_record_is_shown_as_far_as_it_can_be_read(
    gsca: Gsca, older: GitRepository
) -> None:
    del older
    ran = gsca("report", "north", "--at", "HEAD", "--today", "2024-06-01")
    assert ran.code == 0
    assert "| Oslo | ● | ◐ |\n" in ran.out
    assert "lost.yaml" in ran.out
    command = "gsca validate --at HEAD --today 2024-06-01"
    assert ran.err.endswith(f"gsca: the data has 8 errors; `{command}` shows where\n")
    assert "# Test Alliance\n" in gsca("report", "--at", "HEAD").out
    assert "Oslo" in gsca("list", "cities", "--at", "HEAD", "--region", "north").out


def test_what_could_not_be_read_is_a_finding_as_ever(gsca: Gsca, older: GitRepository) -> None:
    del older
    gsca.today = "2024-06-01"
    then, now = gsca("validate", "--at", "HEAD"), gsca("validate")
    assert (then.code, now.code) == (1, 1)
    assert then.out.count(": error[") == 8
    assert [line for line in now.out.splitlines() if "mended" not in line][:-1] == (
        then.out.splitlines()[:-1]
    )


def test_an_older_record_is_shown_with_all_that_it_says(gsca: Gsca, older: GitRepository) -> None:
    del older
    ran = gsca("show", "oslo", "--at", "HEAD")
    assert re.search(r"^ *3 +mayor +somebody$", ran.out, re.MULTILINE)
    assert ran.err.endswith("gsca: the data has 8 errors; `gsca validate --at HEAD` shows where\n")


def test_the_files_on_disk_must_follow_the_schema_of_today(
    gsca: Gsca, older: GitRepository
) -> None:
    del older
    ran = gsca("report", "oslo")
    assert (ran.code, ran.out) == (3, "")
    assert f"{OSLO_FILE} could not be read" in ran.err
