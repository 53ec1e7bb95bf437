"""A count that a source states differs from what is listed, and nobody says why.

Sources say how many members, founders or partners there are. Where fewer or more are listed
here, a reader must learn why: an older date, a list that was never published, another way to
count. While it is not certain what is listed, this check says nothing: a record could not be
read, or one that would be counted refers to something that does not exist.

Wrong: `- {count: members, value: 26, as_of: 2022-01}` with five members listed
Right: the same with `note: the member list was not published`
To fix it: list what is missing, or say in a `note` why the numbers differ.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, PlacedClaim
from gsca_cli.alliance.counts import listed
from gsca_cli.alliance.missing import missing
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.record import Claim

_COUNTED: Mapping[str, Collection[str]] = {
    "members": ("city", "region", "alliance"),
    "founders": ("city",),
    "cohort": ("city",),
    "cities": ("city",),
    "countries": ("city",),
    "partners": ("partner",),
}
"""The kinds of record that must have been read before something can be counted."""


def judge(alliance: Alliance, context: Context) -> Iterator[Problem]:
    """Every claim of every record, once all that is counted could be read."""
    unknown = _Unknown(alliance)
    for brief in alliance.everything():
        for placed, number in _counted(alliance, brief):
            claim = placed.claim
            if number is None:
                yield Problem(
                    placed.location,
                    f"`{claim.count}` cannot be counted for {brief.kind.one}",
                    "put the claim on the record that it is about",
                )
            elif not (claim.value.holds(number) or claim.note or unknown.matters(brief, claim)):
                as_of = f" as of {claim.as_of}" if claim.as_of else ""
                are = "is" if number == 1 else "are"
                yield Problem(
                    placed.location,
                    f"a source counts {claim.value} {claim.count}{as_of}; "
                    f"{number} {are} listed here as of {context.today}",
                    "list what is missing, or say in a `note` why the numbers differ",
                )


def _counted(alliance: Alliance, brief: Brief) -> Iterator[tuple[PlacedClaim, int | None]]:
    """Each claim of a record with what is listed, which is counted once."""
    numbers: dict[str, int | None] = {}
    for placed in brief.claims:
        count = placed.claim.count
        # Which partners count depends on the claim.
        if count not in numbers or count == "partners":
            numbers[count] = listed(alliance, brief, placed.claim)
        yield placed, numbers[count]


class _Unknown:
    """What cannot be known: kinds with a record that was left out, and references to nothing."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.left_out = {place.kind for place in alliance.left_out}

    def matters(self, brief: Brief, claim: Claim) -> bool:
        """Could a claim of a record be right, if all were known?"""
        what = claim.count.partition(":")[0]
        return bool(self.left_out.intersection(_COUNTED[what])) or any(
            reference in self.missing for reference in _deciding(brief, what)
        )

    @cached_property
    def missing(self) -> Collection[tuple[str, str]]:
        """What is referred to in vain, and in which field."""
        found = (each.reference for each in missing(self.alliance))
        return {(reference.target, str(reference.route[0])) for reference in found}


def _deciding(brief: Brief, what: str) -> Sequence[tuple[str, str]]:
    """The references that decide what is counted for a record: their targets and fields."""
    match what:
        case "members":
            return ("region", "regions"), ("role", "regions"), ("standing", "regions")
        case "founders" | "cohort":
            return ("region", "regions"), ("cohort", "regions")
        case "partners":
            return ("source", "listed_in"), ("source", "claims")
        case _:
            return ((brief.kind, brief.kind.plural),)


CHECK = Check("claim-mismatch", Severity.WARNING, judge=judge)
