"""Whether a value of another type was certainly meant: a bare one for a list, a word in quotes."""

import re
from typing import Any

from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.ids import ID_PATTERN
from gsca_cli.records.shape import Fields, Items, Shape, Sort, Value, Words, shape_at

_is_well_formed = re.compile(ID_PATTERN).fullmatch


def is_meant(kind: Kind, route: Route, old: Any, new: Any) -> bool:
    """Was a new value meant at a route of the file, if an old one of another type stands there?"""
    shape = shape_at(kind, route)
    if isinstance(new, list):
        return isinstance(shape, Items) and _is_item(shape.item, new[0])
    if not isinstance(new, str) or isinstance(old, str):
        return True
    return _is_text(shape) or (isinstance(old, list) and _is_id(shape, new))


def fields_at(kind: Kind, route: Route) -> list[str]:
    """The names of the fields that may stand at a route."""
    shape = shape_at(kind, route)
    return list(shape.names()) if isinstance(shape, Fields) else []


def _is_item(shape: Shape, text: str) -> bool:
    """May a text stand for an item of a list?"""
    if isinstance(shape, Fields) and shape.short:
        return _is_item(shape.at(shape.short), text)
    is_citation = isinstance(shape, Fields) and shape.is_citation
    return _is_text(shape) or _is_id(shape, text) or (is_citation and bool(_is_well_formed(text)))


def holds_free_text(shape: Shape | None) -> bool:
    """Is it a text of any words, which refers to nothing?"""
    if isinstance(shape, Value):
        return shape.sort is Sort.TEXT and shape.refers_to is None and not shape.is_route
    return isinstance(shape, Words)


def _is_text(shape: Shape | None) -> bool:
    """Is it a text that refers to nothing?"""
    free = isinstance(shape, Value) and shape.sort in {Sort.TEXT, Sort.LINK}
    return isinstance(shape, Words) or (free and getattr(shape, "refers_to", None) is None)


def _is_id(shape: Shape | None, text: str) -> bool:
    refers = isinstance(shape, Value) and shape.refers_to is not None
    return refers and bool(_is_well_formed(text))
