from typing import Any

import pytest

from gsca_cli.documents.merging.items import (
    MOST_COMPARED,
    Edit,
    edits,
    frozen,
    merged_by_place,
    opcodes,
)
from gsca_cli.documents.merging.versions import Versions
from gsca_cli.documents.rewrite import same
from gsca_cli.documents.scalars import WrittenFloat, WrittenInt


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "xbc", "abc", "xbc"),
        ("abc", "xbc", "aby", "xby"),
        ("abc", "xbc", "ayc", "xyc"),
        ("abc", "xbc", "xbc", "xbc"),
        ("abc", "xbc", "ybc", None),
        ("abc", "bc", "ybc", None),
        ("abc", "bc", "aybc", "ybc"),
        ("abc", "ac", "ab", "a"),
        ("abc", "", "abcx", "x"),
        ("abc", "abco", "abct", "abcot"),
        ("abc", "abco", "abcto", "abcot"),
        ("abc", "oabc", "tabc", "otabc"),
        ("abc", "xabc", "ybc", "xybc"),
        ("abc", "xabyc", "abc", "xabyc"),
        ("abc", "xc", "aybc", None),
        ("", "o", "t", "ot"),
    ],
)
def test_changes_at_different_places_are_both_made(
    base: str, ours: str, theirs: str, wanted: str | None
) -> None:
    found = merged_by_place(Versions(list(base), list(ours), list(theirs)))
    assert found == (None if wanted is None else list(wanted))


def test_an_edit_tells_what_takes_the_place_of_what() -> None:
    old, new = [{"a": 1}, {"a": 2}, "x"], [{"a": 1}, {"a": 3}, {"a": 4}, "x", "z"]
    assert list(edits(old, new)) == [Edit(1, 2, [{"a": 3}, {"a": 4}]), Edit(3, 3, ["z"])]


ALIKE = [
    1,
    1.0,
    True,
    "1",
    None,
    WrittenInt.of("01", 1),
    WrittenFloat.of("1.00", 1.0),
    [],
    {},
    [1],
    {"a": [1]},
    {"a": [True]},
]


@pytest.mark.parametrize("one", ALIKE, ids=repr)
@pytest.mark.parametrize("other", ALIKE, ids=repr)
def test_what_is_looked_up_is_equal_where_the_data_are_the_same(one: Any, other: Any) -> None:
    assert (frozen(one) == frozen(other)) is same(one, other)


def test_two_long_lists_are_not_compared_item_by_item() -> None:
    side = int(MOST_COMPARED**0.5)
    row = [str(number) for number in range(side)]
    assert [each[0] for each in opcodes(row, row)] == ["equal"]
    assert opcodes([*row, "x"], row) == [("replace", 0, side + 1, 0, side)]
