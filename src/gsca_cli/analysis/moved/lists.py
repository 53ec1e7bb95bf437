"""What moved, for each report: a list in the order of its tables."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief, TrackBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.analysis.moved.ladders import followed_lines, ladder_lines
from gsca_cli.analysis.moved.lines import (
    MovedLine,
    WhatMoved,
    column_lines,
    deleted,
    if_new,
    lost_selections,
    place_lines,
    policies_of,
    programme_lines,
    region_lines,
    region_step_lines,
    selection_lines,
    step_lines,
)
from gsca_cli.analysis.steps import walked_tracks
from gsca_cli.kinds import Kind

B = TypeVar("B", bound=Brief)

_TOLD_WHOLE: Final = (Kind.POLICY, Kind.PROGRAMME, Kind.PARTNER)
"""Kinds of which the alliance's list says only that a record is new, or gone."""


def region_list(
    edition: Edition, region: RegionBrief, cities: Iterable[CityBrief]
) -> WhatMoved | None:
    """What moved in a region: its own record, then its cities in the order of the table."""
    return _what_moved(edition, _in_region(edition, region, cities))


def _in_region(
    edition: Edition, region: RegionBrief, cities: Iterable[CityBrief]
) -> Iterator[MovedLine]:
    yield from if_new(edition, region)
    yield from region_lines(edition, region)
    yield from followed_lines(edition, region)
    track = edition.alliance.tracks.get(region.track or "")
    if track:
        yield from ladder_lines(edition, track)
    for city in cities:
        yield from if_new(edition, city)
        yield from place_lines(edition, city, [region.id])
        yield from selection_lines(edition, city, policies_of(edition, city, region.columns))
        yield from step_lines(edition, city, [track] if track else [])
    for brief in _missing(edition, region):
        if isinstance(brief, CityBrief) and brief.id in edition.alliance.cities:
            yield from place_lines(edition, brief, [region.id])
            # Its row is gone with all that stood in it.
            yield from lost_selections(edition, brief)
        else:
            yield deleted(edition, brief)


def missing(edition: Edition, region: RegionBrief) -> tuple[Named, ...]:
    """The cities that a region listed, and lists no more."""
    return tuple(Named(city.id, edition.text(city.names)) for city in _missing(edition, region))


def _missing(edition: Edition, region: RegionBrief) -> list[Brief]:
    """Cities as they are now; as they were, if they are no longer on record."""
    earlier = edition.earlier
    if earlier is None:
        return []
    former = earlier.former(Kind.REGION, region.id)
    listed = {city.id for city, _ in earlier.alliance.members(former)}
    found = [city for city in earlier.gone(Kind.CITY) if city.id in listed]
    found += [
        city
        for city in edition.alliance.cities.values()
        if region.id not in city.memberships and earlier.former(Kind.CITY, city.id) in listed
    ]
    return _by_name(edition, found)


def city_list(edition: Edition, city: CityBrief, tracks: Iterable[TrackBrief]) -> WhatMoved | None:
    """What moved in a city; `tracks` are those that its report shows."""
    return _what_moved(edition, _in_city(edition, city, tracks))


def _in_city(
    edition: Edition, city: CityBrief, tracks: Iterable[TrackBrief]
) -> Iterator[MovedLine]:
    yield from if_new(edition, city)
    earlier = edition.earlier
    then = earlier.city(city.id) if earlier else None
    left = (
        earlier.dropped(Kind.REGION, then.memberships, city.memberships) if earlier and then else ()
    )
    yield from place_lines(edition, city, (*city.memberships, *left))
    yield from selection_lines(edition, city, policies_of(edition, city))
    yield from step_lines(edition, city, tracks)
    yield from programme_lines(edition, city)


def policy_list(edition: Edition, policy: Brief) -> WhatMoved | None:
    """What moved of one policy: which regions track it, and what each city did about it."""
    return _what_moved(edition, _of_policy(edition, policy))


def _of_policy(edition: Edition, policy: Brief) -> Iterator[MovedLine]:
    yield from if_new(edition, policy)
    for region in _by_name(edition, edition.alliance.regions.values()):
        yield from column_lines(edition, region, policy.id)
    for city in _by_name(edition, edition.alliance.cities.values()):
        yield from selection_lines(edition, city, [policy.id])
    former = edition.earlier.former(Kind.POLICY, policy.id) if edition.earlier else ""
    for brief in _by_name(edition, edition.earlier.gone(Kind.CITY) if edition.earlier else ()):
        if isinstance(brief, CityBrief) and former in brief.selections:
            yield deleted(edition, brief)


def track_list(edition: Edition, track: TrackBrief) -> WhatMoved | None:
    """What moved on one track: its steps, then all who walk it."""
    return _what_moved(edition, _on_track(edition, track))


def _on_track(edition: Edition, track: TrackBrief) -> Iterator[MovedLine]:
    yield from if_new(edition, track)
    yield from ladder_lines(edition, track)
    if track.walked_by is Kind.REGION:
        for region in _by_name(edition, edition.alliance.regions.values()):
            yield from region_step_lines(edition, region, track.steps)
        return
    for region in _by_name(edition, edition.alliance.regions.values()):
        yield from followed_lines(edition, region, track)
    for city in _by_name(edition, edition.alliance.cities.values()):
        if track in walked_tracks(edition, city):
            yield from step_lines(edition, city, [track])


def alliance_list(edition: Edition) -> WhatMoved | None:
    """What moved anywhere: the regions, the cities, then what else is new or gone."""
    return _what_moved(edition, _anywhere(edition))


def _anywhere(edition: Edition) -> Iterator[MovedLine]:
    alliance = edition.alliance
    for region in _by_name(edition, alliance.regions.values()):
        yield from if_new(edition, region)
        yield from region_lines(edition, region)
        yield from followed_lines(edition, region)
    yield from _gone(edition, Kind.REGION)
    for track in _by_name(edition, alliance.tracks.values()):
        yield from if_new(edition, track)
        yield from ladder_lines(edition, track)
    yield from _gone(edition, Kind.TRACK)
    for city in _by_name(edition, alliance.cities.values()):
        yield from _in_city(edition, city, walked_tracks(edition, city))
    yield from _gone(edition, Kind.CITY)
    for kind in _TOLD_WHOLE:
        for brief in _by_name(edition, alliance.of(kind).values()):
            yield from if_new(edition, brief)
        yield from _gone(edition, kind)


def _gone(edition: Edition, kind: Kind) -> Iterator[MovedLine]:
    for brief in _by_name(edition, edition.earlier.gone(kind) if edition.earlier else ()):
        yield deleted(edition, brief)


def _by_name(edition: Edition, briefs: Iterable[B]) -> list[B]:
    return sorted(briefs, key=lambda brief: folded(edition.text(brief.names)))


def _what_moved(edition: Edition, lines: Iterator[MovedLine]) -> WhatMoved | None:
    """The list, if somebody asked for one."""
    if not edition.wish.moment:
        return None
    unread = edition.earlier.unread if edition.earlier else ()
    return WhatMoved(edition.wish.moment, tuple(lines), unread)
