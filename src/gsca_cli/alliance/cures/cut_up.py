"""Texts without quotes that a comma or a colon cuts up: what follows is taken for a key."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.cures.fitting import holds_free_text
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
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.shape import Fields, Items, Shape, Sort, Value, Words

_is_language = re.compile(LANGUAGE_TAG).match
_QUOTES: Final = ("'", '"')


class Way(NamedTuple):
    """How a text was cut up: the code of the finding, what is wrong, when it is to be cured."""

    code: str
    message: str
    cause: str


_COMMA: Final = Way(
    "unknown-field",
    "the comma before this ends the text; {} is taken for a key",
    "if it belongs to the text",
)
_COLON: Final = Way(
    "unknown-field",
    "the colon behind this ends the text; {} is taken for a key",
    "if it is a text",
)
_MARK: Final = Way(
    "unknown-field",
    "the question mark before this is a sign of YAML; {} is taken for a key",
    "if it is a text",
)
_IN_LINK: Final = Way(
    "invalid-value",
    "the comma before this ends the link; {} is an item of its own",
    "if it belongs to the link",
)


class CutUp(NamedTuple):
    """A text in pieces, and where it stands as a whole if that is on one line.

    `faults` are the routes at which a schema finds fault with it; `first` is where the rest of it
    was taken for something else.
    """

    way: Way
    route: Route
    first: Route
    start: Span
    pieces: Sequence[str]
    faults: Sequence[Route]
    at: Location | None
    is_certain: bool = True

    def finding(self, document: Document) -> Finding:
        """What is reported, where the rest of the text begins."""
        location = document.locate(self.first, key=True)
        start = Location(document.path, self.start.line, self.start.column, self.start.column + 1)
        related = (Related(start, "it begins here"),) if start[:3] != location[:3] else ()
        hint = f"{self.way.cause}, put the whole in quotes"
        mend = None
        text = self.text(document)
        if self.at and text:
            hint = f"{hint}: {shown(in_single_quotes(text))}"
            if self.is_certain:
                mend = PutTogether(self.at, text, self.route, tuple(self.pieces))
        message = self.way.message.format(shown(self.rest(document)))
        return Finding(self.way.code, Severity.ERROR, location, message, hint, related, mend=mend)

    def rest(self, document: Document) -> Any:
        """What was taken for a key, or for an item of its own."""
        is_key = isinstance(self.first[-1], str)
        return self.first[-1] if is_key else document.value(self.first)

    def text(self, document: Document) -> str:
        """The whole text, if it stands on one line."""
        if self.at is None:
            return ""
        return document.lines[self.at.line - 1][self.at.column - 1 : self.at.end_column - 1]


def cut_up(document: Document, shape_of: Callable[[Route], Shape | None]) -> list[CutUp]:
    """The texts that are cut up in a document that does not fit its schema.

    `shape_of` tells what may stand at a route of it.
    """
    found: list[CutUp] = []
    for route, holder in document.holders():
        shape = shape_of(route)
        if isinstance(holder, list) and shape == Items(Value(Sort.LINK)):
            found += _links_at_commas(document, route)
        if not isinstance(holder, dict) or not isinstance(shape, Fields | Words):
            continue
        if _is_flow(document, route):
            found += _at_commas(document, route, shape)
        elif cut := _at_colon(document, route, shape) or _at_mark(document, route, shape):
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


def _links_at_commas(document: Document, route: Route) -> Iterator[CutUp]:
    """Every link in brackets with a comma, behind which no space stands."""
    for index, (link, rest) in enumerate(pairwise(document.value(route)), 1):
        routes = (*route, index - 1), (*route, index)
        start, end = (document.places[each].value for each in routes)
        is_one = "://" in str(link) and "://" not in str(rest)
        if not is_one or start.end_line != end.line or _is_quoted(document, routes[0]):
            continue
        if document.lines[end.line - 1][start.end_column - 1 : end.column - 1] == ",":
            at = _between(document, start, end)
            yield CutUp(
                _IN_LINK, routes[0], routes[1], start, (), [routes[1]], at, is_certain=False
            )


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
    return not _is_quoted(document, route)


def _is_quoted(document: Document, route: Route) -> bool:
    return document.source(route).startswith(_QUOTES)


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


def _at_mark(document: Document, route: Route, shape: Fields | Words) -> CutUp | None:
    """`? unclear` in place of a text, whose field could be left out."""
    short = _short(shape)
    keys = list(document.value(route))
    if short is None or len(keys) != 1 or document.value((*route, keys[0])) is not None:
        return None
    key = document.places[*route, keys[0]].key
    if key is None or _is_known(keys[0], shape):
        return None
    before = document.lines[key.line - 1][: key.column - 1].rstrip(" ")
    if not before.endswith("?"):
        return None
    start = key._replace(column=len(before))
    faults = [(*route, keys[0]), (*route, short)]
    at = _between(document, start, key)
    return CutUp(_MARK, route, (*route, keys[0]), start, (), faults, at)


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
