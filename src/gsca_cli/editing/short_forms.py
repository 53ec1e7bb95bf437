"""Maps that say one thing only, written as that thing."""

from collections.abc import Iterator
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.documents.reformat import remarks
from gsca_cli.documents.rewrite import Delete, Rename, Set, Wish
from gsca_cli.documents.rewrite_all import rewrite_all
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.lines import holds_a_comment
from gsca_cli.findings import Route
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Words
from gsca_cli.records.texts import ANY_LANGUAGE


def shortened(record: Shape, document: Document) -> Document:
    """The document with every short form that there is; what holds a comment stays as it is.

    Raises:
        UneditableError: the file is too large for so many changes.
    """
    found = list(_wishes(record, document.data, ()))
    if not found:
        return document
    layout = Layout(document.text)
    wishes = [wish for wish in found if not _takes_a_comment(layout, wish)]
    made = rewrite_all(document, wishes).document
    return made if remarks(made) == remarks(document) else document


def _takes_a_comment(layout: Layout, wish: Wish) -> bool:
    """Would a comment go with the field of a citation? Of other values, the engine sees to that."""
    if isinstance(wish, Set):
        return False
    entry = layout.tree.entry(wish.route[:-1])
    above = layout.text[entry.behind : entry.value.start]
    return "#" in above or holds_a_comment(layout.tree, entry.value)


def _wishes(shape: Shape, data: Any, route: Route) -> Iterator[Wish]:
    """What can be shorter, inner places before those that hold them."""
    match shape:
        case Words() if isinstance(data, dict) and list(data) == [ANY_LANGUAGE]:
            yield Set(route, data[ANY_LANGUAGE])
        case Fields(is_citation=True) if isinstance(data, dict):
            yield from _citation(data, route)
        case Fields() if isinstance(data, dict):
            for name in data.keys() & shape.names().keys():
                yield from _wishes(shape.at(name), data[name], (*route, name))
            if not data and shape.may_be_empty:
                yield Set(route, None)
            elif list(data) == [shape.short] and _is_bare(data[shape.short]):
                yield Set(route, data[shape.short])
        case Entries() if isinstance(data, dict):
            for key, value in data.items():
                yield from _wishes(shape.value, value, (*route, key))
        case Items() if isinstance(data, list):
            for number, item in enumerate(data):
                yield from _wishes(shape.item, item, (*route, number))


def _citation(data: dict[str, Any], route: Route) -> Iterator[Wish]:
    """`{source: paper}` is `paper`, and with the fields it supports `{paper: [name]}`."""
    source, supports = data.get("source"), data.get("supports")
    if data.keys() == {"source"} or (data.keys() == {"source", "supports"} and not supports):
        yield Set(route, source)
    elif data.keys() == {"source", "supports"} and isinstance(source, str) and source not in data:
        # So the fields keep their layout.
        yield Delete((*route, "source"))
        yield Rename((*route, "supports"), source)
    elif len(data) == 1 and list(data.values()) in ([[]], [None]):
        yield Set(route, next(iter(data)))


def _is_bare(value: Any) -> bool:
    return value is not None and not isinstance(value, dict | list)
