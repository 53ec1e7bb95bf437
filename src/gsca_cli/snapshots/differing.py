"""Which files of an alliance differ between two moments, without reading what is alike."""

from collections.abc import Mapping

from gsca_cli.snapshots.blob import blob_id
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile


def differing(before: Revision, after: Snapshot) -> set[str]:
    """The paths at which a commit and another snapshot do not hold the same.

    Raises:
        CannotRunError: git cannot say.
    """
    old = before.digests()
    new = after.digests() if isinstance(after, Revision) else _digests(after, old)
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def _digests(snapshot: Snapshot, old: Mapping[str, str]) -> dict[str, str]:
    """The id that git would give each content; a file that git does not know needs none."""
    return {file.path: _digest(snapshot, file, old.get(file.path)) for file in snapshot.files()}


def _digest(snapshot: Snapshot, file: StoredFile, old: str | None) -> str:
    if old is None or file.nature is not Nature.FILE:
        return ""
    try:
        return blob_id(snapshot.read(file.path), old)
    except OSError:
        return ""
