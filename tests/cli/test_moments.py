"""The alliance as it was recorded at a moment: dates, meetings, revisions, and what goes wrong."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import ROOT, Gsca, Ran
from scripted_history import (
    BERGEN,
    BERGEN_FILE,
    FIRST_OSLO,
    NORTH_FILE,
    OSLO_FILE,
    PLANNED_OSLO,
    scripted_history,
)
from small_alliance import FILES

BEGIN = "Begin the alliance"
PLAN = "Add the plan of Oslo"
LAST = "Add Bergen"
SHALLOW = (
    "this clone is shallow; fetch all of the history "
    "(`git fetch --unshallow`, in CI with `fetch-depth: 0`)"
)
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """The scripted history, made once."""
    return scripted_history(tmp_path_factory.mktemp("made"))


@pytest.fixture
def repository(
    made: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> GitRepository:
    """The scripted history, free to be changed."""
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("COLUMNS", "80")
    return made.copied(tmp_path / "repository")


@pytest.fixture
def gsca(capsys: pytest.CaptureFixture[str], repository: GitRepository) -> Gsca:
    """Run gsca on the scripted history, on the day of `--at` or else of the clock."""
    return Gsca(capsys, repository.path, today="")


def subject(ran: Ran) -> str:
    """The first line of the commit that the data of a run is of."""
    found = re.search(
        r"^gsca: as recorded in [0-9a-f]{8} \(\d{4}-\d\d-\d\d, (.*)\)$", ran.err, re.MULTILINE
    )
    return found[1] if found else ran.err


@pytest.mark.parametrize(
    ("at", "told"),
    [
        # A date is the end of its period, in UTC.
        ("2022-05-01", BEGIN),
        ("2022-06-09", BEGIN),
        ("2022-06-10", PLAN),
        ("2022-05", BEGIN),
        ("2022-06", PLAN),
        ("2022-12-30", PLAN),
        ("2022-12-31", LAST),
        ("2022", LAST),
        ("2150", LAST),
        ("9999", LAST),
        # Meetings of the region: 2022-05-17, 2022-12 and 2023-02-20.
        ("last-meeting", LAST),
        ("meeting:0", LAST),
        ("meeting:1", LAST),
        ("meeting:2", BEGIN),
        # Revisions of git.
        ("HEAD", LAST),
        ("HEAD~1", PLAN),
        ("main^^", BEGIN),
        ("paper", BEGIN),
        ("rev:paper", BEGIN),
        ("rev:2022", BEGIN),
        ("rev:last-meeting", PLAN),
        ("rev:HEAD", LAST),
        ("2022-05-01-draft", PLAN),
        ("HEAD^{/Begin}", BEGIN),
    ],
)
def test_a_moment_is_a_date_a_meeting_or_a_revision(
    gsca: Gsca, repository: GitRepository, at: str, told: str
) -> None:
    repository.run("tag", "2022", "HEAD~2")
    repository.run("tag", "last-meeting", "HEAD~1")
    repository.run("branch", "2022-05-01-draft", "HEAD~1")
    ran = gsca("show", "oslo", "--at", at)
    assert (ran.code, subject(ran)) == (0, told)
    assert ("steps.plan.status" in ran.out) == (told != BEGIN)


def test_which_commit_it_is_is_told_beside_the_result(
    gsca: Gsca, repository: GitRepository
) -> None:
    ran = gsca("report", "north", "--at", "2022-06")
    commit = repository.run("rev-parse", "HEAD~1")
    assert ran.err == f"gsca: as recorded in {commit[:8]} (2022-06-10, {PLAN})\n"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("a\x1b[31mb\u202e", ", a\\u001b[31mb\\u202e"),
        ("", ""),
        ("x" * 100, f", {'x' * 60}…"),
        ("##[error]x", ", #\\u0023[error]x"),
    ],
)
def test_what_a_commit_says_cannot_disturb_a_terminal(
    gsca: Gsca, repository: GitRepository, message: str, told: str
) -> None:
    text = f"tree {repository.run('rev-parse', 'HEAD^{tree}')}\n"
    who = "Somebody <mail@example.org> 1704067200 +0000"
    text += f"author {who}\ncommitter {who}\n\n{message}\n"
    commit = repository.run("hash-object", "-t", "commit", "-w", "--stdin", given=text.encode())
    assert gsca("show", "oslo", "--at", commit).err.startswith(
        f"gsca: as recorded in {commit[:8]} (2024-01-01{told})\n"
    )


def test_a_commit_may_claim_any_time(gsca: Gsca, repository: GitRepository) -> None:
    text = f"tree {repository.run('rev-parse', 'HEAD^{tree}')}\n"
    who = "Somebody <mail@example.org> 99999999999999999 +0000"
    text += f"author {who}\ncommitter {who}\n\nLate\n"
    given = text.encode()
    commit = repository.run(
        "hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=given
    )
    ran = gsca("list", "cities", "--at", commit)
    assert (ran.code, ran.err) == (0, f"gsca: as recorded in {commit[:8]} (9999-12-31, Late)\n")


def test_a_side_branch_counts_from_the_day_it_was_merged(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.run("checkout", "--quiet", "-b", "side", "HEAD~2")
    repository.write({"data/partners/x.yaml": "name: X\nsources: [paper]\n"})
    repository.commit("Aside", "2022-05-20T00:00:00+00:00")
    repository.run("checkout", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-ff", "--message=Merge", "side")
    repository.run(*merge, date="2023-03-01T00:00:00+00:00")
    assert subject(gsca("list", "partners", "--at", "2022-05-31")) == BEGIN
    ran = gsca("list", "partners", "--at", "2023-03")
    assert subject(ran) == "Merge"
    assert "X" in ran.out


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
        assert ran.err.endswith("gsca: no record `bergen`\n")


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


# Meetings.


@pytest.mark.parametrize(
    ("today", "at", "day"),
    [
        ("2023-02-21", "last-meeting", "2023-02-20"),
        ("2023-02-20", "last-meeting", "2022-12-31"),
        # Of a month, the last day counts.
        ("2022-12-31", "last-meeting", "2022-05-17"),
        ("2023-01-01", "last-meeting", "2022-12-31"),
        ("2023-01-01", "meeting:1", "2022-05-17"),
    ],
)
def test_meetings_are_counted_back_from_today(
    gsca: Gsca, repository: GitRepository, today: str, at: str, day: str
) -> None:
    repository.write({OSLO_FILE: "mistake: yes\n"})
    for date in ("2022-05-10", "2022-12-20", "2023-02-10"):
        repository.commit(f"Until {date}", f"{date}T00:00:00+00:00")
    ran = gsca("report", "north", "--at", at, "--today", today)
    assert ran.err.endswith(f"; `gsca validate --at {day}` shows where\n")


@pytest.mark.parametrize(
    "words",
    [
        ["report", "north"],
        ["report", "region/north"],
        ["report", "oslo"],
        ["show", "north"],
        ["show", "oslo"],
        ["list", "cities", "--region", "north"],
        ["list", "cities", "--region", "north", "--country", "NO"],
    ],
)
def test_the_region_at_hand_is_what_is_asked_about(gsca: Gsca, words: Sequence[str]) -> None:
    ran = gsca(*words, "--at", "meeting:2")
    assert (ran.code, subject(ran)) == (0, BEGIN)


@pytest.mark.parametrize(
    "words",
    [
        ["validate"],
        ["report"],
        ["report", "open-data"],
        ["report", "adoption"],
        ["report", "vadso"],
        ["report", "tromso"],
        ["show", "paper"],
        ["list", "cities"],
        ["list", "cities", "--region", "north", "--region", "south"],
    ],
)
def test_of_no_region_or_of_several_there_is_no_meeting(
    gsca: Gsca, repository: GitRepository, words: Sequence[str]
) -> None:
    south = FILES[NORTH_FILE].replace("North", "South")
    both = BERGEN.replace("sources:", "  south:\nsources:")
    repository.write({"data/regions/south.yaml": south, "data/cities/vadso.yaml": both})
    repository.write({"data/cities/tromso.yaml": FIRST_OSLO.replace("north:", "nowhere:")})
    ran = gsca(*words, "--at", "last-meeting")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "gsca: --at last-meeting: meetings are those of a region, and this asks about none or "
        "several; name a region, or a city of one region, or give a date\n"
    )


@pytest.mark.parametrize(
    ("at", "today", "lacking"),
    [
        ("last-meeting", "2022-05-17", "no meeting"),
        ("meeting:1", "2022-05-18", "only 1 meeting"),
        ("meeting:3", "2024-06-01", "only 3 meetings"),
        ("meeting:999999999", "2024-06-01", "only 3 meetings"),
    ],
)
def test_who_has_no_such_meeting_is_told_where_to_add_one(
    gsca: Gsca, at: str, today: str, lacking: str
) -> None:
    for option in ("--at", "--since"):
        ran = gsca("report", "north", option, at, "--today", today)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(
            f"gsca: {option} {at}: north has {lacking} on record before {today}; add one under "
            f"`meetings`, such as `- date: 2022-06-11`, in `{NORTH_FILE}`\n"
        )


def test_meetings_are_those_on_disk(gsca: Gsca, repository: GitRepository) -> None:
    meetings = "meetings: [date: 2022-06-01, date: ../2022-05-30, date: 2022-07/..]\n"
    repository.write({NORTH_FILE: FILES[NORTH_FILE] + meetings})
    assert subject(gsca("report", "north", "--at", "last-meeting")) == BEGIN
    ran = gsca("report", "north", "--at", "meeting:2")
    assert "north has only 2 meetings on record" in ran.err


# What is new since when.


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
    assert f"New!: moved since {shown}\n" in report
    assert report == gsca.out("report", "north", "--since", shown, "--today", today)


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


def test_what_was_new_at_a_meeting_is_counted_from_the_one_before(gsca: Gsca) -> None:
    ran = gsca("report", "north", "--at", "last-meeting", "--since", "last-meeting")
    assert "moved since 2022-12\n" in ran.out
    ran = gsca("report", "north", "--at", "2022-06", "--since", "last-meeting")
    assert "moved since 2022-05-17\n" in ran.out


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


# What goes wrong.


@pytest.mark.parametrize(
    ("at", "complaint"),
    [
        ("2022-13", "--at 2022-13: is no day of the calendar; "),
        ("2022-02-30", "--at 2022-02-30: is no day of the calendar; "),
        ("0000", "--at 0000: is no day of the calendar; "),
        ("meeting:", "--at meeting:: say how many meetings before the last one, as in meeting:1; "),
        ("meeting:-1", "--at meeting:-1: say how many meetings before the last one, "),
        ("meeting:\u0661", "--at meeting:\u0661: say how many meetings before the last one, "),
        ("meeting:last", "--at meeting:last: say how many meetings before the last one, "),
    ],
)
def test_what_only_looks_like_a_moment_is_wrong_usage(gsca: Gsca, at: str, complaint: str) -> None:
    ran = gsca("report", "north", "--at", at)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"gsca: {complaint}")


def test_a_day_that_is_none_is_said_alone(gsca: Gsca) -> None:
    for at in ("HEAD", "2022", "last-meeting"):
        ran = gsca("report", "north", "--at", at, "--today", "2022-06")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "gsca: --today 2022-06: give a day, such as 2022-06-11\n"


@pytest.mark.parametrize(
    ("at", "complaint"),
    [
        ("mian", "there is no revision `mian`; did you mean `main`?"),
        ("rev:2022", "there is no revision `2022`; give a commit, a branch or a tag"),
        ("rev:2022-6", "there is no revision `2022-6`; give a commit, a branch or a tag"),
        ("", "there is no revision ``; give a commit, a branch or a tag"),
        ("rev:", "there is no revision ``; give a commit, a branch or a tag"),
        ("--all", "there is no revision `--all`; give a commit, a branch or a tag"),
        ("2021", "--at 2021: the first commit is of 2022-05-01; give a date from then on"),
        ("1960", "--at 1960: the first commit is of 2022-05-01; give a date from then on"),
        (
            "2022-04-30",
            "--at 2022-04-30: the first commit is of 2022-05-01; give a date from then on",
        ),
    ],
)
def test_a_moment_that_was_not_is_said_plainly(gsca: Gsca, at: str, complaint: str) -> None:
    ran = gsca("report", "north", f"--at={at}")
    assert (ran.code, ran.out, ran.err) == (3, "", f"gsca: {complaint}\n")


@pytest.mark.parametrize(
    ("at", "meant"),
    [
        ("2022-6", "a date is written 2022, 2022-06 or 2022-06-11"),
        ("2022/06/11", "a date is written 2022, 2022-06 or 2022-06-11"),
        ("11.6.2022", "a date is written 2022, 2022-06 or 2022-06-11"),
        ("last-meting", "did you mean `last-meeting`?"),
    ],
)
def test_what_is_almost_a_moment_is_told_how_to_write_it(gsca: Gsca, at: str, meant: str) -> None:
    ran = gsca("report", "north", "--at", at)
    unknown = f"there is no revision `{at}`; give a commit, a branch or a tag"
    assert (ran.code, ran.out, ran.err) == (3, "", f"gsca: {unknown}; {meant}\n")


def test_a_meeting_before_the_first_commit_is_named(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({NORTH_FILE: f"{FILES[NORTH_FILE]}meetings: [date: 2021-05]\n"})
    ran = gsca("report", "north", "--at", "last-meeting")
    assert ran.code == 3
    assert ran.err == (
        "gsca: --at last-meeting (2021-05): the first commit is of 2022-05-01; "
        "give a date from then on\n"
    )


def test_a_commit_without_records_is_named(gsca: Gsca, repository: GitRepository) -> None:
    repository.run("checkout", "--quiet", "--orphan", "empty")
    repository.run("rm", "-r", "--quiet", "--cached", ".")
    repository.run("commit", "--quiet", "--allow-empty", "--message=Empty")
    commit = repository.run("rev-parse", "HEAD")
    for words in (["report"], ["validate"]):
        ran = gsca(*words, "--at", "HEAD")
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(f"there is no data: no file stands under data/ in {commit[:8]}\n")


def test_without_git_there_is_no_past(
    gsca: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for at in ("2022", "HEAD"):
        ran = gsca("report", "north", "--at", at)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err == "gsca: git is not installed; install it, or ask about no revision\n"
    assert gsca("report", "north", "--since", "last-meeting").code == 0


def test_outside_of_a_repository_there_is_no_past(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    use_no_settings(monkeypatch, tmp_path_factory.mktemp("home"))
    ran = small("report", "north", "--at", "2022")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: there is no git repository at {small.root} or above it; `git init` makes one\n"
    )


def test_outside_of_an_alliance_it_is_said_as_ever(gsca: Gsca, tmp_path: Path) -> None:
    ran = gsca("report", "--at", "2022", "--root", str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: no alliance here: there is no gsca.yaml in {tmp_path} or any folder above it\n"
    )


def test_a_repository_without_an_alliance_has_no_past_one(gsca: Gsca, tmp_path: Path) -> None:
    other = GitRepository(tmp_path / "other")
    other.write({"data/cities/oslo.yaml": PLANNED_OSLO})
    commit = other.commit()
    ran = gsca("report", "--at", "HEAD", "--root", str(other.path / "data"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: no alliance here: there is no gsca.yaml in {other.path} at {commit[:8]}\n"
    )


@AS_ROOT
def test_a_repository_of_another_user_is_not_read(gsca: Gsca, repository: GitRepository) -> None:
    for path in (repository.path, repository.path / ".git"):
        os.chown(path, 12345, 12345)
    for at in ("2022", "HEAD"):
        ran = gsca("report", "--at", at)
        assert (ran.code, ran.out) == (3, "")
        assert "belongs to another user, so git does not read it; if you trust it, run" in ran.err
        assert f"--add safe.directory {repository.path}`" in ran.err


# Where a repository may lie, and how it may be made.


def test_a_shallow_clone_knows_its_last_commit_only(
    gsca: Gsca, repository: GitRepository, tmp_path: Path
) -> None:
    clone = str(tmp_path / "clone")
    repository.run("clone", "--quiet", "--depth=1", repository.path.as_uri(), clone)
    assert subject(gsca("report", "--at", "2022-12-31", "--root", clone)) == LAST
    for at in ("2022-06", "HEAD~1"):
        ran = gsca("report", "--at", at, "--root", clone)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(f"{SHALLOW}\n")


def test_a_work_tree_may_be_linked(gsca: Gsca, repository: GitRepository, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    repository.run("worktree", "add", "--quiet", "-b", "other", str(linked), "HEAD~1")
    root = ("--root", str(linked))
    assert subject(gsca("report", "--at", "HEAD", *root)) == PLAN
    assert subject(gsca("report", "--at", "2024", *root)) == PLAN
    assert subject(gsca("report", "--at", "main", *root)) == LAST
    assert subject(gsca("report", "--at", "HEAD", "--root", str(linked / "data/cities"))) == PLAN


def test_an_alliance_may_be_a_submodule(
    gsca: Gsca, repository: GitRepository, tmp_path: Path
) -> None:
    outer = GitRepository(tmp_path / "outer")
    allow = ("-c", "protocol.file.allow=always")
    outer.run(*allow, "submodule", "--quiet", "add", str(repository.path), "alliance")
    outer.commit("Outer")
    ran = gsca("report", "--at", "2022-06", "--root", str(outer.path / "alliance"))
    assert (ran.code, subject(ran)) == (0, PLAN)


@pytest.mark.parametrize("inside", [".", "objects"])
def test_a_repository_may_be_bare(
    gsca: Gsca, repository: GitRepository, tmp_path: Path, inside: str
) -> None:
    bare = tmp_path / "bare.git"
    repository.run("clone", "--quiet", "--bare", str(repository.path), str(bare))
    root = ("--root", str(bare / inside))
    assert subject(gsca("report", "north", "--at", "2022-06", *root)) == PLAN
    ran = gsca("report", "north", "--at", "meeting:2", "--since", "2022", *root)
    assert (ran.code, subject(ran)) == (0, BEGIN)
    ran = gsca("validate", str(bare / "data/cities"), "--at", "HEAD", *root)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "No findings.")
    ran = gsca("report", *root)
    assert (ran.code, "no alliance here" in ran.err) == (3, True)


def test_what_is_no_longer_checked_out_can_still_be_asked(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.run("rm", "-r", "--quiet", "gsca.yaml", "data")
    repository.commit("Close the alliance", "2024-01-01T00:00:00+00:00")
    assert subject(gsca("report", "--at", "2023")) == LAST
    ran = gsca("report", "--at", "2024")
    assert (ran.code, "there is no gsca.yaml" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("name", "folder"),
    [("a b", ""), ("東京 'x'", ""), ("top", "alliances/north/"), ("top", '東京 "x"/-n/')],
)
def test_an_alliance_may_lie_anywhere(gsca: Gsca, tmp_path: Path, name: str, folder: str) -> None:
    made = scripted_history(tmp_path / name, folder=folder)
    root = ("--root", str(made.path / folder))
    for at, told in {"2022-05": BEGIN, "HEAD~1": PLAN, "meeting:0": LAST}.items():
        ran = gsca("report", "north", "--at", at, *root)
        assert (ran.code, subject(ran)) == (0, told)
        assert "Oslo" in ran.out


def test_a_repository_may_name_its_objects_by_sha_256(gsca: Gsca, tmp_path: Path) -> None:
    made = scripted_history(tmp_path / "sha256", "--object-format=sha256")
    for at in ("2022-06", made.run("rev-parse", "HEAD~1")):
        assert subject(gsca("report", "--at", at, "--root", str(made.path))) == PLAN


def test_an_edit_that_was_interrupted_is_no_matter_of_the_past(
    gsca: Gsca, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    del repository

    def fails(_: Path) -> None:
        pytest.fail("the work tree was looked at")

    monkeypatch.setattr("gsca_cli.cli.options.require_whole", fails)
    assert gsca("report", "north", "--at", "2022").code == 0
    assert gsca("validate", "--at", "2022").code == 0


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command of every process that gsca starts."""
    found: list[list[str]] = []
    start = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        found.append(command)
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    return found


