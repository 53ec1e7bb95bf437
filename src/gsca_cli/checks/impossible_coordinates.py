"""A location is not on the globe.

A latitude lies between -90 and 90 degrees, a longitude between -180 and 180.

Wrong: `location: {lat: -74.0818, lon: 461.0}`
Right: `location: {lat: 4.6097, lon: -74.0818}`
To fix it: look the place up again; latitude comes first.
"""

from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.city import City

_LIMITS = (("lat", "latitude", 90), ("lon", "longitude", 180))


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The location of a city."""
    if isinstance(entry.record, City) and (point := entry.record.location):
        for field, called, limit in _LIMITS:
            degrees = getattr(point, field)
            if abs(degrees) > limit:
                yield Problem(
                    ("location", field),
                    f"the {called} {degrees:g} is not on the globe",
                    f"a {called} lies between -{limit} and {limit}; are lat and lon exchanged?",
                )


CHECK = Check("impossible-coordinates", Severity.ERROR, look=look)
