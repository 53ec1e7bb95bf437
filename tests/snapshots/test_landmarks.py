import os
from pathlib import Path

import pytest

from gsca_cli.snapshots.landmarks import memory_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the folders of POSIX")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def folder_of(tmp_path: Path) -> str | None:
    """Where an alliance remembers, without its own name."""
    found = memory_of(str(tmp_path))
    return found and str(Path(found).parent)


def test_within_git_it_is_the_git_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").touch()
    assert folder_of(tmp_path) == str(tmp_path / ".git/gsca")


def test_without_git_it_is_the_cache_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_of(tmp_path) == str(tmp_path / "home/.cache/gsca")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert folder_of(tmp_path) == str(tmp_path / "elsewhere/gsca")


@pytest.mark.parametrize("said", ["", "relative", "./cache", "~/cache"])
def test_a_path_that_is_not_absolute_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", said)
    assert folder_of(tmp_path) == str(tmp_path / "home/.cache/gsca")


def test_where_nobody_knows_the_user_nothing_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert memory_of(str(tmp_path)) is None
