"""What is another once a file is: one stamp for all files of a repository, none of them read.

As in git's own index, a file counts as the same while its mode, its inode, its size and the two
times of its last change are the same. The second of these times is the system's own: no program
can set it. What changed in the last moments may change again and look the same: it has no stamp.
"""

import os
import time
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from stat import S_ISDIR

from gsca_cli.snapshots.landmarks import DATA, MARKER, TEMPLATES

FRESH = 2_000_000_000
"""Nanoseconds in which a file may change twice and look the same, on the coarsest of disks."""

_LONGEST_POINTER = 4096

_PASSING = ("COMMIT_EDITMSG", "gsca", "index", "objects")
"""What stands in a git folder and says nothing of what was recorded."""

Seen = tuple[str, int]
"""What is another once a file is, and when it last changed, in nanoseconds."""


class TooFreshError(Exception):
    """Something changed just now, and may change again and look the same."""


def file_stamp(path: str) -> str | None:
    """The stamp of one file; None if it changed just now, or cannot be looked at."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if max(found.st_mtime_ns, found.st_ctime_ns) > time.time_ns() - FRESH:
        return None
    return _words(found)


def worktree_stamp(root: str) -> str:
    """The stamp of all files that gsca may read.

    Raises:
        TooFreshError: one changed just now.
    """
    return _stamp(_all_in(root, (DATA, MARKER, TEMPLATES)))


def git_stamp(git: str) -> str:
    """The stamp of all that names a commit: branches, tags, what is fetched, how deep it goes.

    Raises:
        TooFreshError: one changed just now.
    """
    return _stamp(
        seen
        for folder in (git, _shared_by_worktrees(git))
        for seen in _all_in(folder, os.listdir(folder), _PASSING)
    )


def program_stamp(package: str, libraries: Iterable[str]) -> str:
    """The stamp of a program: its own files, and the folders that hold what others install.

    Raises:
        TooFreshError: one changed just now.
    """
    installed = (seen for folder in libraries for seen in _one(folder))
    return _stamp([*_all_in(package, (".",), ("__pycache__",)), *installed])


def _stamp(files: Iterable[Seen]) -> str:
    begun = time.time_ns()
    digest = sha256()
    newest = 0
    for words, changed in files:
        digest.update(words.encode("utf-8", "surrogatepass"))
        newest = max(newest, changed)
    if newest > begun - FRESH:
        raise TooFreshError
    return digest.hexdigest()


def _all_in(root: str, names: Iterable[str], passing: Collection[str] = ()) -> Iterator[Seen]:
    """Every file in some folders, those below included; links are looked at, never followed."""
    waiting = [f"{root}/{name}" for name in sorted(names, reverse=True) if name not in passing]
    while waiting:
        path = waiting.pop()
        try:
            found = os.lstat(path)
        except OSError:
            continue
        if not S_ISDIR(found.st_mode):
            yield _seen(path, found)
            continue
        yield f"{path}\0{found.st_mode}\n", 0
        try:
            below = sorted(os.listdir(path), reverse=True)
        except OSError:
            yield f"{path} cannot be read\n", 0
            continue
        waiting += [f"{path}/{name}" for name in below if name not in passing]


def _one(path: str) -> Iterator[Seen]:
    """A file, or a folder by the time of its last change."""
    try:
        yield _seen(path, os.stat(path))
    except OSError:
        return


def _seen(path: str, found: os.stat_result) -> Seen:
    return f"{path} {_words(found)}\n", max(found.st_mtime_ns, found.st_ctime_ns)


def _words(found: os.stat_result) -> str:
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{found.st_mode} {found.st_ino} {found.st_size} {times}"


def _shared_by_worktrees(git: str) -> str:
    """The git folder that holds what all work trees of a repository share; mostly the same."""
    try:
        with open(f"{git}/commondir", encoding="utf-8", errors="surrogateescape") as file:
            return os.path.join(git, file.read(_LONGEST_POINTER).rstrip("\r\n"))
    except OSError:
        return git
