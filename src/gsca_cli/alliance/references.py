"""What a record refers to, found by the marks on its model."""

import typing
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from types import NoneType
from typing import Any, Final, NamedTuple, Self

from gsca_cli.documents.document import Spot
from gsca_cli.findings import Location, Route
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.values import Model, RefersTo


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

    The lines of many files mention the same at the same routes and columns: it is kept once.
    """

    mentions: tuple[Mention, ...]
    columns: Sequence[int]

    @classmethod
    def of(cls, mentions: Iterable[Mention], columns: Iterable[int]) -> "OnLine":
        """The one that is kept of all that are equal."""
        numbers = tuple(columns)
        return _shared(cls(tuple(mentions), bytes(numbers) if max(numbers) <= _BYTE else numbers))


_BYTE: Final = 0xFF


@dataclass(frozen=True, slots=True)
class References:
    """The references of a record, as small as they can be: there are ten of them in a file.

    `lines` are the numbers of the lines that mention something, `on_lines` is what each of them
    mentions.
    """

    path: str = ""
    lines: Sequence[int] = b""
    on_lines: tuple[OnLine, ...] = ()

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
        return cls(path, compact(lines), tuple(on_lines))

    @property
    def mentions(self) -> Iterator[Mention]:
        """What is mentioned, wherever that is."""
        return chain.from_iterable(each.mentions for each in self.on_lines)

    def cited(self, *at: str) -> Sequence[str]:
        """The sources of what stands at a route, or of the whole record."""
        listed = (*at, "sources")
        return [
            text
            for target, text, route, _ in self.mentions
            if target == "source" and route[: len(listed)] == listed
        ]

    def __iter__(self) -> Iterator[Reference]:
        for line, (mentions, columns) in zip(self.lines, self.on_lines, strict=True):
            numbers = iter(columns)
            spots = zip(mentions, numbers, numbers, strict=True)
            for (target, text, route, _), column, end_column in spots:
                yield Reference(target, text, route, self.path, (line, column, end_column))


def compact(numbers: Sequence[int]) -> Sequence[int]:
    """The same numbers in as few bytes: most lines fit into one each."""
    try:
        return bytes(numbers)
    except ValueError:
        return array("I", numbers)


@lru_cache(maxsize=1 << 14)
def _shared(on_line: OnLine) -> OnLine:
    """One and the same for all files that have it."""
    return on_line


_Walk = Callable[[Any, Route, list[Mention]], None]
"""Adds the references in a value at a route to those that were found."""


def mentions(record: Model) -> Sequence[Mention]:
    """Every id in a record that refers to something, in the order of the fields."""
    found: list[Mention] = []
    _walk_model(type(record))(record, (), found)
    return found


@cache
def _walk_model(model: type[Model]) -> _Walk:
    """How to find the references in a model: worked out once."""
    walks = [
        (name, walk)
        for name, field in model.model_fields.items()
        if (walk := _walk_of(annotation_of(field)))
    ]

    def walk_fields(value: Any, route: Route, found: list[Mention]) -> None:
        fields = vars(value)
        for name, walk in walks:
            if inner := fields[name]:
                walk(inner, (*route, name), found)

    return walk_fields


def _walk_of(annotation: Any) -> _Walk | None:
    """How to find the references in a value of a type; None if it can hold none."""
    marks = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefersTo)]
    if marks:
        return _walk_of_id(marks[0].target)
    inner = typing.get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _walk_of(inner[0])
    if NoneType in inner:
        return _walk_of(next(each for each in inner if each is not NoneType))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _walk_model(annotation)
    if typing.get_origin(annotation) is dict:
        return _walk_of_dict(*inner)
    if typing.get_origin(annotation) is tuple:
        return _walk_of_tuple(inner[0])
    return None


def _walk_of_id(target: str) -> _Walk:
    def walk(value: str, route: Route, found: list[Mention]) -> None:
        found.append((target, value, route, False))

    return walk


def _walk_of_dict(key: Any, value: Any) -> _Walk | None:
    key_walk, value_walk = _walk_of(key), _walk_of(value)
    if not key_walk and not value_walk:
        return None

    def walk(values: dict[str, Any], route: Route, found: list[Mention]) -> None:
        keys: list[Mention] = []
        for name, inner in values.items():
            where = (*route, name)
            if key_walk:
                key_walk(name, where, keys)
                found += [(target, text, at, True) for target, text, at, _ in keys]
                keys.clear()
            if value_walk:
                value_walk(inner, where, found)

    return walk


def _walk_of_tuple(item: Any) -> _Walk | None:
    item_walk = _walk_of(item)
    if not item_walk:
        return None

    def walk(values: tuple[Any, ...], route: Route, found: list[Mention]) -> None:
        for index, inner in enumerate(values):
            item_walk(inner, (*route, index), found)

    return walk
