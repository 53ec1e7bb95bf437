"""Two moments of an alliance, read and compared: what `gsca diff` is about."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.alliance.older import with_older
from gsca_cli.analysis.changes.change import RecordChanges
from gsca_cli.analysis.changes.comparison import Comparison, compared
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff, counted
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.checking import with_excerpts
from gsca_cli.cli.reading import unchecked
from gsca_cli.cli.scope import validated
from gsca_cli.errors import NoDataError, UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.differing import differing
from gsca_cli.snapshots.narrowed import Narrowed
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.triage.compared import findings_within, with_findings
from gsca_cli.triage.turned import Found

MOST_CHECKED: Final = 1_000
"""Files: of more than these, findings are compared only for whoever asks for it."""


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
    alliances = [unchecked(each, today, may_be_empty=True) for each in snapshots]
    alliances = _forgiving(moments, alliances)
    sides = _sides(alliances, today, language)
    return _diff(moments, paths, compared(sides, paths)), sides


def checked_diff_of(moments: Moments, today: date, language: str | None) -> tuple[Diff, Sides]:
    """The same, with what is found now and was not before, and the other way round.

    Raises:
        CannotRunError: git cannot say.
    """
    alliances, found = zip(*(checked(snapshot, today) for snapshot in moments[:2]), strict=True)
    sides = _sides(_forgiving(moments, alliances), today, language)
    paths = _differing(moments)
    comparison = compared(sides, paths)
    diff = _diff(moments, paths, comparison)
    return with_findings(diff, sides, comparison.ids, *found), sides


def checked(snapshot: Snapshot, today: date) -> tuple[Alliance, Found]:
    """An alliance, and what is found in it; one without data is empty, and nothing is found."""
    try:
        found = validated(snapshot, today)
    except NoDataError:
        return unchecked(snapshot, today, may_be_empty=True), Found()
    excerpts = with_excerpts(snapshot, (each.finding for each in found.allowed))
    pairs = zip(found.allowed, excerpts, strict=True)
    allowed = [each._replace(finding=finding) for each, finding in pairs]
    unread = {place.path for place in found.alliance.left_out}
    return found.alliance, Found(with_excerpts(snapshot, found.findings), allowed, unread)


def is_quickly_checked(moments: Moments) -> bool:
    """Are findings compared though nobody asked: is it quick, and is there a difference?"""
    numbers = (len(snapshot.files()) for snapshot in moments[:2])
    return max(numbers) <= MOST_CHECKED and bool(differing(moments.before, moments.after))


def _differing(moments: Moments) -> set[str]:
    return {path for path in differing(moments.before, moments.after) if holds_records(path)}


def _wanted(snapshot: Snapshot, differing: Collection[str]) -> set[str]:
    """The files that differ, and those of every record but cities, which name the parts of all."""
    paths = [file.path for file in snapshot.files() if holds_records(file.path)]
    return {path for path in paths if path in differing or not _is_city(path)}


def _is_city(path: str) -> bool:
    place = identify(path)
    return isinstance(place, RecordPath) and place.kind is Kind.CITY


def _forgiving(moments: Moments, alliances: Sequence[Alliance]) -> list[Alliance]:
    """The alliances; what is past is read as far as it fits."""
    return [
        with_older(alliance) if isinstance(snapshot, Revision) else alliance
        for snapshot, alliance in zip(moments[:2], alliances, strict=True)
    ]


def _sides(alliances: Sequence[Alliance], today: date, language: str | None) -> Sides:
    """Both alliances in the language that is asked for, or else in that of the later one."""
    before, after = alliances
    wish = Wish(language or after.settings.language, today)
    return Sides(Edition(before, wish), Edition(after, wish))


def _diff(moments: Moments, paths: Collection[str], found: Comparison) -> Diff:
    told = {record.path for record in found.records} | {*found.unread, *found.followed}
    both = {file.path for file in moments.before.files()} & set(paths)
    both &= {file.path for file in moments.after.files()}
    layout = tuple(sorted(both - told))
    return counted(Diff(*moments.labels, found.groups, layout=layout, unread=found.unread))


def within(diff: Diff, sides: Sides, region: str) -> Diff:
    """What of a comparison is about a region: itself, and the cities that are or were in it.

    Raises:
        UsageError: there is no such region.
    """
    editions = sides.before, sides.after
    known = {key for edition in editions for key in edition.alliance.regions}
    if region not in known:
        message = f"no region {shown(region)}{did_you_mean(region, known)}"
        raise UsageError(message)
    ids = _ids_of(diff, region)
    name = sides.named(Kind.REGION, ids[-1])
    groups = (
        replace(group, records=tuple(each for each in group.records if _belongs(each, ids, name)))
        for group in diff.groups
    )
    elsewhere = _elsewhere(sides, ids)
    found = replace(
        diff,
        groups=tuple(group for group in groups if group.records),
        unread=tuple(path for path in diff.unread if path not in elsewhere),
    )
    return counted(findings_within(found, sides, ids))


def _elsewhere(sides: Sides, ids: Collection[str]) -> set[str]:
    """The files of which one side knows that they are not about a region; `ids` are its own."""
    known, here = set(), set()
    for alliance in (sides.before.alliance, sides.after.alliance):
        known |= {brief.path for brief in alliance.everything()}
        here |= {city.path for key in ids for city, _ in alliance.members(key)}
        here |= {alliance.regions[key].path for key in ids if key in alliance.regions}
    return known - here


def _ids_of(diff: Diff, region: str) -> Sequence[str]:
    """The ids of a region, be it asked for by the one or by the other: before, and now."""
    for group in diff.groups:
        for record in group.records:
            if (
                record.kind is Kind.REGION
                and record.former
                and region in {record.former, record.id}
            ):
                return record.former, record.id
    return (region,)


def _belongs(record: RecordChanges, ids: Collection[str], name: str) -> bool:
    return name in record.regions or (record.kind is Kind.REGION and record.id in ids)
