"""What a glance at a file shows that is written plainly, and fits: enough for most of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gsca_cli.alliance.at_a_glance.briefs import brief_of
from gsca_cli.alliance.at_a_glance.fits import Fits, fits
from gsca_cli.alliance.at_a_glance.lines import Content, LinesOf
from gsca_cli.alliance.at_a_glance.new_lines import Suspect, Walk
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


UnreadRecord = tuple[RecordPath, bytes]
"""Where a record stands, and what its file holds."""


class Glance(NamedTuple):
    """A record that is written plainly and fits, without the models that others can be shown by.

    `values` are those of its fields that are given; `parts` are what was seen, line by line.
    """

    brief: Brief
    values: Values
    parts: Sequence[Seen]


class Glances:
    """Glances at records. A line that is suspect makes it look away, and so does any doubt.

    They go by the fits that are `known`, if not by the usual ones.
    """

    def __init__(self, is_suspect: Suspect, known: Fits | None = None) -> None:
        self._is_suspect = is_suspect
        self._known = known
        self._by_kind: dict[Kind, LinesOf] = {}

    def at(self, place: RecordPath, content: bytes) -> Glance | None:
        """What a glance at a record shows; None if it takes more than that."""
        (found,) = self.at_each([(place, content)])
        return found

    def at_each(self, records: Sequence[UnreadRecord]) -> Sequence[Glance | None]:
        """What a glance at each of some records shows; None where it takes more than that."""
        contents = zip(records, self.contents_of_each(records), strict=True)
        return [_glance(place, content) for (place, _), content in contents]

    def contents_of_each(self, records: Sequence[UnreadRecord]) -> Sequence[Content | None]:
        """What each of some records says; None where it takes more than a glance.

        One thing is done after the other, each for all of them: so the processor has what it needs
        at hand, and that takes a quarter less.
        """
        walks = [self._walk(*each) for each in records]
        for lines_of in self._by_kind.values():
            lines_of.learn()
        walked = zip(records, walks, strict=True)
        return [self._content(place, walk) if walk else None for (place, _), walk in walked]

    def _walk(self, place: RecordPath, content: bytes) -> Walk | None:
        """What the lines of a record do."""
        if len(content) > _LONGEST:
            return None
        lines_of = self._by_kind.get(place.kind) or self._lines_of(place.kind)
        try:
            text = content.decode()
            lines = (text.replace("\r\n", "\n") if "\r" in text else text).split("\n")
            return lines_of.walk(unfolded(lines) if FOLDED in text else lines)
        except (UnicodeDecodeError, NotPlainError, DoubtError):
            return None

    def _content(self, place: RecordPath, walk: Walk) -> Content | None:
        """What a record says, unless it has what few have."""
        try:
            content = self._by_kind[place.kind].content(place.path, walk)
        except DoubtError:
            return None
        return content if _SELDOM.isdisjoint(content.values) else None

    def _lines_of(self, kind: Kind) -> LinesOf:
        known = self._known or fits()
        self._by_kind[kind] = LinesOf(known.of_kind(kind), self._is_suspect)
        return self._by_kind[kind]


def _glance(place: RecordPath, content: Content | None) -> Glance | None:
    if content is None:
        return None
    values, references, parts = content
    return Glance(brief_of(place, values, references), values, parts)
