"""Where outcomes come from: an earlier run, or the content of a file."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Final, NamedTuple, Protocol

from gsca_cli.checking.no_record import unreadable_file
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import pack_outcome, unpack_outcome
from gsca_cli.snapshots.contents import Contents, Held, Stamped
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot


class Key(NamedTuple):
    """What an outcome depends on, beside the day: a path, a content, and the settings.

    Contents are known by git's id of them; `ground` is that of the settings, and empty where
    the checks did not look.
    """

    path: str
    blob: str
    ground: str


class Memory(Stamped, Protocol):
    """What is known from earlier runs, as texts."""

    def find(self, keys: Sequence[Key]) -> Mapping[Key, str]:
        """What some files gave, as far as that is known."""

    def keep(self, key: Key, text: str) -> None:
        """Remember what a file gave."""

    def forget(self) -> None:
        """Believe nothing of it any more: some of it makes no sense."""


Remembering = Callable[[], AbstractContextManager[Memory]]
"""Opens a memory, and closes it again."""

WORTH_REMEMBERING: Final = 200
"""As many files as must be there before a memory pays: fewer are read as soon as it is opened."""


_NONSENSE: Final = (
    *(AttributeError, LookupError, OverflowError, RecursionError, TypeError, ValueError),
)
"""What comes of a text that no outcome was packed in."""


class Unread(NamedTuple):
    """A record of which nothing is known yet: where it stands, and what the file holds."""

    place: RecordPath
    content: bytes
    key: Key | None = None


Told = Outcome | str
"""An outcome, or a text that it can be unpacked from."""

Looked = Outcome | Unread
"""What a file gives if that is known, else what it holds."""


class Files:
    """The files of a snapshot, of which nothing is known."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def look(self, places: Sequence[RecordPath]) -> Sequence[Looked]:
        """What each of some files holds, or that it cannot be read."""
        return [self._held(place) for place in places]

    def _held(self, place: RecordPath) -> Looked:
        try:
            return Unread(place, self._snapshot.read(place.path))
        except OSError as error:
            return _unreadable(place, error)

    def keep(self, unread: Unread, told: Told) -> None:
        """Remember nothing."""


Grounds = Sequence[str]
"""The settings with which an outcome will do, the last those with which it is kept."""


class RememberedFiles:
    """The files of a snapshot, of which some gave something in an earlier run."""

    def __init__(self, snapshot: Snapshot, memory: Memory, grounds: Grounds, today: date) -> None:
        self._snapshot = snapshot
        self._contents = Contents(snapshot, memory)
        self._memory = memory
        self._grounds = grounds
        self._today = today

    def look(self, places: Sequence[RecordPath]) -> Sequence[Looked]:
        """What each of some files gave, else what it holds, or that it cannot be read."""
        held = self._contents.of([place.path for place in places])
        known = self._memory.find(
            [
                key
                for place, each in zip(places, held, strict=True)
                if isinstance(each, Held)
                for key in self._keys(place, each)
            ]
        )
        return [self._one(*both, known) for both in zip(places, held, strict=True)]

    def _keys(self, place: RecordPath, held: Held) -> Sequence[Key]:
        return [Key(place.path, held.blob, ground) for ground in self._grounds]

    def _one(self, place: RecordPath, held: Held | OSError, known: Mapping[Key, str]) -> Looked:
        if isinstance(held, OSError):
            return _unreadable(place, held)
        keys = self._keys(place, held)
        for key in keys:
            if (text := known.get(key)) and (outcome := self._of_today(text)):
                return outcome
        if held.content is not None:
            return Unread(place, held.content, keys[-1])
        try:
            return Unread(place, self._snapshot.read(place.path), keys[-1])
        except OSError as error:
            return _unreadable(place, error)

    def keep(self, unread: Unread, told: Told) -> None:
        """Remember what a file gave, if a text can carry it."""
        text = told if isinstance(told, str) else pack_outcome(told)
        if text and unread.key:
            self._memory.keep(unread.key, text)

    def _of_today(self, text: str) -> Outcome | None:
        """An outcome, if it is one of today."""
        try:
            outcome = unpack_outcome(text)
        except _NONSENSE:
            self._memory.forget()
            return None
        since, until = outcome.days
        return outcome if since <= self._today < until else None


def _unreadable(place: RecordPath, error: OSError) -> Outcome:
    return Outcome(None, (unreadable_file(place.path, error),))
