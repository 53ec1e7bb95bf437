from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.analysis.changes.difference import differences
from gsca_cli.analysis.plain import Keyed, Part


def found(before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    return [(each.at, each.before, each.after) for each in differences(before, after)]


def part(usual: dict[str, Any], **said: Any) -> Part:
    made = Part(said)
    made.usual = usual
    return made


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (part({"a": 1}), part({"a": 1}), []),
        (part({"a": 1}), part({"a": 1}, a=2), [("a", 1, 2)]),
        (part({"a": 1}, a=2), part({"a": 1}), [("a", 2, 1)]),
        (part({"a": [1]}), part({"a": [1]}, a=[1, 2]), [("a", None, 2)]),
        # What is new as a whole does not tell what it leaves out.
        ({}, part({"a": 1}, b=1), [("b", None, 1)]),
        ({}, {"x": part({"a": 1}, b=1)}, [("x", None, {"b": 1})]),
        ({}, part({"a": 1}, a=2), [("a", None, 2)]),
    ],
)
def test_a_field_that_is_left_out_says_what_it_does_by_itself(
    before: Any, after: Any, expected: list[tuple[str, Any, Any]]
) -> None:
    assert found(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [("a", 1, 2)]),
        ({}, {"a": 1}, [("a", None, 1)]),
        ({"a": 1}, {}, [("a", 1, None)]),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [("a.c", 2, 3)]),
        ({}, {"a": {"b": 1}}, [("a", None, {"b": 1})]),
        ({}, {"a": Keyed(x={"b": 1})}, [("a.x", None, {"b": 1})]),
        ({"a": Keyed(x={"b": 1})}, {}, [("a.x", {"b": 1}, None)]),
        ({"a": Keyed(x={})}, {"a": Keyed(x={}, y={})}, [("a.y", None, {})]),
        ({"a": [1, 2]}, {"a": [2, 3, 1]}, [("a", None, 3)]),
        ({"a": [1, 1]}, {"a": [1]}, [("a", 1, None)]),
        ({"a": [1, 2]}, {"a": [2, 1]}, []),
        ({}, {"a": [1]}, [("a", None, 1)]),
        ({"a": [{"id": "x", "n": 1}]}, {"a": [{"id": "x", "n": 2}]}, [("a.x.n", 1, 2)]),
        (
            {"a": [{"id": "x"}, {"id": "y"}]},
            {"a": [{"id": "y"}, {"id": "z"}, {"id": "x"}]},
            [("a", None, {"id": "z"}), ("a", ["x", "y"], ["y", "x"])],
        ),
        (
            {"a": [{"id": "x", "n": 1}, {"id": "y"}]},
            {"a": [{"id": "z", "n": 2, "former_ids": ["w", "x"]}, {"id": "y"}]},
            [
                ("a.z.id", "x", "z"),
                ("a.z.n", 1, 2),
                ("a.z.former_ids", None, "w"),
                ("a.z.former_ids", None, "x"),
            ],
        ),
        (
            {"a": [{"id": "x"}, {"id": "z", "n": 1}]},
            {"a": [{"id": "z", "former_ids": ["x"]}]},
            [("a.z.former_ids", None, "x"), ("a.z.n", 1, None), ("a", {"id": "x"}, None)],
        ),
        (
            {"a": [{"date": "1", "t": 1}, {"date": "1", "t": 2}]},
            {"a": [{"date": "1", "t": 3}, {"date": "1", "t": 2}]},
            [("a.1.t", 1, 3)],
        ),
        (
            {"a": [{"date": "1", "t": 1}, {"date": "1", "t": 2}]},
            {"a": [{"date": "1", "t": 3}]},
            [
                ("a", None, {"date": "1", "t": 3}),
                ("a", {"date": "1", "t": 1}, None),
                ("a", {"date": "1", "t": 2}, None),
            ],
        ),
        ({"a": 1}, {"a": [1]}, [("a", 1, [1])]),
    ],
)
def test_what_differs_is_told_at_its_route(
    before: Any, after: Any, expected: list[tuple[str, Any, Any]]
) -> None:
    assert found(before, after) == expected


def test_an_item_is_known_by_its_version_before_its_date() -> None:
    before = [{"version": "1.0", "date": "2020"}, {"version": "2.0", "date": "2021"}]
    after = [{"version": "1.0", "date": "2021"}, {"version": "2.0", "date": "2021"}]
    assert found({"releases": before}, {"releases": after}) == [
        ("releases.1.0.date", "2020", "2021")
    ]


class Counted(str):
    """A text that counts how often it is compared."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_a_long_list_in_which_every_item_differs_takes_no_longer_for_each() -> None:
    number, most = 500, 20

    def aliases(note: str) -> list[Any]:
        return [{"name": Counted(each), "note": Counted(note)} for each in range(number)]

    Counted.times = 0
    assert len(found({"a": aliases("x")}, {"a": aliases("y")})) == number
    assert Counted.times < most * number


SCALARS = st.integers(0, 3) | st.sampled_from(["a", "b"])
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "x", "y"]), inner, max_size=3)
        | st.dictionaries(st.sampled_from(["p", "q"]), inner, max_size=2).map(Keyed)
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.sampled_from(["a", "b", "c"]), DATA, max_size=3)


@given(RECORDS, RECORDS)
def test_the_same_data_do_not_differ_and_others_do_both_ways(before: Any, after: Any) -> None:
    assert found(before, before) == []
    there, back = found(before, after), found(after, before)
    assert sorted(map(repr, there)) == sorted(repr((at, b, a)) for at, a, b in back)
