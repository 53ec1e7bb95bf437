"""Where outcomes come from: an earlier run, or the content of a file."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Final, NamedTuple, Protocol

from gsca_cli.checking.no_record import unreadable_file
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import pack_outcome, unpack_outcome
from gsca_cli.snapshots.contents import Contents, Stamped
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

    def find(self, key: Key) -> str | None:
        """What a file gave; None if that is not known."""

    def keep(self, key: Key, text: str) -> None:
        """Remember what a file gave."""


Remembering = Callable[[], AbstractContextManager[Memory]]
"""Opens a memory, and closes it again."""

WORTH_REMEMBERING: Final = 200
"""As many files as must be there before a memory pays: fewer are read as soon as it is opened."""


class Unread(NamedTuple):
    """A record of which nothing is known yet: where it stands, and what the file holds."""

    place: RecordPath
    content: bytes
    key: Key | None = None


Told = Outcome | str
"""An outcome, or a text that it can be unpacked from."""


class Files:
    """The files of a snapshot, of which nothing is known."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def look(self, place: RecordPath) -> Outcome | Unread:
        """What a file holds, or that it cannot be read."""
        try:
            return Unread(place, self._snapshot.read(place.path))
        except OSError as error:
            return Outcome(None, (unreadable_file(place.path, error),))

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

    def look(self, place: RecordPath) -> Outcome | Unread:
        """What a file gave, else what it holds, or that it cannot be read."""
        try:
            blob, content = self._contents.of(place.path)
            keys = [Key(place.path, blob, ground) for ground in self._grounds]
            if known := next(filter(None, map(self._known, keys)), None):
                return known
            if content is None:
                content = self._snapshot.read(place.path)
        except OSError as error:
            return Outcome(None, (unreadable_file(place.path, error),))
        return Unread(place, content, keys[-1])

    def keep(self, unread: Unread, told: Told) -> None:
        """Remember what a file gave, if a text can carry it."""
        text = told if isinstance(told, str) else pack_outcome(told)
        if text and unread.key:
            self._memory.keep(unread.key, text)

    def _known(self, key: Key) -> Outcome | None:
        text = self._memory.find(key)
        if text is None:
            return None
        outcome = unpack_outcome(text)
        since, until = outcome.days
        return outcome if since <= self._today < until else None
