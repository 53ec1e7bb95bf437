"""A record refers to something that does not exist.

Every id in a record must lead somewhere: a policy, a region, a source to a file; a status, a
role, a standing to a line of `gsca.yaml`; a step to a track; a cohort to its region. An id with a
typo would silently drop a city out of a report.

Wrong: `policies: {clean-ar: }`
Right: `policies: {clean-air: }`
To fix it: take the id that is suggested, or add the record that is missing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.missing import Missing, Vocabulary, missing
from gsca_cli.alliance.misspelt import Misspelt
from gsca_cli.alliance.outdented import outdented_references
from gsca_cli.alliance.suggestions import MOST_LISTED, Suggestion, Suggestions, enumerated
from gsca_cli.alliance.words import former_words
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, ReplaceText, Severity, shown
from gsca_cli.kinds import Kind

_MOST_RELATED = 10
_KEY_ENDS: Final = re.compile(r":\s*|\s+")
_NO_KEYS: Final = {"status", "role", "standing", "cohort"}
"""These are written as values alone."""


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every reference that leads nowhere, beside the others that miss the same thing."""
    together: dict[tuple[Vocabulary, str], list[Location]] = {}
    found = list(missing(alliance))
    if not found:
        # As a rule there is none: then no words need be sought.
        return
    for each in found:
        together.setdefault((each.vocabulary, each.reference.id), []).append(each.location)
    wording = _Wording(alliance)
    runs = list(outdented_references(alliance, found))
    for run, document in runs:
        where, related = run.at(document)
        yield Problem(where, run.message, run.hint, related=(related,))
    for each in found:
        if any(run.holds(each.reference, document) for run, document in runs):
            continue
        places = together[each.vocabulary, each.reference.id]
        hint, meant = wording.cure(each, len(places))
        yield Problem(
            each.location,
            wording.message(each) + _in_all(places),
            hint,
            related=tuple(
                (place, "also referred to here") for place in _others(places, each.location)
            ),
            mend=ReplaceText(each.location, each.reference.id, meant) if meant else None,
        )


def _others(places: Sequence[Location], own: Location) -> Iterator[Location]:
    return islice((place for place in places if place != own), _MOST_RELATED)


def _in_all(places: Sequence[Location]) -> str:
    """How many places name it, where not all of them can be shown."""
    more = len(places) > 1 + _MOST_RELATED
    return f"; {len(places):,} places refer to it" if more else ""


class _Wording:
    """Finds the words for a mistake, at little cost where there are many."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.suggestions = Suggestions()
        self.misspelt = Misspelt(alliance)
        self.left_out = {(place.kind, place.id) for place in alliance.left_out}
        self.former = dict(former_words(alliance))
        for brief in alliance.everything():
            for key in brief.former_ids:
                self.former.setdefault((brief.kind, key), brief.id)
        self.lists: dict[Vocabulary, str] = {}

    def message(self, mistake: Missing) -> str:
        """What there is none of, or what has the id instead."""
        key, target = mistake.reference.id, mistake.reference.target
        kinds = [kind for kind in Kind if kind is not Kind.ALLIANCE and self._is(kind, key)]
        if kinds and target not in kinds:
            found = " and ".join(kind.one for kind in kinds)
            return f"{shown(key)} is {found}, not a {self._called(mistake)}"
        return f"no {self._called(mistake)} {shown(key)}"

    def cure(self, mistake: Missing, places: int) -> tuple[str, str | None]:
        """Which ids there are, behind the one that was meant; and that one, if it is certain."""
        key, target = mistake.reference.id, mistake.reference.target
        if now := self.former.get((target, key)):
            return f"it is called `{now}` now", now
        if not mistake.valid:
            return f"there is no {self._called(mistake)} at all yet", None
        if mistake.vocabulary not in self.lists:
            self.lists[mistake.vocabulary] = _list(mistake)
        there_are = self.lists[mistake.vocabulary]
        first, *rest = _KEY_ENDS.split(key, maxsplit=1)
        if rest and first in mistake.valid and target not in _NO_KEYS:
            return f"write {shown(f'{first}: {rest[0]}')}, with a colon and a space", None
        found = self._shown_as(mistake) or self.suggestions.find(
            key, mistake.valid, mistake.vocabulary
        )
        meant = found.meant
        sure = meant is not None and self.misspelt.is_reference(mistake, meant, places)
        return found.before(there_are), meant if sure else None

    def _shown_as(self, mistake: Missing) -> Suggestion | None:
        """The status that reports show as the sign which stands in its place."""
        if mistake.reference.target != "status":
            return None
        statuses = self.alliance.settings.statuses
        found = [each.id for each in statuses if each.symbol == mistake.reference.id]
        return Suggestion(found[0], certain=True) if len(found) == 1 else None

    def _is(self, kind: Kind, key: str) -> bool:
        return key in self.alliance.of(kind) or (kind, key) in self.left_out

    def _called(self, mistake: Missing) -> str:
        """What the reference should have led to."""
        target, key = mistake.reference.target, mistake.reference.id
        if target == "cohort":
            return f"cohort of {mistake.vocabulary[1]}"
        if target == "track" and key in self.alliance.tracks:
            return "track that cities walk"
        return target


def _list(mistake: Missing) -> str:
    """The ids that there are, or how to see them."""
    number = len(mistake.valid)
    if number > MOST_LISTED and mistake.reference.target in set(Kind):
        return f"`gsca list {Kind(mistake.reference.target).plural}` shows all {number:,}"
    return f"there are: {enumerated(sorted(mistake.valid))}"


CHECK = Check("unknown-reference", Severity.ERROR, judge=judge)
