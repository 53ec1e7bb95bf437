"""gsca on a terminal that is no real one: what it writes there, and what a person then sees."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
tty = pytest.importorskip("tty")
termios = pytest.importorskip("termios")

_LEFT_OUT = {"CI", "COLUMNS", "LINES", "PAGER", "GSCA_PAGER", "LESS"}
"""Variables that would tell gsca of another terminal."""


@dataclass(frozen=True)
class OnTerminal:
    """The exit code of a run, what reached the terminal, and what went to the pipe beside it."""

    code: int
    written: str
    piped: str


@dataclass(frozen=True)
class Terminal:
    """A terminal of some size, with the variables that the user has set."""

    rows: int = 24
    columns: int = 80
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(
        self,
        folder: Path,
        words: Sequence[str],
        streams: Sequence[str] = ("stdout", "stderr"),
        before: str = "",
    ) -> OnTerminal:
        """Run gsca with some of its streams on the terminal, the others in a pipe.

        `before` is Python that runs first.
        """
        code = f"import sys\n{before}\nfrom gsca_cli.cli.app import main\nsys.exit(main())"
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        termios.tcsetwinsize(theirs, (self.rows, self.columns))
        process = subprocess.Popen(
            [sys.executable, "-c", code, *words],
            cwd=folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=theirs if "stdout" in streams else subprocess.PIPE,
            stderr=theirs if "stderr" in streams else subprocess.PIPE,
        )
        os.close(theirs)
        written = b"".join(iter(lambda: _some(ours), b""))
        os.close(ours)
        out, err = process.communicate()
        piped = (out or b"") + (err or b"")
        return OnTerminal(process.returncode, written.decode(), piped.decode())

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        return {**kept, "TERM": "xterm", "NO_COLOR": "1", "PAGER": "cat", **self.environment}


def _some(terminal: int) -> bytes:
    # Linux calls it an error that nobody holds the other end any more.
    with suppress(OSError):
        return os.read(terminal, 65536)
    return b""


def screen(written: str) -> list[str]:
    """What a person sees in the end: a return goes back, and what comes then overwrites."""
    lines = []
    for line in written.split("\n"):
        shown: list[str] = []
        for part in line.split("\r"):
            shown[: len(part)] = part
        lines.append("".join(shown).rstrip())
    return lines
