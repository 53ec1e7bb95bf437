"""Reads records here or, where there are thousands, in processes beside this one."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Final, Self

from gsca_cli.alliance.read import read_file
from gsca_cli.checking.outcome import Outcome, outcome_of
from gsca_cli.checking.packing import pack_outcome
from gsca_cli.checking.source import Told, Unread
from gsca_cli.checks.check import Context
from gsca_cli.snapshots.snapshot import InMemory

WORTH_PROCESSES: Final = 3_000
"""As many files as must be read before another process pays."""

_MOST_PROCESSES: Final = 8

Made = Callable[[], Sequence[Told]]
"""Waits for what some files give."""


class Readers:
    """Reads some files after others; `looks` if the checks look at each.

    What they give is the same for any number of processes.
    """

    def __init__(self, context: Context, *, looks: bool, processes: int | None = None) -> None:
        self._context = context
        self._looks = looks
        self._processes = _usable() if processes is None else processes
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)
            ended = multiprocessing.active_children()
            for process in ended:
                process.terminate()
            for process in ended:
                process.join()

    @property
    def at_once(self) -> int:
        """How many batches are worth beginning before the first is waited for."""
        return 2 * self._processes if self._executor else 1

    def begin(self, unread: Sequence[Unread], expected: int) -> Made:
        """Begin to read some files, of as many as are still expected."""
        if self._executor is None and self._processes > 1 and expected >= WORTH_PROCESSES:
            self._executor = ProcessPoolExecutor(
                # A copy of this process would have its threads' locks, and its talks with git.
                self._processes,
                multiprocessing.get_context("spawn"),
            )
        if self._executor is None or not unread:
            return lambda: _read(unread, self._context, looks=self._looks)
        try:
            with _no_interrupts():
                future = self._executor.submit(_told, unread, self._context, looks=self._looks)
        except BrokenExecutor:
            return lambda: _read(unread, self._context, looks=self._looks)
        return lambda: self._awaited(future, unread)

    def _awaited(
        self, future: "Future[Sequence[Told]]", unread: Sequence[Unread]
    ) -> Sequence[Told]:
        try:
            return future.result()
        except BrokenExecutor:
            # The system has ended a process, for want of memory perhaps.
            return _read(unread, self._context, looks=self._looks)


def _told(unread: Sequence[Unread], context: Context, *, looks: bool) -> Sequence[Told]:
    """What some files give, in the form that costs the least on its way."""
    outcomes = _read(unread, context, looks=looks)
    return [pack_outcome(outcome) or outcome for outcome in outcomes]


def _read(unread: Sequence[Unread], context: Context, *, looks: bool) -> Sequence[Outcome]:
    return [read(each, context, looks=looks) for each in unread]


def read(unread: Unread, context: Context, *, looks: bool) -> Outcome:
    """What one file gives; `looks` if the checks look at it."""
    snapshot = InMemory({unread.place.path: unread.content})
    return outcome_of(read_file(snapshot, unread.place), context, looks=looks)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Start processes that an interrupt from the keyboard leaves to this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _usable() -> int:
    """How many processes this machine lets us use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)
