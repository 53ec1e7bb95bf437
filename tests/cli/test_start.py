"""Where gsca starts: what a shell asks is answered without loading a command, and never fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.test_app import HEAVY, run
from gsca import ROOT, Gsca
from scripts.help_text import text

from gsca_cli import __version__
from gsca_cli.cli.commands.completion import Shell
from gsca_cli.cli.start import HELP, main

NEVER = HEAVY | {"typer", "gsca_cli.cli.app", "gsca_cli.alliance", "gsca_cli.records"}


OLD = "from gsca_cli.snapshots import stamps; stamps.FRESH = -10**18; "
"""No file is taken for one that changed just now."""


def modules_for(folder: Path, *words: str, first: str = "") -> tuple[set[str], list[str]]:
    """The modules that a question loads, and the answer; something else may be done first."""
    code = (
        f"{first}import sys; sys.argv = ['gsca', '__complete', *{list(words)!r}]; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, check=True
    )
    return set(done.stderr.split()), done.stdout.splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ["fish", "va"],
        ["zsh", "set", "os"],
        ["bash", "st", "gsca set oslo st"],
        ["fish", "explain", "miss"],
        ["fish", "set", "oslo", "policies."],
        ["fish", "set", "oslo", "sources+=p"],
    ],
)
def test_a_question_loads_nothing_but_what_answers_it(small: Gsca, words: list[str]) -> None:
    modules, answer = modules_for(small.root, *words)
    assert answer
    assert not modules & (NEVER | {"dataclasses", "hashlib"})
    assert len({name for name in modules if name.startswith("gsca_cli")}) <= 12


IDLE = {
    *(
        "calendar",
        "decimal",
        "difflib",
        "gettext",
        "locale",
        "multiprocessing",
        "queue",
        "selectors",
    ),
    *("shlex", "shutil", "sqlite3", "subprocess", "tempfile", "traceback", "typer"),
    "gsca_cli.alliance.country_named",
    "gsca_cli.cli.by_typer",
    "gsca_cli.cli.moments",
    "gsca_cli.cli.opening",
    "gsca_cli.cli.remembering",
    "gsca_cli.cli.result_file",
    "gsca_cli.documents.odd_signs",
    "gsca_cli.documents.odd_texts",
    "gsca_cli.documents.second_document",
    "gsca_cli.render.built_in",
    "gsca_cli.snapshots.git",
    "gsca_cli.snapshots.lock",
    "gsca_cli.snapshots.revision",
}
"""What a check of files that are fine has no use for, and who waits for it at every start."""


def test_a_check_loads_nothing_that_it_has_no_use_for(small: Gsca) -> None:
    words = ["gsca", "validate", "--no-cache", "--today=2024-06-01", "--root", str(small.root)]
    code = (
        f"import sys; sys.argv = {words}; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("No findings.\n")
    assert set(done.stderr.split()) & IDLE == set()


def test_the_version_is_said_before_anything_is_loaded() -> None:
    code = (
        "import sys; sys.argv = ['gsca', '--version']; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"gsca {__version__}\n"
    loaded = {name for name in done.stderr.split() if name.startswith(("gsca_cli", "typer"))}
    assert loaded == {"gsca_cli", "gsca_cli.cli", "gsca_cli.cli.start", "gsca_cli.errors"}


@pytest.mark.parametrize("words", [[], ["--help"]])
def test_the_help_is_said_before_anything_is_loaded(words: list[str]) -> None:
    code = (
        f"import sys; sys.argv = ['gsca', *{words}]; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == Path(HELP).read_text("utf-8")
    loaded = {name for name in done.stderr.split() if name.startswith(("gsca_cli", "typer"))}
    assert loaded == {"gsca_cli", "gsca_cli.cli", "gsca_cli.cli.start", "gsca_cli.errors"}


@pytest.mark.parametrize("shell", Shell)
def test_the_script_for_a_shell_is_said_before_anything_is_loaded(shell: Shell) -> None:
    code = (
        f"import sys; sys.argv = ['gsca', 'completion', {str(shell)!r}]; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    script = ROOT / f"src/gsca_cli/cli/completing/gsca.{shell}"
    assert done.stdout == script.read_text("utf-8")
    loaded = {name for name in done.stderr.split() if name.startswith(("gsca_cli", "typer"))}
    assert loaded == {"gsca_cli", "gsca_cli.cli", "gsca_cli.cli.start", "gsca_cli.errors"}


def test_no_plugin_of_pydantic_is_looked_for_or_loaded(small: Gsca, tmp_path: Path) -> None:
    (tmp_path / "nosy-1.dist-info").mkdir()
    (tmp_path / "nosy-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: nosy\n")
    (tmp_path / "nosy-1.dist-info/entry_points.txt").write_text("[pydantic]\nnosy = nosy:nosy\n")
    (tmp_path / "nosy.py").write_text("raise SystemExit('a plugin was loaded')\n")
    code = (
        "import sys; sys.argv = ['gsca', 'validate', '--no-cache']; "
        "from gsca_cli.cli.start import main; main(); sys.stderr.write(' '.join(sys.modules))"
    )
    places = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": places}
    environment.pop("PYDANTIC_DISABLE_PLUGINS", None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=small.root,
        env=environment,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "pydantic.main" in loaded
    assert not loaded & {"nosy", "importlib.metadata", "email.message"}


def test_the_help_is_what_typer_makes_of_the_commands() -> None:
    assert Path(HELP).read_text("utf-8") == text(), "scripts/help_text.py writes it anew"


@pytest.mark.parametrize("columns", [80, 81, 200])
def test_a_wider_terminal_changes_nothing_of_it(columns: int) -> None:
    environment = {**os.environ, "COLUMNS": str(columns)}
    code = "from gsca_cli.cli.app import main; main(['--help'])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == text()


def test_a_narrower_one_is_laid_out_for() -> None:
    environment = {**os.environ, "COLUMNS": "40"}
    command = [sys.executable, "-m", "gsca_cli", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert done.stdout != text()
    assert max(len(line) for line in done.stdout.splitlines()) <= 50


def test_what_stands_in_files_is_read_from_the_index(small: Gsca) -> None:
    question = ["fish", "set", "oslo", "steps."]
    first, answer = modules_for(small.root, *question, first=OLD)
    assert "pydantic" in first
    modules, again = modules_for(small.root, *question, first=OLD)
    assert again == answer == ["steps.letter=\tLetter", "steps.plan=\tPlan"]
    assert not modules & NEVER


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fish"],
        ["bash"],
        ["bash", "a"],
        ["tcsh", "set", ""],
        ["fish", "set", "\udcff", ""],
        ["fish", "set", "oslo", "..=.="],
        ["fish", "set", "oslo", "x" * 10_000],
        ["fish", "--root", "\0", "show", ""],
        ["fish", "show", "--root", "/nonexistent", ""],
        ["fish", "show", "--root", "~nobody-has-this-name/x", ""],
    ],
)
def test_whatever_is_asked_nothing_is_said_beside_the_answer(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["gsca", "__complete", *words])
    assert main() == 0
    assert capsys.readouterr().err == ""


def test_outside_of_a_repository_nothing_is_offered_and_nothing_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gsca_cli", "__complete", "fish", "show", ""]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_everything_else_is_a_command_line() -> None:
    assert run("explain", "overdue").stdout.startswith("overdue")
    assert run("__completes").returncode == 2
    assert (ROOT / "pyproject.toml").read_text().count('gsca = "gsca_cli.cli.start:run"') == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_said_in_one_line_also_where_the_answer_is_remembered(small: Gsca) -> None:
    for _ in range(2):
        with open("/dev/full", "w") as full:  # noqa: PTH123 (a device)
            command = [sys.executable, "-m", "gsca_cli", "list", "cities"]
            done = subprocess.run(
                command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=small.root, check=False
            )
        assert (done.returncode, done.stderr) == (
            3,
            "gsca: cannot write the result: No space left on device\n",
        )
        # From now on it is remembered.
        assert run("list", "cities", "--root", str(small.root)).returncode == 0


def test_a_process_that_is_watched_ends_as_python_wants(tmp_path: Path) -> None:
    """A profile, for one, is written at the end."""
    command = [sys.executable, "-m", "cProfile", "-o", "profile", "-m", "gsca_cli", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.startswith("gsca ")
    assert (tmp_path / "profile").stat().st_size > 0
