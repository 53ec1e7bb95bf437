"""A space is missing behind the colon of a key, and the whole is read as a text.

Where a bare text may stand for a map, as in a list of notes, `text:Done` is a note that says
"text:Done". So is a name in one language, `en:Oslo` below `name:`. Everywhere else such a line is
an error of its own; here a report would show the key.

Wrong: `notes: [text:Done]`
Right: `notes: [{text: Done}]`
To fix it: write a space behind the colon; put the text in quotes if it really begins so.
"""

import re
from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.document import Place
from gsca_cli.documents.odd_lines import glued_lines
from gsca_cli.documents.writing import QUOTES
from gsca_cli.findings import Location, Route, Severity
from gsca_cli.records.languages import LANGUAGE_TAG

_GLUED = re.compile(r"(?P<key>[A-Za-z][\w-]*):[^\s:/]").match
_GLUED_COLON = re.compile(r":[^\s:/]").search
_MAY_BE_GLUED = re.compile(r"(?:^|[-:,] |\[) *[A-Za-z][\w-]*:[^\s:/]", re.MULTILINE).search
_MARKED = {*QUOTES, *"|>"}
"""What begins a text that is marked as one."""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every bare value in place of a map."""
    document = entry.document
    if not any(map(_GLUED, document.strings)):
        return
    for route, place in document.places.items():
        value = document.value(route)
        found = _GLUED(value) if isinstance(value, str) else None
        if found and _is_key(entry, route, place, found["key"]):
            span = place.value
            lines = document.lines[span.line - 1 : span.end_line]
            if lines[0][span.column - 1] in _MARKED:
                continue
            # From the end: on one line, both cuts are of the same.
            lines[-1] = lines[-1][: span.end_column - 1]
            lines[0] = lines[0][span.column - 1 :]
            for odd in glued_lines(lines):
                column = odd.column + (1 if odd.line else span.column)
                at = Location(entry.path, span.line + odd.line, column, column + 1)
                yield Problem(at, odd.message, odd.hint)


def _is_key(entry: Entry, route: Route, place: Place, key: str) -> bool:
    """Is a word a field of the map that could stand there, or a language of the text?"""
    from gsca_cli.records.shape import Fields, Words, shape_at  # noqa: PLC0415 (few files need it)

    shape = shape_at(entry.kind, route)
    if isinstance(shape, Fields):
        return shape.short is not None and key in shape.names()
    # On the line of its key, a name may begin with two letters and a colon.
    below = place.key is not None and place.key.line < place.value.line
    return isinstance(shape, Words) and below and re.match(LANGUAGE_TAG, key) is not None


def suspects(lines: str) -> bool:
    """May a key be glued to its value on one of some lines?"""
    # It is asked for millions of lines: nearly all colons have a space behind them, or end a line.
    return bool(_GLUED_COLON(lines) and _MAY_BE_GLUED(lines))


CHECK = Check("glued-key", Severity.ERROR, look=look, suspects=suspects)
