"""Three versions of some data to one: what only one side changed is taken from that side."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from gsca_cli.documents.merging.items import merged_by_place
from gsca_cli.documents.merging.naming import named
from gsca_cli.documents.merging.orders import interleaved, merged_order
from gsca_cli.documents.merging.versions import ABSENT, Conflict, Meaning, Side, Versions
from gsca_cli.documents.rewrite import same
from gsca_cli.findings import Route


class Agreement(NamedTuple):
    """The data of both sides in one, and where they contradict each other.

    There, each of the three has what its side says.
    """

    data: Versions
    conflicts: Sequence[Conflict]


def agreement(versions: Versions, meaning: Meaning) -> Agreement:
    """Merge the data of three versions."""
    merges = {side: _Merge(meaning, side) for side in Side}
    data = [merge.value((), versions) for merge in merges.values()]
    return Agreement(Versions(*data), merges[Side.OURS].conflicts)


class _Merge:
    """A merge that lets one side stand where they contradict each other."""

    def __init__(self, meaning: Meaning, side: Side) -> None:
        self._meaning = meaning
        self._side = side
        self.conflicts: list[Conflict] = []

    def value(self, route: Route, versions: Versions) -> Any:
        base, ours, theirs = versions
        if same(ours, theirs) or same(theirs, base):
            return ours
        if same(ours, base):
            return theirs
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(route, Versions(_or_empty_list(base), ours, theirs))
        if maps := self._as_maps(route, versions):
            return self._as_given(route, self._map(route, maps), versions, maps)
        return self._contradicted(route, versions)

    def _contradicted(self, route: Route, versions: Versions) -> Any:
        self.conflicts.append(Conflict(route, versions))
        return versions.on(self._side)

    def _as_maps(self, route: Route, versions: Versions) -> Versions | None:
        """The maps that the versions are or stand for; None if they are just values."""
        if not any(isinstance(each, dict) for each in versions):
            return None
        base, ours, theirs = (self._meaning.whole(route, each) for each in versions)
        return None if ours is None or theirs is None else Versions(base or {}, ours, theirs)

    def _as_given(
        self, route: Route, merged: dict[str, Any], versions: Versions, maps: Versions
    ) -> Any:
        """A map as one of the sides wrote it, or in the short form that one of them used."""
        for whole, given in ((maps.ours, versions.ours), (maps.theirs, versions.theirs)):
            if same(merged, whole):
                return given
        if len(merged) == 1 and not (
            isinstance(versions.ours, dict) and isinstance(versions.theirs, dict)
        ):
            (value,) = merged.values()
            return value if same(self._meaning.whole(route, value), merged) else merged
        return merged

    def _map(self, route: Route, maps: Versions) -> dict[str, Any]:
        return self._entries(route, maps, interleaved(list(maps.ours), list(maps.theirs)))

    def _entries(self, route: Route, maps: Versions, order: Sequence[str]) -> dict[str, Any]:
        found = {key: self.value((*route, key), _at(maps, key)) for key in order}
        return {key: value for key, value in found.items() if value is not ABSENT}

    def _list(self, route: Route, lists: Versions) -> Any:
        maps = [named(route, each, self._meaning) for each in lists]
        if any(each is None for each in maps):
            merged = merged_by_place(lists)
            return self._contradicted(route, lists) if merged is None else merged
        order = merged_order(Versions(*(list(each or ()) for each in maps)))
        if order is None:
            return self._contradicted(route, lists)
        return list(self._entries(route, Versions(*maps), order).values())


def _or_empty_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _at(maps: Versions, key: str) -> Versions:
    return Versions(*(_get(each, key) for each in maps))


def _get(held: Mapping[str, Any], key: str) -> Any:
    return held.get(key, ABSENT)
