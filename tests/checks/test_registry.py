import importlib
import inspect
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import gsca_cli.checks
from gsca_cli.checks.check import Check
from gsca_cli.checks.registry import ALL_CHECKS


def modules() -> dict[str, ModuleType]:
    """The modules that hold a check, by name."""
    names = [each.name for each in pkgutil.iter_modules(gsca_cli.checks.__path__)]
    found = {name: importlib.import_module(f"gsca_cli.checks.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "CHECK")}


def test_every_check_is_registered_once_and_nothing_else_is() -> None:
    found = [module.CHECK for module in modules().values()]
    assert sorted(each.code for each in found) == sorted(each.code for each in ALL_CHECKS)
    assert all(each in ALL_CHECKS for each in found)


@pytest.mark.parametrize("name", modules())
def test_a_check_is_called_what_its_file_is_called(name: str) -> None:
    check = modules()[name].CHECK
    assert isinstance(check, Check)
    assert check.code == name.replace("_", "-")


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.code)
def test_a_check_goes_about_it_in_one_way(check: Check) -> None:
    ways = check.look, check.judge, check.follow, check.survey
    assert [*map(bool, ways)].count(True) == 1


@pytest.mark.parametrize("name", modules())
def test_every_check_has_a_test_of_its_name(name: str) -> None:
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", modules())
def test_every_check_explains_itself(name: str) -> None:
    text = inspect.getdoc(modules()[name]) or ""
    first, blank, *_ = text.splitlines()
    assert first.endswith(".")
    assert blank == ""
    starts = [text.find(f"\n{part}: ") for part in ("Wrong", "Right", "To fix it")]
    assert -1 not in starts
    assert starts == sorted(starts)
