"""gsca set: values of one or many records changed in their files."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.lookup import find
from gsca_cli.analysis.query import Filters, matching
from gsca_cli.checking import Checked
from gsca_cli.cli.declared import Argument
from gsca_cli.cli.edits import DryRun, Force, Manner, Yes, edit
from gsca_cli.cli.filters import Country, Policy, Programme, Region, Selected, Step, pairs
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Root, Today
from gsca_cli.editing.assignment import assignments, is_assignment
from gsca_cli.editing.plan import Plan
from gsca_cli.editing.setting import set_values
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.worktree import Worktree


def command(
    words: Annotated[
        list[str],
        Argument(metavar="ID[,ID...] ROUTE=VALUE...", help="Which records, and what changes."),
    ],
    root: Root = None,
    today: Today = None,
    region: Region = None,
    country: Country = None,
    policy: Policy = None,
    selected: Selected = None,
    step: Step = None,
    programme: Programme = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    force: Force = False,
) -> int:
    """Change values in the file of a record, and no other byte of it.

    ROUTE=VALUE sets a value, ROUTE= takes it away, ROUTE+=VALUE adds to a list, and ROUTE-=VALUE
    takes from it. A route is names and ids joined by dots, as `gsca show` lists them. In place of
    ids, filters choose cities; what would change is shown, and asked for.

    Example: gsca set oslo steps.plan=completed steps.plan.since=2022-06 sources+=annual-report
    """
    filters = Filters(
        regions=region or (),
        countries=country or (),
        policies=policy or (),
        programmes=programme or (),
        selected=pairs(selected),
        steps=pairs(step),
    )
    keys, changes = _split(words, filters)
    asked = assignments(changes)

    def plan(worktree: Worktree, checked: Checked, day: date) -> Plan:
        briefs = _chosen(checked.alliance, keys, filters)
        return set_values(worktree, checked, briefs, asked, day)

    manner = Manner(dry_run=dry_run, force=force, yes=yes, ask=bool(filters))
    return edit(root, today, plan, manner)


def _split(words: Sequence[str], filters: Filters) -> tuple[list[str], list[str]]:
    """The ids, and what is to change.

    Raises:
        UsageError: one of the two is missing, or both ids and filters are given.
    """
    first, *rest = words
    keys = [] if is_assignment(first) else [key for key in first.split(",") if key]
    changes = list(words) if is_assignment(first) else rest
    if not changes:
        message = f"what is to change? Write it behind the id, as in {first} name=Roma"
        raise UsageError(message)
    if bool(keys) == bool(filters):
        message = "name the records by their ids, or choose cities by filters such as --region"
        raise UsageError(message if not keys else f"{message}, not both")
    return keys, changes


def _chosen(alliance: Alliance, keys: Sequence[str], filters: Filters) -> list[Brief]:
    if filters:
        return matching(alliance, Kind.CITY, filters)
    found = [find(alliance, key) for key in keys]
    for each, key in zip(found, keys, strict=True):
        if each.former:
            tell(f"`{key}` is called `{each.brief.id}` now")
    return list({each.brief.path: each.brief for each in found}.values())
