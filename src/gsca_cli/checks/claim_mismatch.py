"""A count that a source states differs from what is listed, and nobody says why.

Sources say how many members, founders or partners there are. Where fewer or more are listed
here, a reader must learn why: an older date, a list that was never published, another way to
count. Nothing is said where the dates of the members explain it: who joined after the source
counted need not be in its number, and who left after that was. While it is not certain what is
listed, this check says nothing either: a record could not be read, or one that would be counted
refers to something that does not exist.

Wrong: `- {count: members, value: 26, as_of: 2022-01}` with five members listed
Right: the same with `note: the member list was not published`
To fix it: list what is missing, or say in a `note` why the numbers differ.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, PlacedClaim
from gsca_cli.alliance.counts import listed, regions_of
from gsca_cli.alliance.counts_then import may_have_been
from gsca_cli.alliance.dangling.missing import missing
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity

if TYPE_CHECKING:
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
_MOST_DATED: Final = 500
"""For each of them, the dates of all members are gone through."""


def judge(alliance: Alliance, context: Context) -> Iterator[Problem]:
    """Every claim of every record, once all that is counted could be read."""
    unknown, dates = _Unknown(alliance), _Dates(alliance)
    for brief in alliance.everything():
        for placed, number in _counted(alliance, brief):
            claim = placed.claim
            if number is None:
                yield Problem(
                    placed.location,
                    f"`{claim.count}` cannot be counted for {brief.kind.one}",
                    "put the claim on the record that it is about",
                )
            elif not (
                claim.value.holds(number)
                or claim.note
                or dates.explain(brief, claim)
                or unknown.matters(brief, claim)
            ):
                yield _mismatch(placed, number, context)


class _Dates:
    """The dates on which members joined and left."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.asked = 0

    def explain(self, brief: Brief, claim: "Claim") -> bool:
        """Were as many members there, perhaps, when the source counted?"""
        if claim.count != "members" or not claim.as_of or self.asked >= _MOST_DATED:
            return False
        self.asked += 1
        regions = regions_of(self.alliance, brief)
        return may_have_been(self.alliance, regions, claim.value, claim.as_of)


def _mismatch(placed: PlacedClaim, number: int, context: Context) -> Problem:
    claim = placed.claim
    as_of = f" as of {claim.as_of}" if claim.as_of else ""
    are = "is" if number == 1 else "are"
    return Problem(
        placed.location,
        f"a source counts {claim.value} {claim.count}{as_of}; "
        f"{number} {are} listed here as of {context.today}",
        f"{_mending(claim, number)}say in a `note` why the numbers differ",
    )


def _mending(claim: "Claim", number: int) -> str:
    """What may be amiss in what is listed."""
    if number < claim.value.number:
        return "list what is missing, or "
    if claim.count == "members" and claim.as_of:
        return f"give the date on which each that came after {claim.as_of} `joined`, or "
    return ""


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

    def matters(self, brief: Brief, claim: "Claim") -> bool:
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
