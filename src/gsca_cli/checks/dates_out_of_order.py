"""Two dates of one thing are in the wrong order.

A city joins before it leaves, a state begins before it ends, a region is announced before it
starts. Imprecise dates are wrong only if no reading of them is in order.

Wrong: `north: {joined: 2022-06, left: 2021-04}`
Right: `north: {joined: 2021-04, left: 2022-06}`
To fix it: exchange them, or look up the one that is wrong.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import ANY_DAY, NEVER, Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.when import When

_BEFORE = {"left": "joined", "until": "since", "launched": "announced"}


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every part of the record that has two such dates."""
    for route, part, second, later in entry.dates:
        if second in _BEFORE and (earlier := _overtaken(vars(part), second, later)):
            yield Problem(
                (*route, second),
                f"`{second}: {later}` lies before `{_BEFORE[second]}: {earlier}`",
                "exchange the two, or correct the one that is wrong",
            )


def finds_in(seen: Seen, _: Context) -> date:
    """No date lies before the one that it follows."""
    for beside, second, later in seen.dates:
        if second in _BEFORE and _overtaken(beside, second, later):
            return ANY_DAY
    return NEVER


def _overtaken(beside: Mapping[str, Any], second: str, later: When) -> When | None:
    """The date that a second one follows and still lies before, among those beside it."""
    earlier: When | None = beside.get(_BEFORE[second])
    return earlier if earlier and later.lies_before(earlier) else None


CHECK = Check("dates-out-of-order", Severity.ERROR, look=look, finds_in=finds_in)
