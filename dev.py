#!/usr/bin/env python3
"""Set gsca up in `.venv` and run it; needs nothing but Python.

    python3 dev.py report latam    any gsca command
    python3 dev.py test            all tests and checks
    python3 dev.py test ARGS       only pytest, with ARGS
    python3 dev.py bench           measure it, for docs/performance.md; --quick: 1,000 cities

What only the first start needs is imported there: the others take a fifth of a second less.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("gsca needs Python 3.11 or newer; this is %d.%d" % sys.version_info[:2])

import os
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
# A file of tests stays in one process, which makes what its tests share once.
ON_EVERY_CORE = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then run it; its exit code is ours."""
    if arguments[:1] == ["bench"]:
        return run_benchmarks(arguments[1:])
    testing = arguments[:1] == ["test"]
    python = set_up(testing=testing)
    if not testing:
        return run_instead([str(python), "-m", "gsca_cli", *arguments])
    if arguments[1:]:
        return run_instead([str(python), "-m", "pytest", *arguments[1:]])
    return run_checks(python)


def set_up(*, testing: bool) -> Path:
    """Install gsca in `.venv`, unless that was done for these very files; give its Python."""
    python = python_of(ENVIRONMENT)
    stamps = [ENVIRONMENT / ".gsca-run", ENVIRONMENT / ".gsca-test"]
    done = stamps[testing]
    key = fingerprint()
    if python.exists() and done.exists() and done.read_text() == key:
        return python
    fresh = not (python.exists() and stamps[0].exists() and stamps[0].read_text() == key)
    print("gsca: setting up .venv; this is done once, and may take a minute", file=sys.stderr)
    pip = create(ENVIRONMENT) if fresh else pip_of(ENVIRONMENT)
    install(pip, "--editable", f"{ROOT}[test]" if testing else str(ROOT))
    compile_all(python)
    for stamp in stamps[: testing + 1]:
        stamp.write_text(key)
    return python


def fingerprint() -> str:
    """What an installation depends on: where it is, its Python, and what is to be installed."""
    parts = [str(ROOT), sys.version, __file__]
    parts += [path.read_text("utf-8") for path in (ROOT / "pyproject.toml", CONSTRAINTS)]
    return sha256("\0".join(parts).encode()).hexdigest()


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def create(environment: Path) -> list[str]:
    """Make a virtual environment; give the command that installs into it."""
    import subprocess
    import venv

    try:
        venv.create(environment, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError):
        # Debian without python3-venv has no ensurepip: the pip of the system can stand in.
        venv.create(environment, with_pip=False, clear=True)
    return pip_of(environment)


def pip_of(environment: Path) -> list[str]:
    """The pip of a virtual environment, or the one of this Python working on it."""
    import subprocess

    own = [str(python_of(environment)), "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    other = [sys.executable, "-m", "pip", "--python", str(python_of(environment))]
    if subprocess.run([*other, "--version"], capture_output=True, check=False).returncode == 0:
        return other
    sys.exit("gsca: there is no pip; install it (on Debian: apt install python3-venv)")


def install(pip: list[str], *what: str) -> None:
    """Install what gsca cannot do without."""
    if not is_installed(pip, *what):
        sys.exit("gsca: the installation failed; the lines above say why")


def is_installed(pip: list[str], *what: str) -> bool:
    """Install with the pinned versions; whatever pip says goes to standard error."""
    import subprocess

    pinned = {"PIP_CONSTRAINT": str(CONSTRAINTS), "PIP_BUILD_CONSTRAINT": str(CONSTRAINTS)}
    command = [*pip, "install", "--quiet", "--disable-pip-version-check", *what]
    done = subprocess.run(command, stdout=sys.stderr, env={**os.environ, **pinned}, check=False)
    return done.returncode == 0


def compile_all(python: Path) -> None:
    """Compile gsca, as pip does with what it copies: some systems keep Python from doing so."""
    import subprocess

    subprocess.run([str(python), "-m", "compileall", "-q", str(ROOT / "src")], check=False)


def run_benchmarks(arguments: list[str]) -> int:
    """Measure gsca, and what it is held against; quickly, gsca alone."""
    python = set_up(testing=False)
    if "--quick" not in arguments:
        set_up_peers()
    compile_all(python)
    os.chdir(ROOT)
    return run_instead([str(python), "-m", "benchmarks.run", *arguments])


def set_up_peers() -> None:
    """Install what gsca is measured against, as far as that can be: the page says what is not."""
    import shutil
    import subprocess

    done = ENVIRONMENT / ".gsca-bench"
    key = fingerprint()
    if done.exists() and done.read_text() == key:
        return
    print("gsca: installing what gsca is measured against", file=sys.stderr)
    complete = is_installed(pip_of(ENVIRONMENT), "--editable", f"{ROOT}[bench]")
    if npm := shutil.which("npm"):
        words = ["ci", "--prefix", str(ROOT / "benchmarks"), "--silent", "--no-audit", "--no-fund"]
        complete &= subprocess.run([npm, *words], stdout=sys.stderr, check=False).returncode == 0
    if complete:
        done.write_text(key)


def run_instead(command: list[str]) -> int:
    """Run a command in place of this one, or, where that cannot be, give its exit code."""
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode


def run_checks(python: Path) -> int:
    """Run everything that a change must pass; say which of it failed."""
    import subprocess
    import tempfile

    compile_all(python)
    tool = python.parent
    checks: dict[str, list[object]] = {
        "format": [tool / "ruff", "format", "--check"],
        "lint": [tool / "ruff", "check"],
        "layers": [tool / "lint-imports"],
        "data": [tool / "gsca", "validate", "--strict"],
        "layout": [tool / "gsca", "fmt", "--check"],
        "schemas": [tool / "gsca", "schema", "--check"],
        "tests": [python, "-m", "pytest", *ON_EVERY_CORE],
    }
    failed = []
    with tempfile.TemporaryFile() as told:
        # It keeps one core busy alone: so it works beside all others, and is heard in the end.
        types = subprocess.Popen([tool / "mypy"], cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)
        for name, command in checks.items():
            announce(name)
            if subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode:
                failed.append(name)
        announce("types")
        if types.wait():
            failed.append("types")
        told.seek(0)
        print(told.read().decode(), file=sys.stderr, end="")
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", file=sys.stderr)
    return 1 if failed else 0


def announce(check: str) -> None:
    """Say which check is next, or whose result follows."""
    print(f"== {check}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
