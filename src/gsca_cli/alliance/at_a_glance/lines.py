"""The lines of a record, each fitted as it comes: maps and lists by how far they are indented.

Files repeat themselves: the same lines come at the same places. So what a line does there is worked
out once, and from then on only looked up.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.at_a_glance.fit import FitOfMap
from gsca_cli.alliance.at_a_glance.new_lines import NewLine, Suspect, Walk, learn
from gsca_cli.alliance.at_a_glance.places import ITEM, Block, Place, Turn
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Support, Values
from gsca_cli.alliance.references import References

_MOST_PLACES: Final = 20_000
"""Where files have so little in common, what is known of them is forgotten now and then."""
_Held = tuple[Any, str | int]
"""What a map or list says so far, and where in it is put what stands within."""


class Content(NamedTuple):
    """What the lines of a file say, what they mention, and what else was seen on them.

    Many files share a part of what was seen.
    """

    values: Values
    references: References
    parts: Sequence[Seen]


class LinesOf:
    """Reads files of one kind, line by line, as long as no line is suspect.

    First `walk` through each of some files, then `learn` what their new lines do. Only then is it
    known what the `content` of each is.
    """

    def __init__(self, fit: FitOfMap, is_suspect: Suspect) -> None:
        self._fit = fit
        self._is_suspect = is_suspect
        self._begin = Block(fit)
        self._new: dict[tuple[Place, str], NewLine] = {}

    def walk(self, lines: Sequence[str]) -> Walk:
        """Where each line of a file leads, and what those do that are known.

        Raises:
            NotPlainError: one of them is not written plainly.
            DoubtError: it is not certain that they fit.
        """
        if self._begin.tally.places > _MOST_PLACES:
            self._begin = Block(self._fit)
        walk = Walk(self._begin)
        place: Place = self._begin
        steps = walk.steps
        # Every line comes through here: only what is rare is a call.
        for line in lines:
            step = place.known.get(line)
            if not step:
                new = self._new.get((place, line)) or self._begun(place, line)
                new.makes.append((walk, len(steps)))
                step = new.step
            place = step[0]
            steps.append(step)
        walk.end = place
        return walk

    def _begun(self, place: Place, line: str) -> NewLine:
        new = self._new[place, line] = NewLine(place, line)
        return new

    def learn(self) -> None:
        """Find what the new lines of all those files do."""
        new = self._new.values()
        self._new = {}
        learn(new, self._is_suspect)

    def content(self, path: str, walk: Walk) -> Content:
        """What a file says in which the lines do this, and what was seen there.

        Raises:
            DoubtError: one of them is suspect, or it is not certain that all of it fits.
        """
        if walk.is_in_doubt:
            raise DoubtError
        values: Any = {}
        held: list[_Held] = []
        own = Seen()
        mentioning: list[int] = []
        mentioned: list[int] = []
        parts = [own]
        # Here too.
        for line, (_, turn, name, value, number, part) in enumerate(walk.steps, 1):
            if turn:
                values = _turned(turn, values, held, own)
            if name:
                if name in values:
                    raise DoubtError
                values[name] = value
            elif name is not None:
                values.append(value)
            if number is not None:
                mentioning.append(line)
                mentioned.append(number)
            if part:
                if part.is_shared:
                    parts.append(part)
                else:
                    own.take(part)
                if part.fields:
                    own.supports += _supports(part, held, is_item=name == ITEM)
        _, turn = walk.end.reached(0)
        if turn:
            values = _turned(turn, values, held, own)
        values = self._fit.said(values, own)
        return Content(values, References.numbered(path, mentioning, mentioned), parts)


def _turned(turn: Turn, values: Any, held: list[_Held], own: Seen) -> Any:
    """What the map or list says so far in which a line stands; those that end are put in place."""
    ends, begins = turn
    for fit in ends:
        said = fit.said(values, own)
        values, place = held.pop()
        values[place] = said
    for begin, key in begins:
        if key:
            held.append((values, key))
        else:
            held.append((values, len(values)))
            values.append(None)
        values = begin()
    return values


def _supports(part: Seen, held: list[_Held], *, is_item: bool) -> list[Support]:
    """The fields that a citation names, among those beside the list of which it is an item.

    Raises:
        DoubtError: it is no item.
    """
    if not is_item:
        raise DoubtError
    beside, _ = held[-1]
    return [Support(field, beside) for field in part.fields]
