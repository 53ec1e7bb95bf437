"""Reads records here or, where there are thousands, in processes beside this one."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Self

from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.read import read_file
from gsca_cli.checking.outcome import Outcome, outcome_at_a_glance, outcome_of
from gsca_cli.checking.source import Told, Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import Silence, is_suspect
from gsca_cli.documents.comments import may_hold_allowances
from gsca_cli.snapshots.snapshot import InMemory

if TYPE_CHECKING:
    from gsca_cli.checking.processes import Processes

WORTH_PROCESSES: Final = 3_000
"""As many files as must be read, or looked at closely, before another process pays."""

_MOST_PROCESSES: Final = 8


def is_worth_a_look(line: str) -> bool:
    """May a check find something in a line, or a comment on it speak to gsca?"""
    return is_suspect(line) or may_hold_allowances(line)


_glances: Final = Glances(is_worth_a_look)

Made = Callable[[], Sequence[Told]]
"""Waits for what some files give."""


class Reader:
    """Reads files one after the other, at a glance if that is enough; `looks` if the checks do."""

    def __init__(self, context: Context, *, looks: bool) -> None:
        self.context = context
        self._looks = looks
        self._silence = Silence(context)

    def read(self, unread: Sequence[Unread], *, closely: bool = False) -> Sequence[Outcome]:
        """What some files give, each for itself; `closely` spares them a glance in vain."""
        if closely:
            return [self.closely(each) for each in unread]
        return [self.at_a_glance(each) or self.closely(each) for each in unread]

    def at_a_glance(self, unread: Unread) -> Outcome | None:
        """What one file gives, if a glance at it is enough."""
        glance = _glances.at(unread.place, unread.content)
        if glance is None:
            return None
        if not self._looks:
            return Outcome(glance.brief)
        # While nobody knows the settings, fewer mistakes are told: only a close look knows which.
        return outcome_at_a_glance(glance, self._silence) if self.context.settings_known else None

    def closely(self, unread: Unread) -> Outcome:
        """What one file gives, with all that is wrong with it."""
        return read(unread, self.context, looks=self._looks)


class Readers:
    """Reads some files after others, here or in processes beside this one.

    What they give is the same for any number of processes. `packs` tells that all of it will be
    packed anyway, as it is on its way from a process.
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
        if self._packs and (processes := self._processes_for(unread, expected)):
            return processes.begin(unread)
        # Else a glance takes no longer than to send a file to a process, and to unpack the answer.
        glanced = [self._reader.at_a_glance(each) for each in unread]
        doubtful = [each for each, known in zip(unread, glanced, strict=True) if known is None]
        self._met += len(unread)
        self._doubtful += len(doubtful)
        # As many of those to come as of those that were met.
        made = self._closely(doubtful, expected * self._doubtful // max(self._met, 1))

        def both() -> Sequence[Told]:
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


def read(unread: Unread, context: Context, *, looks: bool) -> Outcome:
    """What one file gives that is looked at closely; `looks` if the checks do."""
    snapshot = InMemory({unread.place.path: unread.content})
    return outcome_of(read_file(snapshot, unread.place), context, looks=looks)


def _usable() -> int:
    """How many processes this machine lets us use."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
    return min(os.cpu_count() or 1, _MOST_PROCESSES)
