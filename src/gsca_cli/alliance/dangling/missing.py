"""References that lead nowhere: whatever refers to nothing makes other checks unsure too."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.references import Reference
from gsca_cli.alliance.vocabulary import valid_ids
from gsca_cli.findings import Location, Route
from gsca_cli.kinds import Kind

Vocabulary = tuple[str, str]
"""What a reference may name: a target, and what it belongs to, if that matters."""


class Missing(NamedTuple):
    """A reference of a record that leads nowhere, and the ids that it might have named."""

    kind: Kind
    reference: Reference
    vocabulary: Vocabulary
    valid: Collection[str]

    @property
    def location(self) -> Location:
        """Where the id stands."""
        return self.reference.location


def missing(alliance: Alliance) -> Iterator[Missing]:
    """Every reference of every record that names none of the ids that it may name."""
    known: dict[Vocabulary, Collection[str] | None] = {}
    # Cities share what lines mention: what is right in one is right in all.
    right: set[int] = set()
    for brief in alliance.everything():
        shared = brief.references.numbers if brief.kind is Kind.CITY else ()
        if shared and right.issuperset(shared):
            continue
        # Few mentions are missing.
        wrong = [*_missing(alliance, brief, known)]
        yield from wrong
        if not wrong:
            right.update(shared)


def _missing(
    alliance: Alliance, brief: Brief, known: dict[Vocabulary, Collection[str] | None]
) -> Iterator[Missing]:
    """Every reference of one record that leads nowhere; it notes what each of them may name."""
    if _all_lead_somewhere(brief, known):
        return
    for reference in brief.references:
        vocabulary = vocabulary_of(brief, reference.target, reference.route)
        if vocabulary not in known:
            valid = valid_ids(alliance, brief, reference)
            known[vocabulary] = None if valid is None else frozenset(valid)
        ids = known[vocabulary]
        if ids is not None and reference.id not in ids:
            yield Missing(brief.kind, reference, vocabulary, ids)


def _all_lead_somewhere(brief: Brief, known: Mapping[Vocabulary, Collection[str] | None]) -> bool:
    """Do all references of a record name what is known already? Where they stand is not asked."""
    for target, key, route, _ in brief.references.mentions:
        vocabulary = vocabulary_of(brief, target, route)
        if vocabulary not in known:
            return False
        ids = known[vocabulary]
        if ids is not None and key not in ids:
            return False
    return True


def vocabulary_of(brief: Brief, target: str, route: Route) -> Vocabulary:
    """What a mention in a record is held against: all with the same share their ids."""
    if target == "step" and brief.kind is Kind.REGION:
        return target, brief.kind
    if target == "phase":
        return target, brief.path
    return target, str(route[-2]) if target == "cohort" else ""
