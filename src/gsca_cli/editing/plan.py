"""An edit that is not written yet: what it changes, and what it would bring."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checking import Checked, check, with_excerpts
from gsca_cli.findings import Finding, Severity
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of an edit, and the findings that were not there before it.

    `moved` tells of each file that only gets another path which one it was; `remarks` are for the
    person who edits. `after` is what the alliance would be, where it was tried.
    """

    changes: Sequence[FileChange]
    brings: Sequence[Finding] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    remarks: Sequence[str] = ()
    after: Alliance | None = None

    @property
    def errors(self) -> list[Finding]:
        """The errors that it would add: they are a reason not to write it."""
        return [finding for finding in self.brings if finding.severity is Severity.ERROR]


def planned(
    snapshot: Snapshot,
    before: Checked,
    changes: Iterable[FileChange],
    today: date,
    *,
    moved: Mapping[str, str] | None = None,
) -> Plan:
    """Try an edit on a snapshot that was checked; files that stay the same are left out."""
    changed = [change for change in changes if change.before != change.after]
    if not changed:
        return Plan(())
    after = Overlay(snapshot, {change.path: change.after for change in changed})
    tried = check(after, today)
    found = with_excerpts(after, tried.findings)
    brings = added(found, before.findings, {change.path for change in changed})
    return Plan(changed, brings, moved or {}, after=tried.alliance)


def added(
    now: Iterable[Finding], before: Iterable[Finding], changed: Collection[str]
) -> list[Finding]:
    """The findings that were not there before, wherever they stood.

    The line that a finding stands on may be another now, and so may the file, if it was renamed.
    """
    known = Counter(_mark(finding, changed) for finding in before)
    new = []
    for finding in now:
        known[mark := _mark(finding, changed)] -= 1
        if known[mark] < 0:
            new.append(finding)
    return new


def _mark(finding: Finding, changed: Collection[str]) -> tuple[str, str, str]:
    path = finding.location.path
    return finding.code, "" if path in changed else path, finding.message
