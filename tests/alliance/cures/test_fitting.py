"""Which values of another type were certainly meant."""

from typing import Any

import pytest

from gsca_cli.alliance.cures.fitting import is_meant
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind


@pytest.mark.parametrize(
    ("route", "old", "new", "meant"),
    [
        (("name",), ["Oslo"], "Oslo", True),
        (("name",), True, "true", True),
        (("country",), "no", "NO", True),
        (("sources",), "paper", ["paper"], True),
        (("sources",), "<50", ["<50"], False),
        (("aliases",), "Kristiania", ["Kristiania"], True),
        (("former_ids",), "kristiania", ["kristiania"], True),
        (("steps", "plan"), ["completed"], "completed", False),
        (("steps", "plan", "status"), ["completed"], "completed", True),
        (("steps", "plan", "status"), False, "false", False),
        (("nowhere",), ["Oslo"], "Oslo", False),
        (("name",), "Oslo", ["Oslo"], False),
    ],
)
def test_a_bare_value_and_a_list_of_it_are_told_apart(
    route: Route, old: Any, new: Any, *, meant: bool
) -> None:
    assert is_meant(Kind.CITY, route, old, new) is meant
