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
from gsca_cli.records.city import City


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The subdivision of a city against its country."""
    record = entry.record
    if not isinstance(record, City) or not record.subdivision:
        return
    if not is_of(record.subdivision, record.country):
        yield Problem(
            ("subdivision",),
            f"`{record.subdivision}` is not a part of {record.country}",
            "correct whichever of the two is wrong: "
            f"a subdivision of {record.country} begins with `{record.country}-`",
        )


def finds_from(glance: Glance, _: Context) -> date:
    """A city without a subdivision, or with one of its country."""
    code, country = glance.brief.subdivision, glance.brief.country
    return unless(not code or is_of(code, country))


CHECK = Check("subdivision-mismatch", Severity.ERROR, look=look, finds_from=finds_from)
