"""How far a long run is, and what it does: one line on a terminal, gone before anything is said."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, TextIO

from gsca_cli.cli.voice import do_before_words

AFTER: Final = 1.0
"""Seconds before anything is shown: most runs are over by then."""
_PAUSE: Final = 0.1
"""Seconds from one picture to the next."""
_TICK: Final = 0.5
"""The same, where nobody counts: only the seconds go on."""
_WIDEST: Final = 80
_BAR: Final = 24
_MINUTE: Final = 60


class Progress:
    """Draws the one line, and wipes it; is told what is being done, and how many files are done.

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
        self._words, self._then = "Reading", ""
        self._count: tuple[int, int] | None = None
        self._drawn = 0
        # Where nobody looks, there are no threads.
        from threading import Event, Lock  # noqa: PLC0415

        self._over = Event()
        # The one who draws while nobody counts is another thread.
        self._lock = Lock()

    def now(self, words: str, then: str = "") -> None:
        """Say what is being done from here on, and after the last of its files, if it has some."""
        with self._lock:
            self._words, self._then = words, then
            self._begin = self._clock()
            self._count = None
            if self._drawn:
                self._due = self._begin
        self.draw()

    def __call__(self, done: int, total: int) -> None:
        """Tell how many files are done, and how many there are."""
        if done == total:
            self.now(self._then or self._words)
            return
        self._count = done, total
        self.draw()

    def draw(self) -> None:
        """Draw how far it is, where it is time to."""
        now = self._clock()
        if now < self._due:
            return
        with self._lock:
            if self._over.is_set():
                return
            self._due = now + _PAUSE
            line = self._line(now - self._begin)
            if line or self._drawn:
                self._stream.write(f"\r{line.ljust(self._drawn)}")
                self._stream.flush()
                self._drawn = len(line)

    def _line(self, seconds: float) -> str:
        if self._count:
            return progress_line(self._words, *self._count, seconds, self._width)
        return waiting_line(self._words, seconds, self._width)

    def keep_drawing(self) -> None:
        """Draw it again and again until it is wiped."""
        # Whoever looked has gone, if the terminal has.
        with suppress(OSError):
            while not self._over.wait(_TICK):
                self.draw()

    def wipe(self) -> None:
        """Leave an empty line, with the cursor at its start, and draw no more."""
        self._over.set()
        with self._lock:
            if self._drawn:
                self._stream.write(f"\r{' ' * self._drawn}\r")
                self._stream.flush()
                self._drawn = 0


def progress_line(words: str, done: int, total: int, seconds: float, width: int) -> str:
    """A count, the time that is left and a bar, in as many words as fit; nothing if none do."""
    count, short = f"{words}: {done:,} of {total:,} files", f"{done:,}/{total:,}"
    bar = f"  [{'#' * (_BAR * done // total):<{_BAR}}]"
    # Before the first file is done, nobody knows how long the others take.
    time = _told(seconds * (total - done) / done) if done else ""
    long, brief = (f"  about {time} left", f" {time}") if time else ("", "")
    lines = (count + long + bar, count + long, f"{words}: {short}{brief}", short + brief)
    return _longest(lines, width)


def waiting_line(words: str, seconds: float, width: int) -> str:
    """What cannot be counted, and the seconds that it has taken, in as many words as fit."""
    time = f"{int(seconds):,} s"
    return _longest((f"{words}: {time}", time), width)


def _longest(lines: tuple[str, ...], width: int) -> str:
    return next((line for line in lines if len(line) <= width), "")


def _told(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < _MINUTE else f"{seconds / _MINUTE:.0f} min"


_shown: list[Progress] = []
"""The line that a person sees now, if there is one."""


def now(words: str, then: str = "") -> Progress | None:
    """Show a person what is being done, until something is said; None if nobody looks.

    Who does it for many files can tell how many are done; after the last one, it says `then`.
    """
    if not _is_seen(os.environ):
        return None
    if not _shown:
        from threading import Thread  # noqa: PLC0415 (see above)

        progress = Progress(sys.stderr, _columns(), after=AFTER)
        _shown.append(progress)
        do_before_words(_wiped)
        Thread(target=progress.keep_drawing, daemon=True).start()
    _shown[0].now(words, then)
    return _shown[0]


def _wiped() -> None:
    for progress in _shown:
        progress.wipe()
    _shown.clear()


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
