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
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from gsca_cli.alliance.at_a_glance.at_route import at_route
from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import ANY_DAY, NEVER, Check, Context, Problem
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
        elif isinstance(value, When) and (years := _other_years(value, reason)):
            yield Problem(
                at,
                f"{shown(route)} is {shown(value)}, but the reason speaks of {' and '.join(years)}",
                "delete this line if a source says the date; else write the reason for it",
                key=True,
            )


def _other_years(value: When, reason: Mapping[str, str]) -> Sequence[str]:
    """The years that a reason speaks of, if the date lies in none of them."""
    years = sorted({year for text in reason.values() for year in _YEARS(text)})
    return [] if any(_may_be_in(value, int(year)) for year in years) else years


def _is_empty(entry: Entry, route: str) -> bool:
    """Does the field stand in the file, with nothing behind its colon?"""
    parts = tuple(route.split("."))
    return parts in entry.document.places and entry.document.value(parts) is None


def _may_be_in(when: When, year: int) -> bool:
    starts = when.earliest is None or when.earliest.year <= year
    return starts and (when.latest is None or when.latest.year >= year)


def finds_from(glance: Glance, _: Context) -> date:
    """A record whose reasons are for values that stand there, and for dates of their years."""
    values = glance.values
    for route, reason in values.get("inferred", {}).items():
        value = at_route(values, route)
        if value is None or (isinstance(value, When) and _other_years(value, reason)):
            return ANY_DAY
    return NEVER


CHECK = Check("stale-inference", Severity.NOTICE, look=look, finds_from=finds_from)
