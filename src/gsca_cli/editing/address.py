"""A route as people type it to the route in the data, and what may stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gsca_cli.alliance.cures.fields_meant import field_meant
from gsca_cli.alliance.suggestions import enumerated
from gsca_cli.editing.items import item_called
from gsca_cli.errors import UsageError
from gsca_cli.findings import Route, dotted, shown
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Value, Words, inner


@dataclass(frozen=True, slots=True)
class Address:
    """A route in the data, and the shape of each thing on the way: of the record, ..., of itself.

    There is one shape more than the route has parts.
    """

    route: Route
    shapes: Sequence[Shape]

    @property
    def shape(self) -> Shape:
        """What may stand at the route."""
        return self.shapes[-1]


def address(record: Shape, data: Any, text: str) -> Address:
    """The place that a text such as `steps.plan.since` names; nothing need stand there yet.

    Raises:
        UsageError: a record of this kind has no such place, or a list no such item.
    """
    route: list[str | int] = []
    shapes = [record]
    parts = text.split(".")
    while parts:
        shape = shapes[-1]
        if isinstance(shape, Entries) and _holds_texts(shape):
            # The key may hold dots itself, as the routes under `inferred` do.
            parts = [".".join(parts)]
        part = _part(shape, data, parts.pop(0), route)
        route.append(part)
        shapes.append(inner(shape, part))
        data = _below(data, part)
    return Address(tuple(route), shapes)


def _holds_texts(shape: Entries) -> bool:
    return shape.key.refers_to is None and isinstance(shape.value, Value | Words)


def _part(shape: Shape, data: Any, name: str, above: Sequence[str | int]) -> str | int:
    """One part of a route.

    Raises:
        UsageError: nothing may stand there.
    """
    where = shown(dotted(tuple(above))) if above else "the record"
    match shape:
        case Fields(is_citation=True) | Value():
            message = f"{where} is one value: nothing stands below it"
            raise UsageError(message)
        case Fields():
            names = shape.names()
            if name not in names:
                near = field_meant(name, shape, {}).name
                fields = enumerated(list(names))
                told = f"did you mean {shown(near)}?" if near else f"its fields are {fields}"
                message = f"{where} has no field {shown(name)}; {told}"
                raise UsageError(message)
        case Items():
            return item_called(data if isinstance(data, list) else [], name, where)
    return name


def _below(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(str(part))
    return data[part] if isinstance(data, list) and isinstance(part, int) else None
