"""The files on disk."""

import os
import stat
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from gsca_cli.snapshots.repository import DATA, MARKER, TEMPLATES
from gsca_cli.snapshots.snapshot import MOST_BYTES, Nature, StoredFile
from gsca_cli.snapshots.stamps import file_stamp, stamp_of

# Neither follow a link, nor wait for a pipe that nobody writes to.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Worktree:
    """The files of a repository as they are on disk now."""

    def __init__(self, root: Path) -> None:
        self.root = root
        # A path that is made anew for every file takes as long as to open it.
        self._root = str(root)

    def files(self) -> Sequence[StoredFile]:
        """Every path, sorted; links are named, never followed."""
        found = [file for name in (DATA, MARKER, TEMPLATES) for file in self._look(name)]
        return sorted(found, key=attrgetter("path"))

    def _look(self, path: str) -> Iterator[StoredFile]:
        try:
            mode = (self.root / path).lstat().st_mode
        except OSError:
            return
        if stat.S_ISDIR(mode) and path != MARKER:
            yield from self._walk(path)
        else:
            yield StoredFile(path, _nature(mode))

    def _walk(self, folder: str) -> Iterator[StoredFile]:
        # A list of what is left to do, not calls: folders may be deeper than Python calls.
        folders = [folder]
        while folders:
            here = folders.pop()
            try:
                with os.scandir(self.root / here) as entries:
                    listed = list(entries)
            except OSError:
                yield StoredFile(here, Nature.UNREADABLE)
                continue
            for entry in listed:
                path = f"{here}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.is_file(follow_symlinks=False):
                    yield StoredFile(path)
                else:
                    yield StoredFile(path, Nature.LINK if entry.is_symlink() else Nature.SPECIAL)

    def stamp(self, path: str) -> str | None:
        """What is another once the file is; None if only its content tells."""
        return file_stamp(f"{self._root}/{path}")

    def read(self, path: str) -> bytes:
        """The first `MOST_BYTES` bytes of a file.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """
        descriptor = os.open(f"{self._root}/{path}", _FLAGS)
        try:
            return _content(descriptor, _regular(descriptor).st_size)
        finally:
            os.close(descriptor)

    def read_with_stamp(self, path: str) -> tuple[bytes, str | None]:
        """The same, and the stamp of what holds it; None if it changed just now.

        Raises:
            OSError: it cannot be read, or is no regular file.
        """
        descriptor = os.open(f"{self._root}/{path}", _FLAGS)
        try:
            before = _regular(descriptor)
            content = _content(descriptor, before.st_size)
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        # Whoever reads for long may have read while somebody wrote.
        return content, stamp_of(after) if after.st_ctime_ns == before.st_ctime_ns else None


def _regular(descriptor: int) -> os.stat_result:
    """What the system says of an open file.

    Raises:
        OSError: it is no regular one.
    """
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        message = "it is no regular file"
        raise OSError(message)
    return found


def _content(descriptor: int, size: int) -> bytes:
    """As much of a file as is ever read, by as few calls as the system needs.

    Memory is asked for its size, not for the most that is read: that would be a thousand times as
    much for most files.
    """
    content = os.read(descriptor, min(size + 1, MOST_BYTES))
    if len(content) == size:
        return content
    while len(content) < MOST_BYTES and (more := os.read(descriptor, MOST_BYTES - len(content))):
        content += more
    return content


def _nature(mode: int) -> Nature:
    if stat.S_ISREG(mode):
        return Nature.FILE
    return Nature.LINK if stat.S_ISLNK(mode) else Nature.SPECIAL
