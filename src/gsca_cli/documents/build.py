"""Events to plain data with the place of every key and value, in one pass."""

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any, Final

from gsca_cli.documents.decode import PILE, pile_of_marks, printable_name
from gsca_cli.documents.document import Document, Span
from gsca_cli.documents.events import Reader, is_nothing, span_of
from gsca_cli.documents.noted import Noted, NotedPlaces
from gsca_cli.documents.odd_lines import BEGIN_WITH_A_DASH, without_bullet
from gsca_cli.documents.odd_signs import NOT_KNOWN
from gsca_cli.documents.odd_texts import Odd, item_within, odd_block
from gsca_cli.documents.scalars import LONGEST_NUMBER, UnusableNumber, resolve
from gsca_cli.documents.second_document import second_document
from gsca_cli.findings import UNSEEN, Finding, Location, Related, Route, Severity, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 20
MOST_VALUES: Final = 10_000
LONGEST_KEY: Final = 200
MOST_REFUSALS: Final = 1_000
"""As many mistakes as one file is read on after: they take time and memory too."""
# An escape can also say a carriage return, or half of a letter.
_INVISIBLE = re.compile(rf"[{UNSEEN}\r\ud800-\udfff]").search

_BEFORE_COMMA = re.compile(r".*?(-?[0-9]+),\Z", re.DOTALL).match

NO_VALUE: Final = (
    "the key before this colon has no value",
    "write its value behind a space, or delete the key",
)


class Abandoned(Exception):  # noqa: N818 (it ends the reading of one file, with a finding)
    """The file is nested too deep, or holds too much, to be read on."""


