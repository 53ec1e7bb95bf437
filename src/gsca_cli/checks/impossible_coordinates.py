"""A location is not on the globe.

A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.

Wrong: `location: {lat: -74.0818, lon: 461.0}`
Right: `location: {lat: 4.6097, lon: -74.0818}`
To fix it: look the place up again; latitude comes first.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.coordinates import Coordinates, location
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import NEVER, Check, Context, Problem, unless
from gsca_cli.findings import Severity
from gsca_cli.records.globe import lies_in, on_the_globe

_LIMITS = (("lat", "latitude", 90), ("lon", "longitude", 180))


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The location of a city."""
    if given := Coordinates.of(entry):
        for degrees, (field, called, limit) in zip(given.point, _LIMITS, strict=True):
            if abs(degrees) > limit:
                yield Problem(
                    ("location", field),
                    f"the {called} {degrees:g} is not on the globe",
                    _cure(given)
                    or f"a {called} lies between -{limit} and {limit}; look it up again",
                )


def _cure(given: Coordinates) -> str:
    """The exchanged pair, if it is on the globe and lies in the country."""
    exchanged = given.point[::-1]
    if on_the_globe(exchanged) and lies_in(given.country, exchanged):
        return (
            f"with lat and lon exchanged it lies in {given.country}: "
            f"write {location(given.lon, given.lat)}"
        )
    return ""


def finds_from(glance: Glance, _: Context) -> date:
    """A city without a location, or with one on the globe."""
    city = glance.brief
    if not isinstance(city, CityBrief) or not (point := city.point):
        return NEVER
    return unless(on_the_globe(point))


CHECK = Check("impossible-coordinates", Severity.ERROR, look=look, finds_from=finds_from)
