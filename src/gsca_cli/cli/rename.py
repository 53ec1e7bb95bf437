"""gsca rename: another id for a record, in its file name and in every record that names it."""

from datetime import date
from typing import Annotated

import typer

from gsca_cli.alliance.lookup import find
from gsca_cli.checking import Checked
from gsca_cli.cli.edits import DryRun, Force, Manner, edit
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today
from gsca_cli.editing.plan import Plan
from gsca_cli.editing.renaming import rename, templates_naming
from gsca_cli.snapshots.worktree import Worktree


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id of a record, or kind/id.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    root: Root = None,
    today: Today = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> int:
    """Give a record another id: its file gets the name, and every record names it so.

    All files change, or none. The old id stays under `former_ids`, so that links and history still
    lead to the record.

    Example: gsca rename christiania oslo
    """

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        found = find(checked.alliance, old)
        if found.former:
            tell(f"`{old}` is called `{found.brief.id}` now")
        made = rename(worktree, checked, found.brief, new, day)
        for path in templates_naming(worktree, found.brief.id):
            tell(f"{path} names `{found.brief.id}` too; it is not changed, look at it")
        return made

    return edit(root, today, plan, Manner(dry_run=dry_run, force=force))
