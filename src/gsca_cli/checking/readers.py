"""Reads records here or, where there are thousands, in processes beside this one."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Self

from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.reader import Reader
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context

if TYPE_CHECKING:
    from gsca_cli.checking.processes import Processes

WORTH_PROCESSES: Final = 3_000
"""As many files as must be read, or looked at closely, before another process pays."""

WORTH_SENDING: Final = 3
"""As many processes as must be usable before it pays to send them what a glance would do for.

Two, that must be sent each file and tell what it gives, take as long as this one does alone.
"""

_MOST_PROCESSES: Final = 8

Made = Callable[[], Sequence[Outcome]]
"""Waits for what some files give."""


class Readers:
    """Reads some files after others, here or in processes beside this one.

    What they give is the same for any number of processes. `packs` tells that all of it will be
    packed and remembered, so that this process has more to do than to read.
    """

    def __init__(
        self, context: Context, *, looks: bool, packs: bool = False, number: int | None = None
    ) -> None:
        self._context = context
        self._looks = looks
        self._packs = packs
        self._number = _usable() if number is None else number
        self._reader = Reader(context, looks=looks)
        self._processes: Processes | None = None
        self._met = self._doubtful = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._processes:
            self._processes.end()

    @property
    def at_once(self) -> int:
        """How many batches are worth beginning before the first is waited for."""
        return 2 * self._number if self._processes else 1

    def begin(self, unread: Sequence[Unread], expected: int) -> Made:
        """Begin to read some files, of as many as are still expected."""
        sends = self._packs and self._number >= WORTH_SENDING
        if sends and (processes := self._processes_for(unread, expected)):
            return processes.begin(unread)
        # Else a glance takes no longer than to send a file to a process, and to unpack the answer.
        glanced = self._reader.at_a_glance(unread)
        doubtful = [each for each, known in zip(unread, glanced, strict=True) if known is None]
        self._met += len(unread)
        self._doubtful += len(doubtful)
        # As many of those to come as of those that were met.
        made = self._closely(doubtful, expected * self._doubtful // max(self._met, 1))

        def both() -> Sequence[Outcome]:
            rest = iter(made())
            return [known or next(rest) for known in glanced]

        return both

    def _closely(self, unread: Sequence[Unread], expected: int) -> Made:
        """Begin to look closely at some files, of as many as are expected."""
        if processes := self._processes_for(unread, expected):
            return processes.begin(unread, closely=True)
        return lambda: self._reader.read(unread, closely=True)

    def _processes_for(self, unread: Sequence[Unread], expected: int) -> "Processes | None":
        """The processes that read some files, if so many are expected that they pay."""
        if not unread:
            return None
        if self._processes is None and self._number > 1 and expected >= WORTH_PROCESSES:
            # Who reads few files is spared the machinery of processes.
            from gsca_cli.checking.processes import Processes  # noqa: PLC0415

            self._processes = Processes(self._number, self._context, looks=self._looks)
        return self._processes


def _usable() -> int:
    """How many processes this machine lets us use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)
