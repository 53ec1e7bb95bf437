"""What the files of a snapshot hold, by git's id of it; read only where nothing else tells."""

from typing import NamedTuple, Protocol

from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree


class Stamped(Protocol):
    """What files on disk held when they last looked as a stamp says."""

    def blob(self, path: str, stamp: str) -> str | None:
        """What a file with this stamp holds; None if that is not known."""

    def note(self, path: str, stamp: str, blob: str) -> None:
        """Remember what a file with this stamp holds."""


class Held(NamedTuple):
    """The id of a content, and the content itself if it had to be read."""

    blob: str
    content: bytes | None = None


class Contents:
    """Tells what each file of a snapshot holds."""

    def __init__(self, snapshot: Snapshot, stamped: Stamped) -> None:
        self._snapshot = snapshot
        self._stamped = stamped

    def of(self, path: str) -> Held:
        """What a file holds.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """
        return self._in(self._snapshot, path)

    def _in(self, snapshot: Snapshot, path: str) -> Held:
        match snapshot:
            case Overlay() if not snapshot.covers(path):
                return self._in(snapshot.below, path)
            case Revision() as revision:
                return Held(revision.blob(path))
            case Worktree() as worktree:
                return self._on_disk(worktree, path)
            case _:
                return _read(snapshot, path)

    def _on_disk(self, worktree: Worktree, path: str) -> Held:
        stamp = worktree.stamp(path)
        known = stamp and self._stamped.blob(path, stamp)
        if known:
            return Held(known)
        held = _read(worktree, path)
        # What changed meanwhile has another stamp, or none.
        if stamp and worktree.stamp(path) == stamp:
            self._stamped.note(path, stamp, held.blob)
        return held


def _read(snapshot: Snapshot, path: str) -> Held:
    content = snapshot.read(path)
    return Held(blob_id(content, SHA1), content)
