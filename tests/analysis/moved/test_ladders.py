import pytest
from editions import OSLO, between, city, since, told
from small_alliance import FILES

from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.ladders import rung_moved
from gsca_cli.analysis.moved.lists import track_list

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


def test_behind_the_steps_come_all_who_walk_them() -> None:
    far = city("steps: {letter: {status: completed, since: 2023}}\n")
    assert moved(since("2022", {OSLO: far})) == ["Oslo: Letter moved, status: completed (2023)"]
    text = THEN.replace("city", "region").replace("adoption", "x")
    region = "name: North\nsteps: {letter: {status: completed, since: 2023}}\n"
    edition = since("2022", {TRACK: text, "data/regions/north.yaml": region, OSLO: far})
    assert moved(edition) == ["North: Letter moved, status: completed (2023)"]
