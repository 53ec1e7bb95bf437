"""Where gsca keeps what is no data: the lock, the journal, drafts, what completion remembers."""

import os
from dataclasses import dataclass
from pathlib import Path

from gsca_cli.snapshots.landmarks import OWN, backstage_folder


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
    real = os.path.realpath(root)
    folder, name = backstage_folder(real)
    return Backstage(Path(real), Path(folder), name)
