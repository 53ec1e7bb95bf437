"""The boundary: exit codes, what is loaded, and the streams of a real process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from gsca import ROOT
from small_alliance import FILES, TODAY

from gsca_cli import __version__
from gsca_cli.cli import options
from gsca_cli.cli.app import main
from gsca_cli.cli.known_commands import COMMANDS

HEAVY = {"pydantic", "rich", "jinja2", "yaml", "ruamel", "babel", "gsca_cli.render.confined"}


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gsca_cli", *words]
    env = {**os.environ, **environment}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=env, check=False
    )


def loaded_by(*words: str, folder: Path = ROOT) -> set[str]:
    """The modules that a command line loads."""
    code = (
        f"import sys; from gsca_cli.cli.app import main; main({list(words)!r}); "
        "sys.stderr.write(' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=True)
    return set(done.stderr.split())


def test_help_and_version_load_nothing_heavy() -> None:
    assert not loaded_by("--help") & HEAVY
    assert not loaded_by("--version") & HEAVY


def test_validating_loads_no_renderer() -> None:
    assert not loaded_by("validate") & {"rich", "jinja2", "ruamel", "babel"}


def test_what_is_written_plainly_is_validated_and_listed_without_the_models(tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    loaded = loaded_by("list", "cities", "--format", "csv", "--no-cache", folder=tmp_path)
    assert not loaded & HEAVY
    loaded = loaded_by("validate", "--today", str(TODAY), "--no-cache", folder=tmp_path)
    assert not loaded & HEAVY
    models = {f"gsca_cli.records.{name}" for name in ("city", "record", "settings", "values")}
    assert not loaded & models
    loaded = loaded_by("validate", "--today", "2026-06-01", "--no-cache", folder=tmp_path)
    assert models <= loaded, "a state that is old has to be explained"


def test_a_markdown_report_loads_no_terminal_and_starts_no_process() -> None:
    confined = "gsca_cli.render.confined"
    assert not loaded_by("report", "--format", "md") & {"rich", "ruamel", confined}


@pytest.mark.parametrize("words", [[], ["--help"], ["report", "--help"]])
def test_help_is_plain_text(words: list[str]) -> None:
    done = run(*words, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert_is_plain(done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_is_plain_text(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([name, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert_is_plain(out)


def assert_is_plain(text: str) -> None:
    assert text.startswith("Usage: gsca ")
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text
    assert text.isascii()


def test_the_version_is_said() -> None:
    assert run("--version").stdout == f"gsca {__version__}\n"


def test_a_bug_is_called_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        message = "nobody thought of this"
        raise RuntimeError(message)

    monkeypatch.setattr("gsca_cli.cli.subject.open_worktree", broken)
    assert main(["validate"]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert "RuntimeError: nobody thought of this" in err
    assert err.endswith("gsca: this is a bug in gsca; please report it with the lines above\n")


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gsca_cli.cli.subject.open_worktree", interrupted)
    assert main(["validate"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -m gsca_cli report | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp932"])
def test_letters_come_out_as_utf_8_whatever_the_terminal_claims(encoding: str) -> None:
    done = run("report", "--format", "md", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "Córdoba" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_colour_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not options.wants_colour()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert options.wants_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not options.wants_colour()
