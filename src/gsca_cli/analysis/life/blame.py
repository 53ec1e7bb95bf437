"""Which commit gave a record each of its values: the figures of `gsca show --blame`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.plain import plain_record
from gsca_cli.analysis.life.figures import Committed, committed
from gsca_cli.analysis.life.leaves import Leaf, leaves, named
from gsca_cli.analysis.life.past import Past
from gsca_cli.analysis.record import PlacedValue, ShownRecord, values_of


@dataclass(frozen=True, slots=True)
class BlamedValue(PlacedValue):
    """A value, its place, and the commit that gave it; None if it is not committed yet."""

    commit: Committed | None


@dataclass(frozen=True, slots=True)
class BlamedRecord(ShownRecord):
    """A record with all its values, and which commit gave each.

    `oldest` are the ids of commits with which a shallow clone ends: what they are said to have
    given may well be older.
    """

    values: tuple[BlamedValue, ...]
    oldest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """What a record says: as its file writes it, and as it is meant."""

    written: frozenset[Leaf]
    meant: frozenset[Leaf]


def blamed(shown: ShownRecord, entry: Entry, past: Past) -> BlamedRecord:
    """The values of a record, each with the last commit that made it what it is."""
    wanted = list(_wanted(entry))
    found = _givers(wanted, past)
    values = tuple(
        BlamedValue(value.route, value.value, value.line, value.column, commit)
        for value, commit in zip(shown.values, found, strict=True)
    )
    cut = tuple(each.commit.id for each in past.passages if past.is_cut(each))
    return BlamedRecord(shown.kind, shown.id, shown.path, values, shown.referrers, cut)


def _wanted(entry: Entry) -> Iterator[_Version]:
    """Each value in the order of the file, as it is written there and as it is meant."""
    document, meant = entry.document, _version(entry).meant
    for route, _ in values_of(document.data):
        at = named(document.data, route)
        below = frozenset(leaf for leaf in meant if leaf[0][: len(at)] == at)
        yield _Version(frozenset(leaves(document.value(route), at)), below)


def _givers(wanted: Sequence[_Version], past: Past) -> list[Committed | None]:
    """The newest commit that gave each value; None for what the last one does not have."""
    found: list[Committed | None] = [None] * len(wanted)
    last = _version(past.last)
    left = {index for index, value in enumerate(wanted) if _has(last, value)}
    for passage in past.passages:
        after = _version(past.after(passage))
        before = [_version(each) for each in past.before(passage)]
        for index in tuple(left):
            # A merge gives nothing that one of those has which it brings together.
            had = any(_has(each, wanted[index]) for each in before)
            if _has(after, wanted[index]) and not had:
                found[index] = committed(passage.commit)
                left.remove(index)
    return found


def _has(version: _Version, value: _Version) -> bool:
    """Does a version have a value, if only in another form?"""
    is_meant = bool(value.meant) and value.meant <= version.meant
    return is_meant or value.written <= version.written


def _version(entry: Entry | None) -> _Version:
    """All that a record says; nothing, if there is none."""
    if entry is None:
        return _Version(frozenset(), frozenset())
    written = leaves(entry.document.data)
    return _Version(frozenset(written), frozenset(leaves(plain_record(entry.record))))
