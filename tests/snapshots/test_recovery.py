import errno
import os
import stat
from pathlib import Path

import pytest
from snapshots.edits import (
    CALI,
    LIMA,
    NEW,
    OLD,
    OSLO,
    THREE,
    break_off,
    found_alliance,
    held,
    left_over,
    only_recover,
)

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots import carry_out
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.journal import Journal
from gsca_cli.snapshots.plan import WritePlan
from gsca_cli.snapshots.whole import require_whole


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found_alliance(tmp_path / "alliance")


def unfinished(root: Path) -> str:
    """What is said of an interrupted edit that cannot be finished, of which nothing is touched."""
    before = held(root)
    with pytest.raises(CannotRunError) as raised:
        only_recover(root)
    assert held(root) == before
    assert backstage_of(root).journal.exists()
    return str(raised.value)


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_an_interrupted_edit_is_finished(root: Path, done: int) -> None:
    break_off(root, THREE, done)
    only_recover(root)
    assert held(root) == NEW["change_three"]
    assert not left_over(root)
    require_whole(root)


def test_it_needs_nothing_of_the_work_tree(root: Path) -> None:
    break_off(root)
    assert not (root / ".gsca").exists()
    only_recover(root)
    assert held(root) == NEW["change_three"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_what_cannot_be_finished_is_undone_with_its_rights(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (OSLO, LIMA):
        (root / path).chmod(0o640)
    break_off(root, done=3)
    (root / CALI).unlink()
    make = carry_out.make

    def refuse(root: Path, change: FileChange, draft: Path | None) -> None:
        if change.after == THREE[2].after:
            raise PermissionError(errno.EACCES, "Permission denied")
        make(root, change, draft)

    monkeypatch.setattr(carry_out, "make", refuse)
    only_recover(root)
    assert held(root) == OLD
    assert {stat.S_IMODE((root / path).stat().st_mode) for path in (OSLO, LIMA)} == {0o640}
    assert not (root / CALI).parent.exists()
    assert not left_over(root)


@pytest.mark.parametrize("path", [OSLO, LIMA, CALI])
def test_a_file_that_somebody_changed_since_stops_it(root: Path, path: str) -> None:
    break_off(root)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(b"somebody else's")
    journal = backstage_of(root).journal
    assert unfinished(root) == (
        "an edit was interrupted and can neither be finished nor undone: "
        f"{path} holds neither what it held before nor what it was to hold; mend that "
        f"and run the command again, or delete {journal} to keep all files as they are"
    )


@pytest.mark.parametrize("held_now", [THREE[1].before, THREE[1].after])
def test_once_the_file_is_put_back_it_is_finished(root: Path, held_now: bytes) -> None:
    break_off(root)
    (root / OSLO).write_bytes(b"somebody else's")
    unfinished(root)
    (root / OSLO).write_bytes(held_now)
    only_recover(root)
    assert held(root) == NEW["change_three"]


def test_once_the_journal_is_deleted_the_files_are_kept(root: Path) -> None:
    break_off(root)
    (root / LIMA).write_bytes(b"somebody else's")
    unfinished(root)
    before = held(root)
    backstage_of(root).journal.unlink()
    only_recover(root)
    assert held(root) == before


def test_a_damaged_journal_stops_it(root: Path) -> None:
    break_off(root)
    backstage_of(root).journal.write_bytes(b"x")
    assert "cannot be read: it is damaged" in unfinished(root)


@pytest.mark.parametrize("path", ["../outside", ".git/config", "data/../x", "README.md"])
def test_a_journal_writes_no_file_that_an_edit_may_not(root: Path, path: str) -> None:
    break_off(root, (), 0)
    Journal(backstage_of(root).journal).write(WritePlan([*THREE, FileChange(path, None, b"x")]))
    assert f"gsca does not write {path}" in unfinished(root)
    assert not (root / path).exists()


def test_what_a_dead_process_left_is_swept(root: Path) -> None:
    backstage = backstage_of(root)
    backstage.drafts.mkdir(parents=True)
    (backstage.drafts / "1-1").write_bytes(b"half")
    backstage.folder.mkdir()
    backstage.journal.with_suffix(".part").write_bytes(b"half")
    only_recover(root)
    assert not backstage.drafts.exists()
    assert not left_over(root)
    assert held(root) == OLD
