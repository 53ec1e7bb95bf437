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
from datetime import MAXYEAR, MINYEAR, date

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.open_states import open_states
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.records.record import State
from gsca_cli.records.values import When, day_after


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every state that is under way."""
    if not context.settings_known:
        return
    fresh = twelve_months_before(context.today)
    if not any(_last_day(given.when) < fresh for given in entry.dates):
        return
    for route, state, cls in open_states(entry, context.settings):
        dates = list(_dates(state)) if cls == "active" else []
        if dates and all(_last_day(when) < fresh for _, when in dates):
            field, newest = max(dates, key=lambda dated: _last_day(dated[1]))
            yield Problem(
                (*route, *field),
                f"the newest date of {shown(state.status)} is {newest}, "
                "more than twelve months ago",
                f"ask the {entry.kind} how far it has come, and add `as_of` with the date",
            )


def _dates(state: State) -> Iterator[tuple[Route, When]]:
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


def twelve_months_before(day: date) -> date:
    """The same day a year before; 28 February for the 29th."""
    year = max(day.year - 1, MINYEAR)
    leap_day = (day.month, day.day) == (2, 29)
    return date(year, day.month, 28 if leap_day else day.day)


def turns(when: When) -> date | None:
    """The first day on which a date lies more than twelve months back."""
    old = when.latest and day_after(when.latest)
    if old is None or old.year == MAXYEAR:
        return None
    year = old.year + 1
    # The day a year before 1 March 2025 is that after 29 February 2024.
    is_leap_day = (old.month, old.day) == (2, 29)
    return date(year, 3, 1) if is_leap_day else old.replace(year=year)


CHECK = Check("stale-state", Severity.NOTICE, look=look, turns=turns)
