"""What the files of a snapshot hold, by git's id of it; read only where nothing else tells."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree


class Stamped(Protocol):
    """What files on disk held when they last looked as a stamp says."""

    def blobs(self, stamps: Mapping[str, str]) -> Mapping[str, str]:
        """What the files at some paths hold that have these stamps, as far as that is known."""

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

    def of(self, paths: Sequence[str]) -> Sequence[Held | OSError]:
        """What some files hold; an error for one that cannot be read, or is no regular file."""
        # One question about all of them, not one about each.
        stamps = {path: stamp for path in paths if (stamp := _stamp(self._snapshot, path))}
        known = self._stamped.blobs(stamps) if stamps else {}
        return [
            Held(known[path]) if path in known else self._looked(path, stamps.get(path))
            for path in paths
        ]

    def _looked(self, path: str, stamp: str | None) -> Held | OSError:
        """What a file holds that nothing is known of."""
        try:
            held = _held(self._snapshot, path)
        except OSError as error:
            return error
        # What changed meanwhile has another stamp, or none.
        if stamp and _stamp(self._snapshot, path) == stamp:
            self._stamped.note(path, stamp, held.blob)
        return held


def _stamp(snapshot: Snapshot, path: str) -> str | None:
    """What is another once a file on disk is; None if only its content tells."""
    match snapshot:
        case Overlay() if not snapshot.covers(path):
            return _stamp(snapshot.below, path)
        case Worktree():
            return snapshot.stamp(path)
        case _:
            return None


def _held(snapshot: Snapshot, path: str) -> Held:
    # Only a commit needs the machinery that starts git: it is loaded with the first one.
    from gsca_cli.snapshots.revision import Revision  # noqa: PLC0415

    match snapshot:
        case Overlay() if not snapshot.covers(path):
            return _held(snapshot.below, path)
        case Revision():
            return Held(snapshot.blob(path))
        case _:
            return _read(snapshot, path)


def _read(snapshot: Snapshot, path: str) -> Held:
    content = snapshot.read(path)
    return Held(blob_id(content, SHA1), content)
