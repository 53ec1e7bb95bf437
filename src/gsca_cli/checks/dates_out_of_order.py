"""Two dates of one thing are in the wrong order.

A city joins before it leaves, a state begins before it ends, a region is announced before it
starts. Imprecise dates are wrong only if no reading of them is in order.

Wrong: `north: {joined: 2022-06, left: 2021-04}`
Right: `north: {joined: 2021-04, left: 2022-06}`
To fix it: exchange them, or look up the one that is wrong.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import ANY_DAY, NEVER, Check, Context, Problem
from gsca_cli.findings import Severity

_BEFORE = {"left": "joined", "until": "since", "launched": "announced"}


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every part of the record that has two such dates."""
    for route, part, second, later in entry.dates:
        if first := _BEFORE.get(second):
            earlier = vars(part).get(first)
            if earlier and later.lies_before(earlier):
                yield Problem(
                    (*route, second),
                    f"`{second}: {later}` lies before `{first}: {earlier}`",
                    "exchange the two, or correct the one that is wrong",
                )


def finds_from(glance: Glance, _: Context) -> date:
    """No date lies before the one that it follows."""
    for beside, second, later in glance.seen.dates:
        if second in _BEFORE:
            earlier = beside.get(_BEFORE[second])
            if earlier and later.lies_before(earlier):
                return ANY_DAY
    return NEVER


CHECK = Check("dates-out-of-order", Severity.ERROR, look=look, finds_from=finds_from)
