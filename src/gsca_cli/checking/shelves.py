"""Shelves: what an earlier run remembers of some files that stand one after the other.

A shelf is one text about hundreds of files, so what they have in common is packed, squeezed and
kept once, and one question finds them all. Whoever learns more of some files puts up another shelf
in front of those that were there; none is ever changed.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Protocol

from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import as_text, may_be_packed, pack, unpack
from gsca_cli.snapshots.contents import Noted, Stamp


class Memory(Protocol):
    """What is known from earlier runs: shelves by topic, each with texts about some paths."""

    def shelves(self, topic: str, paths: Sequence[str]) -> Sequence[int]:
        """The numbers of those that may know some files, given in order, the newest first."""

    def text(self, number: int) -> str | None:
        """What stands on a shelf; None if it cannot be read any more."""

    def put(self, topic: str, paths: Sequence[str], text: str) -> None:
        """Put up a shelf about some files, given in order."""

    def forget(self) -> None:
        """Believe nothing of it any more: some of it makes no sense."""


_NONSENSE: Final = (
    *(AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError),
)
"""What comes of a text that was never packed."""


_ON_A_SHELF: Final = 1_000
"""As many outcomes as one shelf holds: with more, little more is the same for all of them."""

_Shelf = Mapping[str, tuple[str, Any]]
"""By path what is known of a file, and what it must be for that: git's id of it, or its stamp."""


class Outcomes:
    """The outcomes on the shelves of a memory; their topic is the ground of the settings.

    An outcome depends on the path, the content, the settings and the day.
    """

    def __init__(self, memory: Memory, today: date) -> None:
        self._memory = memory
        self._today = today
        self._open: dict[int, _Shelf] = {}
        self._waiting: dict[str, tuple[str, Outcome]] = {}

    def find(self, blobs: Mapping[str, str], grounds: Sequence[str]) -> Mapping[str, Outcome]:
        """What files gave at some paths with these contents, where it is the same today."""
        if not blobs:
            return {}
        paths = sorted(blobs)
        numbers = [number for ground in grounds for number in self._memory.shelves(ground, paths)]
        # A shelf may begin before these files, and go on behind them.
        self._open = {number: each for number, each in self._open.items() if number in numbers}
        return _found(map(self._on, numbers), blobs)

    def keep(self, path: str, blob: str, outcome: Outcome) -> None:
        """Remember what a file gave, if a text can carry it."""
        if may_be_packed(outcome):
            self._waiting[path] = blob, outcome

    def put_up(self, ground: str, least: int = _ON_A_SHELF) -> None:
        """Put up a shelf with what waits, if it is so much."""
        if len(self._waiting) >= least:
            paths = [*self._waiting]
            blobs, outcomes = zip(*self._waiting.values(), strict=True)
            text = as_text([paths, blobs, pack(outcomes)])
            self._memory.put(ground, sorted(paths), text)
            self._waiting.clear()

    def _on(self, number: int) -> _Shelf:
        """What stands on a shelf that is so today."""
        if number not in self._open:
            self._open[number] = _shelf(self._memory, number, self._unpacked)
        return self._open[number]

    def _unpacked(self, paths: list[str], blobs: list[str], packed: Any) -> _Shelf:
        return {
            path: (blob, outcome)
            for path, blob, outcome in zip(paths, blobs, unpack(packed), strict=True)
            if outcome.days.since <= self._today < outcome.days.until
        }


_STAMPS: Final = "stamps"


class Stamps:
    """What files on disk held when they last looked as a stamp says; on shelves too."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def blobs(self, paths: Sequence[str], stamp: Stamp) -> Mapping[str, str]:
        """What the files at some paths hold, of those that look as they did."""
        numbers = self._memory.shelves(_STAMPS, sorted(paths)) if paths else ()
        if not numbers:
            # Where nothing is known, no file need be looked at.
            return {}
        stamps = {path: seen for path in paths if (seen := stamp(path))}
        return _found((_shelf(self._memory, each, _unpacked_stamps) for each in numbers), stamps)

    def note(self, noted: Sequence[Noted]) -> None:
        """Remember what some files hold."""
        if noted:
            paths, stamps, blobs = zip(*noted, strict=True)
            self._memory.put(_STAMPS, sorted(paths), as_text([paths, stamps, blobs]))


def _unpacked_stamps(paths: list[str], stamps: list[str], blobs: list[str]) -> _Shelf:
    return dict(zip(paths, zip(stamps, map(str, blobs), strict=True), strict=True))


def _found(shelves: Iterable[_Shelf], wanted: Mapping[str, str]) -> Mapping[str, Any]:
    """What is known of files that are as wanted, from as few shelves as will do."""
    known: dict[str, Any] = {}
    missing = {*wanted}
    for shelf in shelves:
        for path in missing & shelf.keys():
            is_so, found = shelf[path]
            if is_so == wanted[path]:
                known[path] = found
        missing -= known.keys()
        if not missing:
            break
    return known


def _shelf(memory: Memory, number: int, unpack: Callable[..., _Shelf]) -> _Shelf:
    """What stands on a shelf; nothing if it makes no sense."""
    text = memory.text(number)
    if text is None:
        return {}
    try:
        return unpack(*json.loads(text))
    except _NONSENSE:
        memory.forget()
        return {}