class Builder:
    """Reads the events of one file."""

    def __init__(self, path: str, reader: Reader, text: str) -> None:
        self.path = path
        self.kinds = reader.kinds
        self.text = text
        self.events: Iterator[Any] = reader.events(text)
        self.noted: dict[Route, Noted] = {}
        self.findings: list[Finding] = []
        self.quoted: Span | None = None
        """The last text in quotes that runs over several lines: often a quote is missing there."""
        self.run_on: list[Span] = []

    def document(self) -> Document | None:
        """The one document of the file; None if it holds nothing but comments."""
        data: Any = None
        documents = 0
        for event in self.events:
            if type(event) is self.kinds.document_start:
                documents += 1
                if documents > 1:
                    why = second_document(self.text, event, data)
                    self.refuse("several-documents", span_of(event), *why)
                    break
                data = self.value(next(self.events), (), None, 1)
        if not documents:
            return None
        return Document(self.path, data, self.places(), self.text, self.run_on)

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

    def places(self) -> NotedPlaces:
        """The places of what was read so far."""
        return NotedPlaces(self.noted)

    def value(self, event: Any, route: Route, key: Any, depth: int) -> Any:
        """The value that begins with an event, behind the event of its key; both are noted."""
        kind = type(event)
        is_scalar = kind is self.kinds.scalar
        is_empty = is_scalar and not event.value and key is not None and is_nothing(event)
        self.noted[route] = key, None if is_empty else event
        if len(self.noted) > MOST_VALUES:
            what = f"more than {MOST_VALUES:,} values in one file"
            self.abandon("too-many-values", self.places()[route].value, what)
        if kind is self.kinds.alias:
            self.refuse(
                "alias",
                span_of(event),
                "a YAML alias (*name) repeats another value",
                "write the value out",
            )
            return None
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event, self.places()[route].value)
        if is_scalar:
            return self.scalar(event)
        if depth > DEEPEST:
            self.abandon("nested-too-deep", span_of(event), f"nested deeper than {DEEPEST} levels")
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
            name = self.key(event, depth)
            if name is None:
                self.skip(next(self.events), depth)
            elif name in data:
                first = self.places()[*route, name].key
                self.refuse(
                    "duplicate-key",
                    span_of(event),
                    f"{shown(name)} stands twice",
                    "keep one of the two" if without_bullet(name) == name else BEGIN_WITH_A_DASH,
                    (first, "first given here"),
                )
                self.skip(next(self.events), depth)
            else:
                data[name] = self.value(next(self.events), (*route, name), event, depth + 1)
        return data

    def key(self, event: Any, depth: int) -> str | None:
        """The name of an entry; None, and a finding, if it is not a text."""
        kind: Any = type(event)
        if kind is not self.kinds.scalar:
            if kind is self.kinds.alias:
                self.value(event, ("",), None, DEEPEST)
                return None
            message = "a key is a list or a map"
            self.refuse("key-not-text", span_of(event), message, "a key is one word")
            self.skip(event, depth)
            return None
        if event.tag is not None or event.anchor is not None:
            self.refuse_properties(event, span_of(event))
        text = event.value
        if len(text) > LONGEST_KEY:
            message = f"a key of more than {LONGEST_KEY} letters"
            self.abandon("long-key", span_of(event), message)
        return _name(text) or self.odd_key(event, text)

    def odd_key(self, event: Any, text: str) -> str | None:
        """A key that may be no text to YAML; None, and a finding, if it is none."""
        if event.implicit[0]:
            if text == "<<":
                message = "a YAML merge key (<<)"
                self.refuse("merge-key", span_of(event), message, "write the entries out")
                return None
            if not isinstance(self.plain(text, event), str):
                self.refuse(
                    "key-not-text",
                    span_of(event),
                    f"the key {shown(text or 'nothing')} is not a text to YAML",
                    self.decimal(event) or self.quotes(event),
                )
                return None
        return intern(text)

    def decimal(self, event: Any) -> str:
        """The cure for `{lat: 52,21}`: what follows the comma is taken for a key."""
        start = event.start_mark.index
        before = _BEFORE_COMMA(self.text[max(0, start - LONGEST_NUMBER - 2) : start])
        if not before or not event.value.isdecimal():
            return ""
        hint = f"write `{before[1]}.{event.value}`: the decimal sign is a point"
        is_grouped = len(event.value) == len("000")
        return (
            f"write `{before[1]}{event.value}`; or, for a fraction, {hint}" if is_grouped else hint
        )

    def quotes(self, event: Any) -> str:
        """The cure for a key that is no text; a comma before it may have cut a text off."""
        hint = f'put it in quotes: "{event.value}"'
        if not event.value and self.text[: event.start_mark.index].rstrip().endswith("?"):
            return NOT_KNOWN
        if not self.text[: event.start_mark.index].rstrip(" ").endswith(","):
            return hint
        return f"if it belongs to the text before it, put the whole text in quotes; else {hint}"

    def sequence(self, route: Route, depth: int) -> list[Any]:
        """The items up to the end of a sequence."""
        data: list[Any] = []
        while type(event := next(self.events)) is not self.kinds.sequence_end:
            data.append(self.value(event, (*route, len(data)), None, depth + 1))
        return data

    def scalar(self, event: Any) -> Any:
        """A text, or what an unquoted word stands for."""
        text: str = event.value
        if event.implicit[0]:
            return self.plain(text, event)
        if event.style in {"|", ">"}:
            self.refuse_text(odd_block(self.text, event))
        elif event.start_mark.line != event.end_mark.line:
            self.quoted = span_of(event)
        if pile_of_marks(text):
            self.refuse("control-character", span_of(event), *PILE)
        if not text.isprintable() and (found := _INVISIBLE(text)):
            self.refuse(
                "control-character",
                span_of(event),
                f"the text holds an invisible character: {printable_name(found[0])}",
                "delete the escape that makes it",
            )
        return text

    def refuse_text(self, odd: Odd | None) -> None:
        """Report a text of several lines that says something else than it seems to."""
        if odd:
            self.refuse("yaml-syntax", *odd)

    def plain(self, text: str, event: Any) -> Any:
        """What an unquoted word stands for."""
        if event.start_mark.line != event.end_mark.line:
            self.refuse_text(item_within(self.text, event))
            self.run_on.append(span_of(event))
        if text[-1:] == ":":
            # ruamel.yaml takes the colon of `{key:}` for a part of the word.
            span = span_of(event)
            end = Span(span.end_line, span.end_column - 1, span.end_line, span.end_column)
            self.refuse("yaml-syntax", end, *NO_VALUE)
        try:
            return _meaning(text) if len(text) <= LONGEST_KEY else resolve(text)
        except UnusableNumber:
            self.refuse(
                "unusable-number",
                span_of(event),
                f"{shown(text)} is a number that cannot be kept exactly",
                "put it in quotes if it is a text",
            )
            return text

    def skip(self, event: Any, depth: int) -> None:
        """Pass over a value that has no place in the data; what it holds is still refused."""
        noted, self.noted = self.noted, {}
        self.value(event, (), None, depth + 1)
        self.noted = noted


# Files say the same words: each is looked at once, and kept once, however many briefs hold it.
@lru_cache(maxsize=1 << 12)
def _meaning(word: str) -> Any:
    """What a short word without quotes stands for.

    Raises:
        UnusableNumber: it is a number that no record can keep.
    """
    value = resolve(word)
    return intern(value) if value is word else value


@lru_cache(maxsize=1 << 12)
def _name(key: str) -> str:
    """A key that is a text to YAML, in quotes or not; nothing where that is not certain."""
    certain = key[:1].isalpha() and key[-1:] != ":" and resolve(key) is key
    return intern(key) if certain else ""
