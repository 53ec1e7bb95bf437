"""Cities of one country that have a name in common."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import islice

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.repeated import repeated
from gsca_cli.findings import Route


class Namesakes:
    """The first city of each name in a country and subdivision, once it was met."""

    def __init__(self, cities: Sequence[CityBrief]) -> None:
        self._sharing = _sharing(cities)
        self._first: dict[tuple[str, str], dict[str | None, CityBrief]] = {}

    def meet(self, city: CityBrief) -> Iterator[tuple[CityBrief, str]]:
        """The cities before this one that may be the same, each with the name, folded.

        For every name there is one at most, the first that was met.
        """
        if city.path not in self._sharing:
            return
        for name in _names(city):
            met = self._first.setdefault((city.country, name), {})
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


def _sharing(cities: Sequence[CityBrief]) -> set[str]:
    """The paths of those that may have a name in common with another: few, as a rule.

    Names go by their hashes: two with the same one cost time, no more.
    """
    hashes, counts = array("q"), array("I")
    for city in cities:
        names = _names(city)
        hashes.extend([hash((city.country, name)) for name in names])
        counts.append(len(names))
    shared, keys = repeated(hashes), iter(hashes)
    if not shared:
        return set()
    return {
        city.path
        for city, count in zip(cities, counts, strict=True)
        if not shared.isdisjoint(list(islice(keys, count)))
    }
