"""Where gsca keeps what is no data: the lock, the journal, drafts, what completion remembers."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

OWN: Final = ".gsca"
_GIT: Final = ".git"
_LONGEST_POINTER: Final = 4096


@dataclass(frozen=True, slots=True)
class Backstage:
    """The places of one alliance.

    The lock and the journal stand in the git folder of its work tree, since `git clean` leaves
    that alone, and beside the drafts where there is no git. An alliance in a subfolder has a lock
    and a journal of its own.
    """

    root: Path
    folder: Path
    name: str

    @property
    def lock(self) -> Path:
        """Whoever holds this file may write."""
        return self.folder / f"{self.name}.lock"

    @property
    def journal(self) -> Path:
        """There while an edit of several files is under way."""
        return self.folder / f"{self.name}.journal"

    @property
    def index(self) -> Path:
        """What completion remembers; whoever deletes it loses a moment."""
        return self.folder / f"{self.name}.index"

    @property
    def own(self) -> Path:
        """The folder in the work tree that git ignores."""
        return self.root / OWN

    @property
    def drafts(self) -> Path:
        """Files that are being written, on the file system of the data."""
        return self.own / "tmp"


def backstage_of(root: Path) -> Backstage:
    """The places of the alliance in a folder; makes and opens none of them."""
    real = Path(os.path.realpath(root))
    for folder in (real, *real.parents):
        if os.path.lexists(folder / _GIT):
            git = _git_folder(folder / _GIT)
            if git is None:
                break
            within = os.fsencode(real.relative_to(folder).as_posix())
            return Backstage(real, git / "gsca", f"edit-{sha256(within).hexdigest()[:16]}")
    return Backstage(real, real / OWN, "edit")


def _git_folder(path: Path) -> Path | None:
    """The git folder that `.git` is, or, in further work trees and submodules, points to."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                word, _, pointer = file.read(_LONGEST_POINTER).partition(b": ")
            path = path.parent / os.fsdecode(pointer.rstrip(b"\r\n"))
            if word != b"gitdir":
                return None
    except OSError:
        return None
    # Without it, git itself takes the folder for none of its own.
    return path if os.path.lexists(path / "HEAD") else None
