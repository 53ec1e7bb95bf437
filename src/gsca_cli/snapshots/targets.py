"""What stands where an edit wants to write, and what it must not touch."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import NO_LINK, Rights
from gsca_cli.snapshots.repository import (
    DATA,
    EDITOR_EXTENSIONS,
    EDITOR_SETTINGS,
    MARKER,
    SCHEMAS,
    TEMPLATES,
)

_FOLDERS: Final = (DATA, TEMPLATES, SCHEMAS)
_FILES: Final = (MARKER, EDITOR_SETTINGS, EDITOR_EXTENSIONS)
# A pipe that took the place of a file is not waited for.
_READ: Final = os.O_RDONLY | NO_LINK | getattr(os, "O_NONBLOCK", 0)


class Held(NamedTuple):
    """What a file holds, and its rights."""

    content: bytes
    rights: Rights


def look(root: Path, change: FileChange) -> Held | None:
    """The file that a change is about, as it is now; None where there is none.

    Of a file that is longer than both its contents only so much is read that this shows.

    Raises:
        CannotRunError: the path is none that gsca may write, or leads through a link.
        OSError: the file cannot be read.
    """
    _require_ours(change.path)
    if not all(_is_folder(root, folder) for folder in folders_above(change.path)):
        return None
    try:
        found = (root / change.path).lstat()
    except FileNotFoundError:
        return None
    _require_regular(change.path, found.st_mode)
    most = max(len(change.before or b""), len(change.after or b"")) + 1
    return _read(root, change.path, most)


def content(held: Held | None) -> bytes | None:
    """What a file holds; None where there is none."""
    return held.content if held else None


def why_other(change: FileChange, found: bytes | None) -> str:
    """What to say of a file that is not what it was when it was read."""
    if found is None:
        what = "is gone since it was read"
    elif change.before is None:
        what = "exists already"
    else:
        what = "changed since it was read"
    return f"{change.path} {what}; look at it, and run the command again"


def folders_above(path: str) -> Iterator[str]:
    """The folders that lead to a file, the outer first, without the root."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[: end + 1]) for end in range(len(parts)))


def missing_folders(root: Path, path: str) -> Iterator[str]:
    """The folders that a file needs and that are not there, the outer first."""
    return (folder for folder in folders_above(path) if not os.path.lexists(root / folder))


def _require_ours(path: str) -> None:
    first, _, rest = path.partition("/")
    ours = path in _FILES or (first in _FOLDERS and rest)
    if ours and not _leads_elsewhere(path):
        return
    files, folders = ", ".join(_FILES), ", ".join(f"{folder}/" for folder in _FOLDERS)
    message = f"gsca does not write {path}: only {files}, and what stands under {folders}"
    raise CannotRunError(message)


def _leads_elsewhere(path: str) -> bool:
    if "\0" in path or (os.name == "nt" and any(letter in path for letter in "\\:")):
        return True
    return any(part in {"", ".", ".."} for part in path.split("/"))


def _is_folder(root: Path, path: str) -> bool:
    """Is the folder there?"""
    try:
        mode = (root / path).lstat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISDIR(mode):
        what = "a symbolic link" if stat.S_ISLNK(mode) else "no folder"
        message = f"{path} is {what}, and gsca writes to folders only; put a folder in its place"
        raise CannotRunError(message)
    return True


def _require_regular(path: str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        what = "a symbolic link" if stat.S_ISLNK(mode) else "no regular file"
        message = f"{path} is {what}, and gsca writes regular files only; put one in its place"
        raise CannotRunError(message)


def _read(root: Path, path: str, most: int) -> Held:
    with os.fdopen(os.open(root / path, _READ), "rb") as file:
        found = os.fstat(file.fileno())
        _require_regular(path, found.st_mode)
        return Held(file.read(most), Rights(found.st_mode, found.st_uid, found.st_gid))
