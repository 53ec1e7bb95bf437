"""What may stand at each place of a record, worked out from its model."""

import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.countries import check_country
from gsca_cli.records.links import check_link
from gsca_cli.records.quantity import Quantity
from gsca_cli.records.record import InAMap, or_nothing
from gsca_cli.records.texts import Texts
from gsca_cli.records.values import (
    IsARoute,
    Model,
    RefersTo,
    in_every_language,
    read_citation,
)
from gsca_cli.records.when import When


class Sort(StrEnum):
    """What a single value is."""

    TEXT = "text"
    DATE = "date"
    LINK = "link"
    FLAG = "flag"
    COUNT = "whole number"
    NUMBER = "number"
    AMOUNT = "amount"
    COUNTRY = "country"
    WORD = "word"
    ANY = "value"


class Value(NamedTuple):
    """One value. It may refer to something by its id, be one of a few words, or name a route."""

    sort: Sort
    refers_to: str | None = None
    words: tuple[str, ...] = ()
    is_route: bool = False


class Words(NamedTuple):
    """A text for readers: one for every language, or a map from language to text."""


class Items(NamedTuple):
    """A list."""

    item: "Shape"


class Entries(NamedTuple):
    """A map whose keys are ids, or any names."""

    key: Value
    value: "Shape"


class Fields(NamedTuple):
    """A map whose keys are the fields of a model.

    Where a bare value may stand for it, `short` is the field that is meant. `may_be_empty`: nothing
    at all is such a map too. A citation names its source, or maps it to the fields it supports.
    """

    model: type[Model]
    short: str | None = None
    may_be_empty: bool = False
    is_citation: bool = False

    def names(self) -> Mapping[str, FieldInfo]:
        """The fields as files call them: first its own, then those that any record may carry."""
        return _names(self.model)

    def at(self, name: str) -> "Shape":
        """What may stand in a field.

        Raises:
            KeyError: there is no such field.
        """
        return _shape(annotation_of(self.names()[name]))


Shape = Value | Words | Items | Entries | Fields


def shape_of(kind: Kind) -> Fields:
    """What a record of a kind holds."""
    return Fields(MODELS[kind])


def inner(shape: Shape, part: str | int) -> Shape:
    """What may stand at one part of a route within a shape.

    Raises:
        KeyError: nothing may stand there.
    """
    match shape:
        case Fields():
            return shape.at(str(part))
        case Entries():
            return shape.value
        case Items():
            return shape.item
        case Words():
            return Value(Sort.TEXT)
    raise KeyError(part)


def shape_at(kind: Kind, route: Route) -> Shape | None:
    """What may stand at a route of a record; None if nothing may."""
    return shape_within(shape_of(kind), route)


def shape_within(shape: Shape, route: Route) -> Shape | None:
    """What may stand at a route that begins within a shape; None if nothing may."""
    try:
        for part in route:
            shape = inner(shape, part)
    except KeyError:
        return None
    return shape


@cache
def _names(model: type[Model]) -> Mapping[str, FieldInfo]:
    # A model lists what it inherits first, and people write it last.
    inherited = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", ())}
    is_record = model in MODELS.values()
    order = sorted(model.model_fields, key=lambda name: is_record and name in inherited)
    return {model.model_fields[name].alias or name: model.model_fields[name] for name in order}


@cache
def _shape(annotation: Any) -> Shape:
    marks: tuple[Any, ...] = getattr(annotation, "__metadata__", ())
    bare = typing.get_args(annotation)[0] if marks else annotation
    readers = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
    if in_every_language in readers:
        return Words()
    inner_types = typing.get_args(bare)
    if NoneType in inner_types:
        return _shape(next(each for each in inner_types if each is not NoneType))
    if hasattr(bare, "__metadata__"):
        return _shape(bare)
    if isinstance(bare, type) and issubclass(bare, Model):
        short = next((reader.key for reader in readers if isinstance(reader, InAMap)), None)
        return Fields(bare, short, or_nothing in readers, read_citation in readers)
    origin = typing.get_origin(bare)
    if origin is dict:
        key = _shape(inner_types[0])
        return Entries(key if isinstance(key, Value) else Value(Sort.TEXT), _shape(inner_types[1]))
    if origin is tuple:
        return Items(_shape(inner_types[0]))
    return _value(bare, marks)


def _value(bare: Any, marks: tuple[Any, ...]) -> Value:
    if typing.get_origin(bare) is typing.Literal:
        return Value(Sort.WORD, words=typing.get_args(bare))
    target = next((mark.target for mark in marks if isinstance(mark, RefersTo)), None)
    checks: list[Callable[..., Any]] = [
        mark.func for mark in marks if isinstance(mark, AfterValidator)
    ]
    if check_link in checks:
        return Value(Sort.LINK)
    if check_country in checks:
        return Value(Sort.COUNTRY)
    is_route = any(isinstance(mark, IsARoute) for mark in marks)
    return Value(_SORTS.get(bare, Sort.ANY), target, is_route=is_route)


_SORTS: Mapping[Any, Sort] = {
    str: Sort.TEXT,
    Texts: Sort.TEXT,
    When: Sort.DATE,
    Quantity: Sort.AMOUNT,
    bool: Sort.FLAG,
    int: Sort.COUNT,
    float: Sort.NUMBER,
}
