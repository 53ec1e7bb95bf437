"""gsca rename: another id for a record or a word, and in every record that names it."""

from datetime import date
from typing import Annotated

from gsca_cli.alliance.lookup import find
from gsca_cli.alliance.words import find_word
from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Argument
from gsca_cli.cli.edits import DryRun, Force, Manner, edit
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today
from gsca_cli.editing.plan import Plan
from gsca_cli.editing.renaming import rename, templates_naming
from gsca_cli.editing.renaming_words import rename_word
from gsca_cli.errors import NoSuchRecordError
from gsca_cli.snapshots.worktree import Worktree


def command(
    old: Annotated[
        str,
        Argument(
            metavar="OLD",
            help="The id of a record, or kind/id; step/id, status/id, role/id or standing/id.",
        ),
    ],
    new: Annotated[str, Argument(metavar="NEW", help="Its new id.")],
    root: Root = None,
    today: Today = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> int:
    """Give a record another id: its file gets the name, and every record names it so.

    A step of a track, and a status, a role or a standing of gsca.yaml, is renamed likewise.

    All files change, or none. The old id stays under `former_ids`, so that links and history still
    lead to the record.

    Example: gsca rename christiania oslo
    """

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        alliance = checked.alliance
        try:
            found = find(alliance, old)
        except NoSuchRecordError:
            if (word := find_word(alliance, old)) is None:
                raise
            made = rename_word(worktree, checked, word, new, day)
            now = word.id
        else:
            made = rename(worktree, checked, found.brief, new, day)
            now = found.brief.id
        if now != old.rpartition("/")[2]:
            tell(f"`{old}` is called `{now}` now")
        for path in templates_naming(worktree, now):
            tell(f"{path} names `{now}` too; it is not changed, look at it")
        return made

    return edit(root, today, plan, Manner(dry_run=dry_run, force=force))
