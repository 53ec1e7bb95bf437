"""Two alliances, and what changed from the one to the other: grouped by region and record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import folded
from gsca_cli.analysis.changes.change import RecordChanges, What
from gsca_cli.analysis.changes.record_changes import differ, record_changes
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.identity.following import following, new_ids_between
from gsca_cli.analysis.identity.moved_files import unread_files
from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds


@dataclass(frozen=True, slots=True)
class Group:
    """Records that are shown together: the cities of a region, or those of another kind."""

    kind: Kind
    regions: tuple[str, ...]
    records: tuple[RecordChanges, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed; `unread` are the files that could not be read on one side.

    `ids` are those that records have now instead of others. `followed` are the files that differ
    in these alone: they name what they named before, by another id.
    """

    groups: tuple[Group, ...]
    unread: tuple[str, ...] = ()
    ids: NewIds = field(default_factory=NewIds)
    followed: tuple[str, ...] = ()

    @property
    def records(self) -> Iterator[RecordChanges]:
        """Every record of which something changed."""
        for group in self.groups:
            yield from group.records


def compared(sides: Sides, paths: Collection[str] | None = None) -> Comparison:
    """What changed; where paths are given, only in the records that stand there."""
    before, after = sides.before.alliance, sides.after.alliance
    unread = {place.path for each in (before, after) for place in each.left_out}
    unknown = unread_files(before, after)
    pairs = {kind: _pairs(sides, kind, paths, unknown) for kind in Kind}
    ids = new_ids_between(before, after, {kind: each.former for kind, each in pairs.items()})
    found, followed = [], []
    for old, new in (pair for each in pairs.values() for pair in each.told):
        change = record_changes(sides, *(each and following(each, ids) for each in (old, new)))
        if change:
            found.append(_referred(after, change))
        elif old and new and differ(old, new):
            followed.append(new.path)
    told = tuple(sorted(path for path in unread if paths is None or path in paths))
    return Comparison(tuple(_grouped(found)), told, ids, tuple(followed))


class _Pairs(NamedTuple):
    """The records of a kind as they were and as they are; `former` are ids before, by those now."""

    told: Sequence[tuple[Entry | None, Entry | None]]
    former: Mapping[str, str]


def _pairs(
    sides: Sides, kind: Kind, paths: Collection[str] | None, unread: Collection[str]
) -> _Pairs:
    before, after = sides.before.alliance, sides.after.alliance
    old = _entries(before, kind, paths, unread)
    new = _entries(after, kind, paths, unread)
    gone = {key: each for key, each in old.items() if key not in after.of(kind)}
    former = renamed(gone, {key: each for key, each in new.items() if key not in before.of(kind)})
    kept = set(former.values())
    there = [(old.get(former.get(key, key)), each) for key, each in new.items()]
    lost = [(each, None) for key, each in gone.items() if key not in kept]
    return _Pairs([*there, *lost], former)


def _referred(after: Alliance, change: RecordChanges) -> RecordChanges:
    """Add what still refers to an id that is gone."""
    lost = change.id if change.what is What.REMOVED else change.former
    return replace(change, referrers=_referrers(after, change.kind, lost)) if lost else change


def _entries(
    alliance: Alliance, kind: Kind, paths: Collection[str] | None, unread: Collection[str]
) -> Mapping[str, Entry]:
    return {
        key: alliance.entry(brief)
        for key, brief in alliance.of(kind).items()
        if (paths is None or brief.path in paths) and brief.path not in unread
    }


def _referrers(alliance: Alliance, kind: Kind, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(brief.key for brief, _ in alliance.referrers(kind, key)))


def _grouped(found: list[RecordChanges]) -> Iterator[Group]:
    """The cities by their regions, those of several regions and of none last; then other kinds."""
    groups: dict[tuple[Kind, tuple[str, ...]], list[RecordChanges]] = {}
    for change in found:
        groups.setdefault((change.kind, change.regions), []).append(change)
    for (kind, regions), records in sorted(groups.items(), key=lambda each: _rank(*each[0])):
        yield Group(kind, regions, tuple(sorted(records, key=lambda each: folded(each.name))))


def _rank(kind: Kind, regions: tuple[str, ...]) -> tuple[int, bool, tuple[str, ...]]:
    return _ORDER.index(kind), not regions, tuple(map(folded, regions))


_ORDER = (Kind.CITY, Kind.REGION, *(kind for kind in Kind if kind not in {Kind.CITY, Kind.REGION}))
