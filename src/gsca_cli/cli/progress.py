"""How far the reading of many files is: one line on a terminal, gone when it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TextIO

from gsca_cli.checking import Watch

AFTER: Final = 1.0
"""Seconds of reading before anything is shown: most runs are over by then."""
_PAUSE: Final = 0.1
"""Seconds from one picture to the next."""
_WIDEST: Final = 80
_BAR: Final = 24
_MINUTE: Final = 60


class Progress:
    """Draws the one line, and wipes it; is told how many files are done, and how many there are.

    It does not hide the cursor, as the bars of libraries do: who kills gsca would not get it back.
    """

    def __init__(
        self,
        stream: TextIO,
        columns: int,
        *,
        after: float = AFTER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._width = min(columns, _WIDEST) - 1
        self._clock = clock
        self._begin = clock()
        self._due = self._begin + after
        self._drawn = 0

    def __call__(self, done: int, total: int) -> None:
        """Draw how far it is, where it is time to."""
        now = self._clock()
        if now < self._due:
            return
        self._due = now + _PAUSE
        line = progress_line(done, total, now - self._begin, self._width)
        if not line and not self._drawn:
            return
        self._stream.write(f"\r{line.ljust(self._drawn)}")
        self._stream.flush()
        self._drawn = len(line)

    def wipe(self) -> None:
        """Leave an empty line, with the cursor at its start."""
        if self._drawn:
            self._stream.write(f"\r{' ' * self._drawn}\r")
            self._stream.flush()
            self._drawn = 0


def progress_line(done: int, total: int, seconds: float, width: int) -> str:
    """A count, the time that is left and a bar, in as many words as fit; nothing if none do."""
    count, short = f"Reading: {done:,} of {total:,} files", f"{done:,}/{total:,}"
    bar = f"  [{'#' * (_BAR * done // total):<{_BAR}}]"
    # Before the first file is done, nobody knows how long the others take.
    time = _told(seconds * (total - done) / done) if done else ""
    long, brief = (f"  about {time} left", f" {time}") if time else ("", "")
    lines = (count + long + bar, count + long, f"Reading: {short}{brief}", short + brief)
    return next((line for line in lines if len(line) <= width), "")


def _told(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < _MINUTE else f"{seconds / _MINUTE:.0f} min"


@contextmanager
def watching() -> Iterator[Watch | None]:
    """What shows a person how far it is, as long as files are read; None if nobody looks."""
    if not _is_seen(os.environ):
        yield None
        return
    progress = Progress(sys.stderr, _columns(), after=AFTER)
    try:
        yield progress
    finally:
        progress.wipe()


def _is_seen(environment: Mapping[str, str]) -> bool:
    """Is standard error a terminal that can go back to the start of its line?"""
    if environment.get("CI") or environment.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


def _columns() -> int:
    """How wide the terminal is; standard output may be a file."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDEST
    except OSError:
        return _WIDEST
