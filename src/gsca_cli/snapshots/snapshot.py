"""All files of a repository at one moment: the only door to data."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

MOST_BYTES: Final = (1 << 20) + 1
"""One byte more than any record may have: enough to see that a file is too large."""


class Nature(StrEnum):
    """What stands at a path; only a regular file is ever read."""

    FILE = "file"
    LINK = "symbolic link"
    SPECIAL = "special file"
    UNREADABLE = "folder that cannot be read"


class StoredFile(NamedTuple):
    """One path of a snapshot, from the root, with `/` between its parts."""

    path: str
    nature: Nature = Nature.FILE


class Snapshot(Protocol):
    """All files that gsca may read, at one moment."""

    def files(self) -> Sequence[StoredFile]:
        """Every path, sorted."""

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """


class InMemory:
    """A snapshot of files that are nowhere on disk: trial edits, and tests."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = dict(contents)

    def files(self) -> Sequence[StoredFile]:
        """Every path, sorted."""
        return [StoredFile(path) for path in sorted(self._contents)]

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            FileNotFoundError: there is none.
        """
        try:
            return self._contents[path][:MOST_BYTES]
        except KeyError:
            raise FileNotFoundError(path) from None
