import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from scripts import country_boxes
from scripts.country_boxes import (
    PARTS_WITH_A_CODE,
    PARTS_WITHIN,
    Box,
    around,
    boxes_of,
    close,
    merged,
    numbers,
    rounded,
    table,
    unrolled,
)

from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.country_boxes import COUNTRY_BOXES, TABLE

NOT_DRAWN = {"BQ", "BV", "CC", "CX", "GF", "GP", "MQ", "RE", "SJ", "TK", "YT"}
"""What Natural Earth draws as a part of another country, or without a number."""


def test_every_country_is_in_the_table_but_those_that_are_not_drawn() -> None:
    assert COUNTRY_CODES - COUNTRY_BOXES.keys() == NOT_DRAWN
    assert COUNTRY_BOXES.keys() <= COUNTRY_CODES


@pytest.mark.parametrize("code", COUNTRY_BOXES)
def test_a_box_lies_on_the_globe_the_right_way_round(code: str) -> None:
    assert COUNTRY_BOXES[code]
    for south, west, north, east in COUNTRY_BOXES[code]:
        assert -90 <= south < north <= 90
        assert -180 <= west < east <= 180


def test_the_table_is_as_the_script_writes_it() -> None:
    boxes = {code: [Box(*each) for each in found] for code, found in COUNTRY_BOXES.items()}
    assert TABLE.read_text("utf-8") == table(boxes)


def holds(code: str, lat: float, lon: float) -> bool:
    """Does a box of a country hold a place?"""
    return any(s <= lat <= n and w <= lon <= e for s, w, n, e in COUNTRY_BOXES[code])


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("NO", 59.9127, 10.7461),  # Oslo
        ("NO", 78.2232, 15.6469),  # Longyearbyen, which has the code SJ as well
        ("FJ", -18.1416, 178.4419),  # Suva
        ("FJ", -16.7, -179.9),  # Taveuni, beyond 180 degrees
        ("US", 21.3069, -157.8583),  # Honolulu
        ("US", 18.4663, -66.1057),  # San Juan, which has the code PR as well
        ("PR", 18.4663, -66.1057),
        ("FR", 4.9333, -52.3333),  # Cayenne, which has the code GF as well
        ("FR", -22.2763, 166.4572),  # Nouméa, which has the code NC as well
        ("CN", 22.2783, 114.1747),  # Hong Kong
        ("FI", 60.0973, 19.9348),  # Mariehamn
        ("NL", 12.1084, -68.9335),  # Willemstad
        ("UA", 44.9572, 34.1108),  # Simferopol, drawn as a part of RU
        ("RU", 54.7065, 20.511),  # Kaliningrad
        ("RU", 64.7333, -177.5),  # Anadyr lies west of 180 degrees, this does not
        ("NZ", -43.9535, -176.5597),  # Waitangi, on the Chatham Islands
        ("AQ", -90, 0),
        ("SG", 1.2897, 103.8501),
        ("ZA", -33.9258, 18.4232),  # Cape Town
    ],
)
def test_a_known_place_lies_in_a_box_of_its_country(code: str, lat: float, lon: float) -> None:
    assert holds(code, lat, lon)


def test_every_part_with_a_code_of_its_own_lies_in_the_boxes_of_its_country() -> None:
    for code, parts in PARTS_WITH_A_CODE.items():
        for part in parts.split():
            for south, west, north, east in COUNTRY_BOXES[part]:
                assert holds(code, south, west), part
                assert holds(code, north, east), part


def test_every_part_of_another_polygon_lies_in_both_countries() -> None:
    for code, (other, (lon, lat)) in PARTS_WITHIN.items():
        assert holds(code, lat, lon)
        assert holds(other, lat, lon)


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("FR", 40.4165, -3.7026),  # Madrid
        ("FR", 51.5085, -0.1257),  # London
        ("FR", 30, -40),  # the ocean between its parts
        ("US", 43.0, -140.0),
        ("NO", 10.7461, 59.9127),
        ("NO", 73, 0),  # between Jan Mayen and the mainland
        ("FJ", -18, 0),
        ("RU", 50, -100),
        ("FI", 59.9127, 10.7461),
    ],
)
def test_islands_and_exclaves_do_not_make_one_box(code: str, lat: float, lon: float) -> None:
    assert not holds(code, lat, lon)


