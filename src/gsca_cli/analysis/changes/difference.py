"""Where two pieces of plain data differ: value by value, each at its route."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gsca_cli.analysis.plain import Keyed, Part
from gsca_cli.documents.merging.items import frozen
from gsca_cli.findings import Route, dotted
from gsca_cli.records.naming import NAMING, PERHAPS_NAMING

_KNOWN_BY: Final = (*NAMING, *PERHAPS_NAMING)
"""The fields by which an item of a list is known again, the first that it has."""
_ORDERED: Final = ("id", "policy")
"""Items that have one of these stand in an order that readers see."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that differs; None where there was nothing, or is nothing any more.

    An item that a list has gained or lost stands at the route of the list.
    """

    route: Route
    before: Any
    after: Any

    @property
    def at(self) -> str:
        """The route as people write it."""
        return dotted(self.route)


def differences(before: Any, after: Any, route: Route = ()) -> Iterator[ValueChange]:
    """Where two pieces of data differ, in the order of the later one.

    A map of ids that is not there is as one that is empty: what it gains stands at its own route.
    A field that is left out on one side says there what it does by itself.
    """
    match before, after:
        case dict(), dict():
            for key in (*after, *(key for key in before if key not in after)):
                yield from _entry(before, after, (*route, key))
        case list(), list():
            yield from _items(before, after, route)
        case _ if before != after:
            yield ValueChange(route, before, after)


def _entry(
    before: Mapping[str, Any], after: Mapping[str, Any], route: Route
) -> Iterator[ValueChange]:
    key = str(route[-1])
    old, new = _said(before, key), _said(after, key)
    if old is not None and new is not None:
        yield from differences(old, new, route)
        return
    value = after[key] if key in after else before[key]
    if isinstance(value, Keyed | list):
        nothing = type(value)()
        yield from differences(before.get(key, nothing), after.get(key, nothing), route)
    else:
        yield ValueChange(route, before.get(key), after.get(key))


def _said(data: Mapping[str, Any], key: str) -> Any:
    """What stands at a key, or what a field says that is left out; None if that is nothing."""
    return data.get(key, data.usual.get(key) if isinstance(data, Part) else None)


def _items(before: Sequence[Any], after: Sequence[Any], route: Route) -> Iterator[ValueChange]:
    lost, gained = without(before, after), without(after, before)
    was, there = _by_name(lost), _by_name(gained)
    known_again = set()
    for item in gained:
        name = name_of(item) or ""
        former = _name_before(name, item, was)
        if former and name in there:
            known_again.add(former)
            yield from differences(was[former], item, (*route, name))
        else:
            yield ValueChange(route, None, item)
    for item in lost:
        if name_of(item) not in known_again:
            yield ValueChange(route, item, None)
    order = _order(before, after), _order(after, before)
    if sorted(order[0]) == sorted(order[1]) and order[0] != order[1]:
        yield ValueChange(route, *order)


def without(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The items that the others lack, one for one."""
    left, found = Counter(map(frozen, others)), []
    for item in items:
        same = frozen(item)
        if left[same]:
            left[same] -= 1
        else:
            found.append(item)
    return found


def _name_before(name: str, item: Any, was: Mapping[str, Any]) -> str | None:
    """The name that an item had, its own or one that its `former_ids` say."""
    if name in was:
        return name
    former = item.get("former_ids", ()) if isinstance(item, dict) else ()
    return next((key for key in former if key in was), None)


def _by_name(items: Sequence[Any]) -> dict[str, Any]:
    """The items that have a name which no other of them has."""
    names = [name_of(item) for item in items]
    times = Counter(names)
    return {
        name: item for name, item in zip(names, items, strict=True) if name and times[name] == 1
    }


def name_of(item: Any, fields: Sequence[str] = _KNOWN_BY) -> str | None:
    """The text by which an item is known again, if it has one."""
    if not isinstance(item, dict):
        return None
    return next((item[field] for field in fields if isinstance(item.get(field), str)), None)


def _order(items: Sequence[Any], others: Sequence[Any]) -> list[str]:
    """The order of those items that both lists have, where it matters."""
    both = {name_of(item, _ORDERED) for item in others} - {None}
    return [
        name for item in items if (name := name_of(item, _ORDERED)) in both and name is not None
    ]
