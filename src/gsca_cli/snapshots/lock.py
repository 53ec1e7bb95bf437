"""One writer at a time: a lock that the system opens when its holder ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.disk import NO_LINK, telling

PAUSE: Final = 0.02
"""How many seconds to wait before asking again."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, alone: bool) -> bool:  # noqa: ARG001 (no other kind there)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int, *, alone: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def holding(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock; wait for it as many seconds as patience allows.

    Raises:
        CannotRunError: another process holds it, or there can be none.
    """
    with telling(path):
        descriptor = _wait_for(path, patience)
    try:
        yield
    finally:
        with suppress(OSError):
            os.close(descriptor)


def is_held(path: Path) -> bool:
    """Does a process hold the lock now?"""
    try:
        descriptor = os.open(path, os.O_RDONLY | NO_LINK)
    except OSError:
        return False
    try:
        return not _take(descriptor, alone=False)
    except OSError:
        return False
    finally:
        os.close(descriptor)


def _wait_for(path: Path, patience: float) -> int:
    deadline = time.monotonic() + patience
    while (descriptor := _attempt(path)) is None:
        if time.monotonic() >= deadline:
            message = "another gsca command is editing these files; try again when it has ended"
            raise CannotRunError(message)
        time.sleep(PAUSE)
    return descriptor


def _attempt(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o666)
    taken = False
    try:
        # Who holds a file that somebody removed holds nothing: others lock the new one.
        taken = _take(descriptor, alone=True) and _is_at(path, descriptor)
    finally:
        if not taken:
            os.close(descriptor)
    return descriptor if taken else None


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
