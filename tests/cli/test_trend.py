"""gsca trend: what it is asked for, and whole answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import ROOT, Gsca
from small_alliance import FILES, OSLO

Golden = Callable[[str, str], None]

HEALTH = ROOT / "tests" / "alliances" / "health"
WHOLE = {
    "health-trend-sur.txt": ("sur", "--since", "2023-10"),
    "health-trend-sur.csv": ("sur", "--by", "quarter"),
    "health-trend-sur-meetings.txt": ("sur", "--by", "meeting", "--lang", "pt"),
    "health-trend-sur-meetings.md": ("sur", "--by", "meeting", "--format", "md"),
    "health-trend.txt": ("--by", "year"),
    "health-trend-policy.txt": ("policy/aire-limpio",),
    "health-trend-city.json": ("villa-nandu", "--by", "year"),
}

USAGE = {
    "a kind that is not counted": (
        ["pioneers"],
        "a programme has no trend; give a region, a city, a policy, or nothing",
    ),
    "no such record": (["nrth"], "no record `nrth`; did you mean `north`?"),
    "a beginning after today": (
        ["--since", "2025"],
        "--since 2025 is later than today, which is 2024-06-01",
    ),
    "no date": (["--since", "June"], "--since June: is not a date"),
    "a date in words": (
        ["--since", "June 2022"],
        "--since June 2022: is not a date; did you mean `2022-06`?",
    ),
    "meetings of a policy": (
        ["open-data", "--by", "meeting"],
        "--by meeting needs a region, whose",
    ),
    "no such period": (["--by", "week"], "Invalid value for '--by': 'week' is not one of 'month'"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_answer(shipped: Gsca, golden: Golden, name: str) -> None:
    form = name.rpartition(".")[2].replace("txt", "text")
    words = [*WHOLE[name], "--root", str(HEALTH)]
    golden(name, shipped.out("trend", *words, *(() if "--format" in words else ("--format", form))))


def test_shipped_records_that_no_source_dates_are_told(shipped: Gsca, golden: Golden) -> None:
    golden("trend-latam.txt", shipped.out("trend", "latam"))


@pytest.mark.parametrize("key", ["north", "oslo"])
def test_without_meetings_there_is_no_such_trend(small: Gsca, key: str) -> None:
    ran = small("trend", key, "--by", "meeting")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "gsca: --by meeting: no meeting is on record; "
        "add it under `meetings` in data/regions/north.yaml\n"
    )


@pytest.mark.parametrize("case", USAGE)
def test_wrong_usage_is_one_line_and_exit_2(small: Gsca, case: str) -> None:
    words, message = USAGE[case]
    ran = small("trend", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"gsca: {message}")
    assert ran.err.count("\n") == 1


def test_a_trend_may_begin_with_a_meeting(small: Gsca) -> None:
    north = small.root / "data/regions/north.yaml"
    north.write_text(f"{north.read_text()}meetings: [date: 2023-11-20, date: 2024-02-05]\n")
    (small.root / "data/cities/oslo.yaml").write_text(
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\n"
        "policies: {open-data: {since: 2023-05}}\nsources: [paper]\n"
    )
    since = small.out("trend", "north", "--since", "meeting:1", "--format", "csv")
    assert since == small.out("trend", "north", "--since", "2023-11-20", "--format", "csv")
    assert since.splitlines()[1].startswith("2023-11,")
    ran = small("trend", "--since", "last-meeting")
    assert ran.code == 2
    assert ran.err.startswith("gsca: --since last-meeting: meetings are those of a region")


def test_no_line_is_wider_than_the_terminal(shipped: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (60, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        for words in (("sur",), ("sur", "--by", "meeting"), ("latam", "--root", str(ROOT))):
            root = () if "--root" in words else ("--root", str(HEALTH))
            out = shipped.out("trend", *words, *root)
            assert max(len(line) for line in out.splitlines()) <= width


def test_a_former_id_and_errors_are_told_beside_the_answer(small: Gsca, tmp_path: Path) -> None:
    (small.root / "data/cities/oslo.yaml").write_text(OSLO + "former_ids: [christiania]\n")
    (small.root / "data/cities/bergen.yaml").write_text("name: Bergen\n")
    out = tmp_path / "out.txt"
    ran = small("trend", "christiania", "-o", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "gsca: the data has 1 error; `gsca validate --today 2024-06-01` shows where\n"
        "gsca: `christiania` is called `oslo` now\n"
    )
    assert out.read_text("utf-8").startswith("Oslo: selections and completed steps by month\n")


def test_git_tells_what_was_on_record(
    small: Gsca, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use_no_settings(monkeypatch, tmp_path / ".home")
    assert small("trend", "--recorded").code == 3
    story = GitRepository(tmp_path / "story")
    story.write(FILES)
    story.commit(date="2024-01-31T12:00:00+00:00")
    story.write({"data/cities/oslo.yaml": "name: ["})
    story.commit(date="2024-03-01T12:00:00+00:00")
    both = OSLO.replace("  open-data:\n", "  open-data:\n  dig-once:\n")
    story.write({"data/cities/oslo.yaml": both.replace("in-progress", "completed")})
    story.commit(date="2024-04-01T12:00:00+00:00")
    story.write({"data/cities/oslo.yaml": OSLO})
    root = ("--root", str(story.path))
    golden("trend-recorded.txt", small.out("trend", "north", "--recorded", *root))
    golden("trend-recorded.csv", small.out("trend", "--recorded", "--format", "csv", *root))
    found = json.loads(small.out("trend", "north", "--recorded", "--format", "json", *root))
    trend = found["trend"]
    assert (trend["recorded"], trend["apart"]) == (True, None)
    assert [line["selections"]["total"] for line in trend["lines"]] == [1, 1, 0, 2, 2, 2]
    assert trend["in_all"] == {"selections": 1, "steps": 1}


def test_a_trend_may_end_at_any_moment(gsca: Gsca, repository: GitRepository) -> None:
    asked = ("trend", "north", "--recorded", "--format", "csv")
    whole = gsca(*asked, "--today", "2022-06-30").out.splitlines()
    ran = gsca(*asked, "--at", "2022-06")
    assert ran.err.startswith("gsca: as recorded in ")
    assert ran.out.splitlines() == [*whole[:-1], "in the commit,,,,1,,,1,,,"]
    early = gsca(*asked, "--at", repository.run("rev-list", "--max-parents=0", "HEAD"))
    assert early.out.splitlines()[1].startswith("2022-05,,2022-05-01,2022-05-01,1,1,")
    assert len(early.out.splitlines()) < len(whole)
