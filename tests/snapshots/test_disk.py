import errno
import os
from pathlib import Path

import pytest

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.disk import create, make_folder, sync_folder, telling


def test_a_file_that_is_there_is_not_written(tmp_path: Path) -> None:
    create(tmp_path / "a", [b"one", b"two"])
    with pytest.raises(FileExistsError):
        create(tmp_path / "a", [b"three"])
    assert (tmp_path / "a").read_bytes() == b"onetwo"


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create(tmp_path / "link", [b"x"])
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_file_system_need_not_sync_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    _fail_to_sync(monkeypatch, code)
    sync_folder(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="no folder is synced there")
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_a_disk_that_fails_to_sync_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    _fail_to_sync(monkeypatch, code)
    with pytest.raises(OSError, match=os.strerror(code)):
        sync_folder(tmp_path)


def _fail_to_sync(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def fsync(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_folder_is_made_once_and_nothing_else_is_taken_for_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "own")
    make_folder(tmp_path / "own")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "own")
    for name in ("file", "link"):
        with pytest.raises(CannotRunError, match=f"{name} is no folder"):
            make_folder(tmp_path / name)


@pytest.mark.parametrize(
    ("error", "why"),
    [(OSError(errno.ENOSPC, "No space left"), "No space left"), (OSError("odd"), "odd")],
)
def test_an_error_of_the_system_is_told_in_one_line(error: OSError, why: str) -> None:
    with pytest.raises(CannotRunError, match=f"^cannot write x: {why}$"), telling("x"):
        raise error
