"""What the figures of a city depend on beside its own file."""

from collections.abc import Mapping
from dataclasses import dataclass

from gsca_cli.alliance.brief import RegionBrief, TrackBrief
from gsca_cli.records.settings import Settings


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of an alliance, its regions and its tracks, at one moment."""

    settings: Settings
    regions: Mapping[str, RegionBrief]
    tracks: Mapping[str, TrackBrief]
