"""Where a document names a record or a word: by its id as a key or a value, and within routes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Rename, Set, Wish
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds, spoken_of
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Value


@dataclass(frozen=True, slots=True)
class NewName:
    """A record or a word gets another id; `target` is what references call it."""

    target: str
    old: str
    new: str

    @property
    def _ids(self) -> NewIds:
        return NewIds({(self.target, self.old): self.new})

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
                here = spoken_of(shape, holder)
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
                new = self._ids.in_text(shape, data, holder)
                if new != data:
                    yield Set(route, new)

    def _key(self, shape: Value, key: str, route: Route, holder: Shape) -> Iterator[Wish]:
        new = self._ids.in_text(shape, key, holder)
        if new != key:
            yield Rename(route, new)

    def _citation(self, data: Any, route: Route, holder: Shape) -> Iterator[Wish]:
        """`paper`, `{paper: [name]}` or `{source: paper, supports: [name]}`."""
        cites = self.target == Kind.SOURCE
        if not isinstance(data, dict):
            if cites and data == self.old:
                yield Set(route, self.new)
            return
        for key, value in data.items():
            for number, text in enumerate(value if isinstance(value, list) else ()):
                new = self._ids.in_route(holder, text) if isinstance(text, str) else text
                if new != text:
                    yield Set((*route, key, number), new)
        if cites and data.get("source") == self.old:
            yield Set((*route, "source"), self.new)
        elif cites and "source" not in data and self.old in data:
            yield Rename((*route, self.old), self.new)
