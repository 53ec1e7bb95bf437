"""Which files an alliance had on its mainline, day by day, from its oldest commit on."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.history import Step, Touch, history
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify

_DAY: Final = 24 * 60 * 60
_EPOCH: Final = date(1970, 1, 1).toordinal()


class Key(NamedTuple):
    """What names a record."""

    kind: Kind
    id: str


class Content(NamedTuple):
    """The file of a record, and the id of what it holds."""

    place: RecordPath
    blob: str


class Mainline:
    """The content of every record at one moment; it starts before the first commit.

    `former` tells which id a record has today that had another.
    """

    def __init__(self, git: Git, commit: str, folder: str, former: Mapping[Key, str]) -> None:
        self._ahead = deque(reversed(list(history(git, commit, folder, mainline=True))))
        if self._ahead:
            git.require_parents(self._ahead[0].commit.id)
        self._former = former
        self._blobs: dict[Key, dict[str, str]] = {}

    def begin(self, today: date) -> date | None:
        """The day of the oldest commit that was made by today; None if there is none."""
        days = [day for step in self._ahead if (day := _day(step)) <= today.toordinal()]
        return date.fromordinal(max(min(days), 1)) if days else None

    def move_to(self, day: date) -> set[Key]:
        """Go on to the last commit that was made by the end of a day (UTC); what it moved."""
        last = day.toordinal()
        made = [number for number, step in enumerate(self._ahead, 1) if _day(step) <= last]
        moved: set[Key] = set()
        for _ in range(made[-1] if made else 0):
            for touch in self._ahead.popleft().touched:
                moved.update(self._follow(touch))
        return moved

    def content(self, key: Key) -> Content | None:
        """The file of a record; of two files with its id, the first by path."""
        paths = self._blobs.get(key)
        if not paths:
            return None
        path = min(paths)
        return Content(RecordPath(path, key.kind, key.id), paths[path])

    def keys(self, kind: Kind) -> list[Key]:
        """The records of a kind that have a file."""
        return sorted(key for key, paths in self._blobs.items() if key.kind is kind and paths)

    def _follow(self, touch: Touch) -> Iterable[Key]:
        """Take away the file that was, and put the one that is in its place."""
        for path, blob in ((touch.was, None), (touch.path, touch.after)):
            key = self._key(path)
            if key:
                paths = self._blobs.setdefault(key, {})
                paths.pop(path, None)
                if blob:
                    paths[path] = blob
                yield key

    def _key(self, path: str) -> Key | None:
        place = identify(path) if holds_records(path) else None
        if not isinstance(place, RecordPath):
            return None
        key = Key(place.kind, place.id)
        return Key(key.kind, self._former.get(key, key.id))


def _day(step: Step) -> int:
    """The day of a commit (UTC), counted from the beginning of the calendar."""
    return step.commit.time // _DAY + _EPOCH
