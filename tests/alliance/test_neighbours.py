"""The cubes find what a comparison of every two cities finds."""

from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.neighbours import NEAR, Neighbours
from gsca_cli.kinds import Kind
from gsca_cli.records.globe import Point, kilometres, position


def city(number: int, point: Point | None) -> CityBrief:
    """A city at a point."""
    return CityBrief(
        kind=Kind.CITY,
        id=f"c{number:02}",
        path=f"c{number:02}",
        names={},
        country="NO",
        degrees=complex(*point) if point else None,
    )


corners = st.sampled_from(
    [(59.4, 10.6), (0.5, 180.0), (-0.5, -179.99), (89.99, 45.0), (-90.0, 9.0)]
)
steps = st.floats(-0.05, 0.05)


def beside(corner: Point, north: float, east: float) -> Point:
    """A point not far from a corner, on the globe."""
    return (min(90.0, max(-90.0, corner[0] + north)), min(180.0, max(-180.0, corner[1] + east)))


@given(st.lists(st.builds(beside, corners, steps, steps), max_size=10))
def test_the_first_near_city_is_found_wherever_they_are(points: list[Point]) -> None:
    cities = [city(number, point) for number, point in enumerate(points)]
    neighbours = Neighbours()
    for number, each in enumerate(cities):
        near = [
            other
            for other, point in zip(cities[:number], points, strict=False)
            if kilometres(points[number], point) <= NEAR
        ]
        assert neighbours.meet(each) == (near[0] if near else None)


@pytest.mark.parametrize(("crowd", "found"), [(39, True), (40, False)])
def test_forty_cities_of_a_cube_are_remembered(crowd: int, found: bool) -> None:  # noqa: FBT001 (a case of the table)
    west, east = (59.0, 10.04), (59.0, 10.08)
    assert kilometres(west, east) > NEAR
    assert cube(west) == cube(east)
    neighbours = Neighbours()
    for number in range(crowd):
        neighbours.meet(city(number, west))
    another = city(80, east)
    assert neighbours.meet(another) is None
    assert neighbours.meet(city(81, east)) == (another if found else None)
    assert neighbours.meet(city(82, west)) == city(0, west)


def cube(point: Point) -> list[int]:
    """The cube of 8 km that a point lies in."""
    return [floor(each / 8) for each in position(point)]


def test_a_city_without_a_point_is_near_nothing() -> None:
    neighbours = Neighbours()
    assert neighbours.meet(city(0, None)) is None
    assert neighbours.meet(city(1, None)) is None


def test_a_city_is_not_near_itself() -> None:
    assert Neighbours().meet(city(1, (59.4, 10.6))) is None
