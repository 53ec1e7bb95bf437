"""What a record refers to, and where."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, Final, NamedTuple, Self

from gsca_cli.documents.document import Spot
from gsca_cli.findings import Location, Route


class Reference(NamedTuple):
    """An id in a record, what it must be the id of, and where it stands.

    `target` is a kind of record, or `status`, `role`, `standing`, `step`, `phase`, `cohort`.
    """

    target: str
    id: str
    route: Route
    path: str
    spot: Spot

    @property
    def location(self) -> Location:
        """Where the id stands."""
        return Location(self.path, *self.spot)


Mention = tuple[str, str, Route, bool]
"""A target, an id, its route, and whether it stands as the key there."""


class OnLine(NamedTuple):
    """What one line mentions, and for each mention the column where it begins and that behind it.

    The lines of many files mention the same at the same routes and columns: it is kept once, and
    known by its number in this process.
    """

    mentions: tuple[Mention, ...]
    columns: Sequence[int]
    number: int

    @classmethod
    def of(cls, mentions: Iterable[Mention], columns: Iterable[int]) -> "OnLine":
        """The one that is kept of all that are equal."""
        found, numbers = tuple(mentions), tuple(columns)
        kept = bytes(numbers) if max(numbers) <= _BYTE else numbers
        number = _numbers.setdefault((found, kept), len(_on_lines))
        if number == len(_on_lines):
            _on_lines.append(cls(found, kept, number))
        return _on_lines[number]

    @staticmethod
    def numbered(number: int) -> "OnLine":
        """The one of a number."""
        return _on_lines[number]

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has numbers of its own.
        return OnLine.of, (self.mentions, self.columns)


_BYTE: Final = 0xFF

_on_lines: Final[list[OnLine]] = []
"""Every one by its number. None is forgotten, for a reference may hold the number.

A process reads a few snapshots and ends, and two hundred thousand files have some thousands in all.
"""
_numbers: Final[dict[tuple[tuple[Mention, ...], Sequence[int]], int]] = {}


@dataclass(slots=True)
class References:
    """The references of a record, as small as they can be: there are ten of them in a file.

    Nobody changes them; they are not `frozen`, for then it would take longer to make them.

    `packed` are the lines that mention something, and the numbers of what each of them mentions.
    """

    path: str = ""
    packed: "bytes | array[int]" = b""

    @classmethod
    def of(cls, path: str, mentions: Iterable[Mention], spots: Iterable[Spot]) -> Self:
        """What a file mentions, and where each of it stands, in the order of the file."""
        lines: list[int] = []
        on_lines: list[OnLine] = []
        pairs = zip(mentions, spots, strict=True)
        for line, group in groupby(pairs, key=lambda pair: pair[1][0]):
            found = list(group)
            lines.append(line)
            columns = chain.from_iterable(spot[1:] for _, spot in found)
            on_lines.append(OnLine.of((mention for mention, _ in found), columns))
        return cls.on(path, lines, on_lines)

    @classmethod
    def on(cls, path: str, lines: Sequence[int], on_lines: Sequence[OnLine]) -> Self:
        """What some lines of a file mention."""
        return cls(path, _packed(lines, [each.number for each in on_lines]))

    @classmethod
    def numbered(cls, path: str, lines: Sequence[int], numbers: Sequence[int]) -> Self:
        """What some lines of a file mention, by the numbers of this process."""
        return cls(path, _packed(lines, numbers))

    @property
    def lines(self) -> Sequence[int]:
        """The numbers of the lines that mention something."""
        packed = self.packed
        return packed[: len(packed) // (_BYTES_OF_A_LINE if isinstance(packed, bytes) else 2)]

    @property
    def numbers(self) -> Sequence[int]:
        """For each of these lines the number of what it mentions: many files have the same."""
        packed = self.packed
        if isinstance(packed, bytes):
            return array(_TWO_BYTES, packed[len(packed) // _BYTES_OF_A_LINE :])
        return packed[len(packed) // 2 :]

    @property
    def on_lines(self) -> Sequence[OnLine]:
        """What each of these lines mentions."""
        return [_on_lines[number] for number in self.numbers]

    @property
    def mentions(self) -> Iterator[Mention]:
        """What is mentioned, wherever that is."""
        return chain.from_iterable(_on_lines[number].mentions for number in self.numbers)

    def cited(self, *at: str) -> Sequence[str]:
        """The sources of what stands at a route, or of the whole record."""
        listed = (*at, "sources")
        return [
            text
            for target, text, route, _ in self.mentions
            if target == "source" and route[: len(listed)] == listed
        ]

    def __iter__(self) -> Iterator[Reference]:
        for line, (mentions, columns, _) in zip(self.lines, self.on_lines, strict=True):
            numbers = iter(columns)
            spots = zip(mentions, numbers, numbers, strict=True)
            for (target, text, route, _), column, end_column in spots:
                yield Reference(target, text, route, self.path, (line, column, end_column))

    def __reduce__(self) -> tuple[Any, ...]:
        # The numbers are those of this process.
        return References.on, (self.path, list(self.lines), self.on_lines)


def mentions_of_all(records: Iterable[References]) -> Iterator[Mention]:
    """What some records mention; what thousands of them have in common comes once."""
    numbers: set[int] = set()
    for each in records:
        numbers.update(each.numbers)
    return chain.from_iterable(_on_lines[number].mentions for number in numbers)


_TWO_BYTES: Final = "H"
_MORE_BYTES: Final = "I"
_BYTES_OF_A_LINE: Final = 3


def _packed(lines: Sequence[int], numbers: Sequence[int]) -> "bytes | array[int]":
    """Each line in a byte, and then each number in two; where that is not enough, all in more."""
    try:
        return bytes(lines) + array(_TWO_BYTES, numbers).tobytes()
    except (ValueError, OverflowError):
        return array(_MORE_BYTES, (*lines, *numbers))
