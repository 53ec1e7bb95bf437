"""What the files of a snapshot hold, by git's id of it; read only where nothing else tells."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree


class Noted(NamedTuple):
    """What a file on disk held when it looked as a stamp says, by the id of it."""

    path: str
    stamp: str
    blob: str


Stamp = Callable[[str], str | None]
"""Looks at the file at a path: what is another once the file is, or None."""


class Stamped(Protocol):
    """What was noted of files on disk."""

    def blobs(self, paths: Sequence[str], stamp: Stamp) -> Mapping[str, str]:
        """What the files at some paths hold, of those that look as they did."""

    def note(self, noted: Sequence[Noted]) -> None:
        """Remember what some files hold."""


Read = dict[str, bytes | OSError]
"""What stands at some paths; an error for what cannot be read, or is no regular file."""


class Contents:
    """Tells what the files of a snapshot hold, many at once: one question is about all of them."""

    def __init__(self, snapshot: Snapshot, stamped: Stamped) -> None:
        self._snapshot = snapshot
        self._stamped = stamped
        self._at_hand: dict[str, bytes | OSError] = {}

    def of(self, paths: Sequence[str]) -> Mapping[str, str]:
        """The ids of what some files hold, but for those that cannot be read."""
        # Only a memory needs it, or a commit: it is what starts git.
        from gsca_cli.snapshots.revision import Revision  # noqa: PLC0415

        self._at_hand = {}
        holders = {path: _holder(self._snapshot, path) for path in paths}
        on_disk = {path: each for path, each in holders.items() if isinstance(each, Worktree)}
        found = dict(self._stamped.blobs([*on_disk], lambda path: on_disk[path].stamp(path)))
        noted: list[Noted] = []
        for path, holder in holders.items():
            if path in found:
                continue
            try:
                match holder:
                    case Revision():
                        # Git need not be asked for what it holds.
                        found[path] = holder.blob(path)
                        continue
                    case Worktree():
                        content, stamp = holder.read_with_stamp(path)
                    case _:
                        content, stamp = holder.read(path), None
            except OSError as error:
                self._at_hand[path] = error
                continue
            self._at_hand[path] = content
            found[path] = blob_id(content, SHA1)
            if stamp:
                noted.append(Noted(path, stamp, found[path]))
        self._stamped.note(noted)
        return found

    def read(self, paths: Sequence[str]) -> Read:
        """What some files hold, of those that were asked for last."""
        rest = [path for path in paths if path not in self._at_hand]
        return self._at_hand | read_together(self._snapshot, rest)


def read_together(snapshot: Snapshot, paths: Sequence[str]) -> Read:
    """What some files hold: git tells that of all of them sooner than of one after the other."""
    if not isinstance(snapshot, Worktree):
        from gsca_cli.snapshots.revision import Revision  # noqa: PLC0415 (see above)

        if isinstance(snapshot, Revision):
            return snapshot.read_all(paths)
    return {path: _tried(snapshot, path) for path in paths}


def _tried(snapshot: Snapshot, path: str) -> bytes | OSError:
    try:
        return snapshot.read(path)
    except OSError as error:
        return error


def _holder(snapshot: Snapshot, path: str) -> Snapshot:
    """The snapshot from which a path is read: behind changes, the one that they change."""
    while isinstance(snapshot, Overlay) and not snapshot.covers(path):
        snapshot = snapshot.below
    return snapshot
