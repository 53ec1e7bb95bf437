"""A count that a source states differs from what is listed, and nobody says why.

Sources say how many members, founders or partners there are. Where fewer or more are listed
here, a reader must learn why: an older date, a list that was never published, another way to
count.

Wrong: `- {count: members, value: 26, as_of: 2022-01}` with five members listed
Right: the same with `note: the member list was not published`
To fix it: list what is missing, or say in a `note` why the numbers differ.
"""

from collections.abc import Iterator

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.counts import listed
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.kinds import Kind


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every claim of every record, once all that is counted could be read."""
    left_out = {place.kind for place in alliance.left_out}
    for brief in alliance.everything():
        for placed in brief.claims:
            claim = placed.claim
            number = listed(alliance, brief, claim)
            if number is None:
                yield Problem(
                    placed.location,
                    f"`{claim.count}` cannot be counted for {brief.kind.one}",
                    "put the claim on the record that it is about",
                )
            elif (Kind.PARTNER if claim.count == "partners" else Kind.CITY) in left_out:
                continue
            elif not claim.value.holds(number) and not claim.note:
                as_of = f" as of {claim.as_of}" if claim.as_of else ""
                are = "is" if number == 1 else "are"
                yield Problem(
                    placed.location,
                    f"a source counts {claim.value} {claim.count}{as_of}; "
                    f"{number} {are} listed here",
                    "list what is missing, or say in a `note` why the numbers differ",
                )


CHECK = Check("claim-mismatch", Severity.WARNING, judge=judge)
