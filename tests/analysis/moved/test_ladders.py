import pytest
from editions import NORTH, OSLO, between, city, since, told
from small_alliance import FILES

from gsca_cli.alliance.brief import TrackBrief
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.ladders import followed_lines, rung_moved
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import alliance_list, region_list, track_list

TRACK = "data/tracks/adoption.yaml"


def ladder(*steps: str, more: str = "") -> str:
    """A track with some steps, each named after its id."""
    rows = "".join(f"  - {{id: {step}, name: {step.title()}}}\n" for step in steps)
    return f"name: Adoption\nwalked_by: city\nsteps:\n{rows}sources: [paper]\n{more}"


THEN, NOW = ladder("letter", "plan"), ladder("letter", "review")


def moved(edition: Edition) -> list[str]:
    return told(track_list(edition, edition.alliance.tracks["adoption"]))


@pytest.mark.parametrize(
    ("then", "now", "lines"),
    [
        (THEN, THEN, []),
        (
            THEN,
            NOW,
            ["Adoption: has the new step Review", "Adoption: no longer has the step Plan"],
        ),
        (ladder("plan", "letter"), THEN, []),
        # What nobody could read is compared with nothing, and what is all new has no new steps.
        ("name: [\n", NOW, []),
        (None, NOW, ["Adoption: new track"]),
    ],
)
def test_the_steps_of_a_track_are_compared(then: str | None, now: str, lines: list[str]) -> None:
    assert moved(between({TRACK: then}, {TRACK: now})) == lines


def test_a_track_is_followed_under_the_id_that_it_had() -> None:
    renamed = ladder("letter", "review", more="former_ids: [adoption]\n")
    then, now = {TRACK: THEN}, {TRACK: None, "data/tracks/ladder.yaml": renamed}
    edition = between(then, now)
    track = edition.alliance.tracks["ladder"]
    found = [(step, rung_moved(edition, track, step)) for step in ("letter", "review", "plan")]
    assert [(step, each and each.what) for step, each in found] == [
        ("letter", None),
        ("review", What.ADDED),
        ("plan", What.REMOVED),
    ]


def test_a_step_is_followed_under_the_id_that_it_had() -> None:
    oslo = FILES[OSLO].replace("plan:", "draft:")
    by_hand = THEN.replace("id: plan", "id: draft")
    told = by_hand.replace("name: Plan", "former_ids: [plan], name: Drafted")
    for now in (by_hand, told):
        assert moved(between({TRACK: THEN}, {TRACK: now, OSLO: oslo})) == []
    further = oslo.replace("in-progress", "completed")
    assert moved(between({TRACK: THEN}, {TRACK: told, OSLO: further})) == [
        "Oslo: Drafted, in progress -> completed"
    ]


def test_dates_do_not_tell_when_a_ladder_changed() -> None:
    edition = since("2020", {TRACK: NOW})
    track = edition.alliance.tracks["adoption"]
    assert [rung_moved(edition, track, step) for step in track.steps] == [None, None]


OTHER = "data/tracks/other.yaml"
FOLLOWS = FILES[NORTH]
FREE = FOLLOWS.replace("track: adoption\n", "")
ELSEWHERE = FOLLOWS.replace("track: adoption", "track: other")
LEFT = "North: no longer follows the track Adoption"
FOLLOWED: dict[str, tuple[str | None, str, list[str]]] = {
    "the same": (FOLLOWS, FOLLOWS, []),
    "none any more": (FOLLOWS, FREE, [LEFT]),
    "one at last": (FREE, FOLLOWS, ["North: follows the track Adoption"]),
    "another one": (FOLLOWS, ELSEWHERE, ["North: follows the track Other now, before: Adoption"]),
    "none before or since": (FREE, FREE, []),
    # Of what nobody could read, and of what is all new, it is not told.
    "nobody knows": ("name: [\n", FOLLOWS, []),
    "a new region": (None, FOLLOWS, []),
}


@pytest.mark.parametrize("case", FOLLOWED)
def test_the_track_of_a_region_is_compared(case: str) -> None:
    then, now, lines = FOLLOWED[case]
    other = ladder("vote").replace("Adoption", "Other")
    edition = between({NORTH: then, OTHER: other}, {NORTH: now, OTHER: other})
    tracks = edition.alliance.tracks
    north = edition.alliance.regions["north"]

    def followed(track: TrackBrief | None = None) -> list[str]:
        return told(WhatMoved("", tuple(followed_lines(edition, north, track))))

    assert followed() == followed(tracks["adoption"]) == lines
    assert followed(tracks["other"]) == [line for line in lines if "Other" in line]
    for listed in (region_list(edition, north, ()), alliance_list(edition)):
        assert [line for line in told(listed) if "the track" in line] == lines
    assert [line for line in moved(edition) if "the track" in line] == lines


def test_a_region_that_follows_a_track_by_its_new_id_follows_the_same() -> None:
    renamed = ladder("letter", "plan", more="former_ids: [adoption]\n")
    now = {TRACK: None, "data/tracks/ladder.yaml": renamed}
    now[NORTH] = FOLLOWS.replace("track: adoption", "track: ladder")
    edition = between({TRACK: THEN}, now)
    assert not [*followed_lines(edition, edition.alliance.regions["north"])]


def test_a_track_that_is_gone_is_called_as_it_was() -> None:
    edition = between({}, {NORTH: FREE, TRACK: None})
    found = followed_lines(edition, edition.alliance.regions["north"])
    assert told(WhatMoved("", tuple(found))) == [LEFT]


def test_dates_do_not_tell_when_a_region_took_up_a_track() -> None:
    edition = since("2020", {NORTH: FREE})
    assert not [*followed_lines(edition, edition.alliance.regions["north"])]


def test_behind_the_steps_come_all_who_walk_them() -> None:
    far = city("steps: {letter: {status: completed, since: 2023}}\n")
    assert moved(since("2022", {OSLO: far})) == ["Oslo: Letter moved, status: completed (2023)"]
    text = THEN.replace("city", "region").replace("adoption", "x")
    region = "name: North\nsteps: {letter: {status: completed, since: 2023}}\n"
    edition = since("2022", {TRACK: text, "data/regions/north.yaml": region, OSLO: far})
    assert moved(edition) == ["North: Letter moved, status: completed (2023)"]
