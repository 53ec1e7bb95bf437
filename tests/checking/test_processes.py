"""Processes beside the first one end with it, however it ends, and without a word."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from small_alliance import OSLO, TODAY

from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.processes import Processes
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath

CONTEXT = Context(NO_SETTINGS, TODAY, codes=CODES)

PROGRAM = """
import os, signal, sys, threading, time
from datetime import date
from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.processes import Processes
from gsca_cli.checking.reader import Reader
from gsca_cli.checks.check import Context

# Who starts the tests in the background has all their processes ignore it.
signal.signal(signal.SIGINT, signal.SIG_DFL)

def tell(word):
    os.write(1, word)

def read(*_, **__):
    {reading}
    return []

Reader.read = read

if __name__ == "__main__":
    {before}
    processes = Processes(2, Context(NO_SETTINGS, date(2024, 1, 1), codes=CODES), looks=True)
    made = [processes.begin([]), processes.begin([])]
    {then}
    time.sleep(1_000)
"""
"""Begins to read in two processes; each of them runs the beginning of it, too."""

BEFORE_THEY_ARE_TOLD = """
    from multiprocessing import util
    spawn = util.spawnv_passfds
    def spawn_slowly(path, words, passed):
        started = spawn(path, words, passed)
        if "--multiprocessing-fork" in words:
            util.spawnv_passfds = spawn
            tell(b"..")
            time.sleep(2)
        return started
    util.spawnv_passfds = spawn_slowly
"""

MOMENTS = {
    "they are not told what to do": {
        "before": BEFORE_THEY_ARE_TOLD,
        "reading": "pass",
        "then": "pass",
    },
    "they start": {"before": "pass", "reading": "pass", "then": "tell(b'..')"},
    "they read": {"before": "pass", "reading": "tell(b'.'); time.sleep(1_000)", "then": "pass"},
    "they wait for more": {
        "before": "pass",
        "reading": "pass",
        "then": "[each() for each in made]; tell(b'..')",
    },
}

PRESSED = {
    "before": "pass",
    # The first one would read itself what the others did not live to read.
    "reading": "tell(b'!' if __name__ == '__main__' else b'.')",
    "then": """
    def press():
        while True:
            os.killpg(0, signal.SIGINT)
            time.sleep(0.005)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=press, daemon=True).start()
    [each() for each in made]
""",
}


@contextmanager
def running(program: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is gone afterwards, with all that it started."""
    with subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="needs the signals of POSIX")
@pytest.mark.parametrize("by", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_they_end_with_the_first(tmp_path: Path, moment: str, by: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(**MOMENTS[moment]))
    with running(program) as first:
        assert first.stdout
        told = [os.read(first.stdout.fileno(), 1) for _ in range(2)]
        first.send_signal(getattr(signal, by))
        # The pipes have an end once nobody holds them, and all that are started do.
        out, err = first.communicate(timeout=60)
    assert (told, out, err.decode()) == ([b".", b"."], b"", "")


@pytest.mark.skipif(os.name == "nt", reason="needs the signals of POSIX")
def test_an_interrupt_from_the_keyboard_is_left_to_the_first(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(**PRESSED))
    with running(program) as first:
        assert first.stdout
        told = [os.read(first.stdout.fileno(), 1) for _ in range(2)]
        first.kill()
        out, err = first.communicate(timeout=60)
    assert (told, out, err.decode()) == ([b".", b"."], b"", "")


def test_what_cannot_be_read_fails_in_the_first_one() -> None:
    place = RecordPath("data/cities/oslo.yaml", Kind.CITY, "oslo")
    good, bad = Unread(place, OSLO.encode()), Unread(place, 5)  # type: ignore[arg-type]
    with ExitStack() as stack:
        processes = Processes(1, CONTEXT, looks=True)
        stack.callback(processes.end)
        first, second = processes.begin([bad], closely=True), processes.begin([good], closely=True)
        with pytest.raises(TypeError):
            first()
        assert len(second()) == 1
