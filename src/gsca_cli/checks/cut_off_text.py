"""A comment begins within what may well be a text.

To YAML, a `#` behind a space begins a comment, and what follows is no part of the text: of `the
city is #1` nobody will read more than `the city is`. A comment that is meant as one has a space
behind its `#`.

Wrong: `text: the city is #1 in the region`
Right: `text: 'the city is #1 in the region'`
To fix it: put the whole text in quotes; if it is a comment, put a space behind the `#`.
"""

import re
from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.comments import comments
from gsca_cli.findings import Location, Severity, shown

_GLUED = re.compile(r"(?<= )#[^\s#!].*")
_NO_TEXT = frozenset("'\"]}:,[{|>-")
"""What stands before a comment where no text without quotes does."""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every comment that stands behind a value."""
    document = entry.document
    if not _GLUED.search(document.text):
        return
    for number, column in comments(document):
        line = document.lines[number - 1]
        if (found := _GLUED.match(line, column - 1)) and _is_behind_a_text(found):
            comment = found[0].rstrip()
            yield Problem(
                Location(document.path, number, column, column + len(comment)),
                f"{shown(comment)} is a comment, and no part of the text before it",
                "put the whole text in quotes; if it is a comment, put a space behind its #",
            )


def suspects(line: str) -> bool:
    """May a comment on a line cut a text off?"""
    return " #" in line and any(map(_is_behind_a_text, _GLUED.finditer(line)))


def _is_behind_a_text(comment: re.Match[str]) -> bool:
    before = comment.string[: comment.start()].rstrip(" ")
    return bool(before) and before[-1] not in _NO_TEXT


CHECK = Check("cut-off-text", Severity.NOTICE, look=look, suspects=suspects)
