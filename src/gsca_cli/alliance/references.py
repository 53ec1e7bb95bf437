"""What a record refers to, found by the marks on its model."""

import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any

from gsca_cli.findings import Location, Route
from gsca_cli.records.values import Model, RefersTo


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a record, what it must be the id of, and where it stands.

    `target` is a kind of record, or `status`, `role`, `standing`, `step`, `phase`, `cohort`.
    """

    target: str
    id: str
    route: Route
    location: Location


Mention = tuple[str, str, Route, bool]
"""A target, an id, its route, and whether it stands as the key there."""

_Walk = Callable[[Any, Route], Iterator[Mention]]


def mentions(record: Model) -> Iterator[Mention]:
    """Every id in a record that refers to something, in the order of the fields."""
    yield from _walk_model(type(record))(record, ())


@cache
def _walk_model(model: type[Model]) -> _Walk:
    """How to find the references in a model: worked out once."""
    walks = [
        (name, walk)
        for name, field in model.model_fields.items()
        if (walk := _walk_of(typing.Annotated[field.annotation, *field.metadata, None]))
    ]

    def walk_fields(value: Any, route: Route) -> Iterator[Mention]:
        for name, walk in walks:
            inner = getattr(value, name)
            if inner:
                yield from walk(inner, (*route, name))

    return walk_fields


def _walk_of(annotation: Any) -> _Walk | None:
    """How to find the references in a value of a type; None if it can hold none."""
    marks = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefersTo)]
    if marks:
        target = marks[0].target
        return lambda value, route: iter([(target, value, route, False)])
    inner = typing.get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _walk_of(inner[0])
    if NoneType in inner:
        return _walk_of(next(each for each in inner if each is not NoneType))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _walk_model(annotation)
    if typing.get_origin(annotation) is dict:
        return _walk_of_dict(*inner)
    if typing.get_origin(annotation) is tuple:
        return _walk_of_tuple(inner[0])
    return None


def _walk_of_dict(key: Any, value: Any) -> _Walk | None:
    key_walk, value_walk = _walk_of(key), _walk_of(value)
    if not key_walk and not value_walk:
        return None

    def walk(values: dict[str, Any], route: Route) -> Iterator[Mention]:
        for name, inner in values.items():
            if key_walk:
                for target, text, where, _ in key_walk(name, (*route, name)):
                    yield target, text, where, True
            if value_walk:
                yield from value_walk(inner, (*route, name))

    return walk


def _walk_of_tuple(item: Any) -> _Walk | None:
    item_walk = _walk_of(item)
    if not item_walk:
        return None

    def walk(values: tuple[Any, ...], route: Route) -> Iterator[Mention]:
        for index, inner in enumerate(values):
            yield from item_walk(inner, (*route, index))

    return walk
