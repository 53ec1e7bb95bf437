"""The places of a file, worked out only where somebody asks for them."""

from collections.abc import Iterator, Mapping
from typing import Any

from gsca_cli.documents.document import Place, Places, Spot
from gsca_cli.documents.events import end_of, span_of, spot_of
from gsca_cli.findings import Route

Noted = tuple[Any, Any]
"""The event of a key (none in a list, or for the whole file), and that of its value.

An empty value has none: the libraries differ in where it stands. It is placed where its key ends.
"""


class NotedPlaces(Places):
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

    def spot(self, route: Route, *, key: bool = False) -> Spot | None:
        """Where a route begins, and how far it goes on that line: its value, or its key."""
        noted = self._noted.get(route)
        if noted is None:
            return None
        at_key, at_value = noted
        return spot_of(at_key if at_value is None or (key and at_key is not None) else at_value)
