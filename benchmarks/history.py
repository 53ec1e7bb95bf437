"""Write an alliance to a folder, or to the history of a new repository of git."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.alliance import Alliance

_BRANCH: Final = "refs/heads/main"
_START: Final = 1_640_995_200
"""The first of January 2022, in seconds; each commit is a day later."""
_DAY: Final = 86_400
_WHO: Final = "A Secretariat <secretariat@example.org>"


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Put files into a folder that is new or empty."""
    made: set[Path] = set()
    for path, text in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(text.encode())


def commit(folder: Path, alliance: Alliance, commits: int) -> None:
    """Make the folder a repository: all files at once, and then one city changed a commit."""
    _git(folder, "init", "--quiet", "--template=", f"--initial-branch={_BRANCH.split('/')[-1]}")
    command = ["git", "-C", str(folder), "fast-import", "--quiet", "--date-format=raw"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment()) as importer:
        assert importer.stdin  # noqa: S101 (it was asked for)
        for piece in _stream(alliance, commits):
            importer.stdin.write(piece)
        importer.stdin.close()
        if importer.wait():
            raise subprocess.CalledProcessError(importer.returncode, command)
    _git(folder, "reset", "--quiet")


def _stream(alliance: Alliance, commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads; the last commit holds what stands in the folder."""
    turns = [turn % alliance.cities for turn in range(commits - 1)]
    ages: dict[int, int] = {}
    for turn in turns:
        ages[turn] = ages.get(turn, 0) + 1
    yield _head(0, "Record the cities")
    yield from (_file(path, text) for path, text in alliance.files(ages))
    for number, turn in enumerate(turns, 1):
        ages[turn] -= 1
        path, text = alliance.city(turn, ages[turn])
        yield _head(number, f"Record how {Path(path).stem} has come on")
        yield _file(path, text)


def _head(number: int, message: str) -> bytes:
    when = f"{_START + number * _DAY} +0000"
    who = f"author {_WHO} {when}\ncommitter {_WHO} {when}\n"
    return f"commit {_BRANCH}\n{who}data {len(message)}\n{message}\n".encode()


def _file(path: str, text: str) -> bytes:
    content = text.encode()
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content)


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], env=_environment(), check=True)  # noqa: S607


def _environment() -> dict[str, str]:
    """Nothing of the settings of whoever runs this."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**own, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
