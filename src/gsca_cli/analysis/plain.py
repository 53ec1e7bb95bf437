"""What a record says as plain data: the same, however the file writes it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from gsca_cli.records.quantity import Quantity
from gsca_cli.records.record import Record
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.records.values import Citation, Model
from gsca_cli.records.when import When


class Keyed(dict[str, Any]):
    """A map whose keys are ids, or other names that people give; a part of a record is no such."""


class Part(dict[str, Any]):
    """A part of a record; `usual` is what fields say that are left out, if that is something."""

    usual: Mapping[str, Any] = MappingProxyType({})


def plain(value: Any) -> Any:
    """A value of a record as maps, lists, texts and numbers.

    What is as it would be by itself is left out; a text for every language is a bare text.
    """
    match value:
        case Citation() if not value.supports:
            return value.source
        case Model():
            return _fields(value)
        case Texts() if value.keys() == {ANY_LANGUAGE}:
            return value[ANY_LANGUAGE]
        case Texts():
            return dict(value)
        case dict():
            return Keyed({key: plain(each) for key, each in value.items()})
        case tuple() | list():
            return [plain(each) for each in value]
        case When() | Quantity():
            return value.text
    return getattr(value, "written", value)


def _fields(model: Model) -> Part:
    fields = type(model).model_fields
    part = Part(
        {
            field.alias or name: plain(getattr(model, name))
            for name, field in fields.items()
            if field.is_required()
            or getattr(model, name) != field.get_default(call_default_factory=True)
        }
    )
    part.usual = _usual(type(model))
    return part


@cache
def _usual(model: type[Model]) -> Mapping[str, Any]:
    """What the fields of a part say that are left out; nothing of those that say nothing then."""
    fields = {
        field.alias or name: field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
        if not field.is_required()
    }
    return {key: plain(each) for key, each in fields.items() if each not in (None, (), {})}


def plain_record(record: Record | None) -> dict[str, Any]:
    """All that a record says; nothing, if there is none."""
    return _fields(record) if record else {}
