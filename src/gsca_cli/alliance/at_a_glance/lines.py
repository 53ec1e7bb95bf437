"""The lines of a record, each fitted as it comes: maps and lists by how far they are indented.

Files repeat themselves: the same lines come at the same places. So what a line does there is worked
out once, and from then on only looked up.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.at_a_glance.fit import FitOfCitation, FitOfItems, FitOfMap
from gsca_cli.alliance.at_a_glance.places import Block, Place, Step, Turn
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Support, Values
from gsca_cli.alliance.at_a_glance.single import Fit
from gsca_cli.alliance.references import OnLine, References
from gsca_cli.documents.plain import is_plain, read_line

Suspect = Callable[[str], bool]
"""May anything be wrong with a line, whatever stands around it?"""

_MOST_PLACES: Final = 20_000
"""Where files have so little in common, what is known of them is forgotten now and then."""
_ITEM: Final = ""
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
    """Reads files of one kind, line by line, as long as no line is suspect."""

    def __init__(self, fit: FitOfMap, is_suspect: Suspect) -> None:
        self._fit = fit
        self._is_suspect = is_suspect
        self._begin = Block(fit)
        self._blank = Seen()

    def read(self, path: str, lines: Sequence[str]) -> Content:
        """What the lines of a file say if they fit, and what was seen there.

        Raises:
            NotPlainError: one of them is not written plainly.
            DoubtError: one is suspect, or it is not certain that they fit.
        """
        if self._begin.tally.places > _MOST_PLACES:
            self._begin = Block(self._fit)
        # Every line comes through here: only what is rare is a call.
        place: Place = self._begin
        values: Any = {}
        held: list[_Held] = []
        own = Seen()
        numbers: list[int] = []
        on_lines: list[OnLine] = []
        parts = [own]
        for number, line in enumerate(lines, 1):
            place, turn, name, value, on_line, part = place.known.get(line) or self._learn(
                place, line
            )
            if turn:
                values = _turned(turn, values, held, own)
            if name:
                if name in values:
                    raise DoubtError
                values[name] = value
            elif name is not None:
                values.append(value)
            if on_line:
                numbers.append(number)
                on_lines.append(on_line)
            if part:
                if part.is_shared:
                    parts.append(part)
                else:
                    own.take(part)
                if part.fields:
                    own.supports += _supports(part, held, is_item=name == _ITEM)
        _, turn = place.reached(0)
        if turn:
            values = _turned(turn, values, held, own)
        values = self._fit.said(values, own)
        return Content(values, References.on(path, numbers, on_lines), parts)

    def _learn(self, place: Place, line: str) -> Step:
        """What a line does that is not known.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is suspect, or it is not certain that it fits.
        """
        text = line.lstrip(" ")
        if self._is_suspect(text):
            raise DoubtError
        if not text or text[0] == "#":
            if not is_plain(text):
                raise DoubtError
            step: Step = place, None, None, None, None, None
        else:
            try:
                step = self._said(place, text, len(line) - len(text))
            except DoubtError:
                # What was noted until then is of no use.
                self._blank = Seen()
                raise
        place.keep(line, step)
        return step

    def _said(self, place: Place, text: str, indentation: int) -> Step:
        """What a line does that says something."""
        is_item, key, node = read_line(text)
        seen = self._blank
        if not is_item:
            entry = place.entry(indentation, key)
        else:
            block, turn = place.reached(indentation)
            fit = block.fit
            if not isinstance(fit, FitOfItems):
                raise DoubtError
            if not key or isinstance(fit.item, FitOfCitation):
                item = ({key: node}, 0, 0, 0) if key else node
                value = fit.item.of(item, 0, (*block.route, block.number), seen)
                return self._step(block.behind_item(), turn, _ITEM, value, indentation)
            entry = block.within_item(fit.item).entry_here(key, _and_an_item(turn))
        block, turn, fit_of_map, name, inner, route = entry
        fit_of_map.meet(key, node[1], route, seen)
        if node[0] is None:
            value = _empty(inner)
            return self._step(block.behind_colon(name, inner), turn, name, value, indentation)
        return self._step(block, turn, name, inner.of(node, 0, route, seen), indentation)

    def _step(
        self, place: Place, turn: Turn | None, name: str, value: Any, indentation: int
    ) -> Step:
        """What a line does, with what was seen on it."""
        seen = self._blank
        if seen.is_blank():
            return place, turn, name, value, None, None
        self._blank = Seen()
        on_line = None
        if seen.mentions:
            columns = (indentation + column for column in seen.columns)
            on_line = OnLine.of(seen.mentions, columns)
            seen.mentions, seen.columns = [], []
        return place, turn, name, value, on_line, seen if seen.says_more() else None


def _empty(fit: Fit) -> Any:
    """What an entry says behind whose colon nothing stands, as long as nothing stands below it."""
    try:
        return fit.of_nothing()
    except DoubtError:
        return None


def _and_an_item(turn: Turn | None) -> Turn:
    """What turns before an item that is a map."""
    found = turn or Turn()
    return Turn(found.ends, [*found.begins, (dict, _ITEM)])


def _turned(turn: Turn, values: Any, held: list[_Held], own: Seen) -> Any:
    """What the map or list says so far in which a line stands; those that end are put in place."""
    for fit in turn.ends:
        said = fit.said(values, own)
        values, place = held.pop()
        values[place] = said
    for begin, key in turn.begins:
        held.append((values, key or len(values)))
        if not key:
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
