"""Reads an alliance as `checking` does: with a memory, and a person who sees how far it is."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeGuard

from gsca_cli import checking
from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked
from gsca_cli.checking.shelves import Memory
from gsca_cli.checking.source import Remembering
from gsca_cli.cli.declared import Option
from gsca_cli.cli.progress import now
from gsca_cli.snapshots.landmarks import memory_of
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree

if TYPE_CHECKING:
    from gsca_cli.snapshots.revision import Revision

_ANSWER: Final = "Working out the answer"
"""What is done with what was read, unless somebody knows better."""

_cached: ContextVar[bool] = ContextVar("cached", default=True)


def _without_cache(wanted: bool) -> None:  # noqa: FBT001 (the value of the option)
    _cached.set(not wanted)


NoCache = Annotated[
    bool,
    Option(
        "--no-cache",
        callback=_without_cache,
        expose_value=False,
        help="Read every file anew: go by nothing that is remembered, and remember nothing.",
    ),
]


def check(snapshot: Snapshot, today: date, *, may_be_empty: bool = False) -> Checked:
    """Read everything and check it.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    watch = now("Reading", then="Checking the whole")
    checked = checking.check(
        snapshot, today, may_be_empty=may_be_empty, watch=watch, memory=_memory(snapshot)
    )
    now(_ANSWER)
    return checked


def unchecked(snapshot: Snapshot, today: date, *, may_be_empty: bool = False) -> Alliance:
    """The alliance alone, for whoever asks for no findings.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    watch = now("Reading", then=_ANSWER)
    return checking.unchecked(
        snapshot, today, may_be_empty=may_be_empty, watch=watch, memory=_memory(snapshot)
    )


def _memory(snapshot: Snapshot) -> Remembering | None:
    """What earlier runs know of the files of a repository; None if they are in none."""
    while isinstance(snapshot, Overlay):
        snapshot = snapshot.below
    if not _cached.get() or not _has_a_root(snapshot):
        return None
    folder = memory_of(str(snapshot.root))
    return partial(_opened, Path(folder)) if folder else None


def _has_a_root(snapshot: Snapshot) -> TypeGuard["Worktree | Revision"]:
    """Does it come from a folder on disk?"""
    if isinstance(snapshot, Worktree):
        return True
    # Who reads no commit is spared the machinery that starts git.
    from gsca_cli.snapshots.revision import Revision  # noqa: PLC0415

    return isinstance(snapshot, Revision)


@contextmanager
def _opened(folder: Path) -> Iterator[Memory]:
    """The cache of an alliance."""
    # Who has few files needs no database.
    from gsca_cli.checking.cache import Cache  # noqa: PLC0415
    from gsca_cli.checking.program import program  # noqa: PLC0415

    with closing(Cache(folder / "files.sqlite", program())) as cache:
        yield cache
