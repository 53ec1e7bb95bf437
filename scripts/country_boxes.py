"""Write the boxes around every country, from the borders of Natural Earth.

    npm pack world-atlas@2.0.2
    tar xf world-atlas-2.0.2.tgz
    PYTHONPATH=src python3 scripts/country_boxes.py package/countries-10m.json

needs what gsca itself needs, and writes `src/gsca_cli/records/country_boxes.json` anew. The file is
TopoJSON: https://github.com/topojson/topojson-specification.

A country gets the boxes of its polygons; boxes that lie close together become one. The countries
are named by the numbers of ISO 3166-1, which CLDR translates. Pieces without a number (Kosovo,
Northern Cyprus, military bases) are left out.

Natural Earth draws who governs, which is not always what a record says. So that nobody is told
that a city lies outside its country where that is disputed, or a matter of the code that was
chosen, a country also gets what ISO 3166-2 lists as its parts.
"""
# ruff: noqa: INP001 (a script is in no package)

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from pathlib import Path
from typing import Any, Final, NamedTuple

from babel.core import get_global

from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.country_boxes import TABLE

CLOSE: Final = 1.0
"""Boxes that lie so many degrees apart, or less, become one."""

PARTS_WITH_A_CODE: Final[Mapping[str, str]] = {
    "CN": "HK MO TW",
    "FI": "AX",
    "FR": "BL MF NC PF PM TF WF",
    "NL": "AW CW SX",
    "US": "AS GU MP PR UM VI",
}
"""What has a code of its own, and is listed under another country in ISO 3166-2 too."""

Point = tuple[float, float]
"""A longitude and a latitude, in this order as in TopoJSON."""

PARTS_WITHIN: Final[Mapping[str, tuple[str, Point]]] = {"UA": ("RU", (34.1, 45.0))}
"""What is drawn as a polygon of another country, by a point within: UA-43, the Crimea."""


class Box(NamedTuple):
    """An area between two parallels and two meridians; it never crosses the one of 180 degrees."""

    south: float
    west: float
    north: float
    east: float


def main(arguments: Sequence[str]) -> None:
    """Read the borders, write the table."""
    topology = json.loads(Path(arguments[0]).read_text("utf-8"))
    boxes = boxes_of(topology, numbers())
    TABLE.write_text(table(boxes), encoding="utf-8", newline="\n")
    print(f"{len(boxes)} countries, {sum(map(len, boxes.values()))} boxes")  # noqa: T201 (a script)
    print("not in the table:", *sorted(COUNTRY_CODES - boxes.keys()))  # noqa: T201 (a script)


def numbers() -> Mapping[str, str]:
    """The alpha-2 code of every country number of ISO 3166-1, from CLDR."""
    aliases: Mapping[str, Sequence[str]] = get_global("territory_aliases")
    return {
        number: codes[0]
        for number, codes in aliases.items()
        if number.isdigit() and len(codes) == 1 and codes[0] in COUNTRY_CODES
    }


def boxes_of(topology: Mapping[str, Any], codes: Mapping[str, str]) -> dict[str, list[Box]]:
    """The boxes of every country that has a code, by code, rounded outwards to a tenth."""
    drawn: dict[str, list[Box]] = {}
    for number, ring in outlines(topology):
        if number in codes:
            drawn.setdefault(codes[number], []).extend(around(ring))
    boxes = {code: [*found, *_parts(code, drawn)] for code, found in drawn.items()}
    return {code: [rounded(box) for box in merged(found)] for code, found in sorted(boxes.items())}


def outlines(topology: Mapping[str, Any]) -> Iterator[tuple[str, list[Point]]]:
    """The number of a country and the outer ring of a polygon, for every polygon."""
    arcs = [list(points(arc, topology["transform"])) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        several = country["type"] == "MultiPolygon"
        for polygon in country["arcs"] if several else [country["arcs"]]:
            # An arc that is walked backwards has the bitwise complement of its index.
            walked = (arcs[n] if n >= 0 else arcs[~n][::-1] for n in polygon[0])
            yield country.get("id", ""), [point for arc in walked for point in arc]


def points(arc: Iterable[Sequence[int]], transform: Mapping[str, Any]) -> Iterator[Point]:
    """The points of an arc; each is written as the steps from the one before."""
    (east, north), (right, up) = transform["translate"], transform["scale"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * right + east, y * up + north


def around(ring: Sequence[Point]) -> list[Box]:
    """The box around a ring: two where it crosses 180 degrees, a cap where it holds a pole."""
    south, north = min(lat for _, lat in ring), max(lat for _, lat in ring)
    lons = unrolled([lon for lon, _ in ring])
    if abs(lons[-1] - lons[0]) > 180:  # noqa: PLR2004 (half the way round)
        return [Box(-90, -180, north, 180) if south < 0 else Box(south, -180, 90, 180)]
    west, east = min(lons), max(lons)
    if east > 180:  # noqa: PLR2004 (degrees)
        return [Box(south, west, north, 180), Box(south, -180, north, east - 360)]
    if west < -180:  # noqa: PLR2004 (degrees)
        return [Box(south, west + 360, north, 180), Box(south, -180, north, east)]
    return [Box(south, west, north, east)]


def unrolled(lons: Sequence[float]) -> list[float]:
    """Longitudes that run on where they cross 180 degrees, instead of leaping to the other end."""
    found = [lons[0]]
    for before, after in pairwise(lons):
        step = (after - before + 180) % 360 - 180
        found.append(found[-1] + step)
    return found


def merged(boxes: Iterable[Box]) -> list[Box]:
    """The boxes, those that lie close together as one."""
    found: list[Box] = []
    for each in boxes:
        box = each
        while near := next((other for other in found if close(box, other)), None):
            found.remove(near)
            box = Box(*map(min, box[:2], near[:2]), *map(max, box[2:], near[2:]))
        found.append(box)
    return sorted(found)


def close(one: Box, other: Box) -> bool:
    """Do two boxes overlap, or nearly so?"""
    return (
        one.south - other.north <= CLOSE
        and other.south - one.north <= CLOSE
        and one.west - other.east <= CLOSE
        and other.west - one.east <= CLOSE
    )


def rounded(box: Box) -> Box:
    """A box that is larger by less than a tenth of a degree on each side."""
    return Box(
        floor(box.south * 10) / 10,
        floor(box.west * 10) / 10,
        ceil(box.north * 10) / 10,
        ceil(box.east * 10) / 10,
    )


def table(boxes: Mapping[str, Sequence[Box]]) -> str:
    """The table with all boxes, a country on each line."""
    lines = (f'  "{code}": {json.dumps(found)}' for code, found in boxes.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _parts(code: str, drawn: Mapping[str, Sequence[Box]]) -> Iterator[Box]:
    for part in PARTS_WITH_A_CODE.get(code, "").split():
        yield from drawn.get(part, ())
    if code in PARTS_WITHIN:
        other, (lon, lat) = PARTS_WITHIN[code]
        holding = [
            box
            for box in drawn.get(other, ())
            if box.south <= lat <= box.north and box.west <= lon <= box.east
        ]
        yield from sorted(holding, key=_size)[:1]


def _size(box: Box) -> float:
    return (box.north - box.south) * (box.east - box.west)


if __name__ == "__main__":
    main(sys.argv[1:])
