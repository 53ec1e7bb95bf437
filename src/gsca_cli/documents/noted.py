"""The places of a file, worked out only where somebody asks for them."""

from collections.abc import Iterator, Mapping
from typing import Any

from gsca_cli.documents.document import Place
from gsca_cli.documents.events import end_of, span_of
from gsca_cli.findings import Route

Noted = tuple[Any, Any]
"""The event of a key (none in a list, or for the whole file), and that of its value.

An empty value has none: the libraries differ in where it stands. It is placed where its key ends.
"""


class NotedPlaces(Mapping[Route, Place]):
    """The place of every key and value, by the events that they began with.

    Most files have no finding, and a place is asked for few of their values.
    """

    def __init__(self, noted: Mapping[Route, Noted]) -> None:
        self._noted = noted

    def __getitem__(self, route: Route) -> Place:
        key, value = self._noted[route]
        return Place(span_of(key) if key else None, span_of(value) if value else end_of(key))

    def __contains__(self, route: object) -> bool:
        return route in self._noted

    def __iter__(self) -> Iterator[Route]:
        return iter(self._noted)

    def __len__(self) -> int:
        return len(self._noted)
