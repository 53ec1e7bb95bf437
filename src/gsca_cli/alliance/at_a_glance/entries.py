"""Entries of maps, by how their lines begin: only what stands behind the colon is read anew."""

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from gsca_cli.alliance.at_a_glance.fit import FitOfFields, FitOfMap
from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.at_a_glance.single import MUTE, Fit, FitOfCount, FitOfNumber
from gsca_cli.documents.plain import (
    IN_BRACKETS,
    Node,
    NotPlainError,
    entry_within,
    number_of,
    value_of,
)
from gsca_cli.findings import Route

if TYPE_CHECKING:
    from gsca_cli.alliance.references import Mention

_KEPT: Final = 1 << 8
"""As many entries within brackets are kept in mind for one entry of a map."""
_BETWEEN: Final = ", "
_serial: Final = count(1)
_NOTHING_SEEN: Final = Seen()
"""Numbers add nothing to it."""


_Within = tuple[str, Any, "Sequence[Mention]", Sequence[int]]
"""An entry within brackets: its name, its value, and the ids in it.

There are two columns for each of these, counted from where the entry begins.
"""


class EntryOf:
    """An entry of a map: its name, how its value fits, and a number of its own, from 1 on.

    Where the value is all that its line says, it `is_mute`.

    A map in brackets says new things in old words: `{status: completed, since: 2018-10}` may never
    have come before, but both entries have. So these are kept in mind, one by one.
    """

    __slots__ = (
        *("_column", "_key", "_map", "_numbers", "_route", "_speaks", "_within", "fit", "is_mute"),
        *("name", "number"),
    )

    def __init__(self, fit_of_map: FitOfMap, route: Route, key: str, column: int) -> None:
        """The entry of a map at a route that has a key, which begins at a column.

        Raises:
            DoubtError: it is not certain that there is such an entry.
        """
        self.name, self.fit = fit_of_map.inner(key)
        self.number = next(_serial)
        self._map = fit_of_map
        self._speaks = type(fit_of_map).meet is not FitOfMap.meet
        self.is_mute = not self._speaks and isinstance(self.fit, MUTE)
        self._key = key
        self._column = column
        self._route = (*route, self.name)
        self._within: dict[str, _Within] = {}
        self._numbers: dict[str, tuple[str, Fit]] = {}

    def meet(self, seen: Seen) -> None:
        """Note what its key says by itself, where that is anything."""
        if self._speaks:
            self._map.meet(self._key, self._column, self._route, seen)

    def said(self, written: str, form: int) -> Any:
        """What its value says that is written in some form, where it is mute.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is not certain that it fits.
        """
        return self.fit.of((value_of(written, form), 0, 0, 0), 0, (), _NOTHING_SEEN)

    def of(self, written: str, form: int, column: int, seen: Seen) -> Any:
        """What its value says that is written in some form, and begins at a column.

        Raises:
            NotPlainError: it is not written plainly.
            DoubtError: it is not certain that it fits.
        """
        fit = self.fit
        is_map = form == IN_BRACKETS and written[0] + written[-1] == "{}"
        if is_map and type(fit) is FitOfFields:
            values = self._within_brackets(fit, written, column, seen)
            if values is not None:
                return fit.said(values, seen)
        end = column + len(written)
        return self.of_node((value_of(written, form), self._column, column, end), 0, seen)

    def of_node(self, node: Node, base: int, seen: Seen) -> Any:
        """What its value says; its columns count from a base.

        Raises:
            DoubtError: it is not certain that it fits.
        """
        self.meet(seen)
        return self.fit.of(node, base, self._route, seen)

    def _within_brackets(
        self, fit: FitOfFields, written: str, column: int, seen: Seen
    ) -> dict[str, Any] | None:
        """The values of a map in brackets that begins at a column, entry by entry.

        None if a comma stands within an entry, or one says more than a value and ids.

        Raises:
            NotPlainError: an entry stands there twice.
            DoubtError: it is not certain that one fits.
        """
        values: dict[str, Any] = {}
        mentions: list[Mention] = []
        columns: list[int] = []
        at = 1
        pieces = written[1:-1].split(_BETWEEN)
        for piece in pieces:
            entry = self._within.get(piece) or self._learn(fit, written, piece, at)
            if not entry:
                return None
            name, value, ids, places = entry
            values[name] = value
            if ids:
                mentions += ids
                columns += [column + at + each for each in places]
            at += len(piece) + len(_BETWEEN)
        if len(values) < len(pieces):
            raise NotPlainError
        self.meet(seen)
        seen.mentions += mentions
        seen.columns += columns
        return values

    def _learn(self, fit: FitOfFields, written: str, piece: str, at: int) -> _Within | None:
        """What a piece of a map in brackets says that is not known.

        Raises:
            DoubtError: it is not certain that it fits.
        """
        key, _, word = piece.partition(": ")
        if (known := self._numbers.get(key)) and (number := number_of(word)) is not None:
            # Hardly ever are they the same in two files.
            name, inner = known
            return name, inner.of((number, 0, 0, 0), 0, (), _NOTHING_SEEN), (), ()
        try:
            key, node, _ = entry_within(written, at)
        except NotPlainError:
            return None
        name, inner = fit.inner(key)
        seen = Seen()
        value = inner.of(node, -at, (*self._route, name), seen)
        if node[-1] != at + len(piece) or seen.says_more():
            return None
        if isinstance(inner, FitOfNumber | FitOfCount):
            self._numbers[key] = name, inner
        else:
            if len(self._within) >= _KEPT:
                self._within.clear()
            self._within[piece] = name, value, tuple(seen.mentions), tuple(seen.columns)
        return name, value, seen.mentions, seen.columns
