"""Nobody has confirmed for a year that something is under way.

What is under way moves, or stops. Where the newest date of such a state (`since`, `as_of`, or that
of the review) lies more than twelve months back, a report shows as current what nobody knows any
more. An imprecise date is as new as its last day. A state without a date is not judged: when it
was true is unknown, and stays so.

Wrong: `plan: {status: in-progress, since: 2021-05}`, two years after that month
Right: `plan: {status: in-progress, since: 2021-05, as_of: 2023-04}`
To fix it: ask how far it has come, and add `as_of` with the date of the answer.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING

from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.open_states import open_states
from gsca_cli.checks.check import NEVER, Check, Context, Problem
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.records.when import When, day_after

if TYPE_CHECKING:
    from gsca_cli.records.record import State


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every state that is under way."""
    if not context.settings_known:
        return
    for route, state, cls in open_states(entry, context.settings):
        dates = list(_dates(state)) if cls == "active" else []
        if dates and all(when.latest for _, when in dates):
            field, newest = max(dates, key=lambda dated: _last_day(dated[1]))
            yield Problem(
                (*route, *field),
                f"the newest date of {shown(state.status)} is {newest}, "
                "more than twelve months ago",
                f"ask the {entry.kind} how far it has come, and add `as_of` with the date",
                since=twelve_months_after(_last_day(newest)),
            )


def _dates(state: "State") -> Iterator[tuple[Route, When]]:
    """The dates that tell when a state was true, and where they stand."""
    if state.since:
        yield ("since",), state.since
    if state.as_of:
        yield ("as_of",), state.as_of
    if state.reviewed:
        yield ("reviewed", "date"), state.reviewed.date


def _last_day(when: When) -> date:
    """The last day that a date can mean: where it is open, it may be as new as today."""
    return when.latest or date.max


def twelve_months_after(day: date) -> date:
    """The first day that has this one more than twelve months behind it; the last of all at most.

    For 29 February that is 1 March of the next year.
    """
    old = day_after(day)
    if old.year == MAXYEAR:
        return date.max
    is_leap_day = (old.month, old.day) == (2, 29)
    return date(old.year + 1, 3, 1) if is_leap_day else old.replace(year=old.year + 1)


def finds_in(seen: Seen, context: Context) -> date:
    """From the day on which the first state that is under way is old, withdrawn or not."""
    classes = context.settings.classes
    found = NEVER
    for state in seen.states:
        if classes.get(state.get("status", "")) != "active":
            continue
        reviewed = state.get("reviewed")
        dates = [state.get("since"), state.get("as_of"), reviewed and reviewed["date"]]
        days = [when.latest for when in dates if when]
        if days and None not in days:
            found = min(found, twelve_months_after(max(days)))
    return found


CHECK = Check("stale-state", Severity.NOTICE, look=look, finds_in=finds_in)
