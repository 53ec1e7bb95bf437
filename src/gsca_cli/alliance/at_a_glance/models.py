"""The fit of a type, worked out from the annotations of the models.

Whatever an annotation asks that is not known here leaves what is written in doubt: so a model may
ask for more at any time, and at worst its records are read by pydantic alone.
"""

import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import NoneType
from typing import Any, Final

from pydantic import AfterValidator, BeforeValidator, PlainValidator, Strict, StringConstraints
from pydantic.json_schema import WithJsonSchema

from gsca_cli.alliance.at_a_glance.fit import (
    FitOfCitation,
    FitOfEntries,
    FitOfFields,
    FitOfItems,
    FitOfTexts,
)
from gsca_cli.alliance.at_a_glance.single import (
    Fit,
    FitOfCount,
    FitOfDate,
    FitOfField,
    FitOfId,
    FitOfNumber,
    FitOfText,
    FitOfWord,
)
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.record import InAMap, or_nothing
from gsca_cli.records.spelling import as_written
from gsca_cli.records.texts import Texts
from gsca_cli.records.values import (
    IsARoute,
    Model,
    RefersTo,
    in_every_language,
    read_citation,
    read_when,
)
from gsca_cli.records.written import NOT_BLANK

_UNKNOWN: Final = Fit()
_NOTHING_MORE: Final = ["leave_out_the_empty"]
"""What every model checks as a whole; empty fields are in doubt here."""


_BOUNDS: Final = (
    *("ge", "gt", "le", "lt", "multiple_of", "allow_inf_nan", "strict", "pattern", "min_length"),
    *(
        "max_length",
        "to_lower",
        "to_upper",
        "strip_whitespace",
        "ascii_only",
        "coerce_numbers_to_str",
    ),
)


@cache
def fit_of_model(model: type[Model]) -> FitOfFields:
    """How a map fits a model."""
    return FitOfFields(model, _fields(model))


def _fields(model: type[Model]) -> Mapping[str, tuple[str, Fit]]:
    """The fields of a model, as files call them: the name of each, and the fit of its value.

    None are known of a model that asks for more than its fields do.
    """
    found = model.__pydantic_decorators__
    checks = [*found.model_validators, *found.field_validators, *found.validators]
    called_otherwise = any(
        info.validation_alias not in {None, info.alias} for info in model.model_fields.values()
    )
    if checks != _NOTHING_MORE or model.model_config != Model.model_config or called_otherwise:
        return {}
    return {
        info.alias or name: (name, fit_of(annotation_of(info)))
        for name, info in model.model_fields.items()
    }


@cache
def fit_of(annotation: Any) -> Fit:
    """How a value fits a type."""
    asked = [
        mark
        for mark in getattr(annotation, "__metadata__", ())
        # Neither the form that editors are told of nor the end mark asks for anything.
        if mark is not None and not isinstance(mark, WithJsonSchema)
    ]
    bare = typing.get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
    inner = typing.get_args(bare)
    origin = typing.get_origin(bare)
    if isinstance(bare, type) and issubclass(bare, Model):
        return _fit_of_part(bare, asked)
    if in_every_language in map(_function, asked):
        return FitOfTexts() if _is_local_text(origin, asked) else _UNKNOWN
    if bare is str:
        return _fit_of_text(asked)
    if asked:
        return _fit_of_value(bare, asked)
    if NoneType in inner:
        return fit_of(next(each for each in inner if each is not NoneType))
    return _fit_of_several(origin, inner)


def _fit_of_several(origin: Any, inner: Sequence[Any]) -> Fit:
    """How a map, a list or one of several words fits."""
    if origin is dict:
        key = fit_of(inner[0])
        return FitOfEntries(key.target, fit_of(inner[1])) if isinstance(key, FitOfId) else _UNKNOWN
    if origin is tuple and inner[1:] == (...,):
        return FitOfItems(fit_of(inner[0]))
    if origin is typing.Literal and all(isinstance(word, str) for word in inner):
        return FitOfWord(inner)
    return _UNKNOWN


def _function(mark: Any) -> Any:
    """What a mark asks to run."""
    return getattr(mark, "func", None)


def _is_local_text(origin: Any, asked: Sequence[Any]) -> bool:
    """Is it the one type of texts for readers: by language, and not empty?"""
    others = [mark for mark in asked if _function(mark) not in {in_every_language, Texts}]
    return origin is dict and [_bounds(mark) for mark in others] == [{"min_length": 1}]


def _fit_of_text(asked: Sequence[Any]) -> Fit:
    """How a text fits; no text that is written plainly is blank."""
    patterns: list[str] = []
    checks: list[Callable[[str], Any]] = []
    target = None
    is_route = False
    for mark in asked:
        if isinstance(mark, RefersTo):
            target = mark.target
        elif isinstance(mark, IsARoute):
            is_route = True
        elif isinstance(mark, AfterValidator):
            checks.append(_function(mark))
        elif isinstance(mark, StringConstraints) and _bounds(mark).keys() <= {"pattern", "strict"}:
            patterns.append(str(mark.pattern))
        elif not isinstance(mark, Strict) and _function(mark) is not as_written:
            return _UNKNOWN
    more = [pattern for pattern in patterns if pattern != NOT_BLANK]
    if not target and not is_route:
        return FitOfText(more, checks)
    if more or checks:
        return _UNKNOWN
    return FitOfId(target) if target else FitOfField()


def _fit_of_value(bare: Any, asked: Sequence[Any]) -> Fit:
    """How a date or a number fits."""
    if [_function(mark) for mark in asked if isinstance(mark, PlainValidator)] == [read_when]:
        return FitOfDate() if len(asked) == 1 else _UNKNOWN
    bounds: dict[str, Any] = {}
    for mark in asked:
        more = _bounds(mark)
        if not more and not isinstance(mark, Strict):
            return _UNKNOWN
        bounds |= more
    if bare is int and bounds == {"strict": True, "ge": 0}:
        return FitOfCount()
    if bare is float and bounds == {"strict": True, "allow_inf_nan": False}:
        return FitOfNumber()
    return _UNKNOWN


def _bounds(mark: Any) -> Mapping[str, Any]:
    """What a mark asks of a text or a number, by name."""
    within = getattr(mark, "metadata", None) or [mark]
    return {
        name: value
        for each in within
        for name in _BOUNDS
        if (value := getattr(each, name, None)) is not None
    }


def _fit_of_part(model: type[Model], asked: Sequence[Any]) -> Fit:
    """How a map fits a model, or what may stand for it in short."""
    readers = [mark.func for mark in asked if isinstance(mark, BeforeValidator)]
    short = [reader.key for reader in readers if isinstance(reader, InAMap)]
    if readers == [read_citation] and len(asked) == 1:
        return FitOfCitation(model, _fields(model))
    if len(short) + readers.count(or_nothing) < len(asked) or len(short) > 1:
        return _UNKNOWN
    return FitOfFields(model, _fields(model), *short, may_be_empty=or_nothing in readers)
