"""The lines of a record, each fitted as it comes: maps and lists by how far they are indented."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.fit import FitOfCitation, FitOfItems, FitOfMap
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Support
from gsca_cli.alliance.at_a_glance.single import Fit
from gsca_cli.documents.plain import is_plain, read_line
from gsca_cli.findings import Route

Suspect = Callable[[str], bool]
"""May anything be wrong with a line, whatever stands around it?"""

_DEEPEST: Final = 10
_KEPT: Final = 1 << 10
"""Files say the same on many lines: as many are kept in mind for each place where they stand."""

_Met = tuple[str, str, Route, bool, int, int]
"""A mention on a line: its route begins there. Its two columns, less those of the indentation."""

_Said = tuple[str, Any, Sequence[_Met], Seen | None, Fit | None]
"""What a line says: the name of its entry, or one of an item; its value; what it mentions; what
else was seen on it, if anything.

Where nothing stands behind a colon, the lines below may say more: last comes the fit of that.
"""
_ITEM: Final = "-"
_ITEM_WITH_AN_ENTRY: Final = "- :"
"""No names of entries: an item, and one that is a map, whose first entry stands behind the dash."""


class _Block:
    """Lines of one map or list: what was said on such lines is known when they come again."""

    def __init__(self, fit: FitOfMap | FitOfItems, is_suspect: Suspect) -> None:
        self.fit = fit
        self.is_list = isinstance(fit, FitOfItems)
        self.known: dict[str, _Said] = {}
        self._is_suspect = is_suspect
        self._blank = Seen()
        self._once: set[int] = set()

    def learn(self, line: str) -> _Said:
        """What a line says that was not met before.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is suspect, or it is not certain that it fits.
        """
        if self._is_suspect(line):
            raise DoubtError
        try:
            said = self._said(line)
        except DoubtError:
            # What was noted until then is of no use.
            self._blank = Seen()
            raise
        digest = hash(line)
        if digest in self._once:
            if len(self.known) >= _KEPT:
                self.known.clear()
            self.known[line] = said
        else:
            if len(self._once) >= _KEPT:
                self._once.clear()
            self._once.add(digest)
        return said

    def _said(self, line: str) -> _Said:
        is_item, key, node = read_line(line)
        fit, seen = self.fit, self._blank
        if is_item != self.is_list:
            raise DoubtError
        if isinstance(fit, FitOfItems):
            if key and not isinstance(fit.item, FitOfCitation):
                return _ITEM_WITH_AN_ENTRY, None, (), None, fit.item
            item = ({key: node}, 0, 0, 0) if key else node
            return self._noted(_ITEM, fit.item.of(item, 0, (), seen))
        name, inner = fit.inner(key)
        fit.meet(key, node[1], (), seen)
        if node[0] is None:
            return self._noted(name, None, inner)
        return self._noted(name, inner.of(node, 0, (), seen))

    def _noted(self, name: str, value: Any, opens: Fit | None = None) -> _Said:
        """What a line says, and what was seen on it."""
        seen = self._blank
        if seen.is_blank():
            return name, value, (), None, opens
        self._blank = Seen()
        columns = zip(seen.spots[1::3], seen.spots[2::3], strict=True)
        met = [(*mention, *both) for mention, both in zip(seen.mentions, columns, strict=True)]
        return name, value, met, seen if seen.says_more() else None, opens


class LinesOf:
    """Reads files of one kind, line by line, as long as no line is suspect."""

    def __init__(self, fit: FitOfMap, is_suspect: Suspect) -> None:
        self._is_suspect = is_suspect
        self._blocks: dict[Fit | None, _Block] = {}
        self._whole = self._block(fit)

    def read(self, lines: Sequence[str]) -> tuple[Any, Seen]:  # noqa: PLR0912 (see below)
        """What the lines of a file say if they fit, and what was seen there.

        Raises:
            NotPlainError: one of them is not written plainly.
            DoubtError: one is suspect, or it is not certain that they fit.
        """
        # Every line comes through here: a call for each of these branches would take as long again.
        seen = Seen()
        level, block, values = 0, self._whole, _nothing(self._whole)
        route: Route = ()
        # What the lines of a map or list say is put in its place in what holds it, once they end.
        holder: Any = [None]
        place: Any = 0
        above: list[Any] = []
        opened: Any = None
        for number, indentation, line in self._speaking(lines):
            if opened and indentation > level:
                above.append((level, block, values, route, holder, place))
                holder, place, route, inner = opened
                level, block = indentation, self._block(inner)
                values = _nothing(block)
            elif opened:
                _leave_empty(opened)
            while indentation < level:
                holder[place] = block.fit.said(values, seen)
                level, block, values, route, holder, place = above.pop()
            if not line:
                break
            if indentation != level or len(above) > _DEEPEST:
                raise DoubtError
            said = block.known.get(line) or block.learn(line)
            if said[0] is _ITEM_WITH_AN_ENTRY:
                above.append((level, block, values, route, holder, place))
                holder, place, route = values, len(values), (*route, len(values))
                values.append(None)
                entry = line[2:]
                level, block = level + 2, self._block(said[4])
                values = _nothing(block)
                said = block.known.get(entry) or block.learn(entry)
            name, value, met, more, opens = said
            opened = None
            if name is _ITEM:
                where: Route = (*route, len(values))
                values.append(value)
            elif name in values:
                raise DoubtError
            else:
                where = (*route, name)
                values[name] = value
                if opens:
                    opened = values, name, where, opens
            if met:
                _note_mentions(met, where, number, level, seen)
            if more:
                _note(more, holder, seen, is_item=name is _ITEM)
        return block.fit.said(values, seen), seen

    def _speaking(self, lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The lines that are neither blank nor a comment: number, indentation, what stands there.

        Last comes an empty one, where all that is open ends.

        Raises:
            DoubtError: a comment is suspect, or not written plainly.
        """
        for number, written in enumerate(lines, 1):
            line = written.lstrip(" ")
            if line and line[0] != "#":
                yield number, len(written) - len(line), line
            elif not is_plain(line) or self._is_suspect(line):
                raise DoubtError
        yield len(lines), 0, ""

    def _block(self, fit: Fit | None) -> _Block:
        """The lines of a map or a list.

        Raises:
            DoubtError: no other value takes lines that are written plainly.
        """
        if fit in self._blocks:
            return self._blocks[fit]
        if not isinstance(fit, FitOfMap | FitOfItems):
            raise DoubtError
        block = self._blocks[fit] = _Block(fit, self._is_suspect)
        return block


def _nothing(block: _Block) -> Any:
    """What a map or a list says before its first line."""
    return [] if block.is_list else {}


def _leave_empty(opened: Any) -> None:
    """Nothing stands behind a colon, nor below it.

    Raises:
        DoubtError: something must.
    """
    values, name, _, fit = opened
    values[name] = fit.of_nothing()


def _note_mentions(
    met: Sequence[_Met], where: Route, number: int, indentation: int, seen: Seen
) -> None:
    """Note what is mentioned on a line, now that its place is known."""
    for target, text, tail, on_key, start, end in met:
        seen.mentions.append((target, text, (*where, *tail) if tail else where, on_key))
        seen.spots += (number, indentation + start, indentation + end)


def _note(more: Seen, holder: Any, seen: Seen, *, is_item: bool) -> None:
    """Note what else was seen on a line.

    Raises:
        DoubtError: it names fields, and is no item of a list among these fields.
    """
    seen.texts += more.texts
    seen.dates += more.dates
    seen.states += more.states
    seen.repeats |= more.repeats
    if more.fields:
        if not is_item:
            raise DoubtError
        seen.supports += [Support(field, holder) for field in more.fields]
