"""Walks through the parts of a record, whatever its kind."""

from collections.abc import Iterator
from typing import Any

from gsca_cli.records.values import Model, Texts

Part = tuple[tuple[str | int, ...], Any]


def parts(record: Model) -> Iterator[tuple[tuple[str | int, ...], Model]]:
    """Every model within a record, itself first, with its route."""
    return ((route, value) for route, value in _walk(record, ()) if isinstance(value, Model))


def texts(record: Model) -> Iterator[tuple[tuple[str | int, ...], Texts]]:
    """Every text for readers within a record, with its route."""
    return ((route, value) for route, value in _walk(record, ()) if isinstance(value, Texts))


def _walk(value: Any, route: tuple[str | int, ...]) -> Iterator[Part]:
    yield route, value
    if isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from _walk(getattr(value, name), (*route, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*route, index))
    elif isinstance(value, dict) and not isinstance(value, Texts):
        for key, inner in value.items():
            yield from _walk(inner, (*route, key))
