"""Edits under strace, which ends them at a system call, or lets that fail."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, Self

import pytest

KILLED: Final = -signal.SIGKILL
CALLS: Final = (
    "chmod,chown,close,fchmod,fchmodat,fchown,fchownat,flock,fsync,ftruncate,link,linkat,mkdir,"
    "mkdirat,openat,read,rename,renameat,renameat2,rmdir,unlink,unlinkat,write"
)
_TESTS: Final = Path(__file__).parents[1]
_CALL = re.compile(r"([a-z0-9]+)\(")
_OPENED = re.compile(r'openat\(AT_FDCWD, "(.*)", .* = (\d+)\n').fullmatch
_SYNCED = re.compile(r"fsync\((\d+)\) += 0\n").fullmatch
_NAMED = re.compile(
    r'(rename|link|unlink|mkdir|rmdir)(?:at2?)?\((?:.*, )?"([^"]*)"[^"]* = 0\n'
).fullmatch


class Call(NamedTuple):
    """A system call of an edit: its name, and how many calls of that name it makes it."""

    name: str
    number: int


class Ended(NamedTuple):
    """How an edit ended, what it had to say, and what strace wrote."""

    code: int
    said: str
    log: str

    @property
    def calls(self) -> Iterator[Call]:
        """The calls that it made, in their order."""
        numbers = Counter[str]()
        for line in self.log.splitlines():
            if found := _CALL.match(line):
                numbers[found[1]] += 1
                yield Call(found[1], numbers[found[1]])

    @property
    def steps(self) -> Iterator[str]:
        """What it changed of the files and their names, and what it had brought to the disk."""
        opened: dict[str, str] = {}
        for line in self.log.splitlines(keepends=True):
            if found := _OPENED(line):
                opened[found[2]] = found[1]
            elif found := _SYNCED(line):
                yield f"sync {opened[found[1]]}"
            elif found := _NAMED(line):
                yield f"{found[1]} {found[2]}"


class Watched:
    """Runs edits in processes of which strace sees no call but those of the edit."""

    def __init__(self, log: Path) -> None:
        if not shutil.which("strace"):
            pytest.skip("strace is not installed, which lets system calls fail")
        self._log = log
        self._victim = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("victim.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(_TESTS)},
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._victim:
            self._victim.kill()

    def run(self, edit: str, root: Path, inject: str = "") -> Ended:
        """Run an edit to its end."""
        process = int(self._ask(f"{edit} {root}\n"))
        _wait_until_stopped(process)
        words = [f"--output={self._log}", f"--trace={CALLS}", f"--attach={process}"]
        strace = subprocess.Popen(
            ["strace", *words, *([f"--inject={inject}"] if inject else [])],
            stderr=subprocess.PIPE,
            text=True,
        )
        with strace:
            assert strace.stderr
            answer = strace.stderr.readline()
            if "attached" not in answer:
                os.kill(process, signal.SIGKILL)
                pytest.skip(f"strace may not watch a process here: {answer.strip()}")
            os.kill(process, signal.SIGCONT)
            code, said = json.loads(self._answer())
        return Ended(code, said, self._log.read_text())

    def _ask(self, line: str) -> str:
        assert self._victim.stdin
        self._victim.stdin.write(line)
        self._victim.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._victim.stdout
        return self._victim.stdout.readline()


def _wait_until_stopped(process: int) -> None:
    status = Path(f"/proc/{process}/status")
    while "State:\tT" not in status.read_text():
        time.sleep(0.001)
