"""The figures of `gsca diff`: two moments, what changed between them, what was found since."""

from dataclasses import dataclass

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
    records: int
    changes: int
    risks: int
    groups: tuple[Group, ...]
    layout: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    introduced: tuple[Finding, ...] = ()
    cured: tuple[Finding, ...] = ()
