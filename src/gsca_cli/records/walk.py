"""Walks through the parts of a record, whatever its kind."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from gsca_cli.records.texts import Texts
from gsca_cli.records.values import Model
from gsca_cli.records.when import When


class Part(NamedTuple):
    """A model or a text within a record, and its route."""

    route: tuple[str | int, ...]
    value: Model | Texts


def parts(record: Model) -> Sequence[Part]:
    """Every model and every text for readers within a record, itself first."""
    found: list[Part] = []
    _collect(record, (), found)
    return found


def _collect(value: Any, route: tuple[str | int, ...], found: list[Part]) -> None:
    kind: Any = type(value)
    if _is_model(kind):
        found.append(Part(route, value))
        fields = vars(value)
        for name, alias in _fields(kind):
            # Most fields of most records are empty.
            if inner := fields[name]:
                _collect(inner, (*route, alias), found)
    elif kind is Texts:
        found.append(Part(route, value))
    elif kind is tuple:
        for index, item in enumerate(value):
            _collect(item, (*route, index), found)
    elif kind is dict:
        for key, inner in value.items():
            _collect(inner, (*route, key), found)


@cache
def _is_model(kind: type) -> bool:
    """Is a type that of a model? pydantic takes its time to say so of each value."""
    return issubclass(kind, Model)


@cache
def _fields(model: type[Model]) -> Sequence[tuple[str, str]]:
    """The names of the fields of a model that may hold parts, here and in the file."""
    return [
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if _holds_parts(field.annotation)
    ]


def _holds_parts(annotation: Any) -> bool:
    """May a value of a type be a part, or hold some?"""
    kind = get_origin(annotation) or annotation
    if kind in {Any, dict} or (isinstance(kind, type) and issubclass(kind, Model)):
        return True
    return any(map(_holds_parts, get_args(annotation)))


@cache
def date_fields(model: type[Model]) -> Sequence[str]:
    """The names of the fields of a model that hold a date."""
    fields = model.model_fields.items()
    return [name for name, field in fields if _is_date(field.annotation)]


def _is_date(annotation: Any) -> bool:
    return annotation is When or any(map(_is_date, get_args(annotation)))
