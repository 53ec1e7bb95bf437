"""Something is said to have happened, on a day that has not come.

Every date of a record lies in the past of the day on which the data is checked (`--today`); only
`due` and the dates of meetings may lie ahead.

Wrong: `plan: {status: completed, since: 2202-05}`
Right: `plan: {status: completed, since: 2022-05}`
To fix it: correct the date; write what is planned as `due`, or in a note.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import Route, Severity
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every date of the record that must lie in the past."""
    today = context.today
    for route, _, field, when in entry.dates:
        if _is_ahead(field, when, today) and not _is_meeting(entry, route):
            yield Problem(
                (*route, field),
                f"`{field}: {when}` lies after today, {today}",
                "correct the date; what is planned stands as `due` or in a note",
            )


def _is_meeting(entry: Entry, route: Route) -> bool:
    return entry.kind is Kind.REGION and route[:1] == ("meetings",)


def turns(when: When) -> date | None:
    """The day on which a date is no longer ahead."""
    return when.earliest


def finds_at(field: str, when: When, today: date) -> date:
    """A city gives no dates of meetings; what is due may lie ahead."""
    return unless(not _is_ahead(field, when, today))


def _is_ahead(field: str, when: When, today: date) -> bool:
    """Does a date lie ahead that must not?"""
    return field != "due" and when.earliest is not None and when.earliest > today


CHECK = Check("future-date", Severity.ERROR, look=look, turns=turns, finds_at=finds_at)