def square(west: int, south: int, size: int = 2) -> list[list[int]]:
    """An arc once around a square, as TopoJSON writes it: a point, and the steps from there."""
    return [[west, south], [size, 0], [0, size], [-size, 0], [0, -size]]


def topology(arcs: Sequence[Any], *countries: Mapping[str, Any]) -> dict[str, Any]:
    """A world of a few countries, in steps of a quarter of a degree from the south-west corner."""
    return {
        "transform": {"scale": [0.25, 0.25], "translate": [-180, -90]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": list(countries)}},
    }


CODES = {"578": "NO", "246": "FI", "248": "AX", "643": "RU", "804": "UA"}


def test_the_polygons_of_a_country_become_boxes() -> None:
    world = topology(
        [square(720, 360), square(800, 400), square(40, 400)],
        {"type": "MultiPolygon", "id": "578", "arcs": [[[1]], [[0]]]},
        {"type": "Polygon", "id": "246", "arcs": [[2], [0]]},
        {"type": "Polygon", "arcs": [[0]]},
        {"type": "Polygon", "id": "999", "arcs": [[0]]},
    )
    assert boxes_of(world, CODES) == {
        "FI": [(10, -170, 10.5, -169.5)],
        "NO": [(0, 0, 0.5, 0.5), (10, 20, 10.5, 20.5)],
    }


def test_a_border_that_two_countries_share_is_walked_both_ways() -> None:
    east, west = [[720, 360], [8, 0], [0, 8], [-8, 0]], [[720, 368], [-8, 0], [0, -8], [8, 0]]
    border = [[720, 360], [0, 8]]
    world = topology(
        [east, west, border],
        {"type": "Polygon", "id": "578", "arcs": [[0, ~2]]},
        {"type": "Polygon", "id": "246", "arcs": [[2, 1]]},
    )
    assert boxes_of(world, CODES) == {"FI": [(0, -2, 2, 0)], "NO": [(0, 0, 2, 2)]}


def test_a_country_gets_the_parts_that_have_a_code_of_their_own() -> None:
    world = topology(
        [square(720, 360), square(800, 360)],
        {"type": "Polygon", "id": "246", "arcs": [[0]]},
        {"type": "Polygon", "id": "248", "arcs": [[1]]},
    )
    assert boxes_of(world, CODES) == {
        "AX": [(0, 20, 0.5, 20.5)],
        "FI": [(0, 0, 0.5, 0.5), (0, 20, 0.5, 20.5)],
    }


def test_a_country_gets_the_smallest_polygon_of_another_that_is_a_part_of_it_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(country_boxes, "PARTS_WITHIN", {"UA": ("RU", (20.25, 10.25))})
    world = topology(
        [square(720, 360), square(800, 400), square(796, 396, 20), square(40, 400)],
        {"type": "Polygon", "id": "804", "arcs": [[0]]},
        {"type": "MultiPolygon", "id": "643", "arcs": [[[2]], [[1]], [[3]]]},
    )
    boxes = boxes_of(world, CODES)
    assert boxes["UA"] == [(0, 0, 0.5, 0.5), (10, 20, 10.5, 20.5)]
    assert boxes["RU"] == [(9, 19, 14, 24), (10, -170, 10.5, -169.5)]


RING = [(179.0, 10.0), (-178.0, 10.0), (-178.0, 12.0), (179.0, 12.0), (179.0, 10.0)]


def test_a_ring_across_180_degrees_is_cut_there() -> None:
    cut = [(10, 179, 12, 180), (10, -180, 12, -178)]
    assert around(RING) == cut
    assert around(RING[::-1]) == cut
    assert around([*RING[2:], *RING[1:3]]) == cut


def test_a_ring_that_only_touches_180_degrees_is_not_cut() -> None:
    assert around([(170, 0), (180, 0), (-180, 5), (170, 5), (170, 0)]) == [(0, 170, 5, 180)]
    assert around([(-170, 0), (-180, 0), (180, 5), (-170, 5), (-170, 0)]) == [(0, -180, 5, -170)]


def test_a_ring_around_a_pole_is_a_cap() -> None:
    south = [(-180.0, -70.0), (-90.0, -65.0), (0.0, -60.0), (90.0, -70.0), (180.0, -70.0)]
    assert around(south) == [(-90, -180, -60, 180)]
    assert around([(lon, -lat) for lon, lat in south]) == [(60, -180, 90, 180)]


def test_longitudes_run_on_where_they_cross_180_degrees() -> None:
    assert unrolled([170, -170, -175, 175, -10]) == [170, 190, 185, 175, 350]
    assert unrolled([-170, 170]) == [-170, -190]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Box(3, 0, 4, 2), True),
        (Box(3.1, 0, 4, 2), False),
        (Box(-3, 0, -1, 2), True),
        (Box(-3, 0, -1.1, 2), False),
        (Box(0, 3, 2, 4), True),
        (Box(0, 3.1, 2, 4), False),
        (Box(0, -3, 2, -1), True),
        (Box(0, -3, 2, -1.1), False),
        (Box(1, 1, 1.5, 1.5), True),
    ],
)
def test_boxes_up_to_a_degree_apart_are_close(other: Box, expected: bool) -> None:  # noqa: FBT001 (a case of the table)
    assert close(Box(0, 0, 2, 2), other) == expected


