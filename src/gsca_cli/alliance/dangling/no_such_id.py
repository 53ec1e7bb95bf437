"""What to say of an id that leads nowhere: what there is none of, and which one was meant."""

import re
from collections.abc import Collection
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.cures.word_and_more import as_map, fields_said
from gsca_cli.alliance.dangling.missing import Missing, Vocabulary
from gsca_cli.alliance.dangling.misspelt import Misspelt
from gsca_cli.alliance.dangling.new_records import how_to_add
from gsca_cli.alliance.suggestions import MOST_LISTED, Suggestion, Suggestions, enumerated
from gsca_cli.alliance.words import former_words
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Entries, Fields, shape_at
from gsca_cli.snapshots.repository import DATA

_KEY_ENDS: Final = re.compile(r":\s*|\s+")
_ROUTES: Final = re.compile(r"[\w.-]+(?:, *[\w.-]+)*")


class NoSuchId:
    """Finds the words for a mistake, at little cost where there are many.

    `uncited` are the kinds of record that need no source.
    """

    def __init__(self, alliance: Alliance, uncited: Collection[Kind]) -> None:
        self.alliance = alliance
        self.uncited = uncited
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
        form = _with_fields(mistake) or _parted(mistake)
        if form and mistake.valid:
            return form, None
        if mistake.vocabulary not in self.lists:
            self.lists[mistake.vocabulary] = self._list(mistake)
        there_are = self.lists[mistake.vocabulary]
        found = self._shown_as(mistake) or self.suggestions.find(
            key, mistake.valid, mistake.vocabulary
        )
        if found.meant:
            sure = self.misspelt.is_reference(mistake, found.meant, places)
            return found.before(there_are), found.meant if sure else None
        added = self._added(mistake)
        return found.before(f"{there_are}; or {added}" if added else there_are), None

    def _list(self, mistake: Missing) -> str:
        """The ids that there are, or where to see them."""
        number, target = len(mistake.valid), mistake.reference.target
        if not number:
            return f"there is no {self._called(mistake)} at all yet"
        if number > MOST_LISTED and target in set(Kind):
            plural = Kind(target).plural
            return f"`{DATA}/{plural}/` holds all {number:,} (`gsca list {plural}`)"
        return f"there are: {enumerated(sorted(mistake.valid))}"

    def _added(self, mistake: Missing) -> str:
        """How to add what is missing, if it may be a record of its own."""
        key, target = mistake.reference.id, mistake.reference.target
        if target not in set(Kind) or any(self._is(kind, key) for kind in Kind):
            return ""
        kind = Kind(target)
        return how_to_add(kind, key, mistake.valid, cites=kind not in self.uncited)

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


def _with_fields(mistake: Missing) -> str:
    """How to write a status or a role and its date, where both stand in one text."""
    *above, last = mistake.reference.route
    shape = shape_at(mistake.kind, tuple(above))
    if not isinstance(shape, Fields) or shape.short != last:
        return ""
    said = fields_said(shape, mistake.reference.id, mistake.valid)
    if not said:
        return ""
    key = above[-1]
    right = f"`{as_map(said)}`" if isinstance(key, int) else f"`{key}: {as_map(said)}`"
    if shape.short in said:
        return f"give each a field of its own: write {right}"
    there_are = f"there are: {enumerated(sorted(mistake.valid))}"
    whole = f"`{{{last}: ..., {as_map(said)[1:]}`"
    return f"write {right}; or with its {last}, {whole}; {there_are}"


def _parted(mistake: Missing) -> str:
    """How to write an id and what it is glued to, where the id alone exists."""
    key, route = mistake.reference.id, mistake.reference.route
    first, *rest = _KEY_ENDS.split(key, maxsplit=1)
    if not rest or first not in mistake.valid:
        return ""
    map_of_ids = shape_at(mistake.kind, route[:-1])
    if isinstance(map_of_ids, Entries):
        inner = map_of_ids.value
        said = fields_said(inner, rest[0], ()) if isinstance(inner, Fields) else {}
        right = f"{first}: {as_map(said) if said else rest[0]}"
        return f"write {shown(right)}, with a colon and a space"
    if isinstance(map_of_ids, Fields) and map_of_ids.is_citation and _ROUTES.fullmatch(rest[0]):
        return f"write {shown(f'{first}: [{rest[0]}]')}: the fields that it supports"
    return ""
