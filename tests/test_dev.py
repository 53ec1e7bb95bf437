"""dev.py: the one command that sets everything up."""

import os
import subprocess
import sys
from pathlib import Path

import dev
import pytest


def test_what_is_installed_is_remembered_by_what_it_depends_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = dev.fingerprint()
    assert dev.fingerprint() == before
    constraints = tmp_path / "constraints.txt"
    constraints.write_text("rich==1\n")
    monkeypatch.setattr(dev, "CONSTRAINTS", constraints)
    assert dev.fingerprint() != before


@pytest.mark.parametrize(
    ("have", "testing", "installs"),
    [
        ([], False, ["fresh", "run"]),
        ([], True, ["fresh", "test"]),
        (["run"], False, []),
        (["run"], True, ["test"]),
        (["run", "test"], True, []),
        (["run", "test"], False, []),
        (["old"], False, ["fresh", "run"]),
    ],
)
def test_only_what_is_missing_is_installed(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    have: list[str],
    testing: bool,  # noqa: FBT001 (a column of the table)
    installs: list[str],
) -> None:
    environment = tmp_path / ".venv"
    done: list[str] = []

    def create(_: Path) -> list[str]:
        done.append("fresh")
        python.touch()
        return ["pip"]

    def install(_: list[str], *what: str) -> None:
        done.append("test" if what[-1].endswith("[test]") else "run")

    python = dev.python_of(environment)
    python.parent.mkdir(parents=True)
    if have:
        python.touch()
    for name in have:
        key = "another" if name == "old" else dev.fingerprint()
        (environment / f".gsca-{'run' if name == 'old' else name}").write_text(key)
    monkeypatch.setattr(dev, "ENVIRONMENT", environment)
    monkeypatch.setattr(dev, "create", create)
    monkeypatch.setattr(dev, "pip_of", lambda _: ["pip"])
    monkeypatch.setattr(dev, "install", install)
    monkeypatch.setattr(dev, "compile_all", lambda _: None)
    assert dev.set_up(testing=testing) == python
    assert done == installs
    done.clear()
    dev.set_up(testing=testing)
    assert done == []


def test_gsca_is_compiled_even_where_python_may_not_do_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Else every start would compile it anew."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "module.py").write_text("ONE = 1\n")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    dev.compile_all(Path(sys.executable))
    assert [*(tmp_path / "src" / "__pycache__").glob("module.*.pyc")]


def test_arguments_and_exit_codes_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run_instead(command: list[str]) -> int:
        ran.append(command[1:])
        return 3

    monkeypatch.setattr(dev, "set_up", lambda **_: Path("python"))
    monkeypatch.setattr(dev, "run_instead", run_instead)
    assert dev.main(["report", "--since", "2022"]) == 3
    assert dev.main(["test", "-k", "x y"]) == 3
    assert ran == [["-m", "gsca_cli", "report", "--since", "2022"], ["-m", "pytest", "-k", "x y"]]


def test_benchmarks_go_on_without_what_cannot_be_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[list[str]] = []
    tried: list[str] = []

    def is_installed(_: list[str], *what: str) -> bool:
        tried.append(what[-1].removeprefix(str(dev.ROOT)))
        return False

    def run_instead(command: list[str]) -> int:
        ran.append(command)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda **_: Path("python"))
    monkeypatch.setattr(dev, "pip_of", lambda _: ["pip"])
    monkeypatch.setattr(dev, "is_installed", is_installed)
    monkeypatch.setattr(dev, "compile_all", lambda _: None)
    monkeypatch.setattr(dev, "run_instead", run_instead)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert dev.main(["bench", "--quick"]) == 0
    assert tried == []
    assert dev.main(["bench"]) == 0
    assert tried == ["[bench]"]
    assert not list(tmp_path.iterdir())
    assert ran == [
        ["python", "-m", "benchmarks.run", "--quick"],
        ["python", "-m", "benchmarks.run"],
    ]


def test_what_cannot_be_installed_and_must_be_ends_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "is_installed", lambda *_: False)
    with pytest.raises(SystemExit, match="the installation failed"):
        dev.install(["pip"], "gsca")


def test_an_old_python_is_told_plainly(tmp_path: Path) -> None:
    source = Path(dev.__file__).read_text("utf-8")
    old = tmp_path / "dev.py"
    old.write_text(source.replace("import sys\n", "import sys\n\nsys.version_info = (3, 9)\n", 1))
    done = subprocess.run([sys.executable, old], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "gsca needs Python 3.11 or newer; this is 3.9\n"


def test_without_ensurepip_the_pip_of_the_system_stands_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[bool] = []

    def create(_: Path, *, with_pip: bool, clear: bool) -> None:
        assert clear
        made.append(with_pip)
        if with_pip:
            raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr("venv.create", create)
    monkeypatch.setattr(dev, "pip_of", lambda _: ["other pip"])
    assert dev.create(tmp_path) == ["other pip"]
    assert made == [True, False]


@pytest.mark.skipif(os.name == "nt", reason="the tools that stand in are shell scripts")
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (set(), ["all checks passed"]),
        ({"mypy"}, ["mypy: wrong", "failed: types"]),
        ({"ruff", "python", "mypy"}, ["mypy: wrong", "failed: format, lint, tests, types"]),
    ],
)
def test_every_check_runs_and_those_that_fail_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], wrong: set[str], told: list[str]
) -> None:
    for name in ("ruff", "lint-imports", "gsca", "mypy", "python"):
        script = tmp_path / name
        says = f"echo {name}: wrong; exit 1" if name in wrong else "exit 0"
        script.write_text(f"#!/bin/sh\n{says}\n")
        script.chmod(0o755)
    assert dev.run_checks(tmp_path / "python") == bool(wrong)
    err = capfd.readouterr().err.splitlines()
    checks = ["format", "lint", "layers", "data", "layout", "schemas", "tests", "types"]
    assert err == [*(f"== {name}" for name in checks), *told]
