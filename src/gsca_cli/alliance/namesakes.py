"""Cities of one country that have a name in common."""

from collections.abc import Iterator, Sequence

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.findings import Route


class Namesakes:
    """The first city of each name in a country and subdivision, once it was met."""

    def __init__(self, cities: Sequence[CityBrief]) -> None:
        self._shared = _shared(cities)
        self._first: dict[tuple[str, str], dict[str | None, CityBrief]] = {}

    def meet(self, city: CityBrief) -> Iterator[tuple[CityBrief, str]]:
        """The cities before this one that may be the same, each with the name, folded.

        For every name there is one at most, the first that was met.
        """
        country, shared = city.country, self._shared
        for name in _names(city):
            if hash((country, name)) in shared:
                met = self._first.setdefault((country, name), {})
                if first := _first(met, city.subdivision):
                    yield first, name
                met.setdefault(city.subdivision, city)


def called(city: CityBrief, name: str) -> tuple[str, Route]:
    """How a record writes a name that it has, and the route to it: to the name before an alias."""
    written: list[tuple[str, Route]] = [
        *((each, ("name", language)) for language, each in city.names.items()),
        *((each, ("aliases", index, "name")) for index, each in enumerate(city.aliases)),
    ]
    return next(found for found in written if folded(found[0]) == name)


def _names(city: CityBrief) -> dict[str, None]:
    """The names and aliases of a city as they are compared, each once."""
    written = (*city.names.values(), *city.aliases)
    return dict.fromkeys(filter(None, map(folded, written)))


def _first(met: dict[str | None, CityBrief], subdivision: str | None) -> CityBrief | None:
    """The first that may be the same city: not one that lies in another subdivision."""
    if subdivision is None:
        return next(iter(met.values()), None)
    found = [met[key] for key in (subdivision, None) if key in met]
    return min(found, key=lambda city: city.path, default=None)


def _shared(cities: Sequence[CityBrief]) -> set[int]:
    """The hashes of the names that stand more than once: all others need not be kept."""
    once: set[int] = set()
    again: set[int] = set()
    for city in cities:
        country = city.country
        for name in _names(city):
            key = hash((country, name))
            (again if key in once else once).add(key)
    return again
