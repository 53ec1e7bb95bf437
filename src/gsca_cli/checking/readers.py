"""Reads records here or, where there are thousands, in processes beside this one."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Self

from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.read import read_file
from gsca_cli.checking.outcome import Outcome, outcome_at_a_glance, outcome_of
from gsca_cli.checking.source import Told, Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import is_suspect
from gsca_cli.documents.comments import may_hold_allowances
from gsca_cli.snapshots.snapshot import InMemory

if TYPE_CHECKING:
    from gsca_cli.checking.processes import Processes

WORTH_PROCESSES: Final = 3_000
"""As many files as must be looked at closely before another process pays."""

_MOST_PROCESSES: Final = 8


def is_worth_a_look(line: str) -> bool:
    """May a check find something in a line, or a comment on it speak to gsca?"""
    return is_suspect(line) or may_hold_allowances(line)


_glances: Final = Glances(is_worth_a_look)

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
        """Begin to read some files, of as many as are still expected.

        At a glance they are read here: that is done before another process has heard of them.
        """
        glanced = [self._at_a_glance(each) for each in unread]
        doubtful = [each for each, known in zip(unread, glanced, strict=True) if known is None]
        self._met += len(unread)
        self._doubtful += len(doubtful)
        # As many of those to come as of those that were met.
        made = self._closely(doubtful, expected * self._doubtful // max(self._met, 1))

        def both() -> Sequence[Told]:
            rest = iter(made())
            return [known or next(rest) for known in glanced]

        return both

    def _at_a_glance(self, unread: Unread) -> Outcome | None:
        """What one file gives, if a glance at it is enough."""
        glance = _glances.at(unread.place, unread.content)
        if glance is None:
            return None
        return outcome_at_a_glance(glance, self._context, looks=self._looks)

    def _closely(self, unread: Sequence[Unread], expected: int) -> Made:
        """Begin to look closely at some files, of as many as are expected."""
        if self._processes is None and self._number > 1 and expected >= WORTH_PROCESSES:
            # Who reads few files is spared the machinery of processes.
            from gsca_cli.checking.processes import Processes  # noqa: PLC0415

            self._processes = Processes(self._number, self._context, looks=self._looks)
        if self._processes and unread:
            return self._processes.begin(unread)
        return lambda: read_here(unread, self._context, looks=self._looks)


def read_here(unread: Sequence[Unread], context: Context, *, looks: bool) -> Sequence[Outcome]:
    """What some files give that are looked at closely, each for itself."""
    return [read(each, context, looks=looks) for each in unread]


def read(unread: Unread, context: Context, *, looks: bool) -> Outcome:
    """What one file gives that is looked at closely; `looks` if the checks do."""
    snapshot = InMemory({unread.place.path: unread.content})
    return outcome_of(read_file(snapshot, unread.place), context, looks=looks)


def _usable() -> int:
    """How many processes this machine lets us use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)
