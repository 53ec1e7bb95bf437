"""The values of a record that remarks are about, by their routes in words."""

from typing import Any

import pytest
from small_alliance import OSLO, alliance_of

TEXT = f"{OSLO}aliases: [Kristiania, {{name: Opslo, note: old}}, {{name: Opslo, note: older}}]\n"
ALLIANCE = alliance_of({"data/cities/oslo.yaml": TEXT})
SAID = ALLIANCE.entry(ALLIANCE.cities["oslo"]).said


@pytest.mark.parametrize(
    ("route", "value"),
    [
        ("country", "NO"),
        ("name.und", "Oslo"),
        ("steps.letter.status", "completed"),
        ("aliases.Kristiania.name", "Kristiania"),
        ("steps.letter.since", None),
        ("steps.nothing", None),
        ("aliases.nobody", None),
        ("country.code", None),
        ("chosen", None),
    ],
)
def test_a_route_leads_to_what_the_file_says(route: str, value: Any) -> None:
    assert SAID.at(route) == value


def test_of_two_items_with_one_name_the_first_is_meant() -> None:
    assert SAID.at("aliases.Opslo.note") == {"und": "old"}
