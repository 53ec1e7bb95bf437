"""Lines that are read as a part of the value above them, in fields where no value runs on."""

from collections.abc import Iterator
from typing import Final

from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.documents.document import Document, Span
from gsca_cli.documents.odd_lines import BEGIN_WITH_A_DASH, odd_line, without_bullet
from gsca_cli.findings import Finding, Location, Related, Route, Severity, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Fields, Items, Shape, Value, shape_at

_FITS_ON_A_LINE: Final = 80
_IN_ITEM: Final = (
    "this line is read as a part of the item above it",
    f"{BEGIN_WITH_A_DASH}, and indent it like that item; or put all of it on one line",
)
_IN_BRACKETS: Final = (
    "this line is read as a part of the item above it",
    "write a comma behind that item; or put all of it on one line",
)
_IN_VALUE: Final = (
    "this line is read as a part of the value above it",
    "write it as `key: value`, indented like the line of that value; or delete it",
)
_NO_DASHES: Final = "the lines of this list have no dashes"


def swallowed(kind: Kind, document: Document) -> list[Finding]:
    """Every line that goes on with an id, a word, a date, a link or a short name."""
    routes = {document.places[route].value: route for route in document.places}
    return [
        finding
        for span in document.run_on
        if span in routes
        for finding in _in_value(document, span, routes[span], _single(kind, routes[span]))
    ]


def _single(kind: Kind, route: Route) -> Shape | None:
    """What may stand at a route: of a map with a short form, the value that is written then."""
    shape = shape_at(kind, route)
    while isinstance(shape, Fields) and shape.short:
        shape = shape.at(shape.short)
    return shape


def _in_value(
    document: Document, span: Span, route: Route, shape: Shape | None
) -> Iterator[Finding]:
    numbers = [
        number
        for number in range(span.line + 1, span.end_line + 1)
        if document.lines[number - 1].strip()
    ]
    if isinstance(shape, Items):
        yield _dashes_missing(document, span, [span.line, *numbers])
        return
    is_item = bool(route) and isinstance(route[-1], int)
    is_one_word = isinstance(shape, Value) and not holds_free_text(shape)
    is_short = is_item and isinstance(shape, Value) and _is_short(document.value(route))
    is_citation = isinstance(shape, Fields) and shape.is_citation
    if is_one_word or is_short or is_citation:
        for number in numbers:
            yield _finding(document, span, number, is_item=is_item)


def _is_short(value: object) -> bool:
    """Had a value no need of a second line?"""
    return isinstance(value, str) and len(value) <= _FITS_ON_A_LINE


def _finding(document: Document, span: Span, number: int, *, is_item: bool) -> Finding:
    line = document.lines[number - 1]
    column = len(line) - len(line.lstrip(" ")) + 1
    message, hint = _IN_VALUE
    if is_item:
        before = document.lines[span.line - 1][: span.column - 1]
        message, hint = _IN_ITEM if before.endswith("- ") else _IN_BRACKETS
    elif odd := odd_line(document.lines, number - 1):
        column, message, hint = odd.column + 1, odd.message, odd.hint
    start = Location(document.path, span.line, span.column, span.column + 1)
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        Location(document.path, number, column, len(line.rstrip()) + 1),
        message,
        hint,
        (Related(start, "it begins here"),),
    )


def _dashes_missing(document: Document, span: Span, numbers: list[int]) -> Finding:
    lines = [document.lines[number - 1] for number in numbers]
    lines[0] = lines[0][span.column - 1 :]
    items = ", ".join(shown(f"- {without_bullet(line.strip())}") for line in lines[:3])
    more = ", ..." if len(lines) > len(lines[:3]) else ""
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        Location(document.path, span.line, span.column, span.column + 1),
        _NO_DASHES,
        f"begin each on a line of its own: {items}{more}",
    )
