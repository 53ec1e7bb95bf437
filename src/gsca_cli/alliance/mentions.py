"""What a record refers to, found by the marks on its model."""

import typing
from collections.abc import Callable, Sequence
from functools import cache
from types import NoneType
from typing import Any

from gsca_cli.alliance.references import Mention
from gsca_cli.findings import Route
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.values import Model, RefersTo

_Walk = Callable[[Any, Route, list[Mention]], None]
"""Adds the references in a value at a route to those that were found."""


def mentions(record: Model) -> Sequence[Mention]:
    """Every id in a record that refers to something, in the order of the fields."""
    found: list[Mention] = []
    _walk_model(type(record))(record, (), found)
    return found


@cache
def _walk_model(model: type[Model]) -> _Walk:
    """How to find the references in a model: worked out once."""
    walks = [
        (name, walk)
        for name, field in model.model_fields.items()
        if (walk := _walk_of(annotation_of(field)))
    ]

    def walk_fields(value: Any, route: Route, found: list[Mention]) -> None:
        fields = vars(value)
        for name, walk in walks:
            if inner := fields[name]:
                walk(inner, (*route, name), found)

    return walk_fields


def _walk_of(annotation: Any) -> _Walk | None:
    """How to find the references in a value of a type; None if it can hold none."""
    marks = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefersTo)]
    if marks:
        return _walk_of_id(marks[0].target)
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


def _walk_of_id(target: str) -> _Walk:
    def walk(value: str, route: Route, found: list[Mention]) -> None:
        found.append((target, value, route, False))

    return walk


def _walk_of_dict(key: Any, value: Any) -> _Walk | None:
    key_walk, value_walk = _walk_of(key), _walk_of(value)
    if not key_walk and not value_walk:
        return None

    def walk(values: dict[str, Any], route: Route, found: list[Mention]) -> None:
        keys: list[Mention] = []
        for name, inner in values.items():
            where = (*route, name)
            if key_walk:
                key_walk(name, where, keys)
                found += [(target, text, at, True) for target, text, at, _ in keys]
                keys.clear()
            if value_walk:
                value_walk(inner, where, found)

    return walk


def _walk_of_tuple(item: Any) -> _Walk | None:
    item_walk = _walk_of(item)
    if not item_walk:
        return None

    def walk(values: tuple[Any, ...], route: Route, found: list[Mention]) -> None:
        for index, inner in enumerate(values):
            item_walk(inner, (*route, index), found)

    return walk
