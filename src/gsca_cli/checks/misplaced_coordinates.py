"""A location does not lie in the country of its city.

Latitude and longitude are easily exchanged, and a sign is easily lost; the city then lands in an
ocean or in another country. A country is known here by the boxes around its parts, and half a
degree more: what lies outside is most likely wrong, what lies inside may still be.

Wrong: `country: NO` with `location: {lat: 10.7461, lon: 59.9127}`
Right: `country: NO` with `location: {lat: 59.9127, lon: 10.7461}`
To fix it: exchange the two numbers, correct the sign, or look the place up again. Where the
country is wrong, correct that.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.coordinates import Coordinates, location
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import NEVER, Check, Context, Problem, unless
from gsca_cli.findings import Severity
from gsca_cli.records.globe import is_nowhere, lies_in, on_the_globe


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The location of a city; what is not on the globe is another check's."""
    given = Coordinates.of(entry)
    if not given or not on_the_globe(given.point):
        return
    if is_nowhere(given.point):
        yield Problem(
            ("location",),
            f"`{given}` lies in the open ocean: nobody looked it up",
            "look the place up, or leave `location` out",
            key=True,
        )
    elif lies_in(given.country, given.point) is False:
        yield _misplaced(given)


def _misplaced(given: Coordinates) -> Problem:
    """What is wrong with a location outside its country: the first cure that puts it inside."""
    country, (lat, lon) = given.country, given.point
    if lies_in(country, (lon, lat)):
        return Problem(
            ("location",),
            f"`{given}` lies outside {country}; with lat and lon exchanged it lies inside",
            f"write {location(given.lon, given.lat)}",
            key=True,
        )
    for field, degrees, turned in (
        ("lat", given.lat, (-lat, lon)),
        ("lon", given.lon, (lat, -lon)),
    ):
        if lies_in(country, turned):
            return Problem(
                ("location", field),
                f"`{field}: {degrees}` lies outside {country}; with the other sign it lies inside",
                f"write `{field}: {_turned(degrees)}`",
            )
    if lies_in(country, (-lat, -lon)):
        return Problem(
            ("location",),
            f"`{given}` lies outside {country}; with the other signs it lies inside",
            f"write {location(_turned(given.lat), _turned(given.lon))}",
            key=True,
        )
    return Problem(
        ("location",),
        f"`{given}` is not in {country}",
        "look the place up again, or correct `country`",
        key=True,
        related=((("country",), "the country is given here"),),
    )


def _turned(degrees: str) -> str:
    """A number with the other sign."""
    return degrees[1:] if degrees.startswith("-") else f"-{degrees.removeprefix('+')}"


def finds_from(glance: Glance, _: Context) -> date:
    """A city without a location, or with one in its country."""
    city = glance.brief
    if not isinstance(city, CityBrief) or not (point := city.point):
        return NEVER
    return unless(not is_nowhere(point) and lies_in(city.country, point) is not False)


CHECK = Check("misplaced-coordinates", Severity.WARNING, look=look, finds_from=finds_from)
