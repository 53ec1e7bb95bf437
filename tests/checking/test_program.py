"""The program is another once a module or a library is, wherever it stands."""

import shutil
import sys
from pathlib import Path

import pytest

from gsca_cli.checking.program import digest_of, program


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two modules."""
    (tmp_path / "one/inner").mkdir(parents=True)
    (tmp_path / "one/a.py").write_text("x = 1\n")
    (tmp_path / "one/inner/b.py").write_text("y = 2\n")
    return tmp_path / "one"


def test_it_is_the_same_in_another_folder_at_another_time(package: Path) -> None:
    other = shutil.copytree(package, package.parent / "other", copy_function=shutil.copyfile)
    (other / "__pycache__").mkdir()
    (other / "__pycache__" / "a.pyc").touch()
    assert digest_of(other) == digest_of(package)


@pytest.mark.parametrize("path", ["a.py", "inner/b.py", "inner/c.py", "boxes.json"])
def test_it_is_another_once_a_module_or_a_table_is(package: Path, path: str) -> None:
    before = digest_of(package)
    (package / path).write_text("x = 2\n")
    assert digest_of(package) != before


def test_it_is_another_once_a_module_has_another_name(package: Path) -> None:
    before = digest_of(package)
    (package / "a.py").rename(package / "c.py")
    assert digest_of(package) != before


@pytest.mark.parametrize(
    "version", ["pydantic.VERSION", "pydantic_core.__version__", "sys.version"]
)
def test_it_is_another_once_a_library_is(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    before = program()
    assert program() == before
    monkeypatch.setattr(version, "another")
    assert program() != before


def test_it_is_another_once_what_knows_names_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = program()
    (tmp_path / "babel").mkdir()
    (tmp_path / "babel/__init__.py").write_text("__version__ = '99'\n")
    monkeypatch.delitem(sys.modules, "babel", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert program() != before
