"""Boxes around the countries: south, west, north and east, in degrees.

They stand in `country_boxes.json`, which is made by scripts/country_boxes.py: do not edit it. The
borders are those of Natural Earth, which is in the public domain, as the package world-atlas 2.0.2
has them (`countries-10m.json`, licence ISC). A country that is not there is not known.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

Box = Sequence[float]

TABLE: Final = Path(__file__).with_name("country_boxes.json")
COUNTRY_BOXES: Final[Mapping[str, Sequence[Box]]] = json.loads(TABLE.read_text("utf-8"))
