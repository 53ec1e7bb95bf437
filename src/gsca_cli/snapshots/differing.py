"""Which files of an alliance differ between two moments, without reading what is alike."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile

_SHA_1 = 40


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
    sha_1 = not old or len(next(iter(old.values()))) == _SHA_1
    return {
        file.path: _digest(snapshot, file, sha_1=sha_1) if file.path in old else ""
        for file in snapshot.files()
    }


def _digest(snapshot: Snapshot, file: StoredFile, *, sha_1: bool) -> str:
    if file.nature is not Nature.FILE:
        return ""
    try:
        content = snapshot.read(file.path)
    except OSError:
        return ""
    # Git names contents so; nothing here depends on the hash being hard to forge.
    digest = hashlib.sha1(usedforsecurity=False) if sha_1 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(content) + content)
    return digest.hexdigest()


class Narrowed:
    """Some of the files of a snapshot, as if there were no others."""

    def __init__(self, whole: Snapshot, paths: Collection[str]) -> None:
        self._whole = whole
        self._paths = paths

    def files(self) -> Sequence[StoredFile]:
        """Every path that is kept, sorted."""
        return [file for file in self._whole.files() if file.path in self._paths]

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            OSError: it cannot be read, or is no regular file, or is not kept.
        """
        if path not in self._paths:
            raise FileNotFoundError(path)
        return self._whole.read(path)
