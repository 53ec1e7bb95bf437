"""Cities that lie so near each other that they may be one."""

from itertools import product
from math import dist
from operator import attrgetter
from typing import Final

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.records.globe import is_nowhere, on_the_globe, position

NEAR: Final = 2.0
"""In kilometres. At this distance an arc is as long as its chord, but for a hundredth of a mm."""
_CELL: Final = 4 * NEAR
"""Space is cut into cubes. What is near a point lies in one of them or in two, each way."""
_SAME_LATITUDE: Final = 0.02
"""In degrees: what is near lies within 0.018 degrees to the north or the south."""
_MOST_IN_A_CELL: Final = 40
"""More cities than that in one cube are no list of cities: the others are only compared with it."""


_Place = tuple[float, float, float]
"""A point in space, in kilometres."""


class Neighbours:
    """The cities that were met, by the cube of space that they lie in."""

    def __init__(self) -> None:
        self._first: dict[int, CityBrief] = {}
        self._more: dict[int, list[CityBrief]] = {}

    def meet(self, city: CityBrief) -> CityBrief | None:
        """The first city before this one that lies near; none if its own location is unusable."""
        point = city.point
        if not point or not on_the_globe(point) or is_nowhere(point):
            return None
        here = position(point)
        cells = _cells_around(here)
        # Most cities lie far from all others.
        first = None
        if not self._first.keys().isdisjoint(cells):
            first = self._first_near(point[0], here, cells)
        x, y, z = here
        self._keep(city, hash((x // _CELL, y // _CELL, z // _CELL)))
        return first

    def _first_near(self, latitude: float, here: _Place, cells: set[int]) -> CityBrief | None:
        near = []
        # Where cities lie close together, there are several for each of them.
        for cell in self._first.keys() & cells:
            for other in (self._first[cell], *self._more.get(cell, ())):
                degrees = other.degrees or 0
                # Few have to be placed in space.
                if abs(degrees.real - latitude) < _SAME_LATITUDE:
                    place = position((degrees.real, degrees.imag))
                    if dist(here, place) <= NEAR:
                        near.append(other)
        return min(near, key=attrgetter("path"), default=None)

    def _keep(self, city: CityBrief, cell: int) -> None:
        if self._first.setdefault(cell, city) is not city:
            more = self._more.setdefault(cell, [])
            if len(more) < _MOST_IN_A_CELL - 1:
                more.append(city)


def _cells_around(here: _Place) -> set[int]:
    """The cubes that hold what is near a point in space; two with one hash cost time, no more."""
    ways = [((each - NEAR) // _CELL, (each + NEAR) // _CELL) for each in here]
    return set(map(hash, product(*ways)))
