"""Which ids a reference may name: records, and the words of the alliance."""

from collections.abc import Collection

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, TrackBrief
from gsca_cli.alliance.references import Reference
from gsca_cli.kinds import Kind


def valid_ids(alliance: Alliance, brief: Brief, reference: Reference) -> Collection[str] | None:
    """The ids that a reference of a record may name; None where that cannot be known.

    It cannot be known while the file that lists them could not be read: nobody should be told
    that a status is unknown because of a typo in `gsca.yaml`.
    """
    match reference.target:
        case "status":
            return _words(alliance, [status.id for status in alliance.settings.statuses])
        case "role":
            return _words(alliance, [role.id for role in alliance.settings.roles])
        case "standing":
            return _words(alliance, [standing.id for standing in alliance.settings.standings])
        case "step":
            return _steps(alliance, Kind.REGION if brief.kind is Kind.REGION else Kind.CITY)
        case "track" if brief.kind is Kind.REGION:
            return _city_tracks(alliance)
        case "phase":
            return brief.phases if isinstance(brief, TrackBrief) else None
        case "cohort":
            return cohorts(alliance, str(reference.route[-2]))
        case _:
            return ids_of(alliance, Kind(reference.target))


def ids_of(alliance: Alliance, kind: Kind) -> Collection[str]:
    """The ids of a kind, those of records that could not be read included."""
    left_out = {place.id for place in alliance.left_out if place.kind is kind}
    return alliance.of(kind).keys() | left_out


def cohorts(alliance: Alliance, region: str) -> Collection[str] | None:
    """The ids of the cohorts of a region; None if the region is unknown or could not be read."""
    found = alliance.regions.get(region)
    return found.cohorts if found else None


def _words(alliance: Alliance, words: list[str]) -> list[str] | None:
    return None if _left_out(alliance, Kind.ALLIANCE) else words


def _steps(alliance: Alliance, walker: Kind) -> list[str] | None:
    if _left_out(alliance, Kind.TRACK):
        return None
    return [
        step
        for track in alliance.tracks.values()
        if track.walked_by is walker
        for step in track.steps
    ]


def _city_tracks(alliance: Alliance) -> list[str] | None:
    """The tracks that cities walk: a region's own ladder is none of them."""
    if _left_out(alliance, Kind.TRACK):
        return None
    return [track.id for track in alliance.tracks.values() if track.walked_by is Kind.CITY]


def _left_out(alliance: Alliance, kind: Kind) -> bool:
    return any(place.kind is kind for place in alliance.left_out)
