"""Events to plain data with the place of every key and value, in one pass."""

import re
from sys import intern
from typing import TYPE_CHECKING, Any, Final

from gsca_cli.documents.decode import PILE, pile_of_marks, printable_name
from gsca_cli.documents.document import Document, Place, Span
from gsca_cli.documents.events import Reader, span_of
from gsca_cli.documents.scalars import LONGEST_NUMBER, UnusableNumber, resolve
from gsca_cli.findings import Finding, Location, Related, Route, Severity, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 20
MOST_VALUES: Final = 10_000
LONGEST_KEY: Final = 200
MOST_REFUSALS: Final = 1_000
"""As many mistakes as one file is read on after: they take time and memory too."""
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
).search

_BEFORE_COMMA = re.compile(r".*?(-?[0-9]+),\Z", re.DOTALL).match

# libyaml takes the rest of `|#...` for a comment, the standard and ruamel.yaml do not.
_GLUED = re.compile(r"[|>][-+0-9]*#").match
# ruamel.yaml stumbles over a text that begins with a line of blanks.
_BLANK_START = re.compile(
    r"[|>][^\n]*\n(?:\r?\n)* +\r?\n(?: *\r?\n)*(?P<indentation> *)(?=\S)"
).match
BLANK_START: Final = ("the text begins with a line of blanks", "delete the lines above this one")
NO_VALUE: Final = (
    "the key before this colon has no value",
    "write its value behind a space, or delete the key",
)
GLUED_COMMENT: Final = ("a comment needs a space before its #", "write ` #`, or put it elsewhere")


class Abandoned(Exception):  # noqa: N818 (it ends the reading of one file, with a finding)
    """The file is nested too deep, or holds too much, to be read on."""


