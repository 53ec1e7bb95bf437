"""The code of a country or a language that is called by its name."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from gsca_cli.alliance.nearest import folded, nearest
from gsca_cli.records.cldr import country_names, language_names, successor
from gsca_cli.records.countries import COUNTRY_CODES

_LANGUAGES: Final = ("en", "es", "pt", "fr", "de", "ja")
"""Whose names are known: what an alliance uses itself, one file does not say."""
_LONGEST: Final = 60
_OWN_NAMES: Final = {
    "ar": "العربية",
    "ca": "català",
    "hi": "हिन्दी",
    "id": "bahasa Indonesia",
    "it": "italiano",
    "ko": "한국어",
    "nb": "norsk",
    "nl": "Nederlands",
    "ru": "русский",
    "sv": "svenska",
    "tr": "Türkçe",
    "zh": "中文",
}
"""What other languages call themselves: to ask CLDR for all of them takes a second."""
_OTHERWISE: Final = {
    "GB": "Great Britain, England, Scotland, Wales, Northern Ireland",
    "US": "U.S., U.S.A., America, United States of America, EE. UU.",
    "AE": "UAE",
    "CZ": "Czech Republic",
    "NL": "Holland",
    "TR": "Turkey",
    "KR": "Republic of Korea",
}


class Named(NamedTuple):
    """A code, and whether it is certain that it was meant."""

    code: str = ""
    is_certain: bool = False


@lru_cache(maxsize=1 << 10)
def country_named(name: str) -> Named:
    """The code of a country, by its name, by its code of three letters, or by what is near."""
    plain = _plain(name)
    code = successor(plain.upper()) if len(plain) > len("XX") else ""
    if code in COUNTRY_CODES:
        return Named(code, is_certain=True)
    names = _countries()
    called = plain if plain in names else nearest(plain, names) or ""
    found = names.get(called, set())
    return Named(min(found), called == plain) if len(found) == 1 else Named()


def language_named(name: str) -> Named:
    """The tag of a language, by its name."""
    found = _languages().get(_plain(name), set())
    return Named(min(found), is_certain=True) if len(found) == 1 else Named()


def _plain(name: str) -> str:
    return folded(" ".join(name[:_LONGEST].split()))


@cache
def _countries() -> Mapping[str, set[str]]:
    names = _by_plain_name(country_names(_LANGUAGES))
    for code, others in _OTHERWISE.items():
        for name in others.split(", "):
            names.setdefault(_plain(name), set()).add(code)
    return names


@cache
def _languages() -> Mapping[str, set[str]]:
    names = _by_plain_name(language_names(_LANGUAGES))
    for tag, name in _OWN_NAMES.items():
        names.setdefault(_plain(name), set()).add(tag)
    return names


def _by_plain_name(names: Mapping[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, codes in names.items():
        found.setdefault(_plain(name), set()).update(codes)
    return found