def test_a_box_between_two_others_joins_all_three() -> None:
    one, other, between = Box(0, 0, 1, 1), Box(0, 4, 1, 5), Box(0.5, 2, 3, 3)
    far = Box(0, 20, 1, 21)
    assert merged([one, other, far]) == [one, other, far]
    assert merged([far, one, other, between]) == [(0, 0, 3, 5), far]


def test_boxes_are_rounded_outwards() -> None:
    assert rounded(Box(-1.01, -1.09, 1.01, 1.09)) == (-1.1, -1.1, 1.1, 1.1)
    assert rounded(Box(-1.5, 2, 2.5, 3)) == (-1.5, 2, 2.5, 3)


def test_the_countries_are_named_by_their_numbers() -> None:
    assert numbers()["578"] == "NO"
    assert numbers()["004"] == "AF"
    assert set(numbers().values()) == COUNTRY_CODES


def test_the_script_writes_the_table_and_tells_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    borders, written = tmp_path / "borders.json", tmp_path / "boxes.json"
    countries = [{"type": "Polygon", "id": number, "arcs": [[0]]} for number in ("578", "246")]
    borders.write_text(json.dumps(topology([square(720, 360)], *countries)), encoding="utf-8")
    monkeypatch.setattr(country_boxes, "TABLE", written)
    country_boxes.main([str(borders)])
    box = [Box(0.0, 0.0, 0.5, 0.5)]
    assert written.read_bytes().decode() == table({"FI": box, "NO": box})
    counted, missing = capsys.readouterr().out.splitlines()
    assert counted == "2 countries, 2 boxes"
    assert missing.startswith("not in the table: AD AE AF ")


def test_a_country_has_a_line_of_the_table() -> None:
    box, smaller = Box(10.5, -120.0, 10.5, -119.5), Box(10.5, 120.0, 10.5, -119.5)
    assert table({"FI": [smaller], "NO": [box, smaller]}).splitlines() == [
        "{",
        '  "FI": [[10.5, 120.0, 10.5, -119.5]],',
        '  "NO": [[10.5, -120.0, 10.5, -119.5], [10.5, 120.0, 10.5, -119.5]]',
        "}",
    ]
