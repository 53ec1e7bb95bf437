"""The figures of `gsca diff`: two moments, what changed between them, what was found since."""

from dataclasses import dataclass, replace

from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.comparison import Group
from gsca_cli.findings import Finding


@dataclass(frozen=True, slots=True)
class Diff:
    """All that changed between two moments.

    `before` and `after` say which these are. `layout` are files that differ, but say the same;
    `unread` those that could not be read on one side. `introduced` and `cured` are findings.
    """

    before: str
    after: str
    groups: tuple[Group, ...]
    records: int = 0
    changes: int = 0
    risks: int = 0
    layout: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    introduced: tuple[Finding, ...] = ()
    cured: tuple[Finding, ...] = ()


def counted(diff: Diff) -> Diff:
    """The figures, with how much they tell."""
    records = [record for group in diff.groups for record in group.records]
    return replace(
        diff,
        records=len(records),
        changes=sum(len(each.changes) + (each.what is not What.CHANGED) for each in records),
        risks=sum(
            bool(each.own_risks) + sum(bool(change.risks) for change in each.changes)
            for each in records
        ),
    )
