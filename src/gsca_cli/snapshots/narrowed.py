"""A snapshot of which only some files count."""

from collections.abc import Collection, Sequence

from gsca_cli.snapshots.snapshot import Snapshot, StoredFile


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
