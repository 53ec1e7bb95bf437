"""Which tracks a city or a region walks, and where it says how far it has come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, MembershipBrief, RegionBrief, StateBrief
from gsca_cli.alliance.small_map import parts_of
from gsca_cli.alliance.states import class_before
from gsca_cli.findings import Location, Route
from gsca_cli.kinds import Kind
from gsca_cli.records.default_words import StatusClass

Places = Mapping[Route, Location]
"""Where the ids in a record stand, by their routes."""


def places(brief: Brief) -> Places:
    """Where everything that a record refers to stands."""
    return {each.route: each.location for each in brief.references}


class StepGroup(NamedTuple):
    """The steps that stand at one route, those of a record or of one selection, and their states.

    All walkers that name the same steps share those.
    """

    route: Route
    steps: tuple[str, ...]
    states: Sequence[StateBrief]


class Walker(NamedTuple):
    """A city or a region, and the tracks that it walks.

    `sure` is false where one of its regions, or the track of one, cannot be known.
    """

    brief: CityBrief | RegionBrief
    tracks: frozenset[str]
    sure: bool = True

    @property
    def places(self) -> Places:
        """Where its ids stand: worked out anew each time, for few are asked."""
        return places(self.brief)

    @property
    def memberships(self) -> Mapping[str, MembershipBrief]:
        """The regions that it belongs to; a region belongs to none."""
        return self.brief.memberships if isinstance(self.brief, CityBrief) else {}

    def groups(self) -> Sequence[StepGroup]:
        """Its own steps, and those of each of its selections, where there are any."""
        brief = self.brief
        found = [StepGroup(("steps",), *parts_of(brief.steps))] if brief.steps else []
        if isinstance(brief, CityBrief):
            for policy, selection in zip(*parts_of(brief.selections), strict=True):
                if steps := selection.steps:
                    found.append(StepGroup(("policies", policy, "steps"), *parts_of(steps)))
        return found


class Climb(NamedTuple):
    """The steps of one track among those at one route, in the order of the track.

    `states` and `classes` say how far each of them has come.
    """

    route: Route
    steps: Sequence[str]
    states: Sequence[StateBrief]
    classes: tuple[StatusClass, ...]


_Given = tuple[Kind, frozenset[str], tuple[str, ...]]
"""The kind of a walker, the tracks that it walks, and the steps that it names at one route."""

_Order = tuple[Sequence[str], Sequence[int]]
"""Steps of one track in its order, and the place of each among those that a walker names."""


class Ladders:
    """All tracks, and who walks them.

    `rungs` tell by kind of walker which tracks have a step, each with its place in the order.
    `all_read` is false where the file of a track could not be read.
    """

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.rungs: dict[Kind, dict[str, dict[str, int]]] = {Kind.CITY: {}, Kind.REGION: {}}
        for track in alliance.tracks.values():
            for index, step in enumerate(track.steps):
                holders = self.rungs[track.walked_by].setdefault(step, {})
                holders.setdefault(track.id, index)
        self.all_read = all(place.kind is not Kind.TRACK for place in alliance.left_out)
        self.classes = alliance.settings.classes
        self._walked: dict[tuple[str, ...], tuple[frozenset[str], bool]] = {}
        self._orders: dict[_Given, Sequence[_Order]] = {}
        self._off: dict[_Given, Sequence[str]] = {}
        self._of_regions = frozenset(
            track.id for track in alliance.tracks.values() if track.walked_by is Kind.REGION
        )

    def walkers(self) -> Iterator[Walker]:
        """Every city and every region."""
        for brief in self.alliance.everything():
            if isinstance(brief, CityBrief):
                yield self._city(brief)
            elif isinstance(brief, RegionBrief):
                yield Walker(brief, self._of_regions)

    def _city(self, city: CityBrief) -> Walker:
        # Many cities belong to the same regions.
        regions = tuple(city.memberships)
        if regions not in self._walked:
            self._walked[regions] = self._walked_in(regions)
        return Walker(city, *self._walked[regions])

    def _walked_in(self, regions: Sequence[str]) -> tuple[frozenset[str], bool]:
        """The tracks of some regions, and whether they are all that there are."""
        tracks = set()
        sure = True
        for key in regions:
            region = self.alliance.regions.get(key)
            track = region and region.track and self.alliance.tracks.get(region.track)
            if track and track.walked_by is Kind.CITY:
                tracks.add(track.id)
            elif not region or region.track:
                sure = False
        return frozenset(tracks), sure

    @cached_property
    def named_by(self) -> Mapping[str, Location]:
        """Where each region names its track."""
        return {
            region.id: each.location
            for region in self.alliance.regions.values()
            for each in region.references
            if each.route == ("track",)
        }

    def climbs(self, walker: Walker, groups: Sequence[StepGroup]) -> Iterator[Climb]:
        """What a walker says of each of its tracks, wherever it says so."""
        settings = self.alliance.settings
        for route, names, states in groups:
            for steps, places in self._in_order(walker, names):
                found = [states[place] for place in places]
                come = [class_before(settings, state) for state in found]
                yield Climb(route, steps, found, tuple(come))

    def _in_order(self, walker: Walker, steps: tuple[str, ...]) -> Sequence[_Order]:
        """Of each track of a walker, those of some steps that it has, in its order."""
        # Many walkers give the same steps.
        given = walker.brief.kind, walker.tracks, steps
        if given not in self._orders:
            self._orders[given] = self._by_track(*given)
        return self._orders[given]

    def _by_track(
        self, kind: Kind, tracks: frozenset[str], steps: Sequence[str]
    ) -> Sequence[_Order]:
        by_track: dict[str, list[tuple[int, str, int]]] = {}
        for place, step in enumerate(steps):
            for track, index in self.rungs[kind].get(step, {}).items():
                if track in tracks:
                    by_track.setdefault(track, []).append((index, step, place))
        return [_order(found) for found in by_track.values()]

    def off_track(self, walker: Walker, steps: tuple[str, ...]) -> Sequence[str]:
        """Those of some steps that tracks have, but none that a walker walks."""
        given = walker.brief.kind, walker.tracks, steps
        if given not in self._off:
            rungs = self.rungs[walker.brief.kind]
            self._off[given] = [
                step for step in steps if step in rungs and walker.tracks.isdisjoint(rungs[step])
            ]
        return self._off[given]


def _order(found: Iterable[tuple[int, str, int]]) -> _Order:
    """What there is of one track: for each step its place on it, itself, its place as given."""
    in_order = sorted(found)
    return [step for _, step, _ in in_order], [place for _, _, place in in_order]
