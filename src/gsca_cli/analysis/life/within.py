"""The life of one part of a record, or of one value: what stands at a route, or below it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.analysis.changes.change import Change, What
from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.analysis.changes.plain import plain_record
from gsca_cli.analysis.life.figures import Event
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown


def require_route(key: str, route: str, routes: Collection[str]) -> None:
    """Refuse a route at which a record never had anything.

    Raises:
        UsageError: it is one.
    """
    if route not in routes:
        meant = did_you_mean(route, routes) or f"; `gsca show {key}` lists those of today"
        message = f"no version of {key} has anything at {shown(route)}{meant}"
        raise UsageError(message)


def within(event: Event, route: str, old: Entry | None, new: Entry | None) -> Event | None:
    """What is left of an event at a route; None if nothing."""
    before, after = (
        _value_at(plain_record(each.record if each else None), route) for each in (old, new)
    )
    found = tuple(each for change in event.changes if (each := _narrowed(change, route)))
    what = event.what
    if what is What.ADDED and after is not None and not found:
        found = (_appearance(route, after),)
    if what is What.RENAMED:
        what = What.CHANGED
    if not found and not (what is What.REMOVED and before is not None):
        return None
    return replace(event, what=what, changes=found)


def _appearance(route: str, value: Any) -> Change:
    """A value that a new record brings."""
    *_, field = names = route.split(".")
    change = ValueChange(tuple(names), None, value)
    return Change(What.CHANGED, route, field, values=(change,))


def _narrowed(change: Change, route: str) -> Change | None:
    """What is left of a change at a route."""
    if _is_below(change.at, route):
        return change
    if not _is_below(route, change.at):
        return None
    values = tuple(each for value in change.values if (each := _value_within(value, route)))
    if not values:
        return None
    if route.endswith(".status"):
        return change
    return replace(change, what=What.CHANGED, details=(), risks=(), values=values)


def _value_within(value: ValueChange, route: str) -> ValueChange | None:
    if _is_below(value.at, route):
        return value
    if not _is_below(route, value.at):
        return None
    inner = route[len(value.at) + 1 :]
    before, after = _value_at(value.before, inner), _value_at(value.after, inner)
    return None if before == after else ValueChange(tuple(route.split(".")), before, after)


def _is_below(route: str, other: str) -> bool:
    return route == other or route.startswith(f"{other}.")


def _value_at(data: Any, route: str) -> Any:
    """What stands at a route of plain data; None if nothing does."""
    if not route:
        return data
    # A key may be a route itself, and so have dots of its own.
    for key, each in data.items() if isinstance(data, dict) else ():
        if _is_below(route, str(key)):
            return _value_at(each, route[len(str(key)) + 1 :])
    return None
