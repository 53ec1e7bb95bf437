"""The life of one part of a record, or of one value: what stands at a route, or below it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.analysis.changes.change import Change, What
from gsca_cli.analysis.changes.difference import ValueChange, differences
from gsca_cli.analysis.life.figures import Event
from gsca_cli.analysis.life.items import Asked, at_route, is_at_or_below, rest
from gsca_cli.analysis.plain import plain_record
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


def within(event: Event, asked: Asked, old: Entry | None, new: Entry | None) -> Event | None:
    """What is left of an event at a route; None if nothing."""
    route = asked.route
    before, after = (
        at_route(plain_record(each.record if each else None), *asked) for each in (old, new)
    )
    if before.listed or after.listed:
        found = tuple(_of_item(event, route, before.value, after.value))
    else:
        found = tuple(each for change in event.changes if (each := _narrowed(change, route)))
    what = event.what
    if what is What.ADDED and after.value is not None and not found:
        found = (_appearance(route, after.value),)
    if what is What.RENAMED:
        what = What.CHANGED
    if not found and not (what is What.REMOVED and before.value is not None):
        return None
    return replace(event, what=what, changes=found)


def _of_item(event: Event, route: str, before: Any, after: Any) -> Iterator[Change]:
    """What happened to an item of a list, or within it, if the event has not told it before."""
    if any(is_at_or_below(route, change.at) for change in event.changes):
        _, _, field = route.rpartition(".")
        if values := tuple(differences(before, after, (route,))):
            yield Change(What.CHANGED, route, field, values=values)


def _appearance(route: str, value: Any) -> Change:
    """A value that a new record brings."""
    *_, field = names = route.split(".")
    change = ValueChange(tuple(names), None, value)
    return Change(What.CHANGED, route, field, values=(change,))


def _narrowed(change: Change, route: str) -> Change | None:
    """What is left of a change at a route."""
    if is_at_or_below(change.at, route):
        return change
    if not is_at_or_below(route, change.at):
        return None
    values = tuple(each for value in change.values if (each := _value_within(value, route)))
    if not values:
        return None
    if route.endswith(".status"):
        return change
    return replace(change, what=What.CHANGED, details=(), risks=(), values=values)


def _value_within(value: ValueChange, route: str) -> ValueChange | None:
    if is_at_or_below(value.at, route):
        return value
    if not is_at_or_below(route, value.at):
        return None
    inner = rest(route, value.at)
    before, after = (at_route(each, inner, {}).value for each in (value.before, value.after))
    return None if before == after else ValueChange(tuple(route.split(".")), before, after)
