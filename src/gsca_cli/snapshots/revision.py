"""The files at a commit, read without a checkout."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from gsca_cli.snapshots.git import Git, TreeEntry
from gsca_cli.snapshots.repository import DATA, MARKER, TEMPLATES
from gsca_cli.snapshots.snapshot import Nature, StoredFile

_FOLDER = "040000"
_LINK = "120000"
REGULAR: Final = "100"
"""How git's mode of a regular file begins."""


class Revision:
    """The files of an alliance at a commit, its root in a folder of the repository.

    Git is asked once for the list, and by one more process for every content as it is read. What
    is kept is the list: a content that is read twice is asked for twice.
    """

    def __init__(self, git: Git, commit: str, folder: str = "") -> None:
        self.commit = commit
        self._git = git
        self._above = f"{folder}/" if folder else ""

    @property
    def root(self) -> Path:
        """The folder in which git is asked: the root of the alliance."""
        return self._git.folder

    def files(self) -> Sequence[StoredFile]:
        """Every path, sorted.

        Raises:
            CannotRunError: git cannot say.
        """
        return [StoredFile(path, _nature(entry)) for path, entry in self._entries.items()]

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            OSError: there is no regular file at this path.
            CannotRunError: the repository does not hold its content.
        """
        return self._git.read(self.blob(path))

    def read_all(self, paths: Sequence[str]) -> dict[str, bytes | OSError]:
        """The first `MOST_BYTES` bytes of some files; an error for one that is no regular file.

        Raises:
            CannotRunError: the repository does not hold one of the contents.
        """
        found: dict[str, bytes | OSError] = {}
        blobs: dict[str, str] = {}
        for path in paths:
            try:
                blobs[path] = self.blob(path)
            except OSError as error:
                found[path] = error
        found.update(zip(blobs, self._git.read_all([*blobs.values()]), strict=True))
        return found

    def blob(self, path: str) -> str:
        """The id of what a file holds.

        Raises:
            OSError: there is no regular file at this path.
            CannotRunError: git cannot say.
        """
        entry = self._entries.get(path)
        if entry is None or _nature(entry) is not Nature.FILE:
            message = "it is no regular file"
            raise OSError(message)
        return entry.id

    def digests(self) -> Mapping[str, str]:
        """The id of what git holds at every path.

        Raises:
            CannotRunError: git cannot say.
        """
        return {path: entry.id for path, entry in self._entries.items()}

    @cached_property
    def _entries(self) -> Mapping[str, TreeEntry]:
        wanted = [f"{self._above}{name}" for name in (DATA, MARKER, TEMPLATES)]
        listed = map(self._from_root, self._git.files(self.commit, wanted))
        return {entry.path: entry for entry in sorted(listed)}

    def _from_root(self, entry: TreeEntry) -> TreeEntry:
        path = entry.path.removeprefix(self._above)
        # A folder in place of the settings is one special file, as it is on disk.
        if path.startswith(f"{MARKER}/"):
            return TreeEntry(MARKER, _FOLDER, entry.id)
        return TreeEntry(path, entry.mode, entry.id)


def _nature(entry: TreeEntry) -> Nature:
    if entry.mode.startswith(REGULAR):
        return Nature.FILE
    return Nature.LINK if entry.mode == _LINK else Nature.SPECIAL
