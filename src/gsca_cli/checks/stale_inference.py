"""A reason under `inferred` has outlived its value.

`inferred` says why a value stands in a record although no source says it outright. Once a source
does, and the value is replaced or removed, its reason is easily left behind: then a report would
call inferred what is published. Where the field itself is gone, `unknown-route` says so; here its
value is empty, or it is a date and the reason speaks of other years only.

Wrong: `inferred: {steps.plan.since: 'the paper says "as of May 2022"'}`, of a date in 2024
Right: no line for `steps.plan.since` under `inferred`, once a source gives the date
To fix it: delete the line under `inferred`, or write the reason for the value that stands there.
"""

import re
from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.findings import Severity, shown
from gsca_cli.records.when import When

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])").findall


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every reason under `inferred`, beside the value that it is for."""
    for route, reason in entry.record.inferred.items():
        at, value = ("inferred", route), entry.said.at(route)
        if value is None and _is_empty(entry, route):
            message = f"{shown(route)} is called inferred, but nothing stands there"
            yield Problem(at, message, "delete this line, or write the value", key=True)
        elif isinstance(value, When):
            years = sorted({year for text in reason.values() for year in _YEARS(text)})
            if years and not any(_may_be_in(value, int(year)) for year in years):
                yield Problem(
                    at,
                    f"{shown(route)} is {shown(value)}, but the reason speaks of "
                    f"{' and '.join(years)}",
                    "delete this line if a source says the date; else write the reason for it",
                    key=True,
                )


def _is_empty(entry: Entry, route: str) -> bool:
    """Does the field stand in the file, with nothing behind its colon?"""
    parts = tuple(route.split("."))
    return parts in entry.document.places and entry.document.value(parts) is None


def _may_be_in(when: When, year: int) -> bool:
    starts = when.earliest is None or when.earliest.year <= year
    return starts and (when.latest is None or when.latest.year >= year)


# A city that says what is inferred is never read at a glance.
CHECK = Check("stale-inference", Severity.NOTICE, look=look, finds_from=never)
