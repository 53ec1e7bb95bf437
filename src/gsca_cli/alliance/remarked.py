"""The value of a record that a remark is about, by its route in words: `steps.plan.since`."""

from collections.abc import Mapping
from typing import Any

from gsca_cli.records.naming import NAMING
from gsca_cli.records.record import Record
from gsca_cli.records.values import Model

WHOLE = "."
"""The route of the record itself."""


def value_at(record: Record, route: str) -> Any:
    """What a record says at a route; None where it says nothing."""
    value: Any = record
    for part in () if route == WHOLE else route.split("."):
        value = _inner(value, part)
    return value


def _inner(value: Any, part: str) -> Any:
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        name = next((name for name, field in fields if part in {name, field.alias}), None)
        # What a field holds by default, no file says.
        return getattr(value, name) if name in value.model_fields_set else None
    if isinstance(value, Mapping):
        return value.get(part)
    if isinstance(value, tuple):
        return next((item for item in value if _is_called(item, part)), None)
    return None


def _is_called(item: Any, name: str) -> bool:
    if isinstance(item, Model):
        return any(str(getattr(item, field, "")) == name for field in NAMING)
    return str(item) == name
