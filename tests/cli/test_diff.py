"""gsca diff, on a repository with a story."""

import json
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import Golden
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from small_alliance import FILES
from story import ABO, BODO, JOINED, OSLO, SECOND_MEETING, oslo, tell

from gsca_cli.checking.source import Files, Looked
from gsca_cli.cli import comparing
from gsca_cli.snapshots.repository import RecordPath

PAPER = "data/sources/paper.yaml"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """The repository of the story, told once for all tests."""
    return tell(tmp_path_factory.mktemp("story") / "told")


@pytest.fixture
def story(
    once: GitRepository,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Gsca:
    """Run gsca on that repository, free to be changed."""
    use_no_settings(monkeypatch, tmp_path / "home")
    return Gsca(capsys, once.copied(tmp_path / "story").path)


def repository(story: Gsca) -> GitRepository:
    return GitRepository(story.root)


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_it_tells_what_changed_between_two_commits(story: Gsca, golden: Golden, form: str) -> None:
    asked = ("diff", f"first-meeting..{SECOND_MEETING}", "--format", form)
    golden(f"diff-between-meetings.{form}", story.out(*asked))
    golden(
        f"diff-since-the-second-meeting.{form}", story.out("diff", SECOND_MEETING, "--format", form)
    )


def test_every_step_of_the_story_is_told(story: Gsca, golden: Golden) -> None:
    commits = repository(story).run("rev-list", "--reverse", "HEAD").split("\n")
    told = [story.out("diff", f"{before}..{after}") for before, after in pairwise(commits)]
    golden("diff-of-every-commit.txt", "\n".join(told))


def test_what_is_not_committed_is_compared_with_the_last_commit(story: Gsca) -> None:
    repository(story).write({OSLO: oslo("completed", "  dig-once:\n"), BODO: "name: [\n"})
    lines = story.out("diff").splitlines()
    assert lines[1:] == [
        "",
        "North",
        "  Oslo: Letter, to be developed -> completed  (!) no new date or source",
        "",
        f"Not compared, because it cannot be read on one side: {BODO}.",
        "",
        "1 finding introduced:",
        f"  error, {BODO}:1: the bracket that opens here is never closed",
        "",
        "1 change in 1 record; 1 to look at twice; 1 record could not be compared.",
    ]


BROKEN = {
    "text": ("{}.\n", -1),
    "md": ("**{}.** From", 0),
}


@pytest.mark.parametrize(("form", "said"), BROKEN.items(), ids=BROKEN)
def test_what_cannot_be_compared_is_no_lack_of_changes(
    story: Gsca, form: str, said: tuple[str, int]
) -> None:
    stale = oslo("in-progress", "  dig-once: {status: in-progress, since: 2020}\n")
    repository(story).write({OSLO: stale})
    assert "1 finding introduced" in story.out("diff")
    repository(story).commit("Leave something to be found")
    repository(story).write({OSLO: f"{stale}oops: [\n"})
    ran = story("diff", "--exit-code", "--format", form)
    assert ran.code == 1
    headline = "1 record could not be compared; no other change in meaning"
    pattern, line = said
    assert ran.out.splitlines(keepends=True)[line].startswith(pattern.format(headline))
    assert "cured" not in ran.out
    repository(story).commit("Break it")
    assert "cured" not in story.out("diff", "HEAD~1..HEAD", "--format", form)
    repository(story).write({OSLO: stale})
    assert "1 finding cured" in story.out("diff", "--format", form)


def test_of_one_region_what_nobody_can_read_may_be_its_own(story: Gsca) -> None:
    lima = "data/cities/lima.yaml"
    repository(story).write({lima: "name: Lima\ncountry: PE\n"})
    repository(story).commit("Welcome Lima")
    repository(story).write({lima: "name: [\n"})
    assert story("diff", "--exit-code").code == 1
    assert story("diff", "--exit-code", "--region", "north").code == 0
    repository(story).write({BODO: "name: [\n"})
    assert story("diff", "--exit-code", "--region", "north").code == 1


def test_layout_and_comments_are_no_change_in_meaning(story: Gsca) -> None:
    text = oslo("'to-be-developed'", "  dig-once: {}\n") + "\n# the end\n"
    repository(story).write({OSLO: text})
    ran = story("diff", "--exit-code")
    assert (ran.code, ran.out.splitlines()[2:]) == (
        0,
        [f"Only the layout or comments differ in {OSLO}.", "No change in meaning."],
    )


@pytest.mark.parametrize("form", ["text", "md"])
def test_what_a_reviewer_should_not_miss(story: Gsca, golden: Golden, form: str) -> None:
    day = "since: 2031  # gsca: allow future-date because the council has set the day"
    repository(story).write(
        {
            PAPER: None,
            OSLO: None,
            "data/cities/christiania.yaml": oslo("to-be-developed", "  dig-once:\n"),
            ABO: f"name: Åbo\ncountry: FI\nformer_ids: [turku]\n{JOINED}"
            f"steps:\n  plan:\n    {day}\n",
        }
    )
    golden(f"diff-to-be-reviewed.{form}", story.out("diff", "--format", form))


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_nothing_differs_from_itself(story: Gsca, form: str) -> None:
    ran = story("diff", "HEAD..HEAD", "--format", form, "--exit-code")
    assert (ran.code, ran.err) == (0, "")
    assert "No change in meaning." in ran.out or json.loads(ran.out)["diff"]["groups"] == []


def test_the_exit_code_tells_of_a_change(story: Gsca) -> None:
    assert story("diff", "HEAD~1..HEAD").code == 0
    assert story("diff", "HEAD~1..HEAD", "--exit-code").code == 1


def test_three_dots_compare_with_where_the_branch_began(story: Gsca) -> None:
    repository(story).run("checkout", "--quiet", "-b", "side", "HEAD~1")
    repository(story).write({OSLO: oslo("in-progress", "  dig-once:\n")})
    repository(story).commit("Go on")
    assert "Bodø: new city" in story.out("diff", "main..side")
    told = story.out("diff", "main...side").splitlines()[3:]
    assert told[0] == "  Oslo: Letter, to be developed -> in progress  (!) no new date or source"


def test_a_revision_that_there_is_not_is_told(story: Gsca) -> None:
    assert story("diff", "second-meetin..HEAD").err == (
        "gsca: there is no revision `second-meetin`; did you mean `second-meeting`?\n"
    )
    ran = story("diff", "HEAD..--output=x")
    assert (ran.code, "no revision `--output=x`" in ran.err) == (3, True)


def test_git_is_started_thrice_however_many_files_there_are(
    story: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    cities = {f"data/cities/c{n}.yaml": f"name: C{n}\ncountry: SE\n" for n in range(200)}
    repository(story).write(cities)
    repository(story).commit("Many")
    repository(story).write({path: f"{text}notes: [x]\n" for path, text in cities.items()})
    started: list[list[str]] = []
    start = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        started.append(command)
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    assert "200 changes in 200 records." in story.out("diff")
    assert len(started) == 2
    started.clear()
    story.out("diff", "HEAD~1..HEAD")
    assert len(started) == 3


def test_only_what_differs_is_read(story: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    look = Files.look

    def noted(files: Files, places: Sequence[RecordPath]) -> Sequence[Looked]:
        read.extend(place.path for place in places)
        return look(files, places)

    monkeypatch.setattr(Files, "look", noted)
    monkeypatch.setattr(comparing, "MOST_CHECKED", 3)
    repository(story).write({OSLO: oslo("completed", "  dig-once:\n")})
    story.out("diff")
    assert {path for path in read if path.startswith("data/cities/")} == {OSLO}


ALLOW = "  # gsca: allow future-date because the council has set the day"
FUTURE = f"name: Bodø\ncountry: 'NO'\n{JOINED}policies:\n  dig-once:\n    since: 2031"
SAYS = f"{BODO}:8: `since: 2031` lies after today, 2024-06-01"
REASON = "the council has set the day"

TURNS = {
    "introduced": ("", FUTURE, f"1 finding introduced:\n  error, {SAYS}\n"),
    "allowed": (
        FUTURE,
        f"{FUTURE}{ALLOW}",
        f"1 finding now allowed by a comment:\n  error, {SAYS} (the reason is: {REASON})\n",
    ),
    "allowed no more": (
        f"{FUTURE}{ALLOW}",
        FUTURE,
        f"1 finding no longer allowed by a comment:\n  error, {SAYS} (the reason was: {REASON})\n",
    ),
    "cured": (FUTURE, FUTURE.replace("2031", "2021"), f"1 finding cured:\n  error, {SAYS}\n"),
    "gone with its record": (FUTURE, "", "1 change in 1 record"),
    "the same under another id": (
        FUTURE,
        "former_ids: [bodo]",
        "has the id bodoe now, before: bodo\n\n1 change in 1 record",
    ),
    "silenced": (
        FUTURE,
        "checks: {future-date: silent}",
        f"1 finding now silenced in gsca.yaml:\n  error, {SAYS}\n",
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), TURNS.values(), ids=TURNS)
def test_what_became_of_a_finding_is_told(
    story: Gsca, before: str, after: str, expected: str
) -> None:
    if before:
        repository(story).write({BODO: f"{before}\n"})
        repository(story).commit()
    if after.startswith("former_ids"):
        moved = {BODO: None, "data/cities/bodoe.yaml": f"{after}\n{before}\n"}
    elif after.startswith("checks"):
        moved = {"gsca.yaml": f"{FILES['gsca.yaml']}{after}\n"}
    else:
        moved = {BODO: f"{after}\n" if after else None}
    repository(story).write(moved)
    told = story.out("diff")
    assert expected in told
    assert told.count("finding") == ("finding" in expected)


def test_while_a_citation_leads_nowhere_no_other_source_is_called_cured(story: Gsca) -> None:
    repository(story).write({"data/sources/atlas.yaml": "title: An atlas\n"})
    assert "no record cites `atlas`" in story.out("diff")
    repository(story).commit()
    repository(story).write({PAPER: None})
    told = story.out("diff")
    assert "source `paper` was deleted" in told
    assert "cured" not in told


def test_of_a_large_alliance_it_is_told_how_to_see_the_findings(
    story: Gsca, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(story).write({BODO: "name: [\n"})
    assert "1 finding introduced:" in story.out("diff")
    monkeypatch.setattr(comparing, "MOST_CHECKED", 3)
    told = story.out("diff")
    assert "introduced" not in told
    assert "Findings are not compared in an alliance of this size; `--format md` does it." in told
    assert "1 finding introduced:" in story.out("diff", "--format", "md")


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (["2022-02-01..2022-03"], ("Begin the records", "Explain a selection")),
        (["2022-02-02", "--at", "2022-03-05"], ("Hold the first meeting", "Welcome Bodø")),
        (["2022-02-02", "--at=HEAD~1"], ("Hold the first meeting", "Call Turku by its")),
        (["2022-05..2022"], ("Explain a selection", "Let Bodø go")),
        (["rev:first-meeting..main"], ("Hold the first meeting", "Let Bodø go")),
        (["..HEAD~1"], ("Let Bodø go", "Call Turku by its")),
        (["last-meeting..", "--region=north"], ("Explain a selection", "Let Bodø go")),
        (["meeting:1..last-meeting", "--region=north"], ("Begin the records", "Hold the second")),
    ],
)
def test_a_moment_is_read_as_everywhere(
    story: Gsca, asked: list[str], ends: tuple[str, str]
) -> None:
    first, last = story.out("diff", *asked).split("\n")[0].split(" to ")
    assert (ends[0] in first, ends[1] in last) == (True, True), (first, last)


def test_one_region_is_told_alone(story: Gsca) -> None:
    repository(story).write({"data/cities/lima.yaml": "name: Lima\ncountry: PE\n"})
    lines = story.out("diff", f"{SECOND_MEETING}..HEAD~1", "--region", "north").splitlines()
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "North",
        "5 changes in 2 records; 2 to look at twice.",
    ]
    assert "Lima" in story.out("diff")
    assert "No change in meaning." in story.out("diff", "--region", "north")


def test_of_one_region_its_own_findings_are_told(story: Gsca) -> None:
    wrong = oslo("to-be-developed", "  dig-once: {since: 2031}\n")
    files = {OSLO: wrong, PAPER: None, "data/cities/lima.yaml": "name: Lima\ncountry: XX\n"}
    repository(story).write(files)
    told = story.out("diff", "--region", "north")
    assert "4 findings introduced:" in told
    assert "but 3 records still cite it: city/abo, city/oslo and region/north;" in told
    assert "since: 2031" in told
    assert "Lima" not in told
    assert "country" in story.out("diff")


@pytest.mark.parametrize(
    ("asked", "code", "message"),
    [
        (
            ["2021..HEAD"],
            3,
            "diff 2021: nothing was recorded here before 2022-01-10; give a later date",
        ),
        (
            ["0001..HEAD"],
            3,
            "diff 0001: nothing was recorded here before 2022-01-10; give a later date",
        ),
        (["last-meeting"], 2, "diff last-meeting: meetings are those of a region"),
        (["HEAD", "--region", "nroth"], 2, "no region `nroth`; did you mean `north`?"),
        (["A..B", "--at", "2022"], 2, "A..B names both ends: leave out --at 2022, or write one"),
        (["A..B", "C"], 2, "A..B names both ends: leave out C, or write one"),
        (["A", "B", "--at", "C"], 2, "A..B names both ends: leave out --at C, or write one"),
    ],
)
def test_what_makes_no_sense_is_told(
    story: Gsca, asked: list[str], code: int, message: str
) -> None:
    ran = story("diff", *asked)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(f"gsca: {message}")


def test_a_bare_repository_is_compared(story: Gsca, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    repository(story).run("clone", "--quiet", "--bare", str(story.root), str(bare))
    told = story.out("diff", "HEAD~1..HEAD")
    assert story.out("diff", "HEAD~1..HEAD", "--root", str(bare)) == told
    assert story.out("diff", "HEAD~1", "--root", str(bare)) == told


def test_records_of_an_older_schema_are_compared_as_far_as_they_fit(story: Gsca) -> None:
    repository(story).write({OSLO: oslo("in-progress", "  dig-once:\n") + "mayor: X\n"})
    repository(story).commit("Follow an older schema")
    told = story.out("diff", "HEAD~1..HEAD").splitlines()[2:]
    assert told[1:3] == [
        "  Oslo: Letter, to be developed -> in progress  (!) no new date or source",
        "  Oslo: mayor, which gsca does not read: added X",
    ]


def test_a_field_that_does_not_exist_is_no_matter_of_layout(story: Gsca) -> None:
    made, text = repository(story), (story.root / OSLO).read_text("utf-8")
    for mayor in ("X", "Y"):
        made.write({OSLO: f"{text}mayor: {mayor}\n"})
        made.commit(f"Elect {mayor}")
    ran = story("diff", "HEAD~1..HEAD", "--exit-code")
    assert (ran.code, ran.out.splitlines()[3]) == (
        1,
        "  Oslo: mayor, which gsca does not read: X -> Y",
    )
    assert "layout" not in ran.out
    assert "| Oslo | mayor, which gsca does not read: X -> Y |" in story.out(
        "diff", "HEAD~1..HEAD", "--format", "md"
    )
    found = json.loads(story.out("diff", "HEAD~1..HEAD", "--format", "json"))["diff"]
    (change,) = found["groups"][0]["records"][0]["changes"]
    assert (change["what"], change["at"]) == ("unread", "mayor")
    # Their lives go by what the schema of today knows.
    assert "mayor" not in story("log", "oslo").out


def test_on_a_terminal_long_lines_go_on_below(
    story: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = story.out("diff", SECOND_MEETING)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PAGER", "")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = story.out("diff", SECOND_MEETING)
    assert max(map(len, whole.splitlines())) > 80
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.split() == whole.split()
    story.out("diff", SECOND_MEETING, "-o", str(tmp_path / "diff.txt"))
    assert (tmp_path / "diff.txt").read_text("utf-8") == whole


@pytest.mark.parametrize("asked", ["north", "nord"])
def test_a_region_is_asked_for_by_its_id_before_or_now(story: Gsca, asked: str) -> None:
    assert story("rename", "region/north", "nord").code == 0
    repository(story).write({PAPER: "title: Another paper\n"})
    lines = story.out("diff", "--region", asked).splitlines()
    assert lines[1:] == [
        "",
        "Regions",
        "  North: has the id nord now, before: north",
        "",
        "1 change in 1 record.",
    ]


def test_what_only_names_a_record_by_its_new_id_has_not_changed(story: Gsca) -> None:
    assert story("rename", "policy/dig-once", "dig").code == 0
    ran = story("diff", "--exit-code")
    assert (ran.code, ran.out.splitlines()[2:]) == (
        1,
        [
            "Policies",
            "  Dig Once: has the id dig now, before: dig-once",
            "",
            "1 change in 1 record.",
        ],
    )
    repository(story).commit("Rename")
    repository(story).write({"data/policies/dig.yaml": "name: Dig Once\nformer_ids: [dig-once]\n"})
    repository(story).commit("Keep the name alone")
    assert story("diff", "HEAD~2", "--region", "north", "--exit-code").code == 0
