"""One file as data that knows where each key and value stands."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from gsca_cli.findings import Location, Route


class Span(NamedTuple):
    """From where to where something stands; lines and columns count from 1, the end is open."""

    line: int
    column: int
    end_line: int
    end_column: int


Spot = tuple[int, int, int]
"""A line, and from which column to which."""


class Place(NamedTuple):
    """Where an entry stands: its key (none in a list, or for the whole file), and its value."""

    key: Span | None
    value: Span


class Places(Mapping[Route, Place]):
    """The place of every route of a document."""

    def __init__(self, places: Mapping[Route, Place]) -> None:
        self._places = places

    def __getitem__(self, route: Route) -> Place:
        return self._places[route]

    def __contains__(self, route: object) -> bool:
        return route in self._places

    def __iter__(self) -> Iterator[Route]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def spot(self, route: Route, *, key: bool = False) -> Spot | None:
        """Where a route begins, and how far it goes on that line: its value, or its key."""
        place = self.get(route)
        if place is None:
            return None
        # An empty value is placed where its key ends: there is nothing else to point at.
        if place.key and (key or place.value[:2] == place.key[2:]):
            return _spot(place.key)
        return _spot(place.value)


_WITH_MORE_INSIDE = (dict, list)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+").findall


@dataclass(frozen=True)
class Document:
    """What one file says, and where it says it.

    `places` has a `Place` for every route of `data`, the empty route included. `text` is the file
    without its byte order mark. `run_on` are the values without quotes that take several lines.
    """

    path: str
    data: Any
    places: Places
    text: str = ""
    run_on: Sequence[Span] = ()

    def locate(self, route: Route, *, key: bool = False) -> Location:
        """Where a route stands: at its value, or at its key if that is asked or nothing else is.

        What is missing is placed at the key of its nearest parent, or at its value if that is a
        bare one, which stands for the map that could be there; the whole file at 1:1.
        """
        return Location(self.path, *self.spot(route, key=key))

    def spot(self, route: Route, *, key: bool = False) -> Spot:
        """The line, column and end column of that location."""
        if found := self.places.spot(route, key=key):
            return found
        while route := route[:-1]:
            if route in self.places:
                return self.spot(route, key=isinstance(self.value(route), dict | list))
        return 1, 1, 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; those that end with CRLF still have their CR."""
        return self.text.split("\n")

    @cached_property
    def beyond_ascii(self) -> str:
        """All characters of the file that are outside ASCII: few, in most files."""
        return "" if self.text.isascii() else "".join(_BEYOND_ASCII(self.text))

    @cached_property
    def words(self) -> Sequence[Any]:
        """Every key, and every value that is neither a list nor a map, in no special order."""
        return self._words_and_lists[0]

    @cached_property
    def strings(self) -> Collection[str]:
        """Every key and every text, each of them once."""
        return {word for word in self.words if isinstance(word, str)}

    @property
    def lists(self) -> Sequence[list[Any]]:
        """Every list, in no special order."""
        return self._words_and_lists[1]

    @cached_property
    def _words_and_lists(self) -> tuple[list[Any], list[list[Any]]]:
        words: list[Any] = []
        lists: list[list[Any]] = []
        waiting = [self.data]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                words += value
                waiting += value.values()
            elif isinstance(value, list):
                lists.append(value)
                waiting += value
            else:
                words.append(value)
        return words, lists

    def holders(self) -> Iterator[tuple[Route, dict[str, Any] | list[Any]]]:
        """Every map and every list, in the order of the file."""
        return _holders(self.data, ())

    def texts(self) -> Iterator[Span]:
        """Where every key, and every value that is neither a list nor a map, stands."""
        for route, place in self.places.items():
            if place.key:
                yield place.key
            if not isinstance(self.value(route), dict | list):
                yield place.value

    def source(self, route: Route, *, key: bool = False) -> str:
        """How a key or a value that stands on one line is written, its quotes included."""
        place = self.places[route]
        span = place.key if key and place.key else place.value
        if span.line != span.end_line:
            return ""
        return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]

    def value(self, route: Route) -> Any:
        """What stands at a route of the data."""
        value = self.data
        for part in route:
            value = value[part]
        return value

    def without(self, routes: Collection[Route]) -> "Document":
        """The same document less what stands at some routes; lists close up."""
        places: dict[Route, Place] = {}

        def kept(value: Any, was: Route, route: Route) -> Any:
            places[route] = self.places[was]
            if isinstance(value, dict):
                keys = [key for key in value if (*was, key) not in routes]
                return {key: kept(value[key], (*was, key), (*route, key)) for key in keys}
            if isinstance(value, list):
                indices = [index for index in range(len(value)) if (*was, index) not in routes]
                return [
                    kept(value[index], (*was, index), (*route, at))
                    for at, index in enumerate(indices)
                ]
            return value

        return replace(self, data=kept(self.data, (), ()), places=Places(places))


def _holders(value: Any, route: Route) -> Iterator[tuple[Route, dict[str, Any] | list[Any]]]:
    is_map = isinstance(value, dict)
    if not is_map and not isinstance(value, list):
        return
    yield route, value
    for part, inner in value.items() if is_map else enumerate(value):
        if isinstance(inner, _WITH_MORE_INSIDE):
            yield from _holders(inner, (*route, part))


def _spot(span: Span) -> Spot:
    line, column, end_line, end_column = span
    if line != end_line or end_column <= column:
        end_column = column + 1
    return line, column, end_column
