from typing import Any

import pytest
from documents.merging.plain import PLAIN

from gsca_cli.documents.merging.naming import counted, named
from gsca_cli.findings import Route


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ([], []),
        (["x", "z"], ["x", "z"]),
        ([{"id": "x"}, "z"], ["x", "z"]),
        (["x", "x"], None),
        ([{"id": "x"}, "x"], None),
        (["x", {"a": 1}], None),
        (["x", 1], None),
    ],
)
def test_items_go_by_name_if_each_has_one_of_its_own(
    items: list[Any], names: list[str] | None
) -> None:
    found = named(("a",), items, PLAIN)
    assert (found and list(found)) == (names or (None if names is None else {}))


DATA = {"a": [{"id": "x", "b": 1}, "z"], "c": {"d": None}}


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ((), ()),
        (("c", "d"), ("c", "d")),
        (("a", "z"), ("a", 1)),
        (("a", "x", "b"), ("a", 0, "b")),
        (("a", "w"), None),
        (("a", "x", "w"), None),
        (("w",), None),
        (("c", "d", "e"), None),
        (("a", "z", "e"), None),
    ],
)
def test_a_route_that_names_items_is_found(route: Route, place: Route | None) -> None:
    assert counted(DATA, route, PLAIN) == place
