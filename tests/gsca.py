"""gsca as a user runs it, within the tests' own process."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from gsca_cli.cli.app import main

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ran:
    """What a run of gsca gave."""

    code: int
    out: str
    err: str


class Gsca:
    """Runs gsca on a repository, on a fixed day if any, in a terminal of 80 columns."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], root: Path, today: str = "2024-06-01"
    ) -> None:
        self._capsys = capsys
        self.root = root
        self.today = today

    def __call__(self, *words: str) -> Ran:
        """Run with some words, and `--root` and `--today` where they are not given."""
        given = [*words, "--root", str(self.root)] if "--root" not in words else list(words)
        if "--today" not in words and self.today:
            given += ["--today", self.today]
        self._capsys.readouterr()
        code = main(given)
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)

    def out(self, *words: str) -> str:
        """The result of a run that must go well and say nothing beside it."""
        ran = self(*words)
        assert (ran.code, ran.err) == (0, "")
        return ran.out
