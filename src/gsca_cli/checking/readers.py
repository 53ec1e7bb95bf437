"""Reads records here or, where there are thousands, in processes beside this one."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Self

from gsca_cli.alliance.read import read_file
from gsca_cli.checking.outcome import Outcome, outcome_of
from gsca_cli.checking.source import Told, Unread
from gsca_cli.checks.check import Context
from gsca_cli.snapshots.snapshot import InMemory

if TYPE_CHECKING:
    from gsca_cli.checking.processes import Processes

WORTH_PROCESSES: Final = 3_000
"""As many files as must be read before another process pays."""

_MOST_PROCESSES: Final = 8

Made = Callable[[], Sequence[Told]]
"""Waits for what some files give."""


class Readers:
    """Reads some files after others; `looks` if the checks look at each.

    What they give is the same for any number of processes.
    """

    def __init__(self, context: Context, *, looks: bool, number: int | None = None) -> None:
        self._context = context
        self._looks = looks
        self._number = _usable() if number is None else number
        self._processes: Processes | None = None

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
        if self._processes is None and self._number > 1 and expected >= WORTH_PROCESSES:
            # Who reads few files is spared the machinery of processes.
            from gsca_cli.checking.processes import Processes  # noqa: PLC0415

            self._processes = Processes(self._number, self._context, looks=self._looks)
        if self._processes and unread:
            return self._processes.begin(unread)
        return lambda: read_here(unread, self._context, looks=self._looks)


def read_here(unread: Sequence[Unread], context: Context, *, looks: bool) -> Sequence[Outcome]:
    """What some files give, each for itself."""
    return [read(each, context, looks=looks) for each in unread]


def read(unread: Unread, context: Context, *, looks: bool) -> Outcome:
    """What one file gives; `looks` if the checks look at it."""
    snapshot = InMemory({unread.place.path: unread.content})
    return outcome_of(read_file(snapshot, unread.place), context, looks=looks)


def _usable() -> int:
    """How many processes this machine lets us use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)
