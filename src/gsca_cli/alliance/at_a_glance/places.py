"""Where a file stands between two of its lines, and which lines are known to come next there."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.at_a_glance.entries import EntryOf
from gsca_cli.alliance.at_a_glance.fit import FitOfItems, FitOfMap
from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen
from gsca_cli.alliance.at_a_glance.single import Fit
from gsca_cli.findings import Route

_KEPT: Final = 1 << 9
"""As many lines are kept in mind at each place, and as many places below one."""
_DEEPEST: Final = 10
_MOST_ITEMS: Final = 100
"""No longer list is read line by line."""

FitOfBlock = FitOfMap | FitOfItems
"""How lines fit that belong together: those of a map, or of a list."""

Begins = tuple[Callable[[], Any], str]
"""Makes an empty map or list; what that says in the end is put at a key. An item has none."""


class Turn(NamedTuple):
    """The maps and lists that end before a line, from the inside out, and those that begin."""

    ends: Sequence[FitOfBlock] = ()
    begins: Sequence[Begins] = ()


Step = tuple["Place", Turn | None, str | None, Any, int | None, Seen | None]
"""What a line does: where the file stands behind it, what ends and begins with it, the name of its
entry and the value, the number of what it mentions, and what else was seen on it.

The name of an item is empty; there is none where a line says nothing.
"""


KnownEntry = tuple["Block", Turn | None, EntryOf]
"""An entry of a map, what turns before it, and the map."""

ITEM: Final = ""
"""Such a name has an item."""


class Place:
    """A place between two lines. A line is kept in mind there once it has come a second time."""

    __slots__ = ("_once", "entries", "known")

    def __init__(self) -> None:
        self.known: dict[str, Step] = {}
        self._once: set[int] = set()
        self.entries: dict[str, KnownEntry] = {}

    def has_met(self, line: str) -> bool:
        """Has a line come here before? From now on it has."""
        once, digest = self._once, hash(line)
        if digest in once:
            return True
        if len(once) >= _KEPT:
            once.clear()
        once.add(digest)
        return False

    def keep(self, line: str, step: Step) -> None:
        """Keep in mind what a line does."""
        if len(self.known) >= _KEPT:
            self.known.clear()
        self.known[line] = step
        if part := step[-1]:
            part.share()

    def keep_entry(self, beginning: str, block: "Block", turn: Turn | None, entry: EntryOf) -> None:
        """Keep in mind which entry a line is that begins so, up to the colon, and where it is."""
        if len(self.entries) >= _KEPT:
            self.entries.clear()
        self.entries[beginning] = block, turn, entry

    def reached(self, indentation: int) -> tuple["Block", Turn | None]:
        """The map or list that a line with this indentation belongs to, and what turns before it.

        Raises:
            DoubtError: it is not certain that there is one.
        """
        raise NotImplementedError


class Tally:
    """How many places are kept in mind for one kind of file."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        self.places = 0


class Block(Place):
    """A place in a map or a list; in a list, `number` is that of the item to come."""

    __slots__ = (
        *("_colons", "_next", "_within", "above", "fit", "indentation", "number"),
        *("route", "tally"),
    )

    def __init__(
        self,
        fit: Fit,
        route: Route = (),
        indentation: int = 0,
        above: "Block | None" = None,
        number: int = 0,
    ) -> None:
        """A place of which nothing is known; `above` is where the file stands once it ends.

        Raises:
            DoubtError: lines that are written plainly cannot fit there, or it lies too deep.
        """
        super().__init__()
        if not isinstance(fit, FitOfBlock) or len(route) > _DEEPEST or number > _MOST_ITEMS:
            raise DoubtError
        self.fit = fit
        self.route = route
        self.indentation = indentation
        self.above = above
        self.number = number
        self.tally: Tally = above.tally if above else Tally()
        self.tally.places += 1
        self._colons: dict[str, Colon] = {}
        self._next: Block | None = None
        self._within: Block | None = None

    def reached(self, indentation: int) -> tuple["Block", Turn | None]:
        """This map or list, or one that it stands in."""
        block, ends = self, []
        while indentation < block.indentation and block.above:
            ends.append(block.fit)
            block = block.above
        if indentation != block.indentation:
            raise DoubtError
        return block, Turn(ends) if ends else None

    def entry_here(self, key: str, column: int) -> EntryOf:
        """The entry of this map that has a key, which begins at a column.

        Raises:
            DoubtError: this is a list, or it is not certain that there is such an entry.
        """
        if not isinstance(self.fit, FitOfMap):
            raise DoubtError
        return EntryOf(self.fit, self.route, key, column)

    def behind_colon(self, key: str, fit: Fit) -> "Colon":
        """The place behind the colon of an entry."""
        if key not in self._colons:
            if len(self._colons) >= _KEPT:
                self._colons.clear()
            self._colons[key] = Colon(self, key, fit)
        return self._colons[key]

    def behind_item(self) -> "Block":
        """The place behind an item."""
        if self._next is None:
            here = (self.fit, self.route, self.indentation, self.above)
            self._next = Block(*here, self.number + 1)
        return self._next

    def within_item(self, fit: Fit) -> "Block":
        """The place behind the dash of an item that is a map: its entries stand there."""
        if self._within is None:
            route = (*self.route, self.number)
            self._within = Block(fit, route, self.indentation + 2, self.behind_item())
        return self._within


class Colon(Place):
    """A place behind a colon: a map or a list may begin there, if it is indented more."""

    __slots__ = ("_block", "_by_indentation", "_fit", "_key")

    def __init__(self, block: Block, key: str, fit: Fit) -> None:
        super().__init__()
        self._block = block
        self._key = key
        self._fit = fit
        self._by_indentation: dict[int, Block] = {}

    def reached(self, indentation: int) -> tuple[Block, Turn | None]:
        """What begins here, or, where nothing does, what the entry itself stands in."""
        above = self._block
        if indentation <= above.indentation:
            self._fit.of_nothing()
            return above.reached(indentation)
        if indentation not in self._by_indentation:
            begun = Block(self._fit, (*above.route, self._key), indentation, above)
            self._by_indentation[indentation] = begun
        begins = list if isinstance(self._fit, FitOfItems) else dict
        return self._by_indentation[indentation], Turn(begins=[(begins, self._key)])
