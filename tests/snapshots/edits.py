"""An alliance of a few files, and edits of it that a test may disturb."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from gsca_cli.snapshots import carry_out
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.journal import Journal
from gsca_cli.snapshots.plan import plan_of
from gsca_cli.snapshots.store import editing

Files = Mapping[str, bytes]

OSLO: Final = "data/cities/oslo.yaml"
LIMA: Final = "data/cities/lima.yaml"
CALI: Final = "data/cities/co/cali.yaml"

OLD: Final[Files] = {
    "gsca.yaml": b"name: Test\n",
    OSLO: b"name: Oslo\r\ncountry: 'NO'\r\n",
    LIMA: b"name: Lima\n\xff",
}
ONE: Final = (FileChange(OSLO, OLD[OSLO], b"name: Christiania\r\n"),)
"""A change of one file."""
ADDED: Final = (FileChange(CALI, None, b"name: Cali\n"),)
"""A new file in a new folder."""
THREE: Final = (FileChange(LIMA, OLD[LIMA], None), *ONE, *ADDED)
"""One file removed, one changed, and a new one in a new folder."""


def after(files: Files, changes: tuple[FileChange, ...]) -> Files:
    """What files hold once they are changed."""
    wanted: dict[str, bytes | None] = {**files, **{each.path: each.after for each in changes}}
    return {path: content for path, content in wanted.items() if content is not None}


def found_alliance(root: Path, files: Files = OLD) -> Path:
    """Write an alliance whose git folder is just real enough for us."""
    for path, content in {".git/HEAD": b"ref: refs/heads/main\n", **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


def held(root: Path) -> Files:
    """All files of an alliance but those of git and gsca."""
    return {
        path: (root / path).read_bytes()
        for path in standing(root)
        if not path.startswith((".git/", ".gsca/"))
    }


def standing(root: Path) -> set[str]:
    """Every file under a root."""
    return {
        (Path(folder) / name).relative_to(root).as_posix()
        for folder, _, names in os.walk(root)
        for name in names
    }


def left_over(root: Path) -> set[str]:
    """What stands beside the data and the git folder, and need not."""
    backstage = backstage_of(root)
    kept = {backstage.lock, backstage.own / ".gitignore", root / ".git/HEAD"}
    named = {path.relative_to(Path(os.path.realpath(root))).as_posix() for path in kept}
    return standing(root) - named - set(held(root))


def break_off(root: Path, changes: tuple[FileChange, ...] = THREE, done: int = 1) -> None:
    """Leave an edit as a kill would: the journal in force, and only some files changed."""
    backstage = backstage_of(root)
    backstage.folder.mkdir(exist_ok=True)
    plan = plan_of(root, changes)
    Journal(backstage.journal).write(plan)
    for change in plan.changes[:done]:
        file = root / change.path
        if change.after is None:
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(change.after)


def change_one(root: Path) -> None:
    """An edit of one file."""
    with editing(root) as store:
        store.write(ONE)


def add_one(root: Path) -> None:
    """An edit of one file, which needs a new folder."""
    with editing(root) as store:
        store.write(ADDED)


def change_three(root: Path) -> None:
    """An edit of three files."""
    with editing(root) as store:
        store.write(THREE)


def fail_at_the_third(root: Path) -> None:
    """An edit of three files, of which the last cannot be removed."""
    make = carry_out.make

    def refuse(root: Path, change: FileChange, draft: Path | None) -> None:
        if change == THREE[0]:
            raise PermissionError(1, "Refused")
        make(root, change, draft)

    carry_out.make = refuse
    change_three(root)


def only_recover(root: Path) -> None:
    """An edit of nothing: it only finishes what was interrupted."""
    with editing(root):
        pass


EDITS: Final = {
    edit.__name__: edit
    for edit in (change_one, add_one, change_three, fail_at_the_third, only_recover)
}
NEW: Final[Mapping[str, Files]] = {
    "change_one": after(OLD, ONE),
    "add_one": after(OLD, ADDED),
    **dict.fromkeys(("change_three", "fail_at_the_third", "only_recover"), after(OLD, THREE)),
}
"""What the files hold once an edit is made."""
