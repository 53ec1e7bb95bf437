"""Selections and completed steps over time, as git recorded them."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from small_alliance import FILES, OSLO

from gsca_cli.alliance.lookup import find
from gsca_cli.alliance.past import Past
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.periods import By
from gsca_cli.analysis.recorded import recorded_trend
from gsca_cli.analysis.trend import Pair, Question, Trend
from gsca_cli.checking import check
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.worktree import Worktree

TODAY = date(2024, 6, 10)
OSLO_PATH = "data/cities/oslo.yaml"
BERGEN = "name: Bergen\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


class Story:
    """An alliance whose files change from day to day."""

    def __init__(self, path: Path, folder: str = "") -> None:
        self.repository = GitRepository(path)
        self.folder = folder
        self.root = path / folder

    def day(self, day: str, changes: Mapping[str, str | None]) -> None:
        """Commit some changes on a day."""
        above = f"{self.folder}/" if self.folder else ""
        self.repository.write({f"{above}{path}": text for path, text in changes.items()})
        self.repository.commit(day, day if "T" in day else f"{day}T12:00:00+00:00")

    def trend(self, key: str = "north", by: By = By.MONTH, since: str = "") -> Trend:
        alliance = check(Worktree(self.root), TODAY).alliance
        edition = Edition(alliance, Wish("en", TODAY, When.parse(since) if since else None))
        brief = find(alliance, key).brief if key else None
        only = brief.id if brief and brief.kind is Kind.CITY else None
        git = Git(self.root)
        past = Past(git, git.commit("HEAD"), self.folder, alliance, only)
        return recorded_trend(Question(edition, brief, by), past)

    def told(self, *asked: Any) -> list[str]:
        """The lines in which something moved, and the first."""
        lines = self.trend(*asked).lines
        return [
            f"{line.period}: {one.total} +{one.new} -{one.ended}, "
            f"{two.total} +{two.new} -{two.ended}"
            for line in lines
            for one, two in [(line.selections, line.steps)]
            if line is lines[0] or one.new or one.ended or two.new or two.ended
        ]


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """The small alliance, committed on the first day of 2024."""
    made = Story(tmp_path / "repository")
    made.day("2024-01-01", FILES)
    return made


def test_each_period_counts_what_was_on_record_at_its_end(story: Story) -> None:
    selects = "policies: {open-data: , dig-once: }\n"
    story.day("2024-02-10", {"data/cities/bergen.yaml": BERGEN + selects})
    story.day("2024-02-20", {OSLO_PATH: OSLO.replace("in-progress", "completed")})
    story.day("2024-04-30", {"data/cities/bergen.yaml": BERGEN})
    story.day("2024-05-01", {OSLO_PATH: OSLO.replace("letter: completed", "letter: unknown")})
    story.day("2024-06-02", {"data/cities/bergen.yaml": None})
    assert story.told() == [
        "2024-01: 1 +1 -0, 1 +1 -0",
        "2024-02: 3 +2 -0, 2 +1 -0",
        "2024-04: 1 +0 -2, 2 +0 -0",
        "2024-05: 1 +0 -0, 0 +0 -2",
    ]
    trend = story.trend(since="2024-03-15")
    assert trend.before == Pair(3, 2)
    assert [line.period for line in trend.lines] == ["2024-03", "2024-04", "2024-05", "2024-06"]
    assert (trend.recorded, trend.apart, trend.in_all) == (True, None, Pair(1, 0))


def test_the_day_of_a_commit_is_that_of_utc(story: Story) -> None:
    story.day("2024-02-01T01:00:00+02:00", {OSLO_PATH: OSLO.replace("  open-data:\n", "")})
    assert story.told()[-1] == "2024-01: 0 +0 -0, 1 +1 -0"


def test_derived_steps_count_as_in_the_reports(story: Story) -> None:
    derived = "policies: {open-data: {steps: {letter: completed, plan: completed}}}\n"
    story.day("2024-03-01", {"data/cities/bergen.yaml": BERGEN + derived})
    assert story.told()[-1] == "2024-03: 2 +1 -0, 3 +2 -0"


def test_regions_tracks_and_words_are_those_of_the_moment(story: Story) -> None:
    region = FILES["data/regions/north.yaml"]
    story.day("2024-02-01", {"data/regions/north.yaml": region.replace("open-data, ", "")})
    story.day("2024-03-01", {"data/regions/north.yaml": region})
    track = FILES["data/tracks/adoption.yaml"]
    story.day("2024-04-01", {"data/tracks/adoption.yaml": track.replace("id: letter", "id: note")})
    story.day("2024-05-01", {"data/tracks/adoption.yaml": track})
    words = "statuses:\n"
    for status, cls in (("completed", "active"), ("in-progress", "done"), ("unknown", "unknown")):
        words += f"  - {{id: {status}, name: {status}, symbol: {status}, class: {cls}}}\n"
    story.day("2024-06-01", {"gsca.yaml": f"name: X\n{words}"})
    assert story.told() == [
        "2024-01: 1 +1 -0, 1 +1 -0",
        "2024-02: 0 +0 -1, 1 +0 -0",
        "2024-03: 1 +1 -0, 1 +0 -0",
        "2024-04: 1 +0 -0, 0 +0 -1",
        "2024-05: 1 +0 -0, 1 +1 -0",
        "2024-06: 1 +0 -0, 1 +1 -1",
    ]


def test_what_cannot_be_read_is_taken_as_it_last_could_be_but_for_cities(story: Story) -> None:
    story.day("2024-02-01", {"data/regions/north.yaml": "name: [", "gsca.yaml": "name: ["})
    story.day("2024-03-01", {OSLO_PATH: "name: ["})
    story.day("2024-04-01", {**FILES})
    assert story.told() == [
        "2024-01: 1 +1 -0, 1 +1 -0",
        "2024-03: 0 +0 -1, 0 +0 -1",
        "2024-04: 1 +1 -0, 1 +1 -0",
    ]
    unreadable = {line.period: line.unreadable for line in story.trend().lines}
    assert unreadable == {f"2024-{n:02}": int(n == 3) for n in range(1, 7)}
    assert [line.unreadable for line in story.trend("oslo").lines] == list(unreadable.values())


def test_of_one_city_no_other_is_read(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.day("2024-02-01", {"data/cities/bergen.yaml": "name: ["})
    story.day("2024-03-01", {OSLO_PATH: OSLO.replace("  open-data:\n", "  dig-once:\n")})
    read: list[str] = []
    read_all = Git.read_all

    def noted(self: Git, blobs: list[str]) -> Any:
        read.extend(blobs)
        return read_all(self, blobs)

    monkeypatch.setattr(Git, "read_all", noted)
    trend = story.trend("oslo")
    assert [line.selections.new for line in trend.lines] == [1, 0, 1, 0, 0, 0]
    assert not any(line.unreadable for line in trend.lines)
    assert read == [story.repository.run("rev-parse", f"HEAD~2:{OSLO_PATH}")]


def test_a_region_counts_nothing_before_it_is_there(tmp_path: Path) -> None:
    story = Story(tmp_path / "repository")
    later = {"data/regions/north.yaml", "gsca.yaml"}
    story.day("2024-01-01", {path: text for path, text in FILES.items() if path not in later})
    story.day("2024-02-01", {path: FILES[path] for path in later})
    assert story.told() == ["2024-01: 0 +0 -0, 0 +0 -0", "2024-02: 1 +1 -0, 1 +1 -0"]


def test_another_name_or_folder_of_a_file_changes_nothing(story: Story) -> None:
    story.day("2024-02-01", {OSLO_PATH: None, "data/cities/no/oslo.yaml": OSLO})
    renamed = OSLO.replace("  open-data:\n", "  free-data:\n") + "former_ids: [oslo]\n"
    policy = FILES["data/policies/open-data.yaml"] + "former_ids: [open-data]\n"
    region = FILES["data/regions/north.yaml"].replace("open-data", "free-data")
    story.day(
        "2024-03-01",
        {
            "data/cities/no/oslo.yaml": None,
            "data/cities/christiania.yaml": renamed.replace("north:", "up-north:"),
            "data/policies/open-data.yaml": None,
            "data/policies/free-data.yaml": policy,
            "data/regions/north.yaml": None,
            "data/regions/up-north.yaml": region + "former_ids: [north]\n",
        },
    )
    for key in ("up-north", "christiania", ""):
        assert story.told(key) == ["2024-01: 1 +1 -0, 1 +1 -0"]
    assert story.told("free-data") == ["2024-01: 1 +1 -0, 0 +0 -0"]


def test_another_id_of_a_step_changes_nothing(story: Story) -> None:
    track = FILES["data/tracks/adoption.yaml"]
    new = track.replace("{id: letter, name: Letter}", "{id: note, name: N, former_ids: [letter]}")
    story.day(
        "2024-02-01",
        {OSLO_PATH: OSLO.replace("letter:", "note:"), "data/tracks/adoption.yaml": new},
    )
    assert story.told() == ["2024-01: 1 +1 -0, 1 +1 -0"]


def test_of_two_files_with_one_id_the_first_by_path_counts(story: Story) -> None:
    empty = "name: Oslo\ncountry: 'NO'\nsources: [paper]\n"
    story.day("2024-02-01", {"data/cities/z/oslo.yaml": empty})
    story.day("2024-03-01", {"data/cities/a/oslo.yaml": empty})
    assert story.told() == ["2024-01: 1 +1 -0, 1 +1 -0", "2024-03: 0 +0 -1, 0 +0 -1"]


def test_a_merge_counts_when_it_was_made(story: Story) -> None:
    story.repository.run("checkout", "--quiet", "-b", "side")
    story.day("2024-02-01", {"data/cities/bergen.yaml": f"{BERGEN}policies: {{dig-once: }}\n"})
    story.repository.run("checkout", "--quiet", "main")
    words = ("merge", "--quiet", "--no-ff", "--message=x", "side")
    story.repository.run(*words, date="2024-04-01T00:00:00+00:00")
    assert story.told()[1:] == ["2024-04: 2 +1 -0, 1 +0 -0"]


def test_a_clock_that_went_wrong_leaves_the_order_of_the_commits(story: Story) -> None:
    story.day("2024-05-01", {OSLO_PATH: OSLO.replace("  open-data:\n", "  dig-once:\n")})
    story.day("2024-02-01", {"data/cities/bergen.yaml": f"{BERGEN}policies: {{dig-once: }}\n"})
    assert story.told() == ["2024-01: 1 +1 -0, 1 +1 -0", "2024-02: 2 +2 -1, 1 +0 -0"]


def test_what_is_committed_after_today_or_not_at_all_is_in_no_line(story: Story) -> None:
    story.day("2024-06-11", {"data/cities/bergen.yaml": f"{BERGEN}policies: {{dig-once: }}\n"})
    story.repository.write({"data/cities/asker.yaml": f"{BERGEN}policies: {{dig-once: }}\n"})
    trend = story.trend()
    assert trend.lines[-1].selections.total == 1
    assert trend.in_all == Pair(3, 1)


def test_without_a_commit_until_today_there_is_no_line(tmp_path: Path) -> None:
    story = Story(tmp_path / "repository")
    story.day("2024-06-11", FILES)
    assert story.trend().lines == ()
    story.repository.run("update-ref", "-d", "HEAD")
    with pytest.raises(CannotRunError, match="nothing is committed here yet"):
        story.trend()


def test_an_alliance_may_lie_in_a_folder(tmp_path: Path) -> None:
    story = Story(tmp_path / "repository", "north/data of it")
    story.day("2024-01-01", FILES)
    assert story.told() == ["2024-01: 1 +1 -0, 1 +1 -0"]


def test_a_shallow_clone_is_refused(story: Story, tmp_path: Path) -> None:
    story.day("2024-02-01", {OSLO_PATH: OSLO + "aliases: [x]\n"})
    clone = tmp_path / "clone"
    address = story.repository.path.as_uri()
    story.repository.run("clone", "--quiet", "--depth=1", address, str(clone))
    shallow = Story(tmp_path / "other")
    shallow.root = clone
    with pytest.raises(CannotRunError, match="this clone is shallow; fetch all of the history"):
        shallow.trend()


def test_meetings_are_those_on_record_today(story: Story) -> None:
    region = FILES["data/regions/north.yaml"] + "meetings: [{date: 2024-03-01}]\n"
    story.day("2024-03-02", {"data/regions/north.yaml": region})
    assert [line.period for line in story.trend(by=By.MEETING).lines] == [
        "2024-03-01",
        "2024-06-10",
    ]


def test_git_is_started_twice_and_each_content_is_read_once(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    cities = {f"data/cities/city-{number}.yaml": BERGEN for number in range(70)}
    story.day("2024-02-01", cities)
    for month in (3, 4, 5):
        text = f"{BERGEN}policies: {{open-data: }}\nnotes: [x{month % 2}]\n"
        story.day(f"2024-0{month}-01", dict.fromkeys(cities, text))
    read: list[str] = []
    started: list[list[str]] = []
    start, read_all = subprocess.Popen.__init__, Git.read_all

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        started.append(command)
        start(self, command, **given)

    def noted(self: Git, blobs: list[str]) -> Any:
        read.extend(blobs)
        return read_all(self, blobs)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    monkeypatch.setattr(Git, "read_all", noted)
    assert story.told()[-1] == "2024-03: 71 +70 -0, 1 +0 -0"
    asked = {"cat-file", "log"}
    assert sorted(word for command in started for word in command if word in asked) == [
        *sorted(asked)
    ]
    assert len(started) == 2
    # The text of May is that of March, and is at hand: only those of February and April are read.
    assert len(read) == 2 * len(cities)
