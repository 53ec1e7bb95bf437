"""Processes beside this one that read records; the one door to the machinery for it."""

import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import Final

from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.packing import as_text, may_be_packed, pack, unpack
from gsca_cli.checking.reader import Reader
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context

_ERRORS: Final = 2
"""The number of standard error."""


class Processes:
    """Some processes that read what they are given; `looks` if the checks look at each."""

    def __init__(self, number: int, context: Context, *, looks: bool) -> None:
        # A copy of this process would have its threads' locks, and its talks with git.
        spawning = multiprocessing.get_context("spawn")
        given = (context, looks)
        with _undisturbed():
            self._executor = ProcessPoolExecutor(number, spawning, _begin, given)
        self._reader = Reader(context, looks=looks)

    def begin(
        self, unread: Sequence[Unread], *, closely: bool = False
    ) -> Callable[[], Sequence[Outcome]]:
        """Begin to read some files; the call that it gives waits for what they give."""
        try:
            with _undisturbed():
                future = self._executor.submit(_told, unread, closely=closely)
        except BrokenExecutor:
            return lambda: self._reader.read(unread, closely=closely)

        def awaited() -> Sequence[Outcome]:
            try:
                return _unpacked(*future.result())
            except BrokenExecutor:
                # The system has ended a process, for want of memory perhaps.
                return self._reader.read(unread, closely=closely)

        return awaited

    def end(self) -> None:
        """End them at once, whatever they are doing."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        running = multiprocessing.active_children()
        for process in running:
            process.terminate()
        for process in running:
            process.join()


_reader: Reader
"""What a process beside the first one reads with, from its beginning on."""


def _begin(context: Context, looks: bool) -> None:  # noqa: FBT001 (it goes by position)
    global _reader  # noqa: PLW0603 (a process has nothing else that outlives a call)
    _reader = Reader(context, looks=looks)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """End this process in the midst of its work, once the one that wants it is gone."""
    if first := multiprocessing.parent_process():
        first.join()
        os._exit(0)


_Told = tuple[str, Sequence[Outcome | None]]
"""Outcomes as one text, in which those have no place that no text can carry."""


def _told(unread: Sequence[Unread], *, closely: bool) -> _Told:
    """What some files give, in the form that costs the least on its way."""
    given = _reader.read(unread, closely=closely)
    packed = [each for each in given if may_be_packed(each)]
    return as_text(pack(packed)), [None if may_be_packed(each) else each for each in given]


def _unpacked(text: str, others: Sequence[Outcome | None]) -> Sequence[Outcome]:
    packed = iter(unpack(json.loads(text)))
    return [each or next(packed) for each in others]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that leave an interrupt from the keyboard to this one, and are silent.

    Where this one ends first, Python would have them tell what they did not get, or had to tidy up.
    """
    if os.name == "nt":
        # There is no mask, and what writes to a terminal holds more than a number.
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _errors_to_nobody():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _errors_to_nobody() -> Iterator[None]:
    """What is started meanwhile has a standard error that nobody reads."""
    try:
        ours = os.dup(_ERRORS)
    except OSError:
        # It is closed.
        yield
        return
    try:
        nobody = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nobody, _ERRORS)
        os.close(nobody)
        yield
    finally:
        os.dup2(ours, _ERRORS)
        os.close(ours)
