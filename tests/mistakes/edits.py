"""Edits of a text by the places of what stands in it: every other letter stays as it is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from gsca_cli.documents.document import Document, Span
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Location, Route


class Edit(NamedTuple):
    """What is put in place of a part of a text; the offsets count from 0, the end is open.

    The mistake begins behind `lead` letters of what is put there, and is `length` letters long:
    up to the end if that is not given.
    """

    start: int
    end: int
    text: str = ""
    lead: int = 0
    length: int | None = None


class Spot(NamedTuple):
    """A part of a file: where a mistake is."""

    path: str
    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, place: Location) -> bool:
        """Do the spot and a place overlap?"""
        begin = (place.line, place.column)
        end = (place.line, max(place.end_column, place.column + 1))
        last = max(self.end, (self.start[0], self.start[1] + 1))
        return place.path == self.path and begin < last and self.start < end


def spot(path: str, text: str, start: int, end: int) -> Spot:
    """The lines and columns of a part of a text."""
    return Spot(path, _position(text, start), _position(text, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def edited(path: str, text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Spot, ...]]:
    """The text once all edits are made, and where the mistakes are in it."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    done = length = 0
    for edit in sorted(edits):
        kept = text[done : edit.start]
        start = length + len(kept) + edit.lead
        end = start - edit.lead + len(edit.text) if edit.length is None else start + edit.length
        marks.append((start, end))
        parts += [kept, edit.text]
        length += len(kept) + len(edit.text)
        done = edit.end
    made = "".join([*parts, text[done:]])
    return made, tuple(spot(path, made, *mark) for mark in marks)


class Sheet:
    """A file that is right, and where each of its keys and values stands."""

    def __init__(self, path: str, text: str) -> None:
        document = parse(path, text.encode())
        assert isinstance(document, Document), document
        self.path = path
        self.text = text
        self.data = document.data
        self.places = document.places

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *accumulate(len(line) for line in self.text.splitlines(keepends=True))]

    def _offsets(self, span: Span) -> tuple[int, int]:
        start = self._starts[span.line - 1] + span.column - 1
        end = self._starts[span.end_line - 1] + span.end_column - 1
        return start, start + len(self.text[start:end].rstrip())

    def at(self, route: Route) -> Any:
        """The value at a route."""
        value = self.data
        for part in route:
            value = value[part]
        return value

    def key(self, route: Route) -> tuple[int, int] | None:
        """Where the key of an entry stands; None for the item of a list."""
        span = self.places[route].key
        return self._offsets(span) if span else None

    def value(self, route: Route) -> tuple[int, int]:
        """Where a value stands: a list or a map from its first sign to its last one."""
        inner = self.children(route)
        start, end = self._offsets(self.places[route].value)
        if self.is_flow(route):
            # Of a list or a map, the place is only where it begins.
            closing = "]" if self.text[start] == "[" else "}"
            last = self.entry(inner[-1])[1] if inner else end
            return start, self.text.index(closing, last) + 1
        if inner:
            return self.entry(inner[0])[0], self.entry(inner[-1])[1]
        if start == end and (key := self.key(route)):
            # Nothing stands there: it would behind the colon.
            start = end = self.text.index(":", key[1]) + 1
        return start, end

    def entry(self, route: Route) -> tuple[int, int]:
        """Where an entry stands with its key, an item with the dash before it."""
        start, end = self.value(route)
        if key := self.key(route):
            return key[0], end
        if route and not self.is_flow(route[:-1]):
            start = self.text.rindex("-", 0, start)
        return start, end

    def source(self, route: Route) -> str:
        """A value as it is written."""
        start, end = self.value(route)
        return self.text[start:end]

    def is_flow(self, route: Route) -> bool:
        """Is a list or a map written in brackets?"""
        start, _ = self._offsets(self.places[route].value)
        return isinstance(self.at(route), dict | list) and self.text[start] in "[{"

    def children(self, route: Route) -> list[Route]:
        """The entries of a map, the items of a list; nothing for any other value."""
        value = self.at(route)
        if isinstance(value, dict):
            return [(*route, key) for key in value]
        return [(*route, index) for index in range(len(value))] if isinstance(value, list) else []

    def siblings(self, route: Route) -> list[Route]:
        """The entries beside one, itself included, in their order."""
        return self.children(route[:-1])

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, behind its end of line."""
        return self.text.index("\n", offset) + 1

    def begins_its_line(self, route: Route) -> bool:
        """Is an entry the first on its line, and has the line to itself?"""
        start, _ = self.entry(route)
        return not self.text[self.line_start(start) : start].strip() and not self._within_flow(
            route
        )

    def _within_flow(self, route: Route) -> bool:
        return any(self.is_flow(route[:length]) for length in range(len(route)))

    def delete(self, route: Route) -> Edit:
        """An entry is left out, with its comma or its lines."""
        beside = self.siblings(route)
        here = beside.index(route)
        start, end = self.entry(route)
        if here + 1 < len(beside):
            return Edit(start, self.entry(beside[here + 1])[0])
        if self.is_flow(route[:-1]):
            return Edit(self.entry(beside[here - 1])[1] if here else start, end)
        if self.begins_its_line(route):
            return Edit(self.line_start(start), self.line_end(end))
        return Edit(start, end)

    def repeat(self, route: Route) -> Edit:
        """An entry stands a second time behind itself; the mistake is its key, or the item."""
        start, end = self.entry(route)
        again = self.text[start:end]
        key = self.key(route)
        if self.is_flow(route[:-1]):
            length = key[1] - key[0] if key else len(again)
            return Edit(end, end, f", {again}", lead=2, length=length)
        margin = start - self.line_start(start)
        after = self.line_end(end)
        value, _ = self.value(route)
        lead = margin + (0 if key else value - start)
        length = key[1] - key[0] if key else len(again) - (value - start)
        return Edit(after, after, f"{' ' * margin}{again}\n", lead=lead, length=length)

    def having(self, route: Route, source: str) -> "Sheet | None":
        """The file with a value put at a route; None if it cannot be read any more."""
        text, _ = edited(self.path, self.text, [self.put(route, source)])
        made = parse(self.path, text.encode())
        return Sheet(self.path, text) if isinstance(made, Document) else None

    def put(self, route: Route, source: str) -> Edit:
        """A value takes the place of another, or is added at the end of a map or a list."""
        if route in self.places:
            start, end = self.value(route)
            gap = " " if self.text[start - 1] == ":" else ""
            return Edit(start, end, gap + source, lead=len(gap))
        name = route[-1]
        added = f"{name}: {source}" if isinstance(name, str) else f"- {source}"
        last = self.children(route[:-1])[-1]
        start, end = self.entry(last)
        if self.is_flow(route[:-1]):
            return Edit(end, end, f", {added}")
        after = self.line_end(end)
        margin = " " * (start - self.line_start(start))
        return Edit(after, after, f"{margin}{added}\n", lead=len(margin), length=len(added))


def matches(data: Any, pattern: Sequence[str]) -> Iterator[Route]:
    """Every route of plain data that a pattern fits, in the order of the file."""
    if not pattern:
        yield ()
        return
    first, rest = pattern[0], pattern[1:]
    if first == "[]":
        keys: Iterable[str | int] = range(len(data)) if isinstance(data, list) else ()
    elif isinstance(data, dict):
        keys = data if first == "*" else (first,) if first in data else ()
    else:
        keys = ()
    for key in keys:
        yield from ((key, *route) for route in matches(data[key], rest))
