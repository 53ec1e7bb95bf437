"""A snapshot to an alliance and findings, the one way in: read, look, keep the brief."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from operator import attrgetter
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.link import link
from gsca_cli.alliance.read import read_file
from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.checks.allow import allow, unused_allowance
from gsca_cli.checks.check import Context
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.checks.run import MOST_PROBLEMS, judge, look_at, survey
from gsca_cli.documents.comments import Allowance, allowances
from gsca_cli.errors import NoDataError
from gsca_cli.findings import Finding, Location, RenameFile, Severity
from gsca_cli.kinds import Kind
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
    is_hidden,
)
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile

CODES: Final = frozenset(check.code for check in ALL_CHECKS)
"""The codes of all checks: only what they find can be allowed, or set in `gsca.yaml`."""
NO_SETTINGS = Settings(name=Texts({ANY_LANGUAGE: "the alliance"}))
"""What holds while `gsca.yaml` cannot be read."""
Watch = Callable[[int, int], None]
"""Is told how many files are done, and how many there are in all."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a snapshot holds, and what is wrong with it: by file, the most important first.

    `files` are the paths of all that was looked at.
    """

    alliance: Alliance
    findings: Sequence[Finding]
    files: Sequence[str] = ()

    @property
    def read(self) -> dict[str, int]:
        """How many records of each kind were read, and how many could not be."""
        counts = {
            str(kind) if len(briefs) == 1 else kind.plural: len(briefs)
            for kind, briefs in self.alliance.briefs.items()
            if kind is not Kind.ALLIANCE
        }
        return {**counts, "left out": len(self.alliance.left_out)}


class Checking:
    """Reads the files of one snapshot, one after the other; `looks` if the checks look at each."""

    def __init__(self, snapshot: Snapshot, today: date, *, looks: bool = True) -> None:
        self.snapshot = snapshot
        self.looks = looks
        self.context = Context(NO_SETTINGS, today, settings_known=False, codes=CODES)
        self.findings: list[Finding] = []
        self.briefs: list[Brief] = []
        self.left_out: list[RecordPath] = []
        self.allowances: list[Allowance] = []

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
        if self.looks:
            self._look(entry)
        self.briefs.append(brief(entry))

    def _look(self, entry: Entry) -> None:
        """What the checks find in one record, and the comments that allow a finding."""
        self.findings += look_at(entry, self.context)
        for comment in islice(allowances(entry.document), MOST_PROBLEMS):
            if isinstance(comment, Allowance):
                self.allowances.append(comment)
            else:
                self.findings.append(comment)

    def read_all(
        self, files: Sequence[StoredFile], *, may_be_empty: bool, watch: Watch | None = None
    ) -> Alliance:
        """Read every file, and link what was read.

        Raises:
            NoDataError: there is not one record, and there must be.
        """
        # What the whole alliance shares comes first: the checks of the others depend on it.
        ordered = sorted(files, key=lambda each: (each.path != MARKER, each.path))
        for done, file in enumerate(ordered):
            if watch:
                watch(done, len(ordered))
            self.read(file)
        if not any(file.path == MARKER for file in files):
            self.findings.append(_no_settings())
        some = any(holds_data(file.path) and not is_hidden(file.path) for file in files)
        if not some and not may_be_empty:
            message = f"there is no data: no file stands under {DATA}/"
            raise NoDataError(message)
        return link(self.snapshot, self.context.settings, self.briefs, self.left_out)

    def allowed(self) -> list[Finding]:
        """What remains once the comments that allow a finding have had their say."""
        kept, unused = allow(sorted(self.findings, key=attrgetter("rank")), self.allowances)
        # What could not be read may be what a comment is needed for.
        if not self.left_out:
            suggestions = Suggestions()
            kept += [unused_allowance(each, CODES, suggestions) for each in unused]
        return sorted(kept, key=attrgetter("rank"))

    def entry(self, place: RecordPath) -> Entry | list[Finding]:
        """The record of a file, or why there is none."""
        try:
            return read_file(self.snapshot, place)
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"the file cannot be read: {reason}"
            hint = "make it readable, or delete it"
            return [Finding("unreadable-file", Severity.ERROR, Location(place.path), message, hint)]


def check(
    snapshot: Snapshot, today: date, *, may_be_empty: bool = False, watch: Watch | None = None
) -> Checked:
    """Read everything and check it; a broken file hides no other.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    checking = Checking(snapshot, today)
    everything = snapshot.files()
    files = [file for file in everything if holds_records(file.path)]
    alliance = checking.read_all(files, may_be_empty=may_be_empty, watch=watch)
    checking.findings += survey([file.path for file in everything], checking.context)
    checking.findings += judge(alliance, checking.context)
    return Checked(alliance, checking.allowed(), [file.path for file in files])


def unchecked(
    snapshot: Snapshot, today: date, *, may_be_empty: bool = False, watch: Watch | None = None
) -> Alliance:
    """The alliance alone, for whoever asks for no findings: half the work.

    Raises:
        NoDataError: there is not one record, and there must be.
    """
    files = [file for file in snapshot.files() if holds_records(file.path)]
    checking = Checking(snapshot, today, looks=False)
    return checking.read_all(files, may_be_empty=may_be_empty, watch=watch)


def with_excerpts(snapshot: Snapshot, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, sorted by file, each with the line that it is about."""
    by_file = groupby(findings, key=lambda finding: finding.location.path)
    return [
        replace(finding, excerpt=_line(lines, finding.location.line))
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
    severity = Severity.NOTICE if is_hidden(stray.path) else Severity.ERROR
    mend = RenameFile(stray.right_path) if stray.right_path else None
    where = Location(stray.path)
    return Finding(stray.code, severity, where, stray.message, stray.hint, mend=mend)
