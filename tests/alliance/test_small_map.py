"""A small map is told from a dict with the same items by its size alone."""

import pickle
from sys import getsizeof

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.small_map import SmallMap, shared_texts

keys = st.text(alphabet="abc", max_size=3)
dicts = st.dictionaries(keys, st.integers(0, 3), max_size=6)


@given(dicts, keys)
def test_it_is_the_dict_that_it_was_made_of(given: dict[str, int], key: str) -> None:
    small = SmallMap(given)
    assert list(small) == list(small.keys()) == list(given)
    assert list(small.values()) == list(given.values())
    assert list(small.items()) == list(given.items())
    assert (len(small), bool(small)) == (len(given), bool(given))
    assert (key in small) == (key in given)
    assert small.get(key) == given.get(key)
    assert small.get(key, 7) == given.get(key, 7)
    assert [small[each] for each in given] == list(given.values())


@given(dicts, dicts)
def test_it_equals_whatever_has_the_same_items(one: dict[str, int], other: dict[str, int]) -> None:
    backwards = dict(reversed(one.items()))
    assert SmallMap(one) == one == SmallMap(backwards)
    assert one == SmallMap(one)
    assert (SmallMap(one) == SmallMap(other)) == (one == other)
    assert (SmallMap(one) == other) == (one == other)


def test_a_key_that_is_not_there_is_an_error_as_ever() -> None:
    small = SmallMap({"en": "Oslo"})
    with pytest.raises(KeyError, match="nb"):
        small["nb"]
    assert "nb" not in small


def test_what_it_was_made_of_may_change() -> None:
    given = {"en": "Oslo"}
    small = SmallMap(given)
    given["en"] = "Bergen"
    given["nb"] = "Bergen"
    assert small == {"en": "Oslo"}


def test_it_can_be_shown_and_sent() -> None:
    small = SmallMap({"en": "Oslo", "nb": "Osló"})
    assert repr(small) == "SmallMap({'en': 'Oslo', 'nb': 'Osló'})"
    again = pickle.loads(pickle.dumps(small))  # noqa: S301 (it is our own)
    assert isinstance(again, SmallMap)
    assert list(again.items()) == list(small.items())


@pytest.mark.parametrize("number", range(1, 7))
def test_it_is_smaller_than_a_dict(number: int) -> None:
    """The keys stand in a tuple that thousands share."""
    given = {f"key-{each}": each for each in range(number)}
    values = tuple(given.values())
    assert getsizeof(SmallMap(given)) + getsizeof(values) < getsizeof(given) * 0.75


def test_equal_texts_are_one_and_the_same() -> None:
    one, other = (shared_texts(("-".join("ab"), "c")) for _ in range(2))
    assert one is other
