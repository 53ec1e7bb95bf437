"""The code of a subdivision that is written in another form."""

import re
from collections.abc import Mapping
from typing import Any, Final
from unicodedata import normalize

from gsca_cli.records.countries import COUNTRY_CODES

_PARTS = re.compile(r"([A-Z]{2})([ .:/_-]?)([A-Z0-9]{1,3})").fullmatch
_LONGEST_PART: Final = 3
"""As long may the part behind the hyphen be: `COR` may be CO-COR as well as CO-R."""


def subdivision_meant(text: str, city: Mapping[str, Any]) -> str:
    """The code in its own form, if it is one of the city's country; or else nothing.

    Where the city names no country, two letters with a sign behind them are taken for it.
    """
    found = _PARTS(normalize("NFKC", text).strip().upper())
    if not found:
        return ""
    country, sign, part = found.groups()
    if country != (_country_of(city) if city.get("country") else country):
        return ""
    if country not in COUNTRY_CODES:
        return ""
    is_told_apart = sign or len(country + part) > _LONGEST_PART
    return f"{country}-{part}" if is_told_apart else ""


def subdivision_form(city: Mapping[str, Any]) -> str:
    """What the code of a subdivision begins with, in words."""
    known = _country_of(city)
    begins = f"`{known}-`" if known else "that of the country, as in `CO-DC`"
    return f"write its code of ISO 3166-2, which begins with {begins}"


def is_of(code: str, country: str) -> bool:
    """Does a subdivision belong to a country?"""
    return code.startswith(f"{country}-")


def _country_of(city: Mapping[str, Any]) -> str:
    """The code of the country of a city, if it is certain which one is meant."""
    country = city.get("country")
    if not isinstance(country, str):
        return ""
    from gsca_cli.alliance.country_named import country_named  # noqa: PLC0415 (only a mistake)

    found = country_named(country)
    return found.code if found.is_certain else ""
