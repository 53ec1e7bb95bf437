from pathlib import Path

import pytest
from snapshots.edits import CALI, OLD, OSLO, THREE, found_alliance

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.drafts import Drafts
from gsca_cli.snapshots.plan import WritePlan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found_alliance(tmp_path / "alliance")


def test_every_new_content_has_a_draft_as_long_as_it_is_needed(root: Path) -> None:
    with Drafts(backstage_of(root)).of(WritePlan(THREE)) as drafts:
        contents = {path: draft.read_bytes() for path, draft in drafts.items()}
        assert {draft.parent for draft in drafts.values()} == {root / ".gsca/tmp"}
    assert contents == {OSLO: THREE[1].after, CALI: THREE[2].after}
    assert not (root / ".gsca/tmp").exists()


def test_a_file_that_is_as_it_shall_be_needs_no_draft(root: Path) -> None:
    there = FileChange(OSLO, b"other", OLD[OSLO])
    with Drafts(backstage_of(root)).of(WritePlan([there, THREE[0]])) as drafts:
        assert not drafts
    assert not (root / ".gsca").exists()


def test_one_that_cannot_be_written_leaves_no_other(root: Path) -> None:
    (root / "data/cities/co").write_bytes(b"")
    with (
        pytest.raises(CannotRunError, match="data/cities/co is no folder"),
        Drafts(backstage_of(root)).of(WritePlan(THREE)),
    ):
        pass
    assert not (root / ".gsca/tmp").exists()


def test_a_sweep_keeps_a_folder_and_goes_on(root: Path) -> None:
    folder = root / ".gsca/tmp"
    (folder / "folder").mkdir(parents=True)
    (folder / "a").touch()
    (folder / "z").touch()
    Drafts(backstage_of(root)).sweep()
    assert list(folder.iterdir()) == [folder / "folder"]
