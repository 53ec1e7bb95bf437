from pathlib import Path
from threading import Event, Thread

import pytest
from gsca import Gsca
from snapshots.edits import OSLO, break_off, found_alliance, only_recover

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots import lock
from gsca_cli.snapshots.backstage import backstage_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.store import editing
from gsca_cli.snapshots.whole import require_whole


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return found_alliance(tmp_path / "alliance")


def test_readers_ask_and_make_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    require_whole(root)
    assert sorted(root.rglob("*")) == before


def test_an_interrupted_edit_stops_readers(root: Path) -> None:
    break_off(root)
    with pytest.raises(CannotRunError) as raised:
        require_whole(root)
    assert str(raised.value) == (
        "an edit of several files was interrupted; "
        "the next command that edits, such as `gsca fix`, finishes it first"
    )
    only_recover(root)
    require_whole(root)


def test_an_edit_of_another_alliance_of_the_repository_stops_nobody(root: Path) -> None:
    found_alliance(root / "other", {"gsca.yaml": b""})
    (root / "other/.git/HEAD").unlink()
    (root / "other/.git").rmdir()
    break_off(root)
    require_whole(root / "other")


def test_a_writer_without_a_journal_is_not_waited_for(root: Path) -> None:
    with editing(root):
        require_whole(root, patience=0)


def test_an_edit_that_goes_on_is_waited_for_so_long(root: Path) -> None:
    with editing(root):
        break_off(root)
        with pytest.raises(CannotRunError, match="another gsca command is writing these files"):
            require_whole(root, patience=0)
        backstage_of(root).journal.unlink()


def test_an_edit_that_ends_meanwhile_stops_nobody(root: Path) -> None:
    begun, ends = Event(), Event()

    def write_slowly() -> None:
        with editing(root):
            break_off(root, done=3)
            begun.set()
            ends.wait(10)
            backstage_of(root).journal.unlink()

    writer = Thread(target=write_slowly)
    writer.start()
    begun.wait(10)
    reader = Thread(target=ends.set)
    reader.start()
    require_whole(root, patience=30)
    writer.join()
    reader.join()
    assert not backstage_of(root).journal.exists()


def test_an_edit_that_ends_between_two_questions_stops_nobody(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_off(root)

    def ended(_: Path) -> bool:
        backstage_of(root).journal.unlink()
        return False

    monkeypatch.setattr(lock, "is_held", ended)
    require_whole(root)


@pytest.mark.parametrize(
    "words", [["validate"], ["report", "north"], ["list", "cities"], ["show", "city/oslo"]]
)
def test_every_command_that_reads_stops(small: Gsca, words: list[str]) -> None:
    assert small(*words).code == 0
    oslo = (small.root / OSLO).read_bytes()
    (small.root / ".gsca").mkdir()
    break_off(small.root, (FileChange(OSLO, oslo, b"x"), FileChange("data/x.yaml", None, b"")))
    ran = small(*words)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("gsca: an edit of several files was interrupted; ")
