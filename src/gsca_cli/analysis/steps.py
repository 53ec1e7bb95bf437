"""What steps are called, and which tracks a city walks."""

from gsca_cli.alliance.brief import CityBrief, TrackBrief
from gsca_cli.alliance.ground import tracks_of
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.records.track import Track


def step_name(edition: Edition, key: str) -> Named:
    """The name of a step of any track; its id stands in where no track has it."""
    for track in edition.alliance.tracks.values():
        if key in track.steps:
            steps = edition.record(track, Track).steps
            return Named(key, edition.text(next(step.name for step in steps if step.id == key)))
    return Named(key, key)


def walked_tracks(edition: Edition, city: CityBrief) -> tuple[TrackBrief, ...]:
    """The tracks of a city's regions, and any other on which it gives a step."""
    return tuple(tracks_of(city, edition.alliance.regions, edition.alliance.tracks))
