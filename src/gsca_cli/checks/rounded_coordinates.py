"""A location is given to a tenth of a degree at best.

A tenth of a degree of latitude is 11 km: on a map the point misses the city, and neighbouring
cities may fall on one point. One of the two numbers may be round by chance, both seldom are.

Wrong: `location: {lat: 59.9, lon: 10.7}`
Right: `location: {lat: 59.9127, lon: 10.7461}`
To fix it: look the place up, and write four decimals. Where a number really ends so early, write
the zeros: `10.7000`.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.coordinates import Coordinates
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import NEVER, Check, Context, Problem, unless
from gsca_cli.findings import Severity
from gsca_cli.records.globe import is_nowhere, on_the_globe
from gsca_cli.records.spelling import as_written


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The location of a city, unless it is wrong altogether."""
    given = Coordinates.of(entry)
    if not given or not on_the_globe(given.point) or is_nowhere(given.point):
        return
    if _is_round(given.lat) and _is_round(given.lon):
        yield Problem(
            ("location",),
            f"`{given}` is no closer than a tenth of a degree, which is 11 km",
            "look the place up, and write four decimals",
            key=True,
        )


def _is_round(degrees: str) -> bool:
    """Does a number, as it is written, have one decimal at most?"""
    _, _, decimals = degrees.partition(".")
    if decimals.isdigit():
        return len(decimals) <= 1
    # It is whole, or written with an exponent.
    from decimal import Decimal  # noqa: PLC0415 (few are)

    exponent = Decimal(degrees).as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -1


def finds_from(glance: Glance, _: Context) -> date:
    """A city without a location, or with a closer one."""
    given = glance.values.get("location")
    # Nearly all have more decimals, and need not be written out to show it.
    if not given or round(given["lat"], 1) != given["lat"]:
        return NEVER
    return unless(not all(_is_round(str(as_written(each))) for each in given.values()))


CHECK = Check("rounded-coordinates", Severity.NOTICE, look=look, finds_from=finds_from)
