"""Brings files from what they held to what they are to hold, and back again."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.disk import sync_folder, telling
from gsca_cli.snapshots.drafts import Drafts
from gsca_cli.snapshots.plan import WritePlan
from gsca_cli.snapshots.targets import content, look, missing_folders, why_other


def carry_out(
    root: Path, plan: WritePlan, drafts: Mapping[str, Path], begun: list[FileChange]
) -> None:
    """Bring every file to what it is to hold, where it is not there yet, and all to the disk.

    Each change is added to `begun` before it is made.

    Raises:
        CannotRunError: a file cannot be brought there; the rest is not tried.
    """
    for change in plan.changes:
        with telling(change.path):
            found = content(look(root, change))
            if found == change.after:
                continue
            if found != change.before:
                raise CannotRunError(why_other(change, found))
            begun.append(change)
            make(root, change, drafts.get(change.path))
    # Also those of files that an edit before this one brought there, and did not live to confirm.
    for folder in sorted({(root / name).parent for name in (*plan.paths, *plan.folders)}):
        if folder.exists():
            with telling(folder):
                sync_folder(folder)


def take_back(root: Path, plan: WritePlan, begun: Sequence[FileChange], drafts: Drafts) -> None:
    """Bring the files of changes that were begun to what they held, and remove new folders.

    Raises:
        CannotRunError: a file cannot be brought there.
    """
    back = plan.undoing(begun)
    with drafts.of(back) as texts:
        carry_out(root, back, texts, [])
    for folder in reversed(plan.folders):
        with suppress(OSError):
            (root / folder).rmdir()


def make(root: Path, change: FileChange, draft: Path | None) -> None:
    """Change one file, and make the folders that lead to it."""
    target = root / change.path
    if draft is None:
        target.unlink()
        return
    for folder in missing_folders(root, change.path):
        (root / folder).mkdir(exist_ok=True)
    if change.before is None:
        _place(draft, target)
    else:
        draft.replace(target)


def _place(draft: Path, target: Path) -> None:
    """Give a new file its name, unless a file has it."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # The file system has no links. What appears now, between two calls, is lost.
        if os.path.lexists(target):
            raise
        draft.rename(target)
