"""What is another once a file is: one stamp for all files of a repository, none of them read.

As in git's own index, a file counts as the same while its mode, its inode, its size and the two
times of its last change are the same. The second of these times is the system's own: no program
can set it. What changed in the last moments may change again and look the same: it has no stamp.
"""

import os
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from stat import S_ISDIR
from struct import Struct

from gsca_cli.snapshots.landmarks import DATA, MARKER, TEMPLATES, shared_by_worktrees

FRESH = 2_000_000_000
"""Nanoseconds in which a file may change twice and look the same, on the coarsest of disks."""

_PASSING = {"COMMIT_EDITMSG", "gsca", "index", "objects"}
"""What stands in a git folder and says nothing of what was recorded."""

Seen = tuple[bytes, int]
"""What is another once a file is, and when it last changed, in nanoseconds."""

_pack = Struct("=LQQqq").pack
_LOW = (1 << 64) - 1
"""Some systems number their files beyond that."""


class TooFreshError(Exception):
    """Something changed just now, and may change again and look the same."""


def file_stamp(path: str) -> str | None:
    """The stamp of one file; None if it changed just now, or cannot be looked at."""
    try:
        return stamp_of(os.lstat(path))
    except OSError:
        return None


def stamp_of(found: os.stat_result) -> str | None:
    """The stamp of one file, by what the system says of it just now."""
    words, changed = _seen(found)
    return None if changed > time.time_ns() - FRESH else words


_MAILMAP = ".mailmap"


def worktree_stamp(root: str) -> str:
    """The stamp of all files that gsca may read.

    Raises:
        TooFreshError: one changed just now.
    """
    return _stamp(_all_in(root, (DATA, MARKER, TEMPLATES)))


def git_stamp(git: str, top: str) -> str:
    """The stamp of all that names a commit: branches, tags, what is fetched, how deep it goes.

    In the work tree, a file says what those are called who have made commits.

    Raises:
        TooFreshError: one changed just now.
    """
    # Below the top, a folder of any name holds branches: one may well be called `index`.
    names = (
        seen
        for folder in (git, shared_by_worktrees(git))
        for seen in _all_in(folder, set(os.listdir(folder)) - _PASSING)
    )
    return _stamp([*_all_in(top, (_MAILMAP,)), *names])


def sparse_stamp(git: str) -> str:
    """The stamp of what says whether all files are checked out.

    Raises:
        TooFreshError: it changed just now.
    """
    own = _all_in(git, ("config.worktree", "info/sparse-checkout"))
    return _stamp([*own, *_all_in(shared_by_worktrees(git), ("config",))])


def program_stamp(package: str, libraries: Iterable[str]) -> str:
    """The stamp of a program: its own files, and the folders that hold what others install.

    In a checkout, the templates that come with it stand at its top.

    Raises:
        TooFreshError: one changed just now.
    """
    installed = (seen for folder in libraries for seen in _one(folder))
    top = os.path.dirname(os.path.dirname(package))
    own = (*_all_in(package, (".",), ("__pycache__",)), *_all_in(top, (TEMPLATES,)))
    return _stamp([*own, *installed])


def _stamp(files: Iterable[Seen]) -> str:
    from hashlib import sha256  # noqa: PLC0415 (it loads OpenSSL, which one file needs not)

    begun = time.time_ns()
    digest = sha256()
    newest = 0
    for words, changed in files:
        digest.update(words + b"\n")
        newest = max(newest, changed)
    if newest > begun - FRESH:
        raise TooFreshError
    return digest.hexdigest()


def _all_in(root: str, names: Iterable[str], passing: Collection[str] = ()) -> Iterator[Seen]:
    """Every file in some folders, those below included; links are looked at, never followed."""
    folders: list[str] = []
    for name in sorted(names):
        path = f"{root}/{name}"
        if name in passing or not os.path.lexists(path):
            continue
        found = os.lstat(path)
        if S_ISDIR(found.st_mode):
            folders.append(path)
        words, changed = _seen(found)
        yield _encoded(f"{path} {words}"), changed
    while folders:
        yield _in_folder(folders.pop(), folders, passing)


def _in_folder(folder: str, folders: list[str], passing: Collection[str]) -> Seen:
    """What stands in a folder; those in it are still to be looked at.

    The system lists an unchanged folder in the same order. Were it another one, a stamp would be
    another too, and an answer only be made anew.
    """
    listed = [folder]
    packed: list[bytes] = []
    newest = 0
    try:
        with _entries(folder) as entries:
            for entry in entries:
                name = entry.name
                if name in passing:
                    continue
                found = entry.stat(follow_symlinks=False)
                mode = found.st_mode
                listed.append(name)
                if S_ISDIR(mode):
                    folders.append(f"{folder}/{name}")
                    packed.append(_pack(mode, 0, 0, 0, 0))
                    continue
                # As `_seen` does, but this is done for many thousands: no call, and no digits.
                written, changed = found.st_mtime_ns, found.st_ctime_ns
                packed.append(_pack(mode, found.st_ino & _LOW, found.st_size, written, changed))
                if changed > newest or written > newest:
                    newest = max(changed, written)
    except OSError:
        listed.append("cannot be read")
    return b"".join([_encoded("\n".join(listed)), b"\n", *packed]), newest


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """What stands in a folder; where the system can, each is looked at from there, not by its path.

    That spares it the way down from the top, for every file anew.

    Raises:
        OSError: it cannot be looked at.
    """
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _one(path: str) -> Iterator[Seen]:
    """A file, or a folder by the time of its last change."""
    try:
        changed = os.stat(path).st_mtime_ns
    except OSError:
        return
    yield _encoded(f"{path} {changed}"), changed


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _seen(found: os.stat_result) -> tuple[str, int]:
    """A file by all that the system says of it; a folder by its mode, for what is in it is seen."""
    mode = found.st_mode
    if S_ISDIR(mode):
        return f"{mode}", 0
    written, changed = found.st_mtime_ns, found.st_ctime_ns
    words = f"{mode} {found.st_ino} {found.st_size} {written} {changed}"
    return words, max(changed, written)
