"""The fit of a type, described by what the annotations of the models ask.

Whatever an annotation asks that is not known here leaves what is written in doubt: so a model may
ask for more at any time, and at worst its records are read by pydantic alone. Nothing here is used
while gsca runs: `scripts/fits.py` writes the description down.
"""

import typing
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, Final

from pydantic import AfterValidator, BeforeValidator, PlainValidator, Strict, StringConstraints
from pydantic.json_schema import WithJsonSchema

from gsca_cli.alliance.at_a_glance.fits import CHECKS, Description
from gsca_cli.kinds import Kind
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.quantity import read_quantity
from gsca_cli.records.record import InAMap, State, or_nothing
from gsca_cli.records.settings import check_unknown
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

_UNKNOWN: Final[Description] = {"fit": "doubt"}
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


def description() -> Mapping[str, Any]:
    """What `Fits` are made of: the model of each kind, and the fields of each model."""
    found: dict[str, Description] = {}
    for kind in Kind:
        found |= models_within(MODELS[kind])
    return {"kinds": {kind: MODELS[kind].__name__ for kind in Kind}, "models": found}


def models_within(model: type[Model]) -> Mapping[str, Description]:
    """A model and those that its fields hold, by name, each as it is described."""
    described = _model(model)
    found = {model.__name__: described}
    for info in model.model_fields.values() if described["fields"] else ():
        for inner in _models_of(info.annotation):
            found |= models_within(inner)
    return found


def _models_of(annotation: Any) -> Sequence[type[Model]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [each for inner in typing.get_args(annotation) for each in _models_of(inner)]


def _model(model: type[Model]) -> Description:
    """The fields of a model, as files call them.

    None are known of a model that asks for more than its fields do.
    """
    found = model.__pydantic_decorators__
    checks = [*found.model_validators, *found.field_validators, *found.validators]
    fields = model.model_fields.items()
    called_otherwise = any(info.validation_alias not in {None, info.alias} for _, info in fields)
    if checks != _NOTHING_MORE or model.model_config != Model.model_config or called_otherwise:
        return {"fields": {}, "required": []}
    names = {info.alias: name for name, info in fields if info.alias}
    return {
        "fields": {info.alias or name: fit_of(annotation_of(info)) for name, info in fields},
        "required": [name for name, info in fields if info.is_required()],
        **({"names": names} if names else {}),
        **({"is_state": True} if issubclass(model, State) else {}),
    }


def fit_of(annotation: Any) -> Description:
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
        return {"fit": "texts"} if _is_local_text(origin, asked) else _UNKNOWN
    if bare is str:
        return _fit_of_text(asked)
    if asked and origin is tuple:
        return _fit_of_asked_items(inner, asked)
    if asked:
        return _fit_of_value(bare, asked)
    if NoneType in inner:
        return fit_of(next(each for each in inner if each is not NoneType))
    return _fit_of_several(origin, inner)


def _fit_of_several(origin: Any, inner: Sequence[Any]) -> Description:
    """How a map, a list or one of several words fits."""
    if origin is dict:
        return _fit_of_map(fit_of(inner[0]), fit_of(inner[1]))
    if origin is tuple and inner[1:] == (...,):
        return {"fit": "items", "item": fit_of(inner[0])}
    if origin is typing.Literal and all(isinstance(word, str) for word in inner):
        return {"fit": "word", "words": list(inner)}
    return _UNKNOWN


def _fit_of_asked_items(inner: Sequence[Any], asked: Sequence[Any]) -> Description:
    """How a list fits of which more is asked; none that is written plainly is empty."""
    fit = _fit_of_several(tuple, inner)
    for mark in asked:
        if _function(mark) is check_unknown and fit is not _UNKNOWN:
            fit = {**fit, "one_has": {"cls": "unknown"}}
        elif _bounds(mark) != {"min_length": 1}:
            return _UNKNOWN
    return fit


def _fit_of_map(key: Description, value: Description) -> Description:
    """How a map fits: from ids of something, from names that it gives itself, or from routes."""
    if key["fit"] == "id":
        return {"fit": "entries", "target": key["target"], "value": value}
    is_named = key in ({"fit": "text"}, {"fit": "field"})
    return {"fit": "named", "value": value} if is_named else _UNKNOWN


def _function(mark: Any) -> Any:
    """What a mark asks to run."""
    return getattr(mark, "func", None)


def _is_local_text(origin: Any, asked: Sequence[Any]) -> bool:
    """Is it the one type of texts for readers: by language, and not empty?"""
    others = [mark for mark in asked if _function(mark) not in {in_every_language, Texts}]
    return origin is dict and [_bounds(mark) for mark in others] == [{"min_length": 1}]


def _fit_of_text(asked: Sequence[Any]) -> Description:
    """How a text fits; no text that is written plainly is blank."""
    patterns: list[str] = []
    checks: list[str] = []
    target = None
    is_route = False
    for mark in asked:
        if isinstance(mark, RefersTo):
            target = mark.target
        elif isinstance(mark, IsARoute):
            is_route = True
        elif isinstance(mark, AfterValidator) and _function(mark) in CHECKS.values():
            checks.append(_function(mark).__name__)
        elif isinstance(mark, StringConstraints) and _bounds(mark).keys() <= {"pattern", "strict"}:
            patterns.append(str(mark.pattern))
        elif not isinstance(mark, Strict) and _function(mark) is not as_written:
            return _UNKNOWN
    more = [pattern for pattern in patterns if pattern != NOT_BLANK]
    if not target and not is_route:
        asks = {"patterns": more, "checks": checks}
        return {"fit": "text", **{name: each for name, each in asks.items() if each}}
    if more or checks:
        return _UNKNOWN
    return {"fit": "id", "target": target} if target else {"fit": "field"}


def _fit_of_value(bare: Any, asked: Sequence[Any]) -> Description:
    """How a date, a number or a flag fits."""
    readers = [_function(mark) for mark in asked if isinstance(mark, PlainValidator)]
    if readers:
        known = {read_when: "date", read_quantity: "amount"}
        is_known = len(asked) == 1 and readers[0] in known
        return {"fit": known[readers[0]]} if is_known else _UNKNOWN
    bounds: dict[str, Any] = {}
    for mark in asked:
        more = _bounds(mark)
        if not more and not isinstance(mark, Strict):
            return _UNKNOWN
        bounds |= more
    if bare is int and bounds == {"strict": True, "ge": 0}:
        return {"fit": "count"}
    if bare is float and bounds == {"strict": True, "allow_inf_nan": False}:
        return {"fit": "number"}
    return {"fit": "flag"} if bare is bool and bounds == {"strict": True} else _UNKNOWN


def _bounds(mark: Any) -> Mapping[str, Any]:
    """What a mark asks of a text or a number, by name."""
    within = getattr(mark, "metadata", None) or [mark]
    return {
        name: value
        for each in within
        for name in _BOUNDS
        if (value := getattr(each, name, None)) is not None
    }


def _fit_of_part(model: type[Model], asked: Sequence[Any]) -> Description:
    """How a map fits a model, or what may stand for it in short."""
    readers = [mark.func for mark in asked if isinstance(mark, BeforeValidator)]
    short = [reader.key for reader in readers if isinstance(reader, InAMap)]
    if readers == [read_citation] and len(asked) == 1:
        return {"fit": "citation", "model": model.__name__}
    if len(short) + readers.count(or_nothing) < len(asked) or len(short) > 1:
        return _UNKNOWN
    return {
        "fit": "fields",
        "model": model.__name__,
        **({"short": short[0]} if short else {}),
        **({"may_be_empty": True} if or_nothing in readers else {}),
    }
