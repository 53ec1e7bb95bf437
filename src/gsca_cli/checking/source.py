"""Where outcomes come from: an earlier run, or the content of a file."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.checking.no_record import unreadable_file
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.shelves import Memory, Outcomes, Stamps
from gsca_cli.snapshots.contents import Contents, read_together
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot

Remembering = Callable[[], AbstractContextManager[Memory]]
"""Opens a memory, and closes it again."""

WORTH_REMEMBERING: Final = 200
"""As many files as must be there before a memory pays: fewer are read as soon as it is opened."""


class Unread(NamedTuple):
    """A record of which nothing is known yet: where it stands, and what the file holds.

    Who remembers it knows it by `blob`, git's id of what it holds.
    """

    place: RecordPath
    content: bytes
    blob: str = ""


Looked = Outcome | Unread
"""What a file gives if that is known, else what it holds."""


class Files:
    """The files of a snapshot, of which nothing is known."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def look(self, places: Sequence[RecordPath]) -> Sequence[Looked]:
        """What each of some files holds, or that it cannot be read."""
        read = read_together(self._snapshot, [place.path for place in places])
        return [_looked(place, read[place.path]) for place in places]

    def keep(self, unread: Sequence[Unread], given: Sequence[Outcome]) -> None:
        """Remember nothing."""


Grounds = Sequence[str]
"""The settings with which an outcome will do, the last those with which it is kept.

Each is git's id of them, and empty where the checks did not look.
"""


class RememberedFiles:
    """The files of a snapshot, of which some gave something in an earlier run."""

    def __init__(self, snapshot: Snapshot, memory: Memory, grounds: Grounds, today: date) -> None:
        self._contents = Contents(snapshot, Stamps(memory))
        self._outcomes = Outcomes(memory, today)
        self._grounds = grounds

    def look(self, places: Sequence[RecordPath]) -> Sequence[Looked]:
        """What each of some files gave, else what it holds, or that it cannot be read."""
        paths = [place.path for place in places]
        blobs = self._contents.of(paths)
        known = self._outcomes.find(blobs, self._grounds)
        read = self._contents.read([path for path in paths if path not in known])
        return [
            known.get(place.path) or _looked(place, read[place.path], blobs.get(place.path, ""))
            for place in places
        ]

    def keep(self, unread: Sequence[Unread], given: Sequence[Outcome]) -> None:
        """Remember what some files gave."""
        for each, outcome in zip(unread, given, strict=True):
            self._outcomes.keep(each.place.path, each.blob, outcome)
        self._outcomes.put_up(self._grounds[-1])

    def close(self) -> None:
        """Remember what was kept last."""
        self._outcomes.put_up(self._grounds[-1], least=1)


def _looked(place: RecordPath, content: bytes | OSError, blob: str = "") -> Looked:
    if isinstance(content, OSError):
        return Outcome(None, (unreadable_file(place.path, content),))
    return Unread(place, content, blob)
