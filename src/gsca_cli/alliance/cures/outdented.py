"""Lines that are indented too little: they stand beside the key to which they belong."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.nearest import nearest
from gsca_cli.alliance.references import Reference
from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding, Location, Related, Route, Severity, joined, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.ids import ID_PATTERN
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Words, shape_at

_is_id = re.compile(ID_PATTERN).fullmatch
_is_language = re.compile(LANGUAGE_TAG).match
BELONGS: Final = "they belong to this key"


class Outdented(NamedTuple):
    """A key, and those beside it that should stand below it; an item of it if it holds a list."""

    parent: Route
    children: tuple[Route, ...]
    is_item: bool = False

    @property
    def message(self) -> str:
        """What is wrong."""
        stand = "stands" if len(self.children) == 1 else "stand"
        return f"{self._names} {stand} beside {shown(self.parent[-1])}, and not below it"

    @property
    def hint(self) -> str:
        """How to cure it."""
        hint = f"indent {self._names} under {shown(self.parent[-1])}"
        if not self.is_item:
            return hint
        first = shown(f"- {self.children[0][-1]}: ...")
        return f"{hint}, the first one behind a dash and a space: {first}"

    @property
    def _names(self) -> str:
        return joined(shown(route[-1]) for route in self.children)

    def covers(self, route: Route) -> bool:
        """Does a route lead to one of the lines, or into it?"""
        return any(route[: len(child)] == child for child in self.children)

    def holds(self, reference: Reference, document: Document) -> bool:
        """Does a reference stand in one of the lines?"""
        return reference.path == document.path and self.covers(reference.route)

    def lacks(self, route: Route) -> bool:
        """Is what is missing at a route nothing but these lines?"""
        names = {child[-1] for child in self.children}
        return route == self.parent or (route[:-1] == self.parent and route[-1] in names)

    def at(self, document: Document) -> tuple[Location, Related]:
        """Where the first of them stands, and the key to which it belongs."""
        parent = document.locate(self.parent, key=True)
        return document.locate(self.children[0], key=True), Related(parent, BELONGS)

    def finding(self, document: Document) -> Finding:
        """What is reported of a record that does not fit its schema."""
        where, related = self.at(document)
        error = Severity.ERROR
        return Finding("unknown-field", error, where, self.message, self.hint, (related,))


def outdented(
    kind: Kind, document: Document, is_wrong: Callable[[Route], bool]
) -> Iterator[Outdented]:
    """Every run of lines that are nothing where they stand, and fit below the key before them.

    `is_wrong` says whether there is anything wrong with what stands at a route.
    """
    for route, holder in document.holders():
        shape = shape_at(kind, route)
        if not isinstance(holder, dict) or not isinstance(shape, Fields | Entries):
            continue
        keys = list(holder)
        index = 0
        while index < len(keys):
            parent = (*route, keys[index])
            index += 1
            children: list[Route] = []
            while index < len(keys) and _belongs(kind, document, parent, keys[index], shape):
                children.append((*route, keys[index]))
                index += 1
            if any(map(is_wrong, children)):
                is_item = isinstance(shape_at(kind, parent), Items)
                yield Outdented(parent, tuple(children), is_item)


def _belongs(kind: Kind, document: Document, parent: Route, key: str, holder: Shape) -> bool:
    """May a key that stands beside another one stand below it, and not where it does?"""
    names = list(holder.names()) if isinstance(holder, Fields) else []
    beside = (*parent[:-1], key)
    if key in names or nearest(key, names) or not _are_lines(document, parent, beside):
        return False
    above, value = document.value(parent), document.value(beside)
    match shape_at(kind, parent):
        case Fields() as fields:
            is_open = above is None or (isinstance(above, dict) and key not in above)
            return is_open and key in fields.names()
        case Items(Fields() as item):
            return above is None and key in item.names()
        case Words():
            is_name = isinstance(value, str) and bool(_is_language(key))
            return above is None and is_name
        case Entries() if isinstance(holder, Fields):
            is_entry = bool(_is_id(key)) and _may_be_entry(value)
            return above is None and is_entry
    return False


def _may_be_entry(value: Any) -> bool:
    return (
        value is None or isinstance(value, dict) or (isinstance(value, str) and bool(_is_id(value)))
    )


def _are_lines(document: Document, parent: Route, beside: Route) -> bool:
    """Do both begin a line, and is what stands at the first one on the lines below it?"""
    key, value = document.places[parent]
    other = document.places[beside].key
    if key is None or other is None or other.line == key.line or other.column != key.column:
        return False
    return document.value(parent) is None or value.line > key.line
