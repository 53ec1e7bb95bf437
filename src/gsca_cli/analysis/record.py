"""One record, value by value, with the place of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.findings import Route, dotted


@dataclass(frozen=True, slots=True)
class PlacedValue:
    """A value, its route, and its place in the file; lines and columns count from 1."""

    route: str
    value: str | int | float | bool | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Referrer:
    """A record that refers to the one that is shown, and where."""

    key: str
    path: str
    line: int
    route: str


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record with all its values, in the order of the file, and who refers to it."""

    kind: str
    id: str
    path: str
    values: tuple[PlacedValue, ...]
    referrers: tuple[Referrer, ...]


def shown_record(alliance: Alliance, brief: Brief) -> ShownRecord:
    """Every value that is no list or map itself, with its place, and who refers to the record."""
    document = alliance.document(brief)
    values = []
    for route, value in values_of(document.data):
        at = document.locate(route)
        written = getattr(value, "written", value)
        values.append(PlacedValue(dotted(route), written, at.line, at.column))
    referrers = tuple(
        Referrer(other.key, other.path, reference.location.line, dotted(reference.route))
        for other, reference in alliance.referrers(brief.kind, brief.id)
    )
    return ShownRecord(brief.kind, brief.id, brief.path, tuple(values), referrers)


def values_of(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Every value of a document that is no list or map itself, in the order of the file."""
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from values_of(value, (*route, key))
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from values_of(value, (*route, index))
    else:
        yield route, None if isinstance(data, dict | list) else data
