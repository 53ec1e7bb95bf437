from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.records import globe
from gsca_cli.records.globe import (
    Point,
    is_nowhere,
    kilometres,
    lies_in,
    on_the_globe,
    position,
)

RADIUS = 6371.0088
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ((90, 180), True),
        ((-90, -180), True),
        ((90.01, 0), False),
        ((-90.01, 0), False),
        ((0, 180.01), False),
        ((0, -180.01), False),
    ],
)
def test_a_latitude_ends_at_90_and_a_longitude_at_180(point: Point, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    assert on_the_globe(point) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ((0, 0), True),
        ((0.01, -0.01), True),
        ((-0.01, 0.01), True),
        ((0.011, 0), False),
        ((0, -0.011), False),
        ((0, 10), False),
        ((10, 0), False),
    ],
)
def test_nowhere_is_where_both_numbers_are_0_or_nearly(point: Point, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    assert is_nowhere(point) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ((15, 25), True),
        ((9.5, 19.5), True),
        ((20.5, 30.5), True),
        ((9.4, 25), False),
        ((20.6, 25), False),
        ((15, 19.4), False),
        ((15, 30.6), False),
        ((-15, 179.9), True),
        ((-15, -179.5), True),
        ((-15, -179.4), False),
        ((5, -175), True),
        ((5, -180), True),
        ((5, 179.5), True),
        ((5, 179.4), False),
        ((0, 0), False),
    ],
)
def test_a_country_is_its_boxes_and_half_a_degree_more(
    monkeypatch: pytest.MonkeyPatch,
    point: Point,
    expected: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    boxes = ((10, 20, 20, 30), (-20, 175, -10, 180), (0, -180, 10, -170))
    monkeypatch.setattr(globe, "COUNTRY_BOXES", {"NO": boxes})
    assert lies_in("NO", point) is expected


def test_of_a_country_without_boxes_nothing_is_known() -> None:
    assert lies_in("GF", (4.9333, -52.3333)) is None


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (90, 0), pi / 2 * RADIUS),
        ((0, -90), (0, 90), pi * RADIUS),
        ((-90, 0), (90, 45), pi * RADIUS),
        ((51, -121), (-51, 59), pi * RADIUS),
        ((0, 179), (0, -179), pi / 90 * RADIUS),
        ((60, 0), (60, 180), pi / 3 * RADIUS),
        ((10, 20), (11, 20), pi / 180 * RADIUS),
    ],
)
def test_a_way_is_measured_along_a_great_circle(one: Point, other: Point, way: float) -> None:
    assert kilometres(one, other) == pytest.approx(way, abs=1e-6)
    assert kilometres(other, one) == pytest.approx(way, abs=1e-6)


def test_a_position_is_in_kilometres_from_the_middle_of_the_earth() -> None:
    assert position((0, 0)) == pytest.approx((RADIUS, 0, 0))
    assert position((0, 90)) == pytest.approx((0, RADIUS, 0))
    assert position((-90, 0)) == pytest.approx((0, 0, -RADIUS))


@given(points, points, points)
def test_no_detour_is_shorter(one: Point, other: Point, third: Point) -> None:
    direct = kilometres(one, other)
    assert direct <= kilometres(one, third) + kilometres(third, other) + 1e-3
