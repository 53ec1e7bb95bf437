import pytest
from editions import NORTH, OSLO, between, city, north, oslo, since

from gsca_cli.analysis.moved.memberships import (
    column_moved,
    membership_moved,
    participation_moved,
)
from gsca_cli.analysis.moved.moved import Moved


def seen(moved: Moved | None) -> str:
    """What happened, and when."""
    return f"{moved.what} {moved.when or '-'}" + " perhaps" * moved.perhaps if moved else ""


def placed(place: str | None) -> dict[str, str]:
    """A city with a place in the north; None: with none."""
    text = city(place=place or "")
    return {OSLO: text if place is not None else text.replace("north: ", "")}


PLACES: list[tuple[str | None, str | None, str]] = [
    (None, None, ""),
    ("", "", ""),
    (None, "", "joined -"),
    (None, "{role: observer, joined: 2023}", "joined 2023"),
    ("observer", "member", "moved -"),
    ("member", "observer", "moved -"),
    ("", "observer", "moved -"),
    ("", "member", ""),
    ("{left: 2020}", "{joined: 2023}", "joined 2023"),
    ("", "{left: 2023}", "left 2023"),
    ("", "{standing: left}", "left -"),
    ("{left: 2020}", "{left: 2021}", ""),
    ("{standing: left}", "{standing: left, left: 2021}", ""),
    ("{standing: active}", "{standing: paused}", ""),
    (None, "{left: 2023}", "left 2023"),
    ("", None, "unlisted -"),
    ("{left: 2020}", None, ""),
]


@pytest.mark.parametrize(("then", "now", "expected"), PLACES)
def test_a_city_joins_and_leaves(then: str | None, now: str | None, expected: str) -> None:
    edition = between(placed(then), placed(now))
    assert seen(membership_moved(edition, oslo(edition), "north")) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (None, ""),
        ("", ""),
        ("{joined: 2023}", "joined 2023"),
        ("{joined: 2022}", "joined 2022 perhaps"),
        ("{joined: ../2023}", "joined ../2023 perhaps"),
        ("{joined: 2021}", ""),
        ("{joined: 2021, left: 2023}", "left 2023"),
        ("{joined: 2023, left: 2023}", "left 2023"),
        ("{joined: 2023, left: 2021}", ""),
    ],
)
def test_by_dates_a_city_joined_or_left_if_they_say_so(place: str | None, expected: str) -> None:
    edition = since("2022-05", placed(place))
    assert seen(membership_moved(edition, oslo(edition), "north")) == expected


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (None, "", "joined -"),
        (None, "{joined: 2023}", "joined 2023"),
        ("", "", ""),
        ("", "{joined: 2023}", ""),
        ("", None, "unlisted -"),
        (None, None, ""),
    ],
)
def test_a_city_takes_part_in_a_programme(then: str | None, now: str | None, expected: str) -> None:
    cities = [
        {OSLO: city("" if each is None else f"programmes: {{pioneers: {each}}}\n")}
        for each in (then, now)
    ]
    edition = between(*cities)
    assert seen(participation_moved(edition, oslo(edition), "pioneers")) == expected


def test_by_dates_a_city_joined_a_programme_if_its_date_says_so() -> None:
    text = city("programmes: {pioneers: {joined: 2023}, second: {joined: 2020}, third: }\n")
    edition = since("2022", {OSLO: text})
    found = [participation_moved(edition, oslo(edition), key) for key in oslo(edition).programmes]
    assert [seen(each) for each in found] == ["joined 2023", "", ""]


def region(columns: str) -> dict[str, str]:
    """The north with some columns."""
    return {NORTH: f"name: North\ncolumns: [{columns}]\nsources: [paper]\n"}


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("dig-once", "dig-once, open-data", "added -"),
        ("dig-once", "dig-once, {policy: open-data, added: 2023}", "added 2023"),
        ("open-data", "dig-once, {policy: open-data, added: 2023}", ""),
        ("open-data", "dig-once", "removed -"),
        ("dig-once", "dig-once", ""),
    ],
)
def test_a_region_tracks_a_policy(then: str, now: str, expected: str) -> None:
    edition = between(region(then), region(now))
    assert seen(column_moved(edition, north(edition), "open-data")) == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("{policy: open-data, added: 2023}", "added 2023"),
        ("{policy: open-data, added: 2022}", "added 2022 perhaps"),
        ("{policy: open-data, added: 2021}", ""),
        ("open-data", ""),
        ("", ""),
    ],
)
def test_by_dates_a_column_is_new_if_its_date_says_so(columns: str, expected: str) -> None:
    edition = since("2022-05", region(columns))
    assert seen(column_moved(edition, north(edition), "open-data")) == expected


def test_nothing_is_said_of_what_could_not_be_read() -> None:
    edition = between({OSLO: "name: [\n", NORTH: "name: [\n"}, {})
    assert membership_moved(edition, oslo(edition), "north") is None
    assert participation_moved(edition, oslo(edition), "pioneers") is None
    assert column_moved(edition, north(edition), "open-data") is None
