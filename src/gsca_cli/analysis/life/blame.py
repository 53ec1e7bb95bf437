"""Which commit gave a record each of its values: the figures of `gsca show --blame`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gsca_cli.analysis.life.figures import Committed, committed
from gsca_cli.analysis.life.leaves import Leaf, below, leaves, named
from gsca_cli.analysis.life.past import Past
from gsca_cli.analysis.life.versions import Version
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


class _Wanted(NamedTuple):
    """A value as its file writes it, and as it is meant."""

    written: frozenset[Leaf]
    meant: frozenset[Leaf]


def blamed(shown: ShownRecord, now: Version, past: Past) -> BlamedRecord:
    """The values of a record, each with the last commit that made it what it is."""
    wanted = list(_wanted(now))
    found = _givers(wanted, past)
    values = tuple(
        BlamedValue(value.route, value.value, value.line, value.column, commit)
        for value, commit in zip(shown.values, found, strict=True)
    )
    cut = tuple(each.commit.id for each in past.passages if past.is_cut(each))
    return BlamedRecord(shown.kind, shown.id, shown.path, values, shown.referrers, cut)


def _wanted(now: Version) -> Iterator[_Wanted]:
    """Each value in the order of the file."""
    document = now.entry.document
    places = [(route, named(document.data, route)) for route, _ in values_of(document.data)]
    meant = below((at for _, at in places), now.meant)
    for route, at in places:
        yield _Wanted(frozenset(leaves(document.value(route), at)), frozenset(meant[at]))


def _givers(wanted: Sequence[_Wanted], past: Past) -> list[Committed | None]:
    """The newest commit that gave each value; None for what the last one does not have."""
    found: list[Committed | None] = [None] * len(wanted)
    left = {index for index, value in enumerate(wanted) if _has(past.last, value)}
    for passage in past.passages:
        after, before = past.after(passage), past.before(passage)
        for index in tuple(left):
            # A merge gives nothing that one of those has which it brings together.
            had = any(_has(each, wanted[index]) for each in before)
            if _has(after, wanted[index]) and not had:
                found[index] = committed(passage.commit)
                left.remove(index)
    return found


def _has(version: Version | None, value: _Wanted) -> bool:
    """Does a version have a value, if only in another form?"""
    if version is None:
        return False
    is_meant = bool(value.meant) and value.meant <= version.meant
    return is_meant or value.written <= version.written
