"""What a validation checks, and which of its findings count."""

import os
import sys
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.checking import Checked
from gsca_cli.cli.reading import check
from gsca_cli.errors import NoDataError, UsageError
from gsca_cli.findings import Finding
from gsca_cli.own_templates import own_templates
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.repository import MARKER, holds_records
from gsca_cli.snapshots.snapshot import MOST_BYTES, Snapshot
from gsca_cli.snapshots.worktree import Worktree


def paths_of(paths: Sequence[Path], root: Path) -> list[str]:
    """The files and folders that are meant, as findings name them.

    Raises:
        UsageError: one does not exist, or lies outside the repository.
    """
    for path in paths:
        if not os.path.lexists(path):
            message = f"no such file or folder: {path}"
            raise UsageError(message)
    return [inside(path, root) for path in paths]


def inside(path: Path, root: Path) -> str:
    """A path from the root; not resolved, since a link is a finding of its own.

    Raises:
        UsageError: it lies outside the repository.
    """
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (`absolute` keeps `..`)
    # Either may be reached through a link to a folder.
    real_root = Path(os.path.realpath(root))
    real = Path(os.path.realpath(whole.parent), whole.name)
    for place, top in ((whole, root), (real, real_root), (Path(os.path.realpath(real)), real_root)):
        if place.is_relative_to(top):
            return place.relative_to(top).as_posix()
    message = f"{path} is not in the repository {root}"
    raise UsageError(message)


def codes_of(option: str, texts: Sequence[str] | None) -> list[str]:
    """The codes that an option names, given several times or with commas.

    Raises:
        UsageError: no finding has such a code.
    """
    if not texts:
        return []
    # Whoever names no codes does not wait for what all of them mean.
    from gsca_cli.rules.catalogue import rules  # noqa: PLC0415

    codes = [code.strip() for text in texts for code in text.split(",")]
    for code in codes:
        if code not in rules():
            message = f"{option}: no check has the code `{code}`{did_you_mean(code, rules())}"
            raise UsageError(message)
    return codes


def overlaid(worktree: Worktree, *, stdin: bool, path: Path | None) -> tuple[Snapshot, list[str]]:
    """The files on disk, with what is typed in put over one of them; and which one that is.

    Raises:
        UsageError: only one of the two is given, or no record can stand at the path.
    """
    if not stdin and path is None:
        return worktree, []
    if not stdin or path is None:
        message = "--stdin and --as PATH belong together"
        raise UsageError(message)
    name = inside(path, worktree.root)
    if not holds_records(name):
        message = f"--as {path}: no record can stand there"
        raise UsageError(message)
    return Overlay(worktree, {name: sys.stdin.buffer.read(MOST_BYTES)}), [name]


def validated(snapshot: Snapshot, today: date) -> Checked:
    """The records of a snapshot and its own templates, checked.

    Raises:
        NoDataError: there is not one record, and nothing wrong with what they would share.
    """
    try:
        checked = check(snapshot, today)
    except NoDataError:
        checked = check(snapshot, today, may_be_empty=True)
        if not _has_wrong_settings(checked):
            raise
    found = [*checked.findings, *_template_findings(snapshot, checked, today)]
    return checked._replace(findings=sorted(found, key=attrgetter("rank")))


def _has_wrong_settings(checked: Checked) -> bool:
    """Is there a `gsca.yaml`, with a mistake in it, whatever records there will be?"""
    found = (finding.location.path for finding in checked.findings)
    return MARKER in checked.files and MARKER in found


def _template_findings(snapshot: Snapshot, checked: Checked, today: date) -> list[Finding]:
    own, findings = own_templates(snapshot, checked.others)
    if not own:
        return findings
    from gsca_cli.render.built_in import built_in_templates  # noqa: PLC0415 (few have their own)

    if own.items() <= built_in_templates().items():
        return findings
    # Only an alliance with templates of its own pays for trying them.
    from gsca_cli.cli.reports import tried  # noqa: PLC0415

    return findings + tried(own, checked.alliance, today)


def with_proven_mends(
    snapshot: Snapshot, alliance: Alliance, findings: Sequence[Finding]
) -> list[Finding]:
    """The findings, those with a mend only where `gsca fix` can apply it."""
    if not any(finding.mend for finding in findings):
        return list(findings)
    # Whoever has made no such mistake is spared the machinery that mends it.
    from gsca_cli.editing.trial import proven  # noqa: PLC0415

    return proven(snapshot, alliance, findings)
