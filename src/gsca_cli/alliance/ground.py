"""What the figures of a city depend on beside its own file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gsca_cli.alliance.brief import CityBrief, RegionBrief, TrackBrief
from gsca_cli.alliance.settings import Settings
from gsca_cli.kinds import Kind


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of an alliance, its regions and its tracks, at one moment."""

    settings: Settings
    regions: Mapping[str, RegionBrief]
    tracks: Mapping[str, TrackBrief]


def tracks_of(
    city: CityBrief, regions: Mapping[str, RegionBrief], tracks: Mapping[str, TrackBrief]
) -> Sequence[TrackBrief]:
    """The tracks of a city's regions, and any other on which it gives a step."""
    of_regions = {region.track for key in city.memberships if (region := regions.get(key))}
    return [
        track
        for track in tracks.values()
        if track.walked_by is Kind.CITY
        and (track.id in of_regions or not city.steps.keys().isdisjoint(track.steps))
    ]
