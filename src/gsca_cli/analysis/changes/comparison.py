"""Two alliances, and what changed from the one to the other: grouped by region and record."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import folded
from gsca_cli.analysis.changes.change import RecordChanges
from gsca_cli.analysis.changes.record_changes import record_changes
from gsca_cli.analysis.changes.renames import renamed
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.kinds import Kind


@dataclass(frozen=True, slots=True)
class Group:
    """Records that are shown together: the cities of a region, or those of another kind."""

    kind: Kind
    regions: tuple[str, ...]
    records: tuple[RecordChanges, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed; `unread` are the files that could not be read on one side."""

    groups: tuple[Group, ...]
    unread: tuple[str, ...] = ()

    @property
    def records(self) -> Iterator[RecordChanges]:
        """Every record of which something changed."""
        for group in self.groups:
            yield from group.records


def compared(sides: Sides, paths: Collection[str] | None = None) -> Comparison:
    """What changed; where paths are given, only in the records that stand there."""
    before, after = sides.before.alliance, sides.after.alliance
    unread = {place.path for each in (before, after) for place in each.left_out}
    found = [change for kind in Kind for change in _of_kind(sides, kind, paths, unread)]
    told = tuple(sorted(path for path in unread if paths is None or path in paths))
    return Comparison(tuple(_grouped(found)), told)


def _of_kind(
    sides: Sides, kind: Kind, paths: Collection[str] | None, unread: Collection[str]
) -> Iterator[RecordChanges]:
    before, after = sides.before.alliance, sides.after.alliance
    old = _entries(before, kind, paths, unread)
    new = _entries(after, kind, paths, unread)
    gone = {key: each for key, each in old.items() if key not in after.of(kind)}
    former = renamed(gone, {key: each for key, each in new.items() if key not in before.of(kind)})
    for key, entry in new.items():
        if change := record_changes(sides, old.get(former.get(key, key)), entry):
            lost = change.former
            yield replace(change, referrers=_referrers(after, kind, lost)) if lost else change
    for key, entry in gone.items():
        if key not in former.values() and (change := record_changes(sides, entry, None)):
            yield replace(change, referrers=_referrers(after, kind, key))


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
