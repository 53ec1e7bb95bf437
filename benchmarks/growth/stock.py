"""Repositories of any number of cities, in one folder or in a folder for each country."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Final

from benchmarks.alliance import Alliance
from benchmarks.history import commit
from benchmarks.places import MOST

WHO: Final = ("-c", "user.name=A Secretariat", "-c", "user.email=secretariat@example.org")


@dataclass(frozen=True)
class Stock(Alliance):
    """An alliance for git to hold, not for gsca to check.

    Where the places on the map are used up, the cities stand there again under other ids.
    """

    flat: bool = False
    stride: int = 1
    """Only every so manieth city: with the number of countries, the shard of the first one."""

    def __post_init__(self) -> None:
        """Refuse what cannot be made."""
        if self.cities < 1:
            message = "there must be a city"
            raise ValueError(message)

    def city(self, number: int, age: int = 0) -> tuple[str, str]:
        """The path of a city, and its text at an age."""
        turn, index = divmod(number * self.stride, MOST)
        known = Alliance(MOST, seed=self.seed + turn)
        path, text = known.city(index, age)
        return self._moved(PurePosixPath(path), turn), text

    @property
    def layout(self) -> str:
        """How the cities lie, in words."""
        if self.stride > 1:
            return "the shard of one country"
        return "one folder" if self.flat else "folders by country"

    def _moved(self, path: PurePosixPath, turn: int) -> str:
        if turn:
            path = path.with_stem(f"{path.stem}-{turn + 1}")
        return str(path.parents[1] / path.name if self.flat else path)


def make(folder: Path, stock: Stock, commits: int) -> None:
    """A repository with a history and its files on disk, ready to serve partial clones."""
    folder.mkdir(parents=True)
    commit(folder, stock, commits)
    git(folder, "reset", "--quiet", "--hard")
    git(folder, "config", "uploadpack.allowFilter", "true")


def git(folder: Path, *words: str, stdin: IO[bytes] | None = None) -> str:
    """What git answers."""
    command = ["git", "-C", str(folder), *words]
    done = subprocess.run(command, stdin=stdin, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def use_no_settings() -> None:
    """Let git know nothing of the settings of whoever runs this."""
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
