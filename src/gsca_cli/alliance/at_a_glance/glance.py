"""What a glance at a file shows that is written plainly, and fits: enough for most of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gsca_cli.alliance.at_a_glance.briefs import brief_of
from gsca_cli.alliance.at_a_glance.fits import fits
from gsca_cli.alliance.at_a_glance.lines import LinesOf, Suspect
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Values
from gsca_cli.alliance.brief import Brief
from gsca_cli.documents.folded import FOLDED, unfolded
from gsca_cli.documents.plain import NotPlainError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath

_LONGEST: Final = 10_000
"""No longer file is looked at: it might hold more than a record may."""
_SELDOM: Final = frozenset(("variants", "claims"))
"""What few records have is not looked at here."""


class Glance(NamedTuple):
    """A record that is written plainly and fits, without the models that others can be shown by.

    `values` are those of its fields that are given; `parts` are what was seen, line by line.
    """

    brief: Brief
    values: Values
    parts: Sequence[Seen]


class Glances:
    """Glances at records. A line that is `suspect` makes it look away, and so does any doubt."""

    def __init__(self, is_suspect: Suspect) -> None:
        self._is_suspect = is_suspect
        self._by_kind: dict[Kind, LinesOf] = {}

    def at(self, place: RecordPath, content: bytes) -> Glance | None:
        """What a glance at a record shows; None if it takes more than that."""
        if len(content) > _LONGEST:
            return None
        lines_of = self._by_kind.get(place.kind) or self._lines_of(place.kind)
        try:
            text = content.decode()
            lines = (text.replace("\r\n", "\n") if "\r" in text else text).split("\n")
            if FOLDED in text:
                lines = unfolded(lines)
            values, references, parts = lines_of.read(place.path, lines)
        except (UnicodeDecodeError, NotPlainError, DoubtError):
            return None
        if not _SELDOM.isdisjoint(values):
            return None
        return Glance(brief_of(place, values, references), values, parts)

    def _lines_of(self, kind: Kind) -> LinesOf:
        self._by_kind[kind] = LinesOf(fits().of_kind(kind), self._is_suspect)
        return self._by_kind[kind]
