"""What somebody may have meant, put before the cure of a finding."""

from collections.abc import Collection, Hashable, Sequence
from typing import NamedTuple

from gsca_cli.alliance.nearest import nearest
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.alliance.slips import slip_of
from gsca_cli.findings import shown

_MOST_COMPARED = 5_000_000
"""As many pairs of letters are compared: to look for the nearest name takes time."""
MOST_LISTED = 12
_MOST_SUGGESTED = 3
_SHORTEST = 4
"""A shorter word is a part of too many names."""


class Suggestion(NamedTuple):
    """The name that is nearest to a word, if one is near; is it certain that it was meant?

    `others` are about as near, where it is not.
    """

    name: str | None = None
    certain: bool = False
    others: tuple[str, ...] = ()

    @property
    def meant(self) -> str | None:
        """The name, if it is certain."""
        return self.name if self.certain else None

    def before(self, hint: str) -> str:
        """A hint, behind the name that was meant, or those that may have been."""
        if not self.name:
            return hint
        *names, last = map(shown, (self.name, *self.others))
        meant = f"{', '.join(names)} or {last}" if names else last
        return f"did you mean {meant}? {hint}"


class Suggestions:
    """The nearest names, each looked for once, and none any more once that has taken long."""

    def __init__(self) -> None:
        self._found: dict[tuple[Hashable, str], Suggestion] = {}
        self._compared = 0

    def find(self, word: str, names: Collection[str], among: Hashable = "") -> Suggestion:
        """The name that was meant; `among` tells one collection from another."""
        asked = (among, word)
        if asked not in self._found:
            self._compared += len(word) * sum(map(len, names))
            looks = self._compared <= _MOST_COMPARED
            self._found[asked] = suggestion(word, names) if looks else Suggestion()
        return self._found[asked]

    def before(self, hint: str, word: str, names: Collection[str], among: Hashable = "") -> str:
        """A hint, behind the name that was meant."""
        return self.find(word, names, among).before(hint)


def suggestion(word: str, names: Collection[str]) -> Suggestion:
    """The name that was meant."""
    name = nearest(word, names)
    if name is not None and slip_of(word, name, names):
        return Suggestion(name, certain=True)
    near = [name] if name is not None else []
    near += [each for each in _of_the_same_words(word, names) if each != name]
    return Suggestion(near[0], others=tuple(near[1:_MOST_SUGGESTED])) if near else Suggestion()


def _of_the_same_words(word: str, names: Collection[str]) -> list[str]:
    """The ids of which a word is a part, or that are a part of it: the shortest first."""
    key = plain_id(word)
    found = [name for name in names if _is_part(key, name) or _is_part(name, key)]
    return sorted(found, key=lambda name: (len(name), name))


def _is_part(one: str, other: str) -> bool:
    """Does one id stand in another, between its hyphens?"""
    return len(one) >= _SHORTEST and f"-{one}-" in f"-{other}-"


def enumerated(names: Sequence[str]) -> str:
    """The names in their order, the first twelve if there are more."""
    first = ", ".join(shown(name)[1:-1] for name in names[:MOST_LISTED])
    more = len(names) - MOST_LISTED
    return f"{first} and {more:,} more" if more > 0 else first
