from datetime import date

import pytest

from gsca_cli.alliance.brief import (
    CityBrief,
    MembershipBrief,
    SelectionBrief,
    StateBrief,
    membership_of,
)
from gsca_cli.analysis.latest_change import latest_change
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When

TODAY = date(2024, 6, 10)


def state(since: str = "", until: str = "") -> StateBrief:
    return StateBrief(None, *(When.parse(each) if each else None for each in (since, until)))


def place(joined: str = "", left: str = "") -> MembershipBrief:
    dates = {"joined": joined, "left": left}
    return membership_of({key: When.parse(each) for key, each in dates.items() if each})


def city(steps: list[StateBrief], selections: list[SelectionBrief]) -> CityBrief:
    return CityBrief(
        kind=Kind.CITY,
        id="oslo",
        path="data/cities/oslo.yaml",
        names={"en": "Oslo"},
        country="NO",
        steps={str(number): each for number, each in enumerate(steps)},
        selections={str(number): each for number, each in enumerate(selections)},
    )


@pytest.mark.parametrize(
    ("place", "steps", "selections", "expected"),
    [
        (place(), [state()], [], ""),
        (place("2021-04"), [], [], "2021-04"),
        (place("2021-04", "2022"), [], [], "2022"),
        (place("2021-04"), [state("2021-05"), state("2021-03")], [], "2021-05"),
        (
            place(),
            [],
            [SelectionBrief(chosen=True, state=state("2020", "2023-01-02"), steps={})],
            "2023-01-02",
        ),
        (
            place(),
            [],
            [SelectionBrief(chosen=True, state=state("2020"), steps={"own": state("2021")})],
            "2021",
        ),
        # What lies ahead is no change yet; what may lie ahead is one of today at the latest.
        (place("2025"), [state("2024-06-11")], [], ""),
        (place("2024"), [state("2024-06-09")], [], "2024"),
        # Of two that may mean the same day, the one that says more.
        (place("../2022-06"), [state("2022-06")], [], "2022-06"),
        (place("2022"), [state("2022-12-31")], [], "2022-12-31"),
        (place("../2022-06"), [state("2022-05")], [], "../2022-06"),
    ],
)
def test_the_last_date_until_today(
    place: MembershipBrief,
    steps: list[StateBrief],
    selections: list[SelectionBrief],
    expected: str,
) -> None:
    assert latest_change([(city(steps, selections), place)], TODAY) == expected


def test_of_all_cities() -> None:
    oslo = city([state("2021")], [])
    assert latest_change([(oslo, place("2020")), (oslo, place("2022"))], TODAY) == "2022"
    assert latest_change([], TODAY) == ""
