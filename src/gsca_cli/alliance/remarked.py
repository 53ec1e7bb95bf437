"""The values of a record that remarks are about, by their routes in words: `steps.plan.since`."""

from collections.abc import Iterator, Mapping
from typing import Any

from gsca_cli.records.naming import NAMING
from gsca_cli.records.record import Record
from gsca_cli.records.values import Model

WHOLE = "."
"""The route of the record itself."""


class Said:
    """What a record says. A list is looked through once, however many routes lead into it."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._items: dict[int, Mapping[str, Any]] = {}

    def at(self, route: str) -> Any:
        """What stands at a route; None where nothing does."""
        value: Any = self._record
        for part in () if route == WHOLE else route.split("."):
            value = self._inner(value, part)
        return value

    def _inner(self, value: Any, part: str) -> Any:
        if isinstance(value, Model):
            fields = type(value).model_fields.items()
            name = next((name for name, field in fields if part in {name, field.alias}), None)
            # What a field holds by default, no file says.
            return getattr(value, name) if name in value.model_fields_set else None
        if isinstance(value, Mapping):
            return value.get(part)
        if isinstance(value, tuple):
            return self._named(value).get(part)
        return None

    def _named(self, items: tuple[Any, ...]) -> Mapping[str, Any]:
        """The items of a list by their names; the first of two that share one has it."""
        # The record holds the list, so its number stays its own.
        if id(items) not in self._items:
            backwards = ((name, item) for item in reversed(items) for name in _names(item))
            self._items[id(items)] = dict(backwards)
        return self._items[id(items)]


def _names(item: Any) -> Iterator[str]:
    if isinstance(item, Model):
        yield from (str(vars(item)[field]) for field in NAMING if field in vars(item))
    else:
        yield str(item)
