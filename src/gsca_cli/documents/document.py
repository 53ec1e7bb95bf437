"""One file as data that knows where each key and value stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from gsca_cli.findings import Location, Route


class Span(NamedTuple):
    """From where to where something stands; lines and columns count from 1, the end is open."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """Where an entry stands: its key (none in a list, or for the whole file), and its value."""

    key: Span | None
    value: Span


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says, and where it says it.

    `places` has a `Place` for every route of `data`, the empty route included.
    """

    path: str
    data: Any
    places: Mapping[Route, Place]

    def locate(self, route: Route, *, key: bool = False) -> Location:
        """Where a route stands: at its value, or at its key if that is asked or nothing else is.

        What is missing is placed at the key of its nearest parent, or at its value if that is a
        bare one, which stands for the map that could be there; the whole file at 1:1.
        """
        if route in self.places:
            place = self.places[route]
            # An empty value is placed where its key ends: there is nothing else to point at.
            if place.key and (key or place.value[:2] == place.key[2:]):
                return self._at(place.key)
            return self._at(place.value)
        while route := route[:-1]:
            if route in self.places:
                return self.locate(route, key=isinstance(self._value(route), dict | list))
        return Location(self.path)

    def _value(self, route: Route) -> Any:
        value = self.data
        for part in route:
            value = value[part]
        return value

    def _at(self, span: Span) -> Location:
        one_line = span.line == span.end_line
        end = max(span.end_column, span.column + 1) if one_line else span.column + 1
        return Location(self.path, span.line, span.column, end)
