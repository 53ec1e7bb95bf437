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
from gsca_cli.documents.plain import NotPlainError, find_value, is_plain, read_line

Suspect = Callable[[Sequence[str]], bool]
"""May anything be wrong with some lines, whatever stands around them?"""

_MOST_PLACES: Final = 20_000
"""Where files have so little in common, what is known of them is forgotten now and then."""
_ITEM: Final = ""
_Held = tuple[Any, str | int]
"""What a map or list says so far, and where in it is put what stands within."""


_Again = tuple[Place, str, Step]
"""Where a line stands that came there before, and what it does."""


class Walk(NamedTuple):
    """What the lines of a file do, one by one, and where the file stands behind the last of them.

    The `new` lines came for the first time at their places: nobody knows yet whether one is
    suspect.
    """

    steps: Sequence[Step]
    end: Place
    new: Sequence[str]


class Content(NamedTuple):
    """What the lines of a file say, what they mention, and what else was seen on them.

    Many files share a part of what was seen.
    """

    values: Values
    references: References
    parts: Sequence[Seen]


class LinesOf:
    """Reads files of one kind, line by line, as long as no line is suspect that came before."""

    def __init__(self, fit: FitOfMap, is_suspect: Suspect) -> None:
        self._fit = fit
        self._is_suspect = is_suspect
        self._begin = Block(fit)
        self._blank = Seen()

    def walk(self, lines: Sequence[str]) -> Walk:
        """What each line of a file does, if it fits there.

        Raises:
            NotPlainError: one of them is not written plainly.
            DoubtError: one that came before is suspect, or it is not certain that they fit.
        """
        if self._begin.tally.places > _MOST_PLACES:
            self._begin = Block(self._fit)
        place: Place = self._begin
        steps: list[Step] = []
        new: list[str] = []
        again: list[_Again] = []
        try:
            for line in lines:
                step = place.known.get(line) or self._learn(place, line, new, again)
                place = step[0]
                steps.append(step)
        finally:
            # It takes less to ask for all at once.
            if again:
                self._keep(again)
        return Walk(steps, place, new)

    def content(self, path: str, walk: Walk) -> Content:
        """What a file says in which the lines do this, and what was seen there.

        Raises:
            DoubtError: it is not certain that all of it fits.
        """
        # Every line comes through here: only what is rare is a call.
        values: Any = {}
        held: list[_Held] = []
        own = Seen()
        mentioning: list[int] = []
        mentioned: list[int] = []
        parts = [own]
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
                    own.supports += _supports(part, held, is_item=name == _ITEM)
        _, turn = walk.end.reached(0)
        if turn:
            values = _turned(turn, values, held, own)
        values = self._fit.said(values, own)
        return Content(values, References.numbered(path, mentioning, mentioned), parts)

    def _learn(self, place: Place, line: str, new: list[str], again: list[_Again]) -> Step:
        """What a line does that is not known; if it came before, it will be, unless it is suspect.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is not certain that it fits.
        """
        if not is_plain(line):
            raise NotPlainError
        try:
            step = self._said(place, line)
        except (NotPlainError, DoubtError):
            # What was noted until then is of no use.
            self._blank = Seen()
            raise
        if place.has_met(line):
            again.append((place, line, step))
        else:
            new.append(line)
        return step

    def _keep(self, again: Sequence[_Again]) -> None:
        """Keep in mind what some lines do.

        Raises:
            DoubtError: one of them is suspect.
        """
        if self._is_suspect([line for _, line, _ in again]):
            raise DoubtError
        for place, line, step in again:
            place.keep(line, step)

    def _said(self, place: Place, line: str) -> Step:
        """What a line does, if anything."""
        beginning, colon, _ = line.partition(": ")
        known = place.entries.get(beginning) if colon else None
        if known:
            # Lines of many files begin alike, and then differ.
            form, start, end = find_value(line, len(beginning) + len(colon))
            if form:
                block, turn, entry = known
                if entry.is_mute:
                    return block, turn, entry.name, entry.said(line[start:end], form), None, None
                value = entry.of(line[start:end], form, start, self._blank)
                return self._step(block, turn, entry.name, value)
        text = line.lstrip(" ")
        if not text or text[0] == "#":
            return place, None, None, None, None, None
        return self._said_anew(place, text, len(line) - len(text))

    def _said_anew(self, place: Place, text: str, indentation: int) -> Step:
        """What a line does that says something."""
        is_item, key, node = read_line(text)
        seen = self._blank
        block, turn = place.reached(indentation)
        if is_item:
            fit = block.fit
            if not isinstance(fit, FitOfItems):
                raise DoubtError
            if not key or isinstance(fit.item, FitOfCitation):
                item = ({key: node}, 0, 0, 0) if key else node
                value = fit.item.of(item, indentation, (*block.route, block.number), seen)
                return self._step(block.behind_item(), turn, _ITEM, value)
            block, turn = block.within_item(fit.item), _and_an_item(turn)
        value, column, _, _ = node
        entry = block.entry_here(key, indentation + column)
        if value is None:
            entry.meet(seen)
            behind = block.behind_colon(entry.name, entry.fit)
            return self._step(behind, turn, entry.name, _empty(entry.fit))
        place.keep_entry(" " * indentation + text[: column + len(key)], block, turn, entry)
        return self._step(block, turn, entry.name, entry.of_node(node, indentation, seen))

    def _step(self, place: Place, turn: Turn | None, name: str, value: Any) -> Step:
        """What a line does, with what was seen on it."""
        seen = self._blank
        says_more = seen.says_more()
        mentions = seen.mentions
        if not mentions and not says_more:
            return place, turn, name, value, None, None
        self._blank = Seen()
        number = None
        if mentions:
            number = OnLine.of(mentions, seen.columns).number
            seen.mentions, seen.columns = [], []
        return place, turn, name, value, number, seen if says_more else None


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