class Builder:
    """Reads the events of one file."""

    def __init__(self, path: str, reader: Reader, text: str) -> None:
        self.path = path
        self.kinds = reader.kinds
        self.text = text
        self.events: Iterator[Any] = reader.events(text)
        self.places: dict[Route, Place] = {}
        self.findings: list[Finding] = []
        self.quoted: Span | None = None
        """The last text in quotes that runs over several lines: often a quote is missing there."""

    def document(self) -> Document | None:
        """The one document of the file; None if it holds nothing but comments."""
        data: Any = None
        documents = 0
        for event in self.events:
            if type(event) is self.kinds.document_start:
                documents += 1
                if documents > 1:
                    self.refuse(
                        "several-documents",
                        span_of(event),
                        "a second document begins here",
                        "one file holds one record: move it to a file of its own",
                    )
                    break
                data = self.value(next(self.events), (), None, 1)
        return Document(self.path, data, self.places, self.text) if documents else None

    def refuse(
        self, code: str, span: Span, message: str, hint: str, *other: tuple[Span | None, str]
    ) -> None:
        """Report something that records must not hold, and other places that matter to it."""
        related = tuple(Related(self.at(place), words) for place, words in other if place)
        where = self.at(span)
        self.findings.append(Finding(code, Severity.ERROR, where, message, hint, related))
        if len(self.findings) >= MOST_REFUSALS:
            raise Abandoned

    def at(self, span: Span) -> Location:
        """Where a span begins, and where it ends on that line."""
        one_line = span.line == span.end_line and span.end_column > span.column
        end = span.end_column if one_line else span.column + 1
        return Location(self.path, span.line, span.column, end)

    def value(self, event: Any, route: Route, key: Span | None, depth: int) -> Any:
        """The value that begins with an event, its places noted."""
        span = span_of(event)
        kind = type(event)
        if kind is self.kinds.scalar and key and span[:2] == span[2:]:
            # An empty value: the libraries differ in where it stands.
            span = Span(key.end_line, key.end_column, key.end_line, key.end_column)
        self.places[route] = Place(key, span)
        if len(self.places) > MOST_VALUES:
            self.abandon("too-many-values", span, f"more than {MOST_VALUES:,} values in one file")
        if kind is self.kinds.alias:
            self.refuse(
                "alias", span, "a YAML alias (*name) repeats another value", "write the value out"
            )
            return None
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event, span)
        if kind is self.kinds.scalar:
            return self.scalar(event, span)
        if depth > DEEPEST:
            self.abandon("nested-too-deep", span, f"nested deeper than {DEEPEST} levels")
        if kind is self.kinds.mapping_start:
            return self.mapping(route, depth)
        return self.sequence(route, depth)

    def abandon(self, code: str, span: Span, message: str) -> None:
        """Report that the file cannot be read on, and stop.

        Raises:
            Abandoned: always.
        """
        self.refuse(code, span, message, "a record is about one thing: simplify it")
        raise Abandoned

    def refuse_properties(self, event: Any, span: Span) -> None:
        """Anchors and tags: nothing in a record may depend on them."""
        if event.anchor is not None:
            self.refuse(
                "anchor",
                span,
                f"a YAML anchor, {shown(f'&{event.anchor}')}, names a value",
                "delete the anchor, and write the value out where it is repeated",
            )
        if event.tag is not None:
            self.refuse(
                "tag",
                span,
                "a YAML tag (!...) gives a value another type",
                "delete the tag; put a text in quotes",
            )

    def mapping(self, route: Route, depth: int) -> dict[str, Any]:
        """The entries up to the end of a mapping."""
        data: dict[str, Any] = {}
        while type(event := next(self.events)) is not self.kinds.mapping_end:
            span = span_of(event)
            name = self.key(event, span, depth)
            if name in data:
                first = self.places[*route, name].key
                self.refuse(
                    "duplicate-key",
                    span,
                    f"{shown(name)} stands twice",
                    "keep one of the two",
                    (first, "first given here"),
                )
                self.skip(next(self.events), depth)
            elif name is None:
                self.skip(next(self.events), depth)
            else:
                data[name] = self.value(next(self.events), (*route, name), span, depth + 1)
        return data

    def key(self, event: Any, span: Span, depth: int) -> str | None:
        """The name of an entry; None, and a finding, if it is not a text."""
        kind: Any = type(event)
        if kind is not self.kinds.scalar:
            if kind is self.kinds.alias:
                self.value(event, ("",), None, DEEPEST)
                return None
            self.refuse("key-not-text", span, "a key is a list or a map", "a key is one word")
            self.skip(event, depth)
            return None
        self.refuse_properties(event, span)
        # Files say the same words: each is kept once, however many briefs hold it.
        text = intern(event.value)
        if len(text) > LONGEST_KEY:
            message = f"a key of more than {LONGEST_KEY} letters"
            self.abandon("long-key", span, message)
        if event.implicit[0]:
            if text == "<<":
                self.refuse("merge-key", span, "a YAML merge key (<<)", "write the entries out")
                return None
            if not isinstance(self.plain(text, span), str):
                self.refuse(
                    "key-not-text",
                    span,
                    f"the key {shown(text or 'nothing')} is not a text to YAML",
                    self.decimal(event) or f'put it in quotes: "{text}"',
                )
                return None
        return text

    def decimal(self, event: Any) -> str:
        """The cure for `{lat: 52,21}`: what follows the comma is taken for a key."""
        start = event.start_mark.index
        before = _BEFORE_COMMA(self.text[max(0, start - LONGEST_NUMBER - 2) : start])
        if not before or not event.value.isdecimal():
            return ""
        return f"write `{before[1]}.{event.value}`: the decimal sign is a point"

    def sequence(self, route: Route, depth: int) -> list[Any]:
        """The items up to the end of a sequence."""
        data: list[Any] = []
        while type(event := next(self.events)) is not self.kinds.sequence_end:
            data.append(self.value(event, (*route, len(data)), None, depth + 1))
        return data

    def scalar(self, event: Any, span: Span) -> Any:
        """A text, or what an unquoted word stands for."""
        text: str = event.value
        if event.implicit[0]:
            return self.plain(text, span)
        if event.style in {"|", ">"}:
            self.refuse_block(event, span)
        elif span.line != span.end_line:
            self.quoted = span
        if pile_of_marks(text):
            self.refuse("control-character", span, *PILE)
        if not text.isprintable() and (found := _INVISIBLE(text)):
            self.refuse(
                "control-character",
                span,
                f"the text holds an invisible character: {printable_name(found[0])}",
                "delete the escape that makes it",
            )
        return text

    def refuse_block(self, event: Any, span: Span) -> None:
        """Texts in block style on which the libraries disagree, and which say nothing."""
        if header := _GLUED(self.text, event.start_mark.index):
            at = span.column + header.end() - header.start() - 1
            self.refuse("yaml-syntax", Span(span.line, at, span.line, at + 1), *GLUED_COMMENT)
        elif found := _BLANK_START(self.text, event.start_mark.index):
            line = span.line + found[0].count("\n")
            column = len(found["indentation"]) + 1
            self.refuse("yaml-syntax", Span(line, column, line, column + 1), *BLANK_START)
        elif not event.value.strip():
            self.refuse(
                "yaml-syntax", span, "no text follows", "write it on the next line, indented"
            )

    def plain(self, text: str, span: Span) -> Any:
        """What an unquoted word stands for."""
        if text[-1:] == ":":
            # ruamel.yaml takes the colon of `{key:}` for a part of the word.
            end = Span(span.end_line, span.end_column - 1, span.end_line, span.end_column)
            self.refuse("yaml-syntax", end, *NO_VALUE)
        try:
            value = resolve(text)
        except UnusableNumber:
            self.refuse(
                "unusable-number",
                span,
                f"{shown(text)} is a number that cannot be kept exactly",
                "put it in quotes if it is a text",
            )
            return text
        return intern(value) if value is text else value

    def skip(self, event: Any, depth: int) -> None:
        """Pass over a value that has no place in the data; what it holds is still refused."""
        places, self.places = self.places, {}
        self.value(event, (), None, depth + 1)
        self.places = places