@pytest.mark.parametrize("number", [0, 200])
def test_a_moment_starts_git_two_or_three_times(
    gsca: Gsca, repository: GitRepository, started: list[list[str]], number: int
) -> None:
    repository.write({f"data/partners/p{each}.yaml": "name: X\n" for each in range(number)})
    repository.commit("More")
    a_snapshot = ["cat-file", "ls-tree"]
    a_date = ["cat-file", "rev-list", "ls-tree"]
    for at, asked in {"HEAD": a_snapshot, "paper": a_snapshot, "2024": a_date}.items():
        started.clear()
        assert gsca("report", "north", "--at", at, "--since", "2022").code == 0
        assert [next(word for word in each if word in a_date) for each in started] == asked
    started.clear()
    gsca("report", "north", "--at", "last-meeting", "--since", "last-meeting")
    assert [next(word for word in each if word in a_date) for each in started] == a_date


def test_the_files_on_disk_need_no_git(gsca: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(subprocess.Popen, "__init__", fails)
    assert gsca("report", "north", "--since", "last-meeting").code == 0
    assert gsca("list", "cities").code == 0


# Validation.


def test_a_validation_of_the_past_takes_paths_of_then(
    gsca: Gsca, repository: GitRepository
) -> None:
    wrong = PLANNED_OSLO.replace("open-data", "open-dta")
    repository.write({OSLO_FILE: wrong, BERGEN_FILE: BERGEN.replace("north", "nrth")})
    repository.commit("Err")
    repository.write({OSLO_FILE: None})
    for paths, codes in (([OSLO_FILE], 1), (["data/cities"], 2), (["."], 2), (["data/regions"], 0)):
        ran = gsca("validate", *(str(repository.path / path) for path in paths), "--at", "HEAD")
        assert ran.out.count("error[unknown-reference]") == codes
    gone = repository.path / "data/cities/vadso.yaml"
    ran = gsca("validate", str(gone), "--at", "HEAD")
    commit = repository.run("rev-parse", "HEAD")
    assert ran.code == 2
    assert ran.err.endswith(f"gsca: no such file or folder in {commit[:8]}: {gone}\n")
    ran = gsca("validate", "/elsewhere", "--at", "HEAD")
    assert (ran.code, "/elsewhere is not in the repository" in ran.err) == (2, True)


def test_what_is_past_is_not_mended(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: PLANNED_OSLO.replace("country", "contry")})
    repository.commit("Err")
    assert "can be mended" in gsca("validate").out
    for form in ("text", "json"):
        ran = gsca("validate", "--at", "HEAD", "--format", form)
        assert ran.code == 1
        assert "mended" not in ran.out + ran.err
        assert '"fix"' not in ran.out
    assert gsca("validate", "--at", "HEAD").out.startswith(f"{OSLO_FILE}:2:1: error[unknown-field]")


