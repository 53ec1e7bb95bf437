"""Where a point lies: on the globe, in a country, how far from another."""

from math import asin, cos, dist, radians, sin
from typing import Final

from gsca_cli.records.country_boxes import COUNTRY_BOXES

Point = tuple[float, float]
"""A latitude and a longitude in degrees."""

MARGIN: Final = 0.5
"""As far outside the boxes of its country a city may lie, in degrees.

Borders and coasts are drawn coarsely, and leave out small islands. Half a degree is 55 km: what is
exchanged or has a wrong sign lies much further away.
"""
_NOWHERE: Final = 0.01
_RADIUS: Final = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""


def on_the_globe(point: Point) -> bool:
    """Are both numbers possible?"""
    lat, lon = point
    return abs(lat) <= 90 and abs(lon) <= 180  # noqa: PLR2004 (degrees)


def is_nowhere(point: Point) -> bool:
    """Are both numbers 0, or so near it that they are open ocean all the same?"""
    lat, lon = point
    return abs(lat) <= _NOWHERE and abs(lon) <= _NOWHERE


def lies_in(country: str, point: Point) -> bool | None:
    """Does a point lie in a country, or not far from it? None if that is not known."""
    boxes = COUNTRY_BOXES.get(country)
    if boxes is None:
        return None
    lat, lon = point
    # It is asked for millions of points: most lie in the first box that comes, or the second.
    for south, west, north, east in boxes:
        if south <= lat <= north and west <= lon <= east:
            return True
    return any(
        south - MARGIN <= lat <= north + MARGIN and west - MARGIN <= each <= east + MARGIN
        for south, west, north, east in boxes
        # What lies just beyond 180 degrees has the other sign.
        for each in (lon, lon - 360, lon + 360)
    )


def position(point: Point) -> tuple[float, float, float]:
    """A point in space, in kilometres from the middle of the earth.

    There, what is near has near numbers: at the poles and at 180 degrees too.
    """
    lat, lon = map(radians, point)
    around = _RADIUS * cos(lat)
    return (
        around * cos(lon),
        around * sin(lon),
        _RADIUS * sin(lat),
    )


def kilometres(one: Point, other: Point) -> float:
    """The way from one point to another along a great circle."""
    chord = dist(position(one), position(other))
    return 2 * _RADIUS * asin(min(1.0, chord / 2 / _RADIUS))
