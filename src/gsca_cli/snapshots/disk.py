"""Files that are on disk, and not only on their way to it."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from gsca_cli.errors import CannotRunError

NO_LINK: Final = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK
# A file system that cannot do this for a folder keeps names safe by itself, or not at all.
_NO_SYNC_OF_FOLDERS: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


class Rights(NamedTuple):
    """Who may do what with a file, and whose it is."""

    mode: int
    owner: int
    group: int


def create(path: Path, pieces: Iterable[bytes], rights: Rights | None = None) -> None:
    """Write a file that must not be there yet, down to the disk; with the rights of another.

    Raises:
        OSError: it cannot be written; a part of it may be there.
    """
    mode = 0o666 if rights is None else stat.S_IMODE(rights.mode)
    with os.fdopen(os.open(path, _NEW, mode), "wb") as file:
        file.writelines(pieces)
        file.flush()
        if rights is not None:
            _give(file.fileno(), path, rights)
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk: those that came, and those that went.

    Raises:
        OSError: the disk does not confirm it.
    """
    if os.name == "nt":  # a folder cannot be opened there
        return
    descriptor = os.open(path, os.O_RDONLY | NO_LINK)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC_OF_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Have a folder of our own, in one that is there.

    Raises:
        CannotRunError: it cannot be made, or something else has its name.
    """
    with telling(path):
        with suppress(FileExistsError):
            path.mkdir()
        if not is_folder(path):
            message = f"{path} is no folder: gsca keeps files of its own there; move it away"
            raise CannotRunError(message)


def is_folder(path: Path) -> bool:
    """Is it a folder, and no link to one?

    Raises:
        OSError: nobody can tell.
    """
    return stat.S_ISDIR(path.lstat().st_mode)


@contextmanager
def telling(what: object) -> Iterator[None]:
    """Let an error of the system say in one line what could not be written, and why.

    Raises:
        CannotRunError: there was one.
    """
    try:
        yield
    except OSError as error:
        message = f"cannot write {what}: {error.strerror or error}"
        raise CannotRunError(message) from error


def _give(descriptor: int, path: Path, rights: Rights) -> None:
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (rights.owner, rights.group):
        # Only the root user may give a file away; a member of a group may give it to the group.
        for owner, group in ((-1, rights.group), (rights.owner, -1)):
            with suppress(OSError):
                os.chown(descriptor, owner, group)
    if stat.S_IMODE(mine.st_mode) != stat.S_IMODE(rights.mode):
        path.chmod(stat.S_IMODE(rights.mode))
