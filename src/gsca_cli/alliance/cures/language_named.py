"""The tag of a language that is called by its name."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from gsca_cli.alliance.nearest import folded
from gsca_cli.records.cldr import LANGUAGES, language_names

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


def language_named(name: str) -> str:
    """The tag of a language, by its name; nothing if it has none, or several."""
    found = _languages().get(_plain(name), set())
    return min(found) if len(found) == 1 else ""


def _plain(name: str) -> str:
    return folded(" ".join(name[:_LONGEST].split()))


@cache
def _languages() -> Mapping[str, set[str]]:
    names = _by_plain_name(language_names(LANGUAGES))
    for tag, name in _OWN_NAMES.items():
        names.setdefault(_plain(name), set()).add(tag)
    return names


def _by_plain_name(names: Mapping[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, codes in names.items():
        found.setdefault(_plain(name), set()).update(codes)
    return found
