"""Texts without quotes that a comma or a colon cuts up: what follows is taken for a key."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gsca_cli.alliance.fitting import holds_free_text, shape_at
from gsca_cli.alliance.nearest import nearest
from gsca_cli.documents.document import Document, Span
from gsca_cli.findings import (
    Finding,
    Location,
    PutTogether,
    Related,
    Route,
    Severity,
    in_single_quotes,
    shown,
)
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Fields, Words
from gsca_cli.records.written import LANGUAGE_TAG

_is_language = re.compile(LANGUAGE_TAG).match
_QUOTES: Final = ("'", '"')
_COMMA: Final = "the comma before this ends the text; {} is taken for a key"
_COLON: Final = "the colon behind this ends the text; {} is taken for a key"


class CutUp(NamedTuple):
    """A text in pieces, and where it stands as a whole if that is on one line.

    `faults` are the routes at which a schema finds fault with it; `first` is the key that is none.
    """

    message: str
    route: Route
    first: Route
    start: Span
    pieces: Sequence[str]
    faults: Sequence[Route]
    at: Location | None
    is_certain: bool = True

    def finding(self, document: Document) -> Finding:
        """What is reported, at the key that is none."""
        location = document.locate(self.first, key=True)
        start = Location(document.path, self.start.line, self.start.column, self.start.column + 1)
        related = (Related(start, "the text begins here"),) if start[:3] != location[:3] else ()
        hint = f"if it {'belongs to the' if self.pieces else 'is a'} text, put the whole in quotes"
        mend = None
        if self.at:
            text = document.lines[self.at.line - 1][self.at.column - 1 : self.at.end_column - 1]
            hint = f"{hint}: {shown(in_single_quotes(text))}"
            if self.is_certain:
                mend = PutTogether(self.at, text, self.route, tuple(self.pieces))
        message = self.message.format(shown(self.first[-1]))
        return Finding("unknown-field", Severity.ERROR, location, message, hint, related, mend=mend)


def cut_up(kind: Kind, document: Document) -> list[CutUp]:
    """The texts that are cut up in a document that does not fit its schema."""
    found: list[CutUp] = []
    for route, holder in document.holders():
        shape = shape_at(kind, route)
        if not isinstance(holder, dict) or not isinstance(shape, Fields | Words):
            continue
        if _is_flow(document, route):
            found += _at_commas(document, route, shape)
        elif cut := _at_colon(document, route, shape):
            found.append(cut)
    return found


def _is_flow(document: Document, route: Route) -> bool:
    span = document.places[route].value
    return document.lines[span.line - 1][span.column - 1 : span.column] == "{"


def _at_commas(document: Document, route: Route, shape: Fields | Words) -> Iterator[CutUp]:
    holder = document.value(route)
    keys = list(holder)
    index = 1
    while index < len(keys):
        before, pieces = keys[index - 1], []
        if _is_plain_text(document, (*route, before), shape):
            while index < len(keys) and _is_piece(document, (*route, keys[index]), shape):
                pieces.append(keys[index])
                index += 1
        if pieces:
            routes = [(*route, piece) for piece in pieces]
            start = document.places[*route, before].value
            end = _end(document, routes[-1])
            at = _between(document, start, end) if end else None
            yield CutUp(_COMMA, (*route, before), routes[0], start, pieces, routes, at)
        index += 1


def _end(document: Document, route: Route) -> Span | None:
    """The key or the value with which an entry ends; nothing for a list or a map."""
    if isinstance(document.value(route), dict | list):
        return None
    return (
        document.places[route].key
        if document.value(route) is None
        else (document.places[route].value)
    )


def _is_plain_text(document: Document, route: Route, shape: Fields | Words) -> bool:
    """Is it a text without quotes, in a field for texts?"""
    value = document.value(route)
    if not isinstance(value, str | int | float) or not _is_known(str(route[-1]), shape):
        return False
    if isinstance(shape, Fields) and not holds_free_text(shape.at(str(route[-1]))):
        return False
    return not document.source(route).startswith(_QUOTES)


def _is_known(key: str, shape: Fields | Words) -> bool:
    return key in shape.names() if isinstance(shape, Fields) else bool(_is_language(key))


def _is_piece(document: Document, route: Route, shape: Fields | Words) -> bool:
    """Is a key none, but goes on with the text before it: of several words, or with no value?"""
    key = str(route[-1])
    if _is_known(key, shape):
        return False
    names = list(shape.names()) if isinstance(shape, Fields) else []
    if nearest(key, names) or re.split(r"[ :]", key)[0] in names:
        return False
    return " " in key or document.value(route) is None


def _at_colon(document: Document, route: Route, shape: Fields | Words) -> CutUp | None:
    """`Done: with help` in place of a text, whose field could be left out."""
    short = _short(shape)
    holder = document.value(route)
    if short is None or len(holder) != 1:
        return None
    ((key, value),) = holder.items()
    # `Title: ...` may be a field that somebody believed to be there, or a language.
    is_certain = " " in key
    names = list(shape.names()) if isinstance(shape, Fields) else []
    if _is_known(key, shape) or nearest(key, names) or not isinstance(value, str):
        return None
    place = document.places[*route, key]
    if place.key is None or (isinstance(shape, Words) and not is_certain):
        return None
    faults = [(*route, key), (*route, short)]
    at = _between(document, place.key, place.value)
    return CutUp(_COLON, route, (*route, key), place.key, (), faults, at, is_certain)


def _short(shape: Fields | Words) -> str | None:
    """The field for which a bare text may stand; an empty name for that of any language."""
    if isinstance(shape, Words):
        return ""
    return shape.short if shape.short and holds_free_text(shape.at(shape.short)) else None


def _between(document: Document, first: Span, last: Span) -> Location | None:
    """From where one begins to where another ends, if that is on one line."""
    if first.line != last.end_line:
        return None
    return Location(document.path, first.line, first.column, last.end_column)
