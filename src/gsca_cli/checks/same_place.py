"""Two records are about one city.

A city that was added twice, in English and in its own language or under an old name, is counted
twice in every total. Two records are taken for one city if a name or an alias of both is the same
in one country, unless each has a `subdivision` and these differ, or if they lie within 2 km.

Wrong: `name: Oslo` beside a record with `name: Kristiania` and `aliases: [Oslo]`
Right: one record with `name: Oslo` and `aliases: [Kristiania]`
To fix it: merge the two. Two cities of one name need a `subdivision` each; where a location is
wrong, correct it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.namesakes import Namesakes, called
from gsca_cli.alliance.neighbours import Neighbours
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Route, Severity, shown
from gsca_cli.records.globe import kilometres

_MOST_LOCATED: Final = 100
"""To point at the very name a file is read again: not for thousands of them."""

_Pair = tuple[CityBrief, CityBrief, str]
"""A city, one before it, and the name that they share: an empty one if they lie near."""


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every city, in the order of the files, against those before it."""
    cities = sorted(alliance.cities.values(), key=lambda city: city.path)
    for number, pair in enumerate(_pairs(cities)):
        yield _problem(alliance, pair, located=number < _MOST_LOCATED)


def _pairs(cities: Sequence[CityBrief]) -> Iterator[_Pair]:
    """Two cities that seem to be one, each two of them once."""
    namesakes, neighbours = Namesakes(cities), Neighbours()
    for city in cities:
        seen: dict[str, _Pair] = {}
        for first, name in namesakes.meet(city):
            seen.setdefault(first.id, (city, first, name))
        if near := neighbours.meet(city):
            seen.setdefault(near.id, (city, near, ""))
        yield from seen.values()


def _problem(alliance: Alliance, pair: _Pair, *, located: bool) -> Problem:
    city, first, name = pair
    if name:
        message = f"another city of {city.country} is called {shown(called(city, name)[0])} too"
        hint = "merge the two; if they are two cities, give each its `subdivision`"
    else:
        way = kilometres(city.point or (0, 0), first.point or (0, 0))
        message = f"another city lies {way:.1f} km from here"
        hint = "merge the two if they are one city, or correct the location that is wrong"

    def place(of: CityBrief) -> Location:
        route: Route = called(of, name)[1] if name else ("location",)
        if not located:
            return Location(of.path)
        return alliance.entry(of).document.locate(route, key=not name)

    return Problem(
        place(city), message, hint, related=((place(first), f"the other record: `{first.id}`"),)
    )


CHECK = Check("same-place", Severity.WARNING, judge=judge)
