"""Values to columns of what JSON can hold, and back: fast, since thousands are packed at once.

What many of them have in common stands in a column once, and is unpacked once.
"""

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice
from sys import intern
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.small_map import SmallMap, parts_of, shared_texts


class Column(NamedTuple):
    """How the values of one field are packed, and unpacked in their order.

    Whoever unpacks what was never packed gets a `ValueError`, or another that tells of wrong data.
    """

    pack: Callable[[Sequence[Any]], Any]
    unpack: Callable[[Any], Iterable[Any]]


PLAIN: Final = Column(lambda values: values, lambda packed: packed)
"""Texts, numbers and the like: JSON holds them as they are."""

ROWS: Final = Column(lambda values: values, lambda packed: map(tuple, packed))
"""Tuples of such."""


_TWO_BYTES: Final = "<{}H"

PackedNumbers = str | Sequence[int]
"""Numbers as one text, which is written and read sooner than as many numbers."""


def packed_numbers(numbers: Sequence[int]) -> PackedNumbers:
    """Numbers as a text, unless one of them is too large for it."""
    try:
        return struct.pack(_TWO_BYTES.format(len(numbers)), *numbers).hex()
    except struct.error:
        return numbers


def unpacked_numbers(packed: PackedNumbers) -> Sequence[int]:
    """The numbers that were packed.

    Raises:
        ValueError: they were not.
    """
    if not isinstance(packed, str):
        return packed
    found = bytes.fromhex(packed)
    if len(found) % 2:
        message = "half a number"
        raise ValueError(message)
    return struct.unpack(_TWO_BYTES.format(len(found) // 2), found)


def one_by_one(pack: Callable[[Any], Any], unpack: Callable[[Any], Any]) -> Column:
    """Values that are packed each for itself."""
    return Column(lambda values: [*map(pack, values)], lambda packed: map(unpack, packed))


def shared(column: Column, name: Callable[[Any], Any] | None = None) -> Column:
    """A column of few values: each stands there once, and its number wherever it comes.

    They are told apart by `name`; to compare them takes too long where they are large.
    """

    def pack(values: Sequence[Any]) -> Any:
        names = [*map(name, values)] if name else values
        distinct = dict(zip(names, values, strict=True))
        numbers = dict(zip(distinct, count(), strict=False))
        return [
            column.pack([*distinct.values()]),
            packed_numbers([numbers[each] for each in names]),
        ]

    def unpack(packed: Any) -> Iterator[Any]:
        distinct, numbers = packed
        return map([*column.unpack(distinct)].__getitem__, unpacked_numbers(numbers))

    return Column(pack, unpack)


_KEYS: Final = shared(
    Column(
        lambda values: values,
        lambda packed: [shared_texts(tuple(map(intern, each))) for each in packed],
    ),
    id,
)
"""The keys of maps: those of most are one and the same."""

Made = Callable[[tuple[str, ...], tuple[Any, ...]], Mapping[str, Any]]


def maps(column: Column, make: Made = SmallMap.of) -> Column:
    """Maps: their keys, and the values of all of them in one column."""

    def pack(found: Sequence[Mapping[str, Any]]) -> Any:
        parts = [*map(parts_of, found)]
        values = [*chain.from_iterable(values for _, values in parts)]
        return [_KEYS.pack([keys for keys, _ in parts]), column.pack(values)]

    def unpack(packed: Any) -> Iterator[Mapping[str, Any]]:
        keys, values = [*_KEYS.unpack(packed[0])], [*column.unpack(packed[1])]
        return map(make, keys, parted(values, [*map(len, keys)]))

    return Column(pack, unpack)


def parted(values: Sequence[Any], lengths: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """The values of one after the other, each of which has so many.

    Raises:
        ValueError: there are more or fewer of them.
    """
    if sum(lengths) != len(values):
        message = "more or fewer values than there are places"
        raise ValueError(message)
    left = iter(values)
    return ((*islice(left, length),) for length in lengths)
