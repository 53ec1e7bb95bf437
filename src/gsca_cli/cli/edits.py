"""What all editing commands share: the lock, the trial, the question, and the writing."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Final, NamedTuple

from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Option
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import open_worktree, the_day, the_root, wants_colour, write
from gsca_cli.cli.progress import now
from gsca_cli.cli.questions import confirmed
from gsca_cli.cli.reading import check
from gsca_cli.cli.schema_files import stale_schemas
from gsca_cli.cli.voice import ERR, say
from gsca_cli.editing.plan import Plan
from gsca_cli.errors import UsageError
from gsca_cli.findings import printable
from gsca_cli.render.as_diff import render_diff
from gsca_cli.render.as_findings import render_findings
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import MARKER
from gsca_cli.snapshots.store import Store, editing
from gsca_cli.snapshots.worktree import Worktree
from gsca_cli.triage.verdict import capped

_MOST_SHOWN = 5

DryRun = Annotated[bool, Option("--dry-run", help="Show what would change, and write nothing.")]
Force = Annotated[bool, Option("--force", help="Write it even if it adds errors.")]
Yes = Annotated[
    bool,
    Option("--yes", "-y", help="Do not ask before the cities that filters choose change."),
]

Planner = Callable[[Worktree, Checked, date], Plan]
"""Works out an edit from the files on disk, read and checked, and the day."""


TRYING: Final = "Trying the edit"
IDLE: Final = "nothing changes: it is so already"


class Manner(NamedTuple):
    """How an edit is to be made.

    `ask` tells that nobody has named each of its files, `brief` that their names are enough;
    `idle` is what to say if nothing changes, and nothing else is said.
    """

    dry_run: bool = False
    force: bool = False
    yes: bool = False
    ask: bool = False
    brief: bool = False
    idle: str = IDLE


def edit(root: Path | None, today: str | None, plan: Planner, manner: Manner) -> int:
    """Plan an edit, show it, and write it, under one lock; the exit code.

    Raises:
        CannotRunError: the files cannot be read or written, or somebody else is editing them.
        UsageError: it must be confirmed, and nobody is there to be asked.
    """
    day = the_day(today)
    if manner.dry_run:
        return _finish(*_planned(open_worktree(root), plan, day), manner)
    top = the_root(root)
    with editing(top) as store:
        made = _planned(Worktree(top), plan, day)
        if not manner.ask or manner.yes:
            return _finish(*made, manner, store)
    # Nobody waits for the lock while a person thinks: what changes meanwhile is refused.
    return _finish(*made, manner)


def _planned(
    worktree: Worktree, plan: Planner, day: date
) -> tuple[Worktree, Plan, Sequence[FileChange]]:
    """The edit, and the schemas that follow it."""
    checked = check(worktree, day, may_be_empty=True)
    if any(place.path == MARKER for place in checked.alliance.left_out):
        # Until it is mended, nobody is told what else the edit may bring.
        tell(f"{MARKER} cannot be read; `gsca validate` shows why")
    now(TRYING)
    made = plan(worktree, checked, day)
    return worktree, made, stale_schemas(worktree, made, day)


def _finish(
    worktree: Worktree,
    plan: Plan,
    schemas: Sequence[FileChange],
    manner: Manner,
    store: Store | None = None,
) -> int:
    if not plan.changes:
        if manner.idle:
            tell(manner.idle)
        return 0
    refused = plan.errors and not manner.force
    if manner.dry_run or not refused:
        write(_names(plan) if manner.brief else render_diff(plan.changes, plan.moved))
    _tell_findings(plan)
    if refused:
        number = f"{len(plan.errors)} error{'s'[: len(plan.errors) > 1]}"
        tell(f"nothing is written: the edit would add {number} (--force writes it all the same)")
        return 1
    if manner.dry_run:
        tell(f"{_files(plan)} would change{_beside(schemas)}; nothing is written (--dry-run)")
        return 0
    if manner.ask and not manner.yes and not _confirmed(plan):
        tell("nothing is written")
        return 0
    opened: AbstractContextManager[Store] = nullcontext(store) if store else editing(worktree.root)
    with opened as ready:
        now("Writing the files")
        ready.write([*plan.changes, *schemas])
    tell(f"{_files(plan)} changed{_beside(schemas)}")
    return 0


def _tell_findings(plan: Plan) -> None:
    """What the edit would bring: the first few, for one mistake may be made in many files."""
    shown, hidden = capped(plan.brings, _MOST_SHOWN)
    say(ERR, render_findings(shown, colour=wants_colour()))
    if hidden:
        tell(f"{hidden:,} more findings like these are not shown")
    for remark in plan.remarks[:_MOST_SHOWN]:
        tell(remark)


def _names(plan: Plan) -> str:
    return "".join(f"{printable(change.path)}\n" for change in plan.changes)


def _files(plan: Plan) -> str:
    number = len(plan.changes) - len(plan.moved)
    return f"{number} file{'s'[: number > 1]}"


def _beside(schemas: Sequence[FileChange]) -> str:
    """What is written with the files that were shown, so that editors know the new ids."""
    if len(schemas) == 1:
        return f", and {schemas[0].path}"
    return f", and {len(schemas)} schemas" if schemas else ""


def _confirmed(plan: Plan) -> bool:
    """Ask whether the edit that was shown is to be made.

    Raises:
        UsageError: nobody is there to be asked.
    """
    if not sys.stdin.isatty():
        message = f"{_files(plan)} would change: add --yes to write that, or --dry-run to look only"
        raise UsageError(message)
    return confirmed(f"Change {_files(plan)}?")
