import tempfile
from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.line_merge import merge_texts


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return GitRepository(tmp_path / "repository").path


def test_changes_of_different_lines_are_merged(folder: Path) -> None:
    assert merge_texts(folder, b"a\nb\nc\n", b"x\nb\nc\n", b"a\nb\nz\n", 7) == (b"x\nb\nz\n", True)


def test_changes_of_one_line_are_marked(folder: Path) -> None:
    marked = b"<<<<< ours\nx\n=====\nz\n>>>>> theirs\n"
    assert merge_texts(folder, b"a\n", b"x\n", b"z\n", 5) == (marked, False)


def test_the_user_may_want_to_see_what_stood_there(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / ".gitconfig").write_text("[merge]\nconflictStyle = diff3\n")
    marked = b"<<<<<<< ours\nx\n||||||| base\na\n=======\nz\n>>>>>>> theirs\n"
    assert merge_texts(folder, b"a\n", b"x\n", b"z\n", 7) == (marked, False)


def test_no_repository_is_needed(tmp_path: Path) -> None:
    assert merge_texts(tmp_path, b"", b"x\n", b"", 7) == (b"x\n", True)


def test_what_is_no_text_is_refused(folder: Path) -> None:
    with pytest.raises(CannotRunError, match="git failed: error: Cannot merge binary files"):
        merge_texts(folder, b"a\n", b"x\0\n", b"z\n", 7)


def test_many_conflicts_are_no_failure(folder: Path) -> None:
    base, ours, theirs = (
        "".join(f"{n} {each}\n" + f"between {n}\n" * 5 for n in range(300)).encode()
        for each in ("a", "x", "z")
    )
    merged, is_clean = merge_texts(folder, base, ours, theirs, 7)
    assert not is_clean
    assert merged.count(b"=======\n") == 300


def test_nothing_is_left_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    merge_texts(folder, b"a\n", b"x\n", b"z\n", 7)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_disk_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(CannotRunError, match="cannot write a temporary file: No such file"):
        merge_texts(folder, b"a\n", b"x\n", b"z\n", 7)
