"""Which of the findings are shown, and what is said of them all."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from gsca_cli.findings import Finding, Location, Severity

MOST_IN_A_FILE: Final = 20
"""As many findings as one file shows, if nobody asks for another number."""


_NONE: Final[Mapping[Any, int]] = MappingProxyType({})


class Verdict(NamedTuple):
    """What a validation found, ready to be written in any format.

    `findings` are those that are shown, each with its excerpt; `hidden` tells how many are not,
    `counts` how many were found in all. `read` tells how many records of each kind were read, under
    the word for them (`cities`; `left out` for those that could not be read), and `files` names
    every file that was looked at. All paths are relative to the root of the alliance; `folder`
    is that root within the git repository, empty if they are one. `fixable` tells how many of
    those found can be mended by `gsca fix`.
    """

    findings: Sequence[Finding]
    hidden: int = 0
    counts: Mapping[Severity, int] = _NONE
    read: Mapping[str, int] = _NONE
    files: Sequence[str] = ()
    folder: str = ""
    fixable: int = 0

    def path(self, path: str) -> str:
        """A path as the code host names it: from the root of the git repository."""
        return f"{self.folder}/{path}" if self.folder else path

    def fails(self, *, strict: bool) -> bool:
        """Is there an error, or, if that is asked, a warning?"""
        failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(self.counts.get(severity) for severity in failing)


def counted(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many findings of each severity there are, the most important first."""
    numbers = Counter(finding.severity for finding in findings)
    return {severity: numbers[severity] for severity in Severity}


def chosen(
    findings: Iterable[Finding],
    *,
    paths: Collection[str] = (),
    or_about: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Finding]:
    """The findings in some files or folders, of some codes and not of others; all if none.

    If that is asked, those count too that stand in another file, and are about one of these.
    """
    return [
        finding
        for finding in findings
        if (not paths or any(within(path, paths) for path in _paths(finding, or_about=or_about)))
        and (not select or finding.code in select)
        and finding.code not in ignore
    ]


def _paths(finding: Finding, *, or_about: bool) -> Iterator[str]:
    """The file in which a finding stands, and those that it is about besides."""
    yield finding.location.path
    if or_about:
        yield from (each.location.path for each in finding.related)


def within(path: str, folders: Collection[str]) -> bool:
    """Is a file one of some files, or in one of some folders?"""
    return any(folder in {".", path} or path.startswith(f"{folder}/") for folder in folders)


def capped(findings: Sequence[Finding], most: int | None = None) -> tuple[list[Finding], int]:
    """The findings that are shown, and how many are not.

    `most` is the most that are shown of all, the worst first; 0 is no limit. If it is not given,
    each file shows its first ones, and a finding tells how many more there are.
    """
    if most is None:
        return _capped_by_file(findings), 0
    kept = worst_first(findings)[: most or None]
    return sorted(kept, key=lambda finding: finding.rank), len(findings) - len(kept)


def _capped_by_file(findings: Iterable[Finding]) -> list[Finding]:
    shown: list[Finding] = []
    for path, group in groupby(findings, key=lambda finding: finding.location.path):
        found = list(group)
        shown += found[:MOST_IN_A_FILE]
        if more := found[MOST_IN_A_FILE:]:
            severity = min((each.severity for each in more), key=lambda each: each.rank)
            message = f"{len(more):,} more findings in this file are not shown"
            hint = "mend those above first, many may be one mistake; --max-findings shows more"
            shown.append(Finding("more-findings", severity, Location(path), message, hint))
    return shown


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The most important findings first, whatever file they are in."""
    return sorted(findings, key=lambda finding: (finding.severity.rank, finding.rank))
