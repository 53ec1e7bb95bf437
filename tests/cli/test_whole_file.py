import os
from pathlib import Path

import pytest

from gsca_cli.cli.whole_file import write_file
from gsca_cli.errors import CannotRunError


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_file(b"new\r\n", file)
    assert file.read_bytes() == b"new\r\n"
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_gets_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_file(b"x", tmp_path / "file")
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to("real")
    write_file(b"new", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(13, "Permission denied")

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(CannotRunError, match=r"cannot write .*file: Permission denied"):
        write_file(b"new", tmp_path / "file")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.skipif(os.name == "nt", reason="this system has no such file")
def test_what_is_no_regular_file_is_written_to() -> None:
    write_file(b"x", Path(os.devnull))
    assert not Path(os.devnull).is_file()
