"""Where a document names a record: by its id as a key or a value, and within routes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Rename, Set, Wish
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Variant
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Value, inner

_REMARKS: Final = (Variant,)
"""Parts of a record that speak of other parts, by their routes from where they stand."""


@dataclass(frozen=True, slots=True)
class NewName:
    """A record gets another id."""

    kind: Kind
    old: str
    new: str

    def renamings(self, record: Fields, document: Document) -> Iterator[Wish]:
        """What must change in a document, inner places before those that hold them."""
        yield from self._within(record, document.data, (), record)

    def _within(self, shape: Shape, data: Any, route: Route, holder: Shape) -> Iterator[Wish]:
        """What must change at a route; `holder` is what routes written there start from."""
        match shape:
            case Fields(is_citation=True):
                yield from self._citation(data, route, holder)
            case Fields(short=str() as short) if not isinstance(data, dict | list):
                yield from self._within(shape.at(short), data, route, shape)
            case Fields() if isinstance(data, dict):
                names = shape.names()
                # What a remark says of a route speaks of the record or part that it stands in.
                here = holder if shape.model in _REMARKS else shape
                for key in data.keys() & names.keys():
                    yield from self._within(shape.at(key), data[key], (*route, key), here)
            case Entries() if isinstance(data, dict):
                for key, value in data.items():
                    yield from self._within(shape.value, value, (*route, key), holder)
                    yield from self._key(shape.key, key, (*route, key), holder)
            case Items() if isinstance(data, list):
                for number, item in enumerate(data):
                    yield from self._within(shape.item, item, (*route, number), holder)
            case Value() if isinstance(data, str):
                new = self._text(shape, data, holder)
                if new != data:
                    yield Set(route, new)

    def _key(self, shape: Value, key: str, route: Route, holder: Shape) -> Iterator[Wish]:
        new = self._text(shape, key, holder)
        if new != key:
            yield Rename(route, new)

    def _citation(self, data: Any, route: Route, holder: Shape) -> Iterator[Wish]:
        """`paper`, `{paper: [name]}` or `{source: paper, supports: [name]}`."""
        cites = self.kind is Kind.SOURCE
        if not isinstance(data, dict):
            if cites and data == self.old:
                yield Set(route, self.new)
            return
        for key, value in data.items():
            for number, text in enumerate(value if isinstance(value, list) else ()):
                new = self.in_route(holder, text) if isinstance(text, str) else text
                if new != text:
                    yield Set((*route, key, number), new)
        if cites and data.get("source") == self.old:
            yield Set((*route, "source"), self.new)
        elif cites and "source" not in data and self.old in data:
            yield Rename((*route, self.old), self.new)

    def _text(self, shape: Value, text: str, holder: Shape) -> str:
        """A text with the new id where it names the record."""
        if shape.is_route:
            return self.in_route(holder, text)
        return self.new if shape.refers_to == self.kind and text == self.old else text

    def in_route(self, shape: Shape, text: str) -> str:
        """A route in words, with the new id wherever it goes by the old one."""
        parts = []
        for part in text.split("."):
            named = self._is_named(shape, part)
            parts.append(self.new if named else part)
            try:
                shape = inner(shape, part)
            except KeyError:
                # It leads nowhere from here on, and no further.
                return ".".join([*parts, *text.split(".")[len(parts) :]])
        return ".".join(parts)

    def _is_named(self, shape: Shape, part: str) -> bool:
        """Does a part of a route name the record within a shape?"""
        if part != self.old:
            return False
        match shape:
            case Entries():
                return shape.key.refers_to == self.kind
            case Items(item=Fields(is_citation=True)):
                return self.kind is Kind.SOURCE
            case Items(item=Fields(short=str() as short) as item):
                field = item.at(short)
                return isinstance(field, Value) and field.refers_to == self.kind
            case Items(item=Value(refers_to=target)):
                return target == self.kind
        return False
