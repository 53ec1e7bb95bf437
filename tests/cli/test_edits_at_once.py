"""Commands that edit, as processes: several at once, and killed at any moment."""

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from git_repository import GitRepository
from gsca import Gsca

CITY: Final = "data/cities/oslo.yaml"
COMMAND: Final = (sys.executable, "-m", "gsca_cli")
NORTH: Final = "data/regions/north.yaml"


def start(root: Path, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*COMMAND, *words, "--root", str(root), "--today", "2024-06-01"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def ended(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    _, said = process.communicate(timeout=120)
    return process.returncode, said.decode()


@pytest.fixture
def root(small: Gsca) -> Path:
    return GitRepository(small.root).path


def data(root: Path) -> dict[str, bytes]:
    paths = (path for path in (root / "data").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def left_over(root: Path) -> set[str]:
    """Every file that is neither data nor git's, nor tells git to ignore what gsca keeps."""
    known = {"gsca.yaml", ".gsca/.gitignore", *data(root)}
    paths = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix() for path in paths}
    return {name for name in names - known if not name.startswith(".git/")}


@pytest.mark.parametrize("writers", [2, 8])
def test_no_edit_of_several_at_once_is_lost(root: Path, writers: int) -> None:
    started = [start(root, "set", "oslo", f"aliases+=Name {n}") for n in range(writers)]
    assert [ended(process) for process in started] == [(0, "gsca: 1 file changed\n")] * writers
    text = (root / CITY).read_text()
    assert sorted(re.findall(r"Name \d", text)) == [f"Name {n}" for n in range(writers)]
    assert not left_over(root)


def disturbed(root: Path, words: Sequence[str], after: float) -> int:
    """Run a command, and kill it after some time unless it has ended; its exit code."""
    process = start(root, *words)
    time.sleep(after)
    if process.poll() is None:
        process.kill()
    return ended(process)[0]


def aliases(root: Path) -> list[list[str]]:
    """The aliases of the two records that are always changed together."""
    return [re.findall("aliases: (.*)", (root / path).read_text()) for path in (CITY, NORTH)]


def test_a_command_that_is_killed_leaves_the_old_files_or_the_new(root: Path) -> None:
    moments = random.Random(1)  # noqa: S311 (nothing is secret here)
    begun = time.monotonic()
    assert ended(start(root, "set", "oslo,north", "aliases=none"))[0] == 0
    whole = time.monotonic() - begun
    old, new = "open-data", "open-city-data"
    for number in range(6):
        words = ["rename", old, new] if number % 2 else ["set", "oslo,north", f"aliases=N{number}"]
        code = disturbed(root, words, moments.uniform(0.5, 1.1) * whole)
        # The next command that edits finishes what was interrupted, or undoes it.
        assert ended(start(root, "set", "dig-once", f"name=Dig {number}"))[0] == 0
        one, other = aliases(root)
        assert one == other
        named = {name: (root / f"data/policies/{name}.yaml").exists() for name in (old, new)}
        assert sum(named.values()) == 1
        # Every reference leads to the file that is there.
        assert ended(start(root, "validate", "--strict"))[0] == 0
        if code == 0:
            assert named[new] if number % 2 else one == [f"[N{number}]"]
        if named[new]:
            old, new = new, old
        assert code in {0, -signal.SIGKILL}
        assert not left_over(root)
