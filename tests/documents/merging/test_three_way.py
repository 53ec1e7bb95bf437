from typing import Any

import pytest
from documents.merging.plain import PLAIN

from gsca_cli.documents.merging.three_way import agreement
from gsca_cli.documents.merging.versions import ABSENT, Versions
from gsca_cli.findings import Route

ONE, TWO = {"id": "x", "b": 1}, {"id": "z", "b": 1}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        ({"a": 1}, {"a": 2}, {"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {"a": 2}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {}, {"a": 1}, {}),
        ({"a": 1}, {"a": 1}, {}, {}),
        ({"a": 1}, {}, {}, {}),
        ({}, {"a": 1}, {"b": 1}, {"a": 1, "b": 1}),
        ({"a": {"b": 1}}, {"a": {"b": 1, "c": 1}}, {"a": {"b": 2}}, {"a": {"b": 2, "c": 1}}),
        ({"a": ["x"]}, {"a": ["x", "o"]}, {"a": ["x", "t"]}, {"a": ["x", "o", "t"]}),
        ({"a": ["x", "z"]}, {"a": ["z"]}, {"a": ["x"]}, {"a": []}),
        ({}, {"a": ["x"]}, {"a": ["z"]}, {"a": ["x", "z"]}),
        ({"a": [ONE]}, {"a": [ONE | {"b": 2}]}, {"a": [TWO, ONE]}, {"a": [TWO, ONE | {"b": 2}]}),
        ({"a": [{}]}, {"a": [{}, {"o": 1}]}, {"a": [{}, {}]}, {"a": [{}, {"o": 1}, {}]}),
        ({"state": "x"}, {"state": "z"}, {"state": {"status": "x", "n": 1}}, None),
        ({"state": {"n": 1}}, {"state": "x"}, {"state": {"n": 1, "status": "x"}}, {"state": "x"}),
    ],
)
def test_what_one_side_changed_is_taken(base: Any, ours: Any, theirs: Any, wanted: Any) -> None:
    wanted = {"state": {"status": "z", "n": 1}} if wanted is None else wanted
    found = agreement(Versions(base, ours, theirs), PLAIN)
    assert found == (Versions(wanted, wanted, wanted), [])


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "route"),
    [
        (1, 2, 3, ("a",)),
        (1, 1.0, True, ("a",)),
        (1, [1], {"b": 1}, ("a",)),
        (1, ABSENT, 2, ("a",)),
        (1, 2, ABSENT, ("a",)),
        (ABSENT, 1, 2, ("a",)),
        ({"b": 1}, {"b": 2}, {"b": 3}, ("a", "b")),
        ({"b": 1}, {"b": 2}, ABSENT, ("a",)),
        ([ONE], [ONE | {"b": 2}], [ONE | {"b": 3}], ("a", "x", "b")),
        ([ONE], [ONE | {"b": 2}], [], ("a", "x")),
        ([{"b": 1}], [{"b": 2}], [{"b": 3}], ("a",)),
        (["x", "y", "z"], ["y", "x", "z"], ["x", "z", "y"], ("a",)),
    ],
)
def test_where_both_changed_one_thing_each_has_its_own(
    base: Any, ours: Any, theirs: Any, route: Route
) -> None:
    given = [{} if each is ABSENT else {"a": each} for each in (base, ours, theirs)]
    found = agreement(Versions(*given), PLAIN)
    assert [conflict.route for conflict in found.conflicts] == [route]
    assert found.data == Versions(*given)


def test_around_a_conflict_all_else_is_merged() -> None:
    found = agreement(
        Versions({"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 2, "c": 1}, {"a": 3, "b": 1, "c": 2}),
        PLAIN,
    )
    assert found.data == Versions(*({"a": number, "b": 2, "c": 2} for number in (1, 2, 3)))
    assert found.conflicts[0].versions == Versions(1, 2, 3)


def test_the_keys_stand_in_the_order_of_both_sides() -> None:
    found = agreement(Versions({"a": 1}, {"a": 1, "o": 1}, {"t": 1, "a": 1}), PLAIN)
    assert list(found.data.ours) == ["t", "a", "o"]
