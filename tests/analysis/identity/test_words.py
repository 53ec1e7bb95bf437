"""Statuses, roles, standings and steps that have another id and say the same."""

import pytest
from analysis.changes.told import Files, told
from small_alliance import FILES, OSLO, alliance_of

from gsca_cli.analysis.identity.words import new_words

CITY, TRACK = "data/cities/oslo.yaml", "data/tracks/adoption.yaml"
GOING = FILES["gsca.yaml"] + (
    "statuses:\n"
    "  - {id: unknown, name: Unknown, symbol: '?', class: unknown}\n"
    "  - {id: in-progress, name: Under way, symbol: '~', class: active}\n"
    "  - {id: completed, name: Done, symbol: x, class: done}\n"
)
PLACES = FILES["gsca.yaml"] + (
    "roles: [{id: member, name: Member}]\nstandings: [{id: active, name: Active}]\n"
)


def renamed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


CASES: dict[str, tuple[Files, Files, dict[tuple[str, str], str]]] = {
    "a status": (
        {"gsca.yaml": GOING},
        {
            "gsca.yaml": renamed(GOING, "in-progress", "going"),
            CITY: renamed(OSLO, "in-progress", "going"),
        },
        {("status", "in-progress"): "going"},
    ),
    "a status of another class": (
        {"gsca.yaml": GOING},
        {"gsca.yaml": GOING.replace("in-progress", "going").replace("active", "pending")},
        {},
    ),
    "a status that another one was called like": (
        {"gsca.yaml": f"{GOING}  - {{id: x, name: Under way, symbol: y, class: active}}\n"},
        {"gsca.yaml": renamed(GOING, "in-progress", "going")},
        {},
    ),
    "a role": (
        {"gsca.yaml": PLACES},
        {"gsca.yaml": renamed(PLACES, "id: member", "id: full")},
        {("role", "member"): "full"},
    ),
    "a standing": (
        {"gsca.yaml": PLACES},
        {"gsca.yaml": renamed(PLACES, "id: active", "id: here")},
        {("standing", "active"): "here"},
    ),
    "a step": (
        {},
        {TRACK: renamed(FILES[TRACK], "id: plan", "id: draft")},
        {("step", "plan"): "draft"},
    ),
    "a step that has gone to another track": (
        {},
        {
            TRACK: renamed(FILES[TRACK], "id: plan", "id: draft"),
            "data/tracks/b.yaml": "name: B\nwalked_by: city\nsteps: [{id: plan, name: X}]\n",
        },
        {},
    ),
}


@pytest.mark.parametrize(("before", "after", "found"), CASES.values(), ids=CASES)
def test_a_word_is_known_by_what_it_says(
    before: Files, after: Files, found: dict[tuple[str, str], str]
) -> None:
    assert new_words(alliance_of(before), alliance_of(after), {}) == found


def test_a_track_may_have_another_id_itself() -> None:
    after = {
        TRACK: None,
        "data/tracks/ladder.yaml": renamed(FILES[TRACK], "id: plan", "id: draft"),
    }
    found = new_words(alliance_of(), alliance_of(after), {"ladder": "adoption"})
    assert found == {("step", "plan"): "draft"}


def test_a_status_under_another_id_is_told_once() -> None:
    (line,) = told(*CASES["a status"][:2])
    assert line.startswith("Test Alliance: statuses: added id going, name Under way")


def test_what_has_changed_besides_is_told_in_the_same_words() -> None:
    before, after, _ = CASES["a status"]
    files = {**after, CITY: renamed(str(after[CITY]), "2022-05", "2022-06")}
    assert told(before, files)[0] == "Oslo: Plan: since: 2022-05 -> 2022-06"


def test_a_step_under_another_id_is_told_once() -> None:
    after = {**CASES["a step"][1], CITY: renamed(OSLO, "plan:", "draft:")}
    assert told({}, after) == [
        "Adoption: steps: added id draft, name Plan; removed id plan, name Plan"
    ]
