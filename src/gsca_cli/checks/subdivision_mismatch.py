"""The subdivision belongs to another country.

An ISO 3166-2 code begins with the code of its country.

Wrong: `country: CO` with `subdivision: MX-CMX`
Right: `country: MX` with `subdivision: MX-CMX`
To fix it: correct whichever of the two is wrong.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.cures.subdivisions import is_of
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import Severity


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The subdivision of a city against its country."""
    city = entry.city
    if not city or not city.subdivision:
        return
    if not is_of(city.subdivision, city.country):
        yield Problem(
            ("subdivision",),
            f"`{city.subdivision}` is not a part of {city.country}",
            "correct whichever of the two is wrong: "
            f"a subdivision of {city.country} begins with `{city.country}-`",
        )


def finds_from(glance: Glance, _: Context) -> date:
    """A record without a subdivision, or with one of its country."""
    values = glance.values
    given = values.get("subdivision")
    return unless(not given or is_of(given, values["country"]))


CHECK = Check("subdivision-mismatch", Severity.ERROR, look=look, finds_from=finds_from)
