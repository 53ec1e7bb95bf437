"""A comment, or another note, begins within what may well be a text.

To YAML, a `#` behind a space begins a comment, and what follows is no part of the text: of `the
city is #1` nobody will read more than `the city is`. A comment that is meant as one has a space
behind its `#`.

In a list in brackets, a comma ends a text without quotes: `[Done, with help]` are two notes. One
that begins with a small letter may well go on with the one before it, which has a capital.

Wrong: `text: the city is #1 in the region`
Right: `text: 'the city is #1 in the region'`
To fix it: put the whole text in quotes; if it is a comment, put a space behind the `#`; if it is
a note of its own, begin it with a capital letter.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.comments import comments
from gsca_cli.documents.document import Document
from gsca_cli.findings import Location, Severity, in_single_quotes, shown

_BEGINS = re.compile(r" #[^\s#!]").search
_GLUED = re.compile(r"(?<= )#[^\s#!].*")
_QUOTES = frozenset("'\"")
_SENTENCE_ENDS = frozenset(".!?")
_NO_TEXT = frozenset("'\"]}:,[{|>-")
"""What stands before a comment where no text without quotes does."""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every comment that stands behind a value, and every note in brackets."""
    document = entry.document
    yield from _notes_in_pieces(document)
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


def _notes_in_pieces(document: Document) -> Iterator[Problem]:
    """Every note in a list in brackets that may go on with the one before it."""
    notes = document.data.get("notes")
    if not isinstance(notes, list):
        return
    begin = document.places["notes",].value
    if document.lines[begin.line - 1][begin.column - 1] != "[":
        return
    for index, (before, note) in enumerate(pairwise(notes), 1):
        routes = ("notes", index - 1), ("notes", index)
        plain = all(document.source(each)[:1] not in _QUOTES for each in routes)
        if plain and isinstance(before, str) and isinstance(note, str) and _goes_on(before, note):
            whole = in_single_quotes(f"{before}, {note}")
            yield Problem(
                routes[1],
                f"{shown(note)} is a note of its own, since a comma ends a text without quotes",
                f"if it goes on with the note before it, write both as one: {shown(whole)}",
            )


def _goes_on(before: str, note: str) -> bool:
    """Does a note begin small, below one that begins with a capital and ends no sentence?"""
    return before[:1].isupper() and before[-1:] not in _SENTENCE_ENDS and note[:1].islower()


def suspects(lines: str) -> bool:
    """May a comment or a comma on one of some lines cut a text off?"""
    if "notes: [" in lines:
        return True
    # It is asked for millions of lines: nearly all comments have a space behind their sign.
    return bool(_BEGINS(lines)) and any(map(_is_behind_a_text, _GLUED.finditer(lines)))


def _is_behind_a_text(comment: re.Match[str]) -> bool:
    before = comment.string[: comment.start()].rstrip()
    return bool(before) and before[-1] not in _NO_TEXT


CHECK = Check("cut-off-text", Severity.NOTICE, look=look, suspects=suspects)
