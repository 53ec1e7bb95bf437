"""A remark about a field points at a field that is not there.

`inferred`, `variants` and the fields that a source supports speak of other values of the record
by their route: names and ids joined by dots. A route that leads nowhere marks nothing, and what
was inferred would pass for a fact.

Wrong: `inferred: {steps.siteplan.since: ...}`
Right: `inferred: {steps.site-plan.since: ...}`
To fix it: write the names and ids as they stand in the file, joined by dots; `.` is the record.
"""

from collections.abc import Iterator
from typing import Any

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.records.values import as_written

_MOST_SUGGESTED = 10
_NAMING_FIELDS = ("id", "policy", "count", "name", "version", "source")
"""The fields that name an item of a list."""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The routes under `inferred`, `variants` and `sources`."""
    known = {route for route in routes(entry.document.data) if not route.startswith("inferred.")}
    record = entry.record
    marked: list[tuple[str, Route, bool]] = [
        *((route, ("inferred", route), True) for route in record.inferred),
        *((each.at, ("variants", n, "at"), False) for n, each in enumerate(record.variants)),
        *(
            (route, _place_of_support(entry, n, citation.source, m), False)
            for n, citation in enumerate(record.sources)
            for m, route in enumerate(citation.supports)
        ),
    ]
    unknown = [each for each in marked if each[0] not in known]
    for number, (route, at, key) in enumerate(unknown):
        meant = did_you_mean(route, known) if number < _MOST_SUGGESTED else ""
        yield Problem(
            at,
            f"{shown(route)} is not a value of this record{meant}",
            "write the names and ids as they stand in the file, joined by dots",
            key=key,
        )


def _place_of_support(entry: Entry, index: int, source: str, number: int) -> Route:
    """A field that a citation supports, in the long form or in the short one."""
    long = ("sources", index, "supports", number)
    return long if long in entry.document.places else ("sources", index, source, number)


def routes(data: Any, above: str = "") -> Iterator[str]:
    """Every route into plain data, list items by the field that names them."""
    yield above or "."
    if isinstance(data, dict):
        for key, value in data.items():
            yield from routes(value, f"{above}.{key}" if above else key)
    if isinstance(data, list):
        for item in data:
            for name in _names(item):
                yield from routes(item, f"{above}.{name}")


def _names(item: Any) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    if isinstance(item, dict):
        found = (as_written(item.get(field)) for field in _NAMING_FIELDS)
        yield from (name for name in found if isinstance(name, str))


CHECK = Check("unknown-route", Severity.ERROR, look=look)
