"""The figures of `gsca diff`: two moments, what changed between them, what was found since."""

from dataclasses import dataclass, replace

from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.comparison import Group
from gsca_cli.analysis.changes.dangling import Dangling
from gsca_cli.findings import Allowed, Finding


@dataclass(frozen=True, slots=True)
class Diff:
    """All that changed between two moments.

    `before` and `after` say which these are. `layout` are files that differ, but say the same;
    `unread` those that could not be read on one side.

    If it `is_checked`, the findings of both moments were compared. `introduced` are those that
    came, without those on what is `dangling`; `cured` those that went, though their record is still
    there. `allowed` are those that a comment allows now, `disallowed` those of which the comment is
    gone, `silenced` those whose check `gsca.yaml` silences now.
    """

    before: str
    after: str
    groups: tuple[Group, ...]
    records: int = 0
    changes: int = 0
    risks: int = 0
    layout: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    is_checked: bool = False
    dangling: tuple[Dangling, ...] = ()
    introduced: tuple[Finding, ...] = ()
    cured: tuple[Finding, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    disallowed: tuple[Allowed, ...] = ()
    silenced: tuple[Finding, ...] = ()


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
