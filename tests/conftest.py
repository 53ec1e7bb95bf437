"""Golden files: whole outputs that a person has read once and found right."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from gsca import ROOT, Gsca
from hypothesis import settings
from small_alliance import FILES

import gsca_cli

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Hypothesis draws on the constants of all modules that are loaded: with all of them there from the
# start, a law meets the same examples wherever and whenever it is tried.
for module in walk_packages(gsca_cli.__path__, "gsca_cli."):
    if not module.name.endswith("__main__"):
        import_module(module.name)

COMPARED = "compared"
Golden = Callable[[str, str], None]
_compared = pytest.StashKey[set[str]]()


@pytest.fixture(autouse=True)
def _nobody_watches(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Tests run alike by hand and on a code host, and remember nothing for the user."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shipped(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Gsca:
    """Run gsca on the alliance that this repository ships."""
    monkeypatch.setenv("COLUMNS", "80")
    return Gsca(capsys, ROOT)


@pytest.fixture
def small(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Gsca:
    """Run gsca on a small alliance in a folder of its own, free to be changed."""
    monkeypatch.setenv("COLUMNS", "80")
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Gsca(capsys, tmp_path)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_compared] = set()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take minutes: then no worker waits for one of them in the end."""
    long = {f"test_{name}.py" for name in ("mistakes", "hostile", "mending")}
    items.sort(key=lambda item: item.path.name not in long)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file of a name; `--update-golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        request.config.stash[_compared].add(name)
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.exists(), f"there is no golden file {name}; --update-golden makes it"
        assert text == path.read_bytes().decode(), f"{name} differs; --update-golden accepts it"

    return compare


def pytest_testnodedown(node: Any, error: object) -> None:
    """Hear from a worker of pytest-xdist which golden files its tests compared."""
    del error  # pytest says itself that a worker broke down
    node.config.stash[_compared].update(node.workeroutput.get(COMPARED, ()))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After a whole run, a golden file that no test compared fails it."""
    compared = session.config.stash[_compared]
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told[COMPARED] = sorted(compared)
        return
    whole = session.config.args_source.name != "ARGS" and not session.config.option.keyword
    unused = {path.name for path in GOLDEN.iterdir() if path.name not in compared}
    if whole and exitstatus == 0 and unused:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter:
            reporter.write_line(f"unused golden files: {', '.join(sorted(unused))}", red=True)
