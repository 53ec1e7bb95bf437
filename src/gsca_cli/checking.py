"""A snapshot to an alliance and findings, the one way in: read, look, keep the brief."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.link import link
from gsca_cli.alliance.read import read_file
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import judge, look_at
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.records.settings import Settings
from gsca_cli.records.values import ANY_LANGUAGE, Texts
from gsca_cli.snapshots.repository import (
    DATA,
    MARKER,
    RecordPath,
    Stray,
    holds_data,
    holds_records,
    identify,
)
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile

MOST_FINDINGS: Final = 20
"""As many findings as one file shows."""
NO_SETTINGS = Settings(name=Texts({ANY_LANGUAGE: "the alliance"}))
"""What holds while `gsca.yaml` cannot be read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a snapshot holds, and what is wrong with it, sorted by place."""

    alliance: Alliance
    findings: Sequence[Finding]


class Checking:
    """Reads the files of one snapshot, one after the other."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.snapshot = snapshot
        self.context = Context(NO_SETTINGS, today, settings_known=False)
        self.findings: list[Finding] = []
        self.briefs: list[Brief] = []
        self.left_out: list[RecordPath] = []

    def read(self, file: StoredFile) -> None:
        """Read one file, look at it, and keep its brief."""
        if file.nature is not Nature.FILE:
            self.findings.append(_not_a_file(file))
            return
        place = identify(file.path)
        if isinstance(place, Stray):
            self.findings.append(_stray(place))
            return
        entry = self.entry(place)
        if not isinstance(entry, Entry):
            self.findings += entry
            self.left_out.append(place)
            return
        if isinstance(entry.record, Settings):
            self.context = replace(self.context, settings=entry.record, settings_known=True)
        self.findings += look_at(entry, self.context)
        self.briefs.append(brief(entry))

    def entry(self, place: RecordPath) -> Entry | list[Finding]:
        """The record of a file, or why there is none."""
        try:
            return read_file(self.snapshot, place)
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"the file cannot be read: {reason}"
            hint = "make it readable, or delete it"
            return [Finding("unreadable-file", Severity.ERROR, Location(place.path), message, hint)]


def check(snapshot: Snapshot, today: date) -> Checked:
    """Read everything and check it; a broken file hides no other.

    Raises:
        CannotRunError: there is not one record.
    """
    checking = Checking(snapshot, today)
    files = [file for file in snapshot.files() if holds_records(file.path)]
    # What the whole alliance shares comes first: the checks of the others depend on it.
    for file in sorted(files, key=lambda each: (each.path != MARKER, each.path)):
        checking.read(file)
    if not any(file.path == MARKER for file in files):
        checking.findings.append(_no_settings())
    if not any(holds_data(file.path) for file in files):
        message = f"there is no data: no file stands under {DATA}/"
        raise CannotRunError(message)
    alliance = link(snapshot, checking.context.settings, checking.briefs, checking.left_out)
    checking.findings += judge(alliance, checking.context)
    return Checked(alliance, _capped(sorted(checking.findings, key=lambda each: each.rank)))


def _capped(findings: Iterable[Finding]) -> list[Finding]:
    """The first findings of each file; how many more there are is a finding too."""
    shown: list[Finding] = []
    for path, group in groupby(findings, key=lambda finding: finding.location.path):
        found = list(group)
        shown += found[:MOST_FINDINGS]
        if more := found[MOST_FINDINGS:]:
            severity = min((each.severity for each in more), key=list(Severity).index)
            message = f"{len(more):,} more findings in this file are not shown"
            hint = "mend those above first; many may be one mistake"
            shown.append(Finding("more-findings", severity, Location(path), message, hint))
    return shown


def with_excerpts(snapshot: Snapshot, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with the line that it is about; every file is read once."""
    lines: dict[str, list[str]] = {}
    return [
        replace(finding, excerpt=_line(snapshot, finding.location, lines)) for finding in findings
    ]


def _line(snapshot: Snapshot, location: Location, lines: dict[str, list[str]]) -> str:
    if location.path not in lines:
        try:
            content = snapshot.read(location.path)
        except OSError:
            content = b""
        text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        lines[location.path] = text.split("\n")
    found = lines[location.path]
    return found[location.line - 1].rstrip("\r") if location.line <= len(found) else ""


def _no_settings() -> Finding:
    message = f"there is no file {MARKER}, which marks the root and holds what all share"
    hint = "make one; a line such as `name: My alliance` will do"
    return Finding("not-a-record", Severity.ERROR, Location(MARKER), message, hint)


def _not_a_file(file: StoredFile) -> Finding:
    match file.nature:
        case Nature.LINK:
            return _finding("link", file, "put the record itself here; gsca follows no links")
        case Nature.UNREADABLE:
            return _finding("unreadable-file", file, "make it readable, or delete it")
        case _:
            return _finding("special-file", file, "put a record here, or delete this")


def _finding(code: str, file: StoredFile, hint: str) -> Finding:
    message = f"this is a {file.nature}, not a file"
    return Finding(code, Severity.ERROR, Location(file.path), message, hint)


def _stray(stray: Stray) -> Finding:
    hidden = stray.path.rpartition("/")[2].startswith(".")
    severity = Severity.NOTICE if hidden else Severity.ERROR
    return Finding(stray.code, severity, Location(stray.path), stray.message, stray.hint)
