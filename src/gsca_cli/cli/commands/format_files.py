"""gsca fmt: records in the one layout that all files share."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.edits import IDLE, TRYING, DryRun, Manner, edit
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today, open_checked, the_day, the_root, write
from gsca_cli.cli.progress import now
from gsca_cli.cli.scope import paths_of
from gsca_cli.editing.formatting import Formatted, formatted
from gsca_cli.editing.plan import Plan
from gsca_cli.findings import printable
from gsca_cli.snapshots.worktree import Worktree
from gsca_cli.triage.verdict import within


def command(
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="[PATH]...", help="Only these files and folders."),
    ] = None,
    root: Root = None,
    today: Today = None,
    check: Annotated[
        bool, Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
    dry_run: DryRun = False,
) -> int:
    """Lay out records in one way: order of keys, indentation, quotes, short forms, NFC.

    Comments stay with what they describe. No value changes, and gsca proves that for each file;
    one that it cannot read is left alone.

    Example: gsca fmt --check data/cities
    """
    chosen = paths_of(paths or [], the_root(root))
    made: list[Formatted] = []

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        files = [path for path in checked.files if not chosen or within(path, chosen)]
        watch = now("Laying out", then=TRYING)
        made.append(formatted(worktree, checked, files, day, watch))
        return made[-1].plan

    if check:
        worktree, checked = open_checked(root, today)
        plan(worktree, checked, the_day(today))
        return _said(made[-1])
    code = edit(root, today, plan, Manner(dry_run=dry_run, brief=not dry_run, idle=""))
    if not made[-1].plan.changes and not made[-1].left:
        tell(IDLE)
    return max(code, _told(made[-1].left))


def _said(found: Formatted) -> int:
    """Name the files that would change."""
    for change in found.plan.changes:
        write(f"{printable(change.path)}\n")
    if found.plan.changes:
        number = len(found.plan.changes)
        tell(f"{number} file{'s'[: number > 1]} would be laid out anew; `gsca fmt` does it")
    return max(int(bool(found.plan.changes)), _told(found.left))


def _told(left: Sequence[tuple[str, str]]) -> int:
    """Name the files that are left alone, and why; the exit code that follows."""
    for path, reason in left:
        tell(f"{path}: {reason}")
    return int(bool(left))
