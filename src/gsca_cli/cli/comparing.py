"""Two moments of an alliance, read and compared: what `gsca diff` is about."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.comparison import compared
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.checking import check, with_excerpts
from gsca_cli.cli.scope import validated
from gsca_cli.errors import NoDataError
from gsca_cli.findings import Finding
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.differing import Narrowed, differing
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.triage import introduced


class Moments(NamedTuple):
    """An earlier and a later snapshot, and what the two are called."""

    before: Revision
    after: Snapshot
    labels: tuple[str, str]


def diff_of(moments: Moments, today: date, language: str | None) -> tuple[Diff, Sides]:
    """What changed between two moments, and the alliances as far as that needs them.

    Only what differs is read, and what gives things their names.

    Raises:
        CannotRunError: git cannot say.
    """
    paths = _differing(moments)
    snapshots: Sequence[Snapshot] = moments[:2]
    wanted = [_wanted(snapshot, paths) for snapshot in snapshots]
    # Who refers to a record that is gone can stand anywhere.
    if wanted[0] & paths <= wanted[1]:
        snapshots = [Narrowed(*each) for each in zip(snapshots, wanted, strict=True)]
    alliances = [check(each, today, may_be_empty=True).alliance for each in snapshots]
    sides = _sides(alliances, today, language)
    return _diff(moments, paths, sides), sides


def checked_diff_of(moments: Moments, today: date, language: str | None) -> tuple[Diff, Sides]:
    """The same, with what is found now and was not before, and the other way round.

    Raises:
        CannotRunError: git cannot say.
    """
    before, after = (_checked(snapshot, today) for snapshot in moments[:2])
    sides = _sides([before[0], after[0]], today, language)
    diff = _diff(moments, _differing(moments), sides)
    new, cured = introduced(after[1], before[1]), introduced(before[1], after[1])
    return replace(diff, introduced=tuple(new), cured=tuple(cured)), sides


def _differing(moments: Moments) -> set[str]:
    return {path for path in differing(moments.before, moments.after) if holds_records(path)}


def _wanted(snapshot: Snapshot, differing: Collection[str]) -> set[str]:
    """The files that differ, and those of every record but cities, which name the parts of all."""
    paths = [file.path for file in snapshot.files() if holds_records(file.path)]
    return {path for path in paths if path in differing or not _is_city(path)}


def _is_city(path: str) -> bool:
    place = identify(path)
    return isinstance(place, RecordPath) and place.kind is Kind.CITY


def _checked(snapshot: Snapshot, today: date) -> tuple[Alliance, Sequence[Finding]]:
    try:
        checked = validated(snapshot, today)
    except NoDataError:
        return check(snapshot, today, may_be_empty=True).alliance, ()
    return checked.alliance, with_excerpts(snapshot, checked.findings)


def _sides(alliances: Sequence[Alliance], today: date, language: str | None) -> Sides:
    """Both alliances in the language that is asked for, or else in that of the later one."""
    before, after = alliances
    wish = Wish(language or after.settings.language, today)
    return Sides(Edition(before, wish), Edition(after, wish))


def _diff(moments: Moments, paths: Collection[str], sides: Sides) -> Diff:
    found = compared(sides, paths)
    records = list(found.records)
    told = {record.path for record in records} | set(found.unread)
    both = {file.path for file in moments.before.files()} & set(paths)
    both &= {file.path for file in moments.after.files()}
    return Diff(
        *moments.labels,
        records=len(records),
        changes=sum(len(each.changes) + (each.what is not What.CHANGED) for each in records),
        risks=sum(len(record.risks) for record in records),
        groups=found.groups,
        layout=tuple(sorted(both - told)),
        unread=found.unread,
    )
