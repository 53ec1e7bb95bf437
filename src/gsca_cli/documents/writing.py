"""The keys and texts of a file, letter by letter: what a pattern finds in them, and where."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from gsca_cli.documents.document import Document, Span
from gsca_cli.findings import Location, Route

BLOCK_STARTS = ("|", ">")
"""A text in block style begins with one of these, and stands on the lines below."""
QUOTES = ("'", '"')
MOST_FOUND: Final = 2_000
"""As much as is found in one text: a crafted one could hold half a million."""
_WITH_MORE_INSIDE = (dict, list)


class Scalar(NamedTuple):
    """A key, or a value that is neither a list nor a map."""

    route: Route
    value: Any
    key: bool = False


class Found(NamedTuple):
    """What a pattern found, and where it is written.

    It is not `exact` where a text is not written as it reads, because of an escape or a line break:
    then the location is that of the whole key or value.
    """

    match: re.Match[str]
    location: Location
    exact: bool = True

    def part(self, start: int, end: int) -> Location:
        """Where a part of the match is written, counted from where the match begins."""
        where = self.location
        if not self.exact:
            return where
        return Location(where.path, where.line, where.column + start, where.column + end)


def scalars(document: Document, wanted: Callable[[Any], object]) -> Iterator[Scalar]:
    """The keys and values for which `wanted` holds, in no special order."""
    if not any(map(wanted, document.words)):
        return
    waiting: list[tuple[Route, Any]] = [((), document.data)]
    while waiting:
        route, value = waiting.pop()
        is_map = isinstance(value, dict)
        for part, inner in value.items() if is_map else enumerate(value):
            if is_map and wanted(part):
                yield Scalar((*route, part), part, key=True)
            if isinstance(inner, _WITH_MORE_INSIDE):
                waiting.append(((*route, part), inner))
            elif wanted(inner):
                yield Scalar((*route, part), inner)


def texts(document: Document, wanted: Callable[[str], object]) -> Iterator[Scalar]:
    """The keys and texts for which `wanted` holds, in no special order."""
    if not any(map(wanted, document.strings)):
        return iter(())
    return scalars(document, lambda value: isinstance(value, str) and wanted(value))


def find(pattern: re.Pattern[str], document: Document, scalar: Scalar) -> Iterator[Found]:
    """Every match in a key or a text; where no place is exact, each thing found comes once."""
    matches = list(islice(pattern.finditer(scalar.value), MOST_FOUND))
    if not matches:
        return
    written = list(islice(_written(pattern, document, scalar), MOST_FOUND))
    if [match[0] for match in matches] == [each.match[0] for each in written]:
        yield from written
    else:
        whole = document.locate(scalar.route, key=scalar.key)
        for match in {match[0]: match for match in reversed(matches)}.values():
            yield Found(match, whole, exact=False)


def _written(pattern: re.Pattern[str], document: Document, scalar: Scalar) -> Iterator[Found]:
    """Every match in what stands in the file."""
    place = document.places[scalar.route]
    span = place.key if scalar.key and place.key else place.value
    for number, column, line in _lines(document, span):
        for match in pattern.finditer(line):
            start, end = column + match.start(), column + match.end()
            yield Found(match, Location(document.path, number, start, end))


def _lines(document: Document, span: Span) -> Iterator[tuple[int, int, str]]:
    """The lines of a text without quotes, header and indentation, and where each begins."""
    line, column, end_line, end_column = span
    first = document.lines[line - 1][column - 1 : column]
    if first in QUOTES:
        column, end_column = column + 1, end_column - 1
    for number in range(line + (first in BLOCK_STARTS), end_line + 1):
        start = column - 1 if number == line else 0
        end = end_column - 1 if number == end_line else None
        text = document.lines[number - 1][start:end]
        indentation = len(text) - len(text.lstrip(" ")) if number > line else 0
        text = text[indentation:]
        yield number, start + indentation + 1, text.rstrip(" \r") if number < end_line else text
