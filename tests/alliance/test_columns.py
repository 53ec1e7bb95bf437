"""Columns come back as they were, and what was never one is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.columns import (
    PLAIN,
    maps,
    one_by_one,
    packed_numbers,
    parted,
    shared,
    unpacked_numbers,
)
from gsca_cli.alliance.small_map import SmallMap

numbers = st.lists(st.integers(0, 70_000), max_size=5)
found = st.lists(st.dictionaries(st.text(max_size=2), st.integers(0, 3), max_size=3))


@given(numbers)
def test_numbers_come_back_however_large_they_are(given: list[int]) -> None:
    assert [*unpacked_numbers(json.loads(json.dumps(packed_numbers(given))))] == given
    assert isinstance(packed_numbers(given), str) == (max(given, default=0) < 1 << 16)


@pytest.mark.parametrize("packed", ["0", "000", "00", "xy", "é000"])
def test_a_text_of_no_numbers_is_refused(packed: str) -> None:
    with pytest.raises(ValueError, match=r"half a number|non-hexadecimal"):
        unpacked_numbers(packed)


@given(found)
def test_maps_come_back(given: list[dict[str, int]]) -> None:
    column = maps(PLAIN)
    packed = json.loads(json.dumps(column.pack([*map(SmallMap, given)])))
    again = [*column.unpack(packed)]
    assert again == given
    assert [list(each) for each in again] == [list(each) for each in given]


def test_what_values_have_in_common_is_packed_and_unpacked_once() -> None:
    turned: list[str] = []

    def turn(text: str) -> str:
        turned.append(text)
        return text[::-1]

    column = shared(one_by_one(turn, turn))
    packed = column.pack(["ab", "cd", "ab", "ab"])
    assert turned == ["ab", "cd"]
    assert [*column.unpack(packed)] == ["ab", "cd", "ab", "ab"]
    assert turned == ["ab", "cd", "ba", "dc"]


@pytest.mark.parametrize("lengths", [[], [1], [2, 2], [1, 1, 1, 1]])
def test_values_are_parted_only_if_there_are_as_many(lengths: list[int]) -> None:
    assert [*parted([1, 2, 3], [2, 0, 1])] == [(1, 2), (), (3,)]
    with pytest.raises(ValueError, match="more or fewer"):
        parted([1, 2, 3], lengths)
