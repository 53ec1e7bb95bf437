"""Of a reference and the name that it nearly is, which of the two was misspelt."""

import re
from collections import Counter
from functools import cached_property
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.dangling.missing import Missing, Vocabulary, vocabulary_of
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.kinds import Kind
from gsca_cli.records.ids import ID_PATTERN

_is_well_formed = re.compile(ID_PATTERN).fullmatch
_LISTS: Final = {"status": "statuses", "role": "roles", "standing": "standings"}
"""The fields of `gsca.yaml` that replace words which are built in."""


class Misspelt:
    """Judges the references of an alliance, at little cost where there are many."""

    def __init__(self, alliance: Alliance) -> None:
        self._alliance = alliance

    def is_reference(self, mistake: Missing, name: str, places: int) -> bool:
        """Is it certain that the reference is wrong, which stands in some places, not the name?

        It is if only the name is an id, if it is built in, if it is the id that the record's own
        name would give, or if others use it as often.
        """
        if not _is_well_formed(name):
            return False
        if not _is_well_formed(mistake.reference.id) or self._is_built_in(mistake):
            return True
        if self._is_named_so(mistake.reference.target, name):
            return True
        return self._used[mistake.vocabulary, name] >= places

    def _is_built_in(self, mistake: Missing) -> bool:
        field = _LISTS.get(mistake.reference.target)
        return field is not None and field not in self._alliance.settings.given

    def _is_named_so(self, target: str, name: str) -> bool:
        brief = self._alliance.of(Kind(target)).get(name) if target in set(Kind) else None
        return brief is not None and any(plain_id(each) == name for each in brief.names.values())

    @cached_property
    def _used(self) -> Counter[tuple[Vocabulary, str]]:
        return Counter(
            (vocabulary_of(brief, target, route), text)
            for brief in self._alliance.everything()
            for target, text, route, _ in brief.references.mentions
        )
