from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import FILES, OSLO, findings, hints, snapshot_of

from gsca_cli.checking import check
from gsca_cli.checks.stale_state import twelve_months_after

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"


def changes(plan: str) -> dict[str, str | bytes | None]:
    """Oslo with such a state of a step."""
    return {OSLO_PATH: OSLO.replace(OSLO.splitlines()[8], f"  plan: {{{plan}}}")}


def test_what_is_under_way_and_was_last_confirmed_long_ago_is_noticed_at_that_date() -> None:
    stale = changes("status: in-progress, since: 2022-05")
    assert findings(stale) == [
        (
            f"{OSLO_PATH}:9:38 stale-state: "
            "the newest date of `in-progress` is 2022-05, more than twelve months ago"
        )
    ]
    assert hints(stale) == [
        (
            f"{OSLO_PATH}:9:38 stale-state => "
            "ask the city how far it has come, and add `as_of` with the date"
        )
    ]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ("since: 2023-05-31", "since"),
        ("since: 2023-06-01", ""),
        ("since: 2023-05", "since"),
        ("since: 2023-06", ""),
        ("since: 2023", ""),
        ("since: 2022", "since"),
        ("since: ../2023-05", "since"),
        ("since: 2020/..", ""),
        ("as_of: 2022", "as_of"),
        ("reviewed: {date: 2022, role: mayor}", "date"),
        ("since: 2021, as_of: 2022, reviewed: {date: 2020, role: mayor}", "as_of"),
        ("since: 2022, as_of: 2021, reviewed: {date: 2020, role: mayor}", "since"),
        ("since: 2020, as_of: 2021, reviewed: {date: 2022, role: mayor}", "date"),
        ("since: 2021, as_of: 2023-07", ""),
        ("since: 2021, reviewed: {date: 2024, role: mayor}", ""),
        ("since: 2020/.., as_of: 2021", ""),
        ("", ""),
        ("due: 2030", ""),
    ],
)
def test_the_newest_date_tells_how_old_a_state_is(dates: str, found: str) -> None:
    line = f"status: in-progress, {dates}"
    places = [each.partition(" stale-state: ")[0] for each in findings(changes(line))]
    column = len(f"  plan: {{{line}".partition(f"{found}: ")[0]) + len(f"{found}: ") + 1
    assert places == ([f"{OSLO_PATH}:9:{column}"] if found else [])


@pytest.mark.parametrize("status", ["completed", "to-be-developed", "unknown"])
def test_only_what_is_under_way_grows_stale(status: str) -> None:
    found = findings(changes(f"status: {status}, since: 2022"))
    assert found == []


@pytest.mark.parametrize(
    ("today", "since", "stale"),
    [
        ("2024-02-29", "2023-02-28", 0),
        ("2024-02-29", "2023-02-27", 1),
        ("2024-02-28", "2023-02-28", 0),
        ("2025-02-28", "2024-02-29", 0),
        ("2025-02-28", "2024-02-28", 0),
        ("2025-02-28", "2024-02-27", 1),
        ("2025-03-01", "2024-02-29", 1),
        ("2024-03-29", "2023-03-28", 1),
        ("2024-03-29", "2023-03-29", 0),
    ],
)
def test_exactly_twelve_months_are_fresh(today: str, since: str, stale: int) -> None:
    snapshot = snapshot_of(changes(f"status: in-progress, since: {since}"))
    found = [each.code for each in check(snapshot, date.fromisoformat(today)).findings]
    assert found.count("stale-state") == stale


@given(st.dates(max_value=date(9997, 12, 31)))
def test_twelve_months_after_a_day_it_lies_more_than_twelve_months_back(day: date) -> None:
    first = twelve_months_after(day)
    assert first - day in {timedelta(366), timedelta(367)}
    assert (first.month, first.day) in {
        ((day + timedelta(1)).month, (day + timedelta(1)).day),
        (3, 1),
    }


def test_from_29_february_on_it_is_the_first_of_march() -> None:
    assert twelve_months_after(date(2024, 2, 28)) == date(2025, 3, 1)


@pytest.mark.parametrize("day", [date.max, date(9998, 12, 31)])
def test_the_last_years_of_the_calendar_have_none_after_them(day: date) -> None:
    assert twelve_months_after(day) == date.max


def test_a_selection_and_its_steps_are_looked_at_unless_it_was_withdrawn() -> None:
    state = "status: in-progress, since: 2022, steps: {plan: {status: in-progress, since: 2021}}"
    oslo = OSLO.replace("  open-data:\n", f"  open-data: {{{state}}}\n")
    places = [each.partition(" stale-state: ")[0] for each in findings({OSLO_PATH: oslo})]
    assert places == [f"{OSLO_PATH}:6:43", f"{OSLO_PATH}:6:92"]
    assert findings({OSLO_PATH: oslo.replace("since: 2022,", "since: 2022, until: 2023,")}) == []


def test_a_region_is_asked_about_its_own_steps() -> None:
    own: dict[str, str | bytes | None] = {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\nsteps: [{id: start, name: S}]\nsources: [paper]\n"
        ),
        NORTH: f"{FILES[NORTH]}steps:\n  start: {{status: in-progress, as_of: 2022}}\n",
    }
    assert hints(own) == [
        (
            f"{NORTH}:8:39 stale-state => "
            "ask the region how far it has come, and add `as_of` with the date"
        )
    ]


def test_nothing_is_said_while_the_settings_cannot_be_read() -> None:
    stale = changes("status: in-progress, since: 2022")
    (found,) = findings({**stale, "gsca.yaml": "name: Test\nshade: red\n"})
    assert "unknown-field" in found
