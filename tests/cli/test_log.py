"""gsca log: the life of one record, on a repository with a story, and on clones and oddities."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from life_story import LAST, SECOND, tell
from small_alliance import FILES

Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a story; nobody changes it."""
    path = tmp_path_factory.mktemp("story")
    tell(path)
    return path


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def story(told: Path, capsys: pytest.CaptureFixture[str]) -> Gsca:
    """Run gsca on the repository with a story."""
    return Gsca(capsys, told)


@pytest.fixture
def lately(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> tuple[GitRepository, Gsca]:
    """A repository with one commit, free to be changed."""
    repository = GitRepository(tmp_path / "lately")
    repository.write(FILES)
    repository.commit("Begin")
    return repository, Gsca(capsys, repository.path)


def test_who_it_was_is_told_in_the_words_of_the_repository_alone(
    lately: tuple[GitRepository, Gsca], tmp_path: Path
) -> None:
    """Else two people would be told two things, and what was said before be said again."""
    _, gsca = lately
    before = gsca.out("log", "oslo")
    (tmp_path / "names").write_text("Somebody else <mail@example.org>\n")
    (tmp_path / "home/.gitconfig").write_text(f"[mailmap]\n\tfile = {tmp_path}/names\n")
    assert gsca.out("log", "oslo") == before


SHALLOW = (
    "This clone is shallow: it ends at 3a68648, and the record may be older. Fetch all of the "
    "history with `git fetch --unshallow`, in CI with `fetch-depth: 0`."
)
LOGS = {
    "log-oslo.txt": ["oslo"],
    "log-oslo.md": ["oslo", "--format", "md"],
    "log-oslo.json": ["oslo", "--format", "json"],
    "log-oslo-plan.txt": ["city/oslo", "steps.plan"],
    "log-oslo-plan.md": ["cities/oslo", "steps.plan.status", "--format", "md", "--reverse"],
}


@pytest.mark.parametrize("name", LOGS)
def test_the_whole_story_is_told(story: Gsca, golden: Golden, name: str) -> None:
    golden(name, story.out("log", *LOGS[name]))


def test_the_oldest_may_come_first(story: Gsca) -> None:
    def events(*words: str) -> list[Any]:
        found: list[Any] = json.loads(story.out("log", "oslo", "--format", "json", *words))["life"][
            "events"
        ]
        return found

    assert events("--reverse") == events()[::-1]


def test_every_name_that_it_had_leads_to_the_record(story: Gsca) -> None:
    whole = story.out("log", "oslo")
    ran = story("log", "kristiania")
    assert (ran.code, ran.out) == (0, whole)
    assert ran.err == "gsca: `kristiania` is called `oslo` now\n"
    ran = story("log", "christiania")
    assert (ran.code, ran.out) == (0, whole)
    assert ran.err == (
        "gsca: `christiania` is called `kristiania` since\n"
        "gsca: `city/kristiania` is called `oslo` now\n"
    )


def test_two_processes_of_git_answer_however_long_the_history(
    story: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    start = subprocess.Popen.__init__

    def watched(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        started.append("log" if "log" in command else command[-2])
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", watched)
    story.out("log", "oslo")
    assert sorted(started) == ["cat-file", "log"]
    started.clear()
    story.out("show", "oslo", "--blame")
    assert sorted(started) == ["cat-file", "log"]


def test_an_item_of_a_list_goes_by_its_name(lately: tuple[GitRepository, Gsca]) -> None:
    repository, gsca = lately
    repository.write({LAST: FILES[LAST].replace("[paper]", "[web, paper]")})
    first = repository.run("rev-parse", "--short=7", "HEAD")
    told = [
        "city/oslo  Oslo  sources.paper",
        "",
        f"2024-01-01  {first}  Somebody  Begin",
        "  added paper",
    ]
    for route in ("sources.paper", "sources.1"):
        assert gsca.out("log", "oslo", route).splitlines() == told
    assert gsca.out("log", "oslo", "sources.0").splitlines()[2:] == [
        "not committed yet",
        "  added web",
    ]


WRONG = {
    "no such route": (
        ["oslo", "steps.pln"],
        "no version of city/oslo has anything at `steps.pln`; did you mean `steps.plan`?",
    ),
    "no such item": (
        ["oslo", "sources.papers"],
        "no version of city/oslo has anything at `sources.papers`; did you mean `sources.paper`?",
    ),
    "no such record": (["osloo"], "no record `osloo`; did you mean `oslo`?"),
    "no such record of a kind": (["region/kristiania"], "no record `region/kristiania`"),
    "no such format": (["oslo", "--format", "csv"], "Invalid value for '--format': 'csv'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_is_one_line_and_exit_2(story: Gsca, case: str) -> None:
    words, message = WRONG[case]
    ran = story("log", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"gsca: {message}")
    assert ran.err.count("\n") == 1


def test_without_git_nothing_is_known(small: Gsca) -> None:
    for words in (["log", "oslo"], ["show", "oslo", "--blame"]):
        ran = small(*words)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("gsca: there is no git repository at ")


def test_a_record_that_is_gone_says_who_deleted_it(lately: tuple[GitRepository, Gsca]) -> None:
    repository, gsca = lately
    repository.write({LAST: None})
    first = "city/oslo  data/cities/oslo.yaml\n\n"
    uncommitted = gsca.out("log", "oslo")
    assert uncommitted.startswith(f"{first}not committed yet\n  deleted\n\n2024-01-01  ")
    repository.commit("It left", "2024-02-03T00:00:00+00:00")
    short = repository.run("rev-parse", "--short=7", "HEAD")
    gone = gsca.out("log", "city/oslo")
    assert gone.startswith(
        f"{first}2024-02-03  {short}  Somebody  It left\n  deleted\n\n2024-01-01"
    )
    assert gsca("log", "region/oslo").code == 2


def test_a_rename_that_is_not_committed_is_told(lately: tuple[GitRepository, Gsca]) -> None:
    repository, gsca = lately
    text = f"{FILES[LAST]}former_ids: [oslo]\n"
    repository.write({LAST: None, "data/cities/no/christiania.yaml": text})
    lines = gsca.out("log", "christiania").splitlines()
    assert lines[2:4] == ["not committed yet", "  has the id christiania now, before: oslo"]
    assert lines[5].startswith("2024-01-01  ")
    assert lines[6] == "  new city"
    repository.write({"data/cities/no/christiania.yaml": FILES[LAST] + "notes: [x]\n"})
    assert gsca.out("log", "christiania").splitlines()[2:5] == [
        "not committed yet",
        "  has the id christiania now, before: oslo",
        "  notes: added x",
    ]
    blamed = gsca.out("show", "christiania", "--blame").splitlines()
    assert [line.split() for line in blamed[3:6]] == [
        ["not", "committed", "yet"],
        ["11", "notes.0", "x"],
        [],
    ]
    other = "name: Rome\ncountry: IT\nsources: [paper]\n"
    repository.write({"data/cities/no/christiania.yaml": None, SECOND: other})
    assert gsca.out("log", "kristiania").splitlines()[2:4] == ["not committed yet", "  new city"]


def test_an_alliance_may_lie_in_a_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    repository = GitRepository(tmp_path / "whole")
    repository.write({f"north/{path}": text for path, text in FILES.items()})
    repository.commit("Begin")
    gsca = Gsca(capsys, repository.path / "north")
    assert "not committed" not in gsca.out("log", "oslo")
    assert "not committed" not in gsca.out("show", "oslo", "--blame")


def test_a_shallow_clone_says_that_it_ends(told: Path, tmp_path: Path, story: Gsca) -> None:
    clone = tmp_path / "clone"
    words = ["git", "clone", "--quiet", "--depth=4", told.as_uri(), str(clone)]
    subprocess.run(words, check=True, capture_output=True)
    story.root = clone
    first, second, *_, empty, ending = story.out("log", "oslo", "--reverse").splitlines()[2:]
    assert first.startswith("2022-12-03  3a68648  Ana  ")
    assert second == "  the oldest version in this clone"
    assert (empty, ending) == ("", SHALLOW)
    blamed = story.out("show", "oslo", "--blame").splitlines()
    assert any(line.startswith("2022-12-03  3a68648  Ana  ") for line in blamed)
    assert blamed[-1] == SHALLOW


def test_what_a_stranger_writes_steers_nothing(lately: tuple[GitRepository, Gsca]) -> None:
    repository, gsca = lately
    name = "A|na\x1b[31m \u202e<b>*x*</b> [y](http://z) ##[group]"
    repository.write({LAST: FILES[LAST].replace("Oslo", "Christiania")})
    repository.run("add", "--all")
    author = f"--author={name} <secret@example.org>"
    repository.run("commit", "--quiet", author, f"--message={name} @all")
    text, markdown, figures = (
        gsca.out("log", "oslo", "--format", form) for form in ("text", "md", "json")
    )
    blames = [gsca.out("show", "oslo", "--blame", "--format", form) for form in ("text", "csv")]
    for out in (text, markdown, figures, *blames):
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "##[" not in out
        assert "secret" not in out
    heading = next(line for line in markdown.splitlines() if "all" in line)
    assert "|" not in heading.replace("\\|", "")
    assert "\\<b>\\*x\\*\\</b>" in heading
    assert json.loads(figures)["life"]["events"][0]["commit"]["author"].startswith("A|na\x1b[31m")


def test_the_log_can_go_to_a_file(story: Gsca, tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    assert story.out("log", "oslo", "-o", str(file)) == ""
    assert file.read_text(encoding="utf-8") == story.out("log", "oslo")


def test_words_are_in_the_language_that_is_asked_for(lately: tuple[GitRepository, Gsca]) -> None:
    repository, gsca = lately
    policy = "data/policies/open-data.yaml"
    text = FILES[policy].replace("name: Open Data", "name: {en: Open Data, es: Datos Abiertos}")
    repository.write({policy: text})
    assert "selected Datos Abiertos" in gsca.out("log", "oslo", "--lang", "es")
    assert "selected Open Data" in gsca.out("log", "oslo")


def test_the_first_commit_is_told_whatever_the_settings_of_git(
    lately: tuple[GitRepository, Gsca],
) -> None:
    repository, gsca = lately
    before = gsca.out("log", "oslo")
    for setting, value in (("log.showRoot", "false"), ("log.follow", "true")):
        repository.run("config", setting, value)
    assert gsca.out("log", "oslo") == before


def test_the_life_of_what_names_another_record_goes_on_under_its_new_id(
    lately: tuple[GitRepository, Gsca],
) -> None:
    repository, gsca = lately
    first = repository.run("rev-parse", "--short=7", "HEAD")
    told = [
        "city/oslo  Oslo  policies.open",
        "",
        f"2024-01-01  {first}  Somebody  Begin",
        "  selected Open Data",
    ]
    assert gsca("rename", "policy/open-data", "open").code == 0
    for message in (None, "Rename"):
        if message:
            repository.commit(message)
        assert gsca.out("log", "oslo", "policies.open").splitlines() == told
        assert gsca.out("log", "oslo", "policies.open-data").splitlines() == told
        blamed = gsca.out("show", "oslo", "--blame").split("\n\n")
        assert len(blamed) == len(["the record", "the first commit"])
        assert "policies.open" in blamed[1]


def test_a_record_that_cannot_be_read_now_has_its_life_all_the_same(
    lately: tuple[GitRepository, Gsca],
) -> None:
    repository, gsca = lately
    told = "gsca: data/cities/oslo.yaml cannot be read as it is now; `gsca validate` says why\n"
    repository.write({LAST: f"{FILES[LAST]}broken: [\n"})
    ran = gsca("log", "oslo")
    assert (ran.code, ran.err) == (0, told)
    assert ran.out.splitlines()[2:4] == ["not committed yet", "  cannot be read here: 1 mistake"]
    repository.commit("Break it", "2024-02-03T00:00:00+00:00")
    short = repository.run("rev-parse", "--short=7", "HEAD")
    ran = gsca("log", "oslo", "steps.plan")
    assert (ran.code, ran.err) == (0, told)
    assert ran.out.splitlines()[2:5] == [
        f"2024-02-03  {short}  Somebody  Break it",
        "  cannot be read here: 1 mistake",
        "",
    ]
    repository.write({LAST: None, "data/cities/no/oslo.yaml": "broken: [\n"})
    assert "Break it" in gsca("log", "oslo").out.splitlines()[2]
    assert gsca("show", "oslo").code == 3


def test_an_id_that_is_used_again_tells_nothing_of_the_record_that_had_it(
    lately: tuple[GitRepository, Gsca],
) -> None:
    repository, gsca = lately
    other = "data/cities/christiania.yaml"
    large = "name: Christiania\ncountry: 'NO'\nsources: [paper]\nformer_ids: [oslo]\n"
    # So little is alike that git sees no rename: only the record says so.
    repository.write({LAST: None, other: large})
    repository.commit("Rename it", "2024-02-03T00:00:00+00:00")
    repository.write({LAST: "name: New Oslo\ncountry: 'NO'\nsources: [paper]\n"})
    rename = "  the city that had this id was renamed to christiania"
    for message in ("not committed yet", "New"):
        told = gsca.out("log", "oslo").splitlines()
        assert message in told[2]
        assert [line for line in told if line.startswith("  ")] == ["  new city", rename]
        assert gsca.out("show", "oslo", "--blame").splitlines()[3].endswith(message)
        repository.commit("New", "2024-03-03T00:00:00+00:00")
    assert gsca.out("log", "christiania").splitlines()[3].startswith("  has the id christiania")
    repository.write({LAST: None, other: None})
    assert "was renamed to christiania" in gsca.out("log", "oslo")


@pytest.mark.parametrize("inside", [".", "refs"])
def test_in_a_bare_repository_the_life_is_that_until_the_last_commit(
    lately: tuple[GitRepository, Gsca], tmp_path: Path, inside: str
) -> None:
    repository, gsca = lately
    told, bare = gsca.out("log", "oslo"), tmp_path / "bare.git"
    repository.run("clone", "--quiet", "--bare", str(repository.path), str(bare))
    assert gsca.out("log", "oslo", "--root", str(bare / inside)) == told
    ran = gsca("log", "osloo", "--root", str(bare))
    assert (ran.code, ran.err) == (2, "gsca: no record `osloo`; did you mean `oslo`?\n")
