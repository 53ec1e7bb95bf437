"""What a record says where other records have other ids now: keys, values, and routes in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gsca_cli.kinds import Kind
from gsca_cli.records.record import Variant
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Value, inner

_REMARKS: Final = (Variant,)
"""Parts of a record that speak of other parts, by their routes from where they stand."""


def spoken_of(shape: Fields, holder: Shape) -> Shape:
    """What routes start from that are written in a part: itself, or that of which it speaks."""
    return holder if shape.model in _REMARKS else shape


@dataclass(frozen=True, slots=True)
class NewIds:
    """The ids that records have now, each by its kind and the id before."""

    now: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.now)

    def of(self, target: str | None, key: str) -> str:
        """The id that something has now."""
        return self.now.get((target or "", key), key)

    def in_text(self, shape: Value, text: str, holder: Shape) -> str:
        """A text with the new ids; `holder` is what a route starts from that is written there."""
        return self.in_route(holder, text) if shape.is_route else self.of(shape.refers_to, text)

    def in_route(self, shape: Shape, text: str) -> str:
        """A route in words, with the new id wherever it goes by an old one."""
        parts = []
        for part in text.split("."):
            parts.append(self.of(_named_in(shape), part))
            try:
                shape = inner(shape, part)
            except KeyError:
                # It leads nowhere from here on, and no further.
                return ".".join([*parts, *text.split(".")[len(parts) :]])
        return ".".join(parts)

    def in_record(self, kind_of_record: Fields, data: Any) -> Any:
        """What a file says, with the new ids."""
        return self._within(kind_of_record, data, kind_of_record)

    def _within(self, shape: Shape, data: Any, holder: Shape) -> Any:
        match shape:
            case Fields(is_citation=True):
                return self._citation(data, holder)
            case Fields(short=str() as short) if not isinstance(data, dict | list):
                return self._within(shape.at(short), data, shape)
            case Fields() if isinstance(data, dict):
                names, here = shape.names(), spoken_of(shape, holder)
                return {
                    key: self._within(shape.at(key), each, here) if key in names else each
                    for key, each in data.items()
                }
            case Entries() if isinstance(data, dict):
                return self._entries(shape, data, holder)
            case Items() if isinstance(data, list):
                return [self._within(shape.item, each, holder) for each in data]
            case Value() if isinstance(data, str):
                return self.in_text(shape, data, holder)
        return data

    def _entries(self, shape: Entries, data: dict[str, Any], holder: Shape) -> dict[str, Any]:
        found = {}
        for key, each in data.items():
            new = self.in_text(shape.key, key, holder)
            # A map that has both ids keeps both.
            found[key if new in data else new] = self._within(shape.value, each, holder)
        return found

    def _citation(self, data: Any, holder: Shape) -> Any:
        """`paper`, `{paper: [name]}` or `{source: paper, supports: [name]}`."""
        if not isinstance(data, dict):
            return self.of(Kind.SOURCE, data) if isinstance(data, str) else data
        is_long = "source" in data
        found = {}
        for key, value in data.items():
            each = value
            if isinstance(value, list):
                each = [self._supported(text, holder) for text in value]
            elif is_long and key == "source" and isinstance(value, str):
                each = self.of(Kind.SOURCE, value)
            found[key if is_long else self.of(Kind.SOURCE, key)] = each
        return found

    def _supported(self, text: Any, holder: Shape) -> Any:
        return self.in_route(holder, text) if isinstance(text, str) else text


def _named_in(shape: Shape) -> str | None:
    """What a part of a route is the id of, within a shape; None if it is no id."""
    match shape:
        case Entries():
            return shape.key.refers_to
        case Items(item=Fields(is_citation=True)):
            return Kind.SOURCE
        case Items(item=Fields(short=str() as short) as item):
            field_meant = item.at(short)
            return field_meant.refers_to if isinstance(field_meant, Value) else None
        case Items(item=Value(refers_to=target)):
            return target
    return None
