"""A remark about a field points at a field that is not there.

`inferred`, `variants` and the fields that a source supports speak of other values of the record
by their route: names and ids joined by dots. A route that leads nowhere marks nothing, and what
was inferred would pass for a fact.

Wrong: `inferred: {steps.siteplan.since: ...}`
Right: `inferred: {steps.site-plan.since: ...}`
To fix it: write the names and ids as they stand in the file, joined by dots; `.` is the record.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from gsca_cli.alliance.at_a_glance.at_route import at_route
from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.checks.check import ANY_DAY, NEVER, Check, Context, Problem, unless
from gsca_cli.findings import ReplaceText, Route, Severity, shown
from gsca_cli.records.naming import names_of_item

_HINT = "write the names and ids as they stand in the file, joined by dots"


class _Marked(NamedTuple):
    """A route that a remark names, seen from a part of the record, and where it is written."""

    text: str
    part: Route
    at: Route
    key: bool = False


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The routes under `inferred`, `variants` and any `sources`."""
    known: dict[Route, Collection[str]] = {}
    suggestions = Suggestions()
    for marked in (*_remarks(entry), *_supports(entry)):
        if marked.part not in known:
            part = entry.document.value(marked.part)
            known[marked.part] = {
                route for route in routes(part) if not route.startswith("inferred.")
            }
        if marked.text not in known[marked.part]:
            whole = "part" if marked.part else "record"
            found = suggestions.find(marked.text, known[marked.part], marked.part)
            yield Problem(
                marked.at,
                f"{shown(marked.text)} is not a value of this {whole}",
                found.before(_HINT),
                key=marked.key,
                mend=_mend(entry, marked, found.meant),
            )


def _mend(entry: Entry, marked: _Marked, meant: str | None) -> ReplaceText | None:
    """The route that was meant, where it differs in the name of a field: an id may be misspelt."""
    from gsca_cli.records.shape import Fields, shape_at  # noqa: PLC0415 (few files need it)

    parts, right = marked.text.split("."), (meant or "").split(".")
    odd = [place for place, (a, b) in enumerate(zip(parts, right, strict=False)) if a != b]
    if not meant or len(parts) != len(right) or len(odd) != 1:
        return None
    above = (*marked.part, *right[: odd[0]])
    if not isinstance(shape_at(entry.kind, above), Fields):
        return None
    place = entry.document.locate(marked.at, key=marked.key)
    return ReplaceText(place, marked.text, meant)


def _remarks(entry: Entry) -> Iterator[_Marked]:
    record = entry.record
    for route in record.inferred:
        yield _Marked(route, (), ("inferred", route), key=True)
    for index, variant in enumerate(record.variants):
        yield _Marked(variant.at, (), ("variants", index, "at"))


def _supports(entry: Entry) -> Iterator[_Marked]:
    """The fields that citations support: fields of whatever has these sources."""
    from gsca_cli.records.values import Citation  # noqa: PLC0415 (loaded, where there is an entry)

    for route, citation in entry.parts:
        if type(citation) is Citation and citation.supports:
            for number, text in enumerate(citation.supports):
                at = _place_of_support(entry, route, citation.source, number)
                yield _Marked(text, route[:-2], at)


def _place_of_support(entry: Entry, route: Route, source: str, number: int) -> Route:
    """A field that a citation supports, in the long form or in the short one."""
    long = (*route, "supports", number)
    return long if long in entry.document.places else (*route, source, number)


def routes(data: Any, above: str = "") -> Iterator[str]:
    """Every route into plain data, list items by the field that names them."""
    yield above or "."
    if isinstance(data, dict):
        for key, value in data.items():
            yield from routes(value, f"{above}.{key}" if above else key)
    if isinstance(data, list):
        for item in data:
            for name in names_of_item(item):
                yield from routes(item, f"{above}.{name}")


def finds_in(seen: Seen, _: Context) -> date:
    """Every field that a citation names stands beside it."""
    for field, beside in seen.supports:
        if field not in beside:
            return ANY_DAY
    return NEVER


def finds_from(glance: Glance, _: Context) -> date:
    """A record in which something stands wherever it says that something is inferred."""
    values = glance.values
    given = values.get("inferred")
    return unless(not given or None not in (at_route(values, route) for route in given))


CHECK = Check("unknown-route", Severity.ERROR, look=look, finds_in=finds_in, finds_from=finds_from)
