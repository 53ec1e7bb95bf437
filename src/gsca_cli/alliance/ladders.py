"""Which tracks a city or a region walks, and where it says how far it has come."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, MembershipBrief, RegionBrief, StateBrief
from gsca_cli.findings import Location, Route
from gsca_cli.kinds import Kind
from gsca_cli.records.default_words import StatusClass

Places = Mapping[Route, Location]
"""Where the ids in a record stand, by their routes."""


def places(brief: Brief) -> Places:
    """Where everything that a record refers to stands."""
    return {each.route: each.location for each in brief.references}


class StepGroup(NamedTuple):
    """The steps that stand at one route: those of a record, or of one selection.

    They are asked for time and again: a small map would take longer to go through.
    """

    route: Route
    states: dict[str, StateBrief]


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
        found = [StepGroup(("steps",), dict(brief.steps.items()))] if brief.steps else []
        if isinstance(brief, CityBrief):
            for policy, selection in brief.selections.items():
                if steps := selection.steps:
                    route = ("policies", policy, "steps")
                    found.append(StepGroup(route, dict(steps.items())))
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
        self._orders: dict[_Given, Sequence[Sequence[str]]] = {}
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
        for route, states in groups:
            for steps in self._in_order(walker, tuple(states)):
                found = [states[step] for step in steps]
                yield Climb(route, steps, found, tuple(map(self.class_of, found)))

    def _in_order(self, walker: Walker, steps: tuple[str, ...]) -> Sequence[Sequence[str]]:
        """Of each track of a walker, those of some steps that it has, in its order."""
        # Many walkers give the same steps.
        key = walker.brief.kind, walker.tracks, steps
        if key not in self._orders:
            self._orders[key] = self._by_track(*key)
        return self._orders[key]

    def _by_track(
        self, kind: Kind, tracks: frozenset[str], steps: Sequence[str]
    ) -> Sequence[Sequence[str]]:
        by_track: dict[str, list[tuple[int, str]]] = {}
        for step in steps:
            for track, index in self.rungs[kind].get(step, {}).items():
                if track in tracks:
                    by_track.setdefault(track, []).append((index, step))
        return [[step for _, step in sorted(found)] for found in by_track.values()]

    def class_of(self, state: StateBrief) -> StatusClass:
        """The class of a state as it is given; no status, or none that exists, is unknown."""
        return self.classes.get(state.status or "", "unknown")