def test_two_moments_can_be_compared(gsca: Gsca, repository: GitRepository) -> None:
    repository.write({OSLO_FILE: PLANNED_OSLO.replace("open-data", "open-dta")})
    repository.commit("Err")
    repository.write({BERGEN_FILE: BERGEN.replace("north", "nrth")})
    repository.commit("Err again")
    repository.write({OSLO_FILE: PLANNED_OSLO, BERGEN_FILE: BERGEN})
    repository.commit("Mend")

    def places(*words: str) -> list[str]:
        ran = gsca("validate", "--select", "unknown-reference", *words)
        return re.findall(r"^data/cities/(\w+)", ran.out, re.MULTILINE)

    assert places("--at", "HEAD~1") == ["bergen", "oslo"]
    assert places("--at", "HEAD~1", "--changed-since", "HEAD~2") == ["bergen"]
    assert places("--at", "HEAD~1", "--changed-since", "HEAD~3") == ["bergen", "oslo"]
    assert places("--at", "HEAD~2", "--changed-since", "HEAD") == []


@pytest.mark.parametrize(
    "words", [["--stdin", "--as", OSLO_FILE], ["--stdin"], ["--as", OSLO_FILE]]
)
def test_what_is_typed_in_is_not_past(gsca: Gsca, words: Sequence[str]) -> None:
    ran = gsca("validate", *words, "--at", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    message = "--stdin checks a text beside the files on disk: leave out --at"
    assert ran.err == f"gsca: {message}\n"


# Older schemas.

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
    assert ran.err.endswith("gsca: the data has 8 errors; `gsca validate --at HEAD` shows where\n")
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
