"""What else countries are called: by short names, by former ones, by names of their parts.

They stand in `country_variants.json`, which is made by scripts/country_variants.py: do not edit it.
The names are those of the Unicode CLDR, as the package cldr-localenames-full 47.0.0 has them
(licence Unicode-3.0).
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("country_variants.json")


@cache
def country_variants() -> Mapping[str, Sequence[str]]:
    """Other names of countries, by their codes."""
    found: Mapping[str, Sequence[str]] = json.loads(TABLE.read_text("utf-8"))
    return found
