"""gsca new: the file of a new record, with all that it must say."""

from datetime import date
from typing import Annotated

from gsca_cli.checking import Checked
from gsca_cli.cli.asking import asked_for, can_ask
from gsca_cli.cli.declared import Argument
from gsca_cli.cli.edits import DryRun, Force, Manner, edit
from gsca_cli.cli.options import Root, Today, the_kind
from gsca_cli.editing.assignment import assignments
from gsca_cli.editing.creating import Wanted, new_record
from gsca_cli.editing.new_place import new_place
from gsca_cli.editing.plan import Plan
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.worktree import Worktree

_KINDS = [kind for kind in Kind if kind is not Kind.ALLIANCE]


def command(
    kind: Annotated[str, Argument(metavar="KIND", help="city, policy, source ...")],
    name: Annotated[str, Argument(metavar="ID", help="Its id: oslo, or with a folder, no/oslo.")],
    words: Annotated[
        list[str] | None, Argument(metavar="[ROUTE=VALUE]...", help="What it says.")
    ] = None,
    root: Root = None,
    today: Today = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> int:
    """Make the file of a new record: what is given, and a comment on each other field.

    A country may be given by its code or its name. On a terminal, gsca asks for what the record
    must have and nobody gave. A record like one that is there already is refused.

    Example: gsca new city oslo name=Oslo country=Norway regions+=north sources+=annual-report
    """
    place = new_place(the_kind(kind, _KINDS), name)
    asked = assignments(words or ())
    if can_ask():
        asked = asked_for(root, today, place, asked)

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        return new_record(worktree, checked, Wanted(place, asked, force), day)

    return edit(root, today, plan, Manner(dry_run=dry_run, force=force))
