"""What a line does where it stands, found for the first time."""

from typing import Any

from gsca_cli.alliance.at_a_glance.fit import FitOfCitation, FitOfItems
from gsca_cli.alliance.at_a_glance.places import ITEM, KnownEntry, Place, Step, Turn
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen
from gsca_cli.alliance.at_a_glance.single import Fit
from gsca_cli.alliance.references import OnLine
from gsca_cli.documents.plain import NotPlainError, find_value, is_plain, read_line


def step_of_line(place: Place, line: str) -> Step:
    """What a line does at a place.

    Raises:
        NotPlainError: it is not written plainly.
        DoubtError: it is not certain that it fits.
    """
    if not is_plain(line):
        raise NotPlainError
    text = line.lstrip(" ")
    if not text or text[0] == "#":
        return place, None, None, None, None, None
    return _step_of_text(place, text, len(line) - len(text))


def step_of_entry(known: KnownEntry, line: str, start: int) -> Step:
    """What a line does that is a known entry, whose value begins at a column.

    Raises:
        NotPlainError: it is not written plainly.
        DoubtError: it is not certain that it fits.
    """
    if not is_plain(line):
        raise NotPlainError
    form, start, end = find_value(line, start)
    if not form:
        raise DoubtError
    block, turn, entry = known
    written = line[start:end]
    if entry.is_mute:
        return block, turn, entry.name, entry.said(written, form), None, None
    seen = Seen()
    return _step(block, turn, entry.name, entry.of(written, form, start, seen), seen)


def _step_of_text(place: Place, text: str, indentation: int) -> Step:
    """What a line does that says something."""
    is_item, key, node = read_line(text)
    seen = Seen()
    block, turn = place.reached(indentation)
    if is_item:
        fit = block.fit
        if not isinstance(fit, FitOfItems):
            raise DoubtError
        if not key or isinstance(fit.item, FitOfCitation):
            item = ({key: node}, 0, 0, 0) if key else node
            value = fit.item.of(item, indentation, (*block.route, block.number), seen)
            return _step(block.behind_item(), turn, ITEM, value, seen)
        block, turn = block.within_item(fit.item), _and_an_item(turn)
    value, column, _, _ = node
    entry = block.entry_here(key, indentation + column)
    if value is None:
        entry.meet(seen)
        behind = block.behind_colon(entry.name, entry.fit)
        return _step(behind, turn, entry.name, _empty(entry.fit), seen)
    place.keep_entry(" " * indentation + text[: column + len(key)], block, turn, entry)
    return _step(block, turn, entry.name, entry.of_node(node, indentation, seen), seen)


def _step(place: Place, turn: Turn | None, name: str, value: Any, seen: Seen) -> Step:
    """What a line does, with what was seen on it."""
    number = OnLine.of(seen.mentions, seen.columns).number if seen.mentions else None
    if not seen.says_more():
        return place, turn, name, value, number, None
    seen.mentions, seen.columns = [], []
    return place, turn, name, value, number, seen


def _empty(fit: Fit) -> Any:
    """What an entry says behind whose colon nothing stands, as long as nothing stands below it."""
    try:
        return fit.of_nothing()
    except DoubtError:
        return None


def _and_an_item(turn: Turn | None) -> Turn:
    """What turns before an item that is a map."""
    found = turn or Turn()
    return Turn(found.ends, [*found.begins, (dict, ITEM)])
