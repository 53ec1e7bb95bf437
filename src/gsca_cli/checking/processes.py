"""Processes beside this one that read records; the one door to the machinery for it."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager

from gsca_cli.checking.packing import pack_outcome
from gsca_cli.checking.readers import read_here
from gsca_cli.checking.source import Told, Unread
from gsca_cli.checks.check import Context


class Processes:
    """Some processes that read what they are given; `looks` if the checks look at each."""

    def __init__(self, number: int, context: Context, *, looks: bool) -> None:
        # A copy of this process would have its threads' locks, and its talks with git.
        spawning = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(number, spawning)
        self._context = context
        self._looks = looks

    def begin(self, unread: Sequence[Unread]) -> Callable[[], Sequence[Told]]:
        """Begin to read some files; the call that it gives waits for what they give."""
        try:
            with _no_interrupts():
                future = self._executor.submit(_told, unread, self._context, looks=self._looks)
        except BrokenExecutor:
            return lambda: self._here(unread)

        def awaited() -> Sequence[Told]:
            try:
                return future.result()
            except BrokenExecutor:
                # The system has ended a process, for want of memory perhaps.
                return self._here(unread)

        return awaited

    def end(self) -> None:
        """End them at once, whatever they are doing."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        running = multiprocessing.active_children()
        for process in running:
            process.terminate()
        for process in running:
            process.join()

    def _here(self, unread: Sequence[Unread]) -> Sequence[Told]:
        return read_here(unread, self._context, looks=self._looks)


def _told(unread: Sequence[Unread], context: Context, *, looks: bool) -> Sequence[Told]:
    """What some files give, in the form that costs the least on its way."""
    outcomes = read_here(unread, context, looks=looks)
    return [pack_outcome(outcome) or outcome for outcome in outcomes]


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
