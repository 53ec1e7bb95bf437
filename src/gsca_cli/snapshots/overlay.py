"""A snapshot seen through changes that are not written yet."""

from collections.abc import Mapping, Sequence

from gsca_cli.snapshots.snapshot import MOST_BYTES, Snapshot, StoredFile


class Overlay:
    """Another snapshot, in which some files have other contents, are added, or (None) are gone.

    A path with a content of its own is a regular file, whatever stands there below.
    """

    def __init__(self, below: Snapshot, contents: Mapping[str, bytes | None]) -> None:
        self.below = below
        self._contents = dict(contents)

    def covers(self, path: str) -> bool:
        """Has a path something else here than below?"""
        return path in self._contents

    def files(self) -> Sequence[StoredFile]:
        """Every path, sorted."""
        kept = [file for file in self.below.files() if file.path not in self._contents]
        ours = [StoredFile(path) for path, held in self._contents.items() if held is not None]
        return sorted(kept + ours, key=lambda file: file.path)

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """
        if path not in self._contents:
            return self.below.read(path)
        content = self._contents[path]
        if content is None:
            raise FileNotFoundError(path)
        return content[:MOST_BYTES]
