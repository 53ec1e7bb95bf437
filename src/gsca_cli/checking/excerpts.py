"""Findings with the lines that they are about."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from gsca_cli.findings import Finding
from gsca_cli.snapshots.snapshot import Snapshot


def with_excerpts(snapshot: Snapshot, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, sorted by file, each with the line that it is about."""
    by_file = groupby(findings, key=lambda finding: finding.location.path)
    return [
        finding._replace(excerpt=_line(lines, finding.location.line))
        for path, group in by_file
        for lines in [_lines(snapshot, path)]
        for finding in group
    ]


def _lines(snapshot: Snapshot, path: str) -> Sequence[str]:
    try:
        content = snapshot.read(path)
    except OSError:
        return ()
    return content.decode("utf-8", errors="replace").removeprefix("\ufeff").split("\n")


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""
