"""What somebody may have meant, put before the cure of a finding."""

from collections.abc import Collection, Hashable, Sequence

from gsca_cli.alliance.nearest import nearest
from gsca_cli.findings import shown

_MOST_COMPARED = 5_000_000
"""As many pairs of letters are compared: to look for the nearest name takes time."""
MOST_LISTED = 12


class Suggestions:
    """The nearest names, each looked for once, and none any more once that has taken long."""

    def __init__(self) -> None:
        self._found: dict[tuple[Hashable, str], str | None] = {}
        self._compared = 0

    def before(self, hint: str, word: str, names: Collection[str], among: Hashable = "") -> str:
        """A hint, behind the name that was meant; `among` tells one collection from another."""
        asked = (among, word)
        if asked not in self._found:
            self._compared += len(word) * sum(map(len, names))
            near = nearest(word, names) if self._compared <= _MOST_COMPARED else None
            self._found[asked] = near
        name = self._found[asked]
        return f"did you mean {shown(name)}? {hint}" if name else hint


def enumerated(names: Sequence[str]) -> str:
    """The names in their order, the first twelve if there are more."""
    first = ", ".join(shown(name)[1:-1] for name in names[:MOST_LISTED])
    more = len(names) - MOST_LISTED
    return f"{first} and {more:,} more" if more > 0 else first
