"""Something was due, and nothing says that it is done.

A `due` date that has passed means that the work is late, or that the record is. What was
withdrawn, or does not apply, is no longer due. An imprecise date has passed when its last day has.

Wrong: `plan: {status: in-progress, due: 2023-05}`, a year after that month
Right: `plan: {status: completed, since: 2023-04, due: 2023-05}`
To fix it: set the status that it has now, or the new date on which it is due.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.open_states import open_states
from gsca_cli.checks.check import NEVER, Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.when import When, day_after


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every state that has a date on which it is due."""
    if not context.settings_known or all(given.field != "due" for given in entry.dates):
        return
    for route, state, cls in open_states(entry, context.settings):
        due = state.due
        if due and due.latest and cls != "done":
            yield Problem(
                (*route, "due"),
                f"`due: {due}` has passed, and this is not known as done",
                "set the `status` that it has now, or the new date on which it is `due`",
                since=day_after(due.latest),
            )


def finds_at(field: str, when: When, _: date) -> date:
    """From the day on which something is late, done or not."""
    return day_after(when.latest) if field == "due" and when.latest else NEVER


CHECK = Check("overdue", Severity.WARNING, look=look, finds_at=finds_at)
