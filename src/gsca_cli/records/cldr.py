"""Names of countries and languages by their codes, from CLDR: the only door to babel."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from gsca_cli.records.countries import COUNTRY_CODES

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES: Final = ("en", "es", "pt", "fr", "de", "ja")
"""By whose names countries and languages are always known."""


def country_name(code: str, language: str) -> str:
    """The name of a country in a language; English, then the code, where CLDR has none."""
    return _name("territories", code, language)


def country_names(languages: Iterable[str]) -> Mapping[str, set[str]]:
    """The names of all countries in some languages and English, each with the codes it means."""
    names: dict[str, set[str]] = {}
    for language in dict.fromkeys((*languages, "en")):
        territories = getattr(_locale(language), "territories", {})
        for code in COUNTRY_CODES & territories.keys():
            names.setdefault(territories[code], set()).add(code)
    return names


def area_names(languages: Iterable[str]) -> set[str]:
    """What is the name of no country: continents, their parts, the world, unions of states."""
    return {
        name
        for language in languages
        for code, name in getattr(_locale(language), "territories", {}).items()
        if code.isdigit() or code in {"EU", "EZ", "UN"}
    }


def language_names(languages: Iterable[str]) -> Mapping[str, set[str]]:
    """The names of languages in some languages and English, each with the tags it means."""
    names: dict[str, set[str]] = {}
    for language in dict.fromkeys((*languages, "en")):
        for tag, name in getattr(_locale(language), "languages", {}).items():
            if len(tag) == len("en"):
                names.setdefault(name, set()).add(tag)
    return names


def usual_language(code: str) -> str:
    """The language that most people in a country speak, as CLDR takes it; or nothing."""
    from babel.core import get_global  # noqa: PLC0415 (a language that is no code)

    tag: str = get_global("likely_subtags").get(f"und_{code}", "")
    return tag.partition("_")[0]


def successor(code: str) -> str:
    """The code of two letters for one of three, or for one that is used no more; or nothing."""
    from babel.core import get_global  # noqa: PLC0415 (a country that is no code)

    found = get_global("territory_aliases").get(code, ())
    return found[0] if len(found) == 1 else ""


def language_name(code: str, language: str) -> str:
    """The name of a language in a language; English, then the code, where CLDR has none."""
    return _name("languages", code, language)


def _name(table: str, code: str, language: str) -> str:
    for locale in (_locale(language), _locale("en")):
        if locale and code in getattr(locale, table):
            name: str = getattr(locale, table)[code]
            return name
    return code


@cache
def _locale(language: str) -> "Locale | None":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (a report that shows a country)

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
