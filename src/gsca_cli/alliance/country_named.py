"""The country that somebody means who does not write its code: the one rule, for all commands.

A name that CLDR knows is certain. Of what is only near, or a part of a name, nothing is certain:
it is offered where no other country can be meant, and else left alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.slips import slips
from gsca_cli.findings import shown
from gsca_cli.records.cldr import LANGUAGES, area_names, country_name, country_names, successor
from gsca_cli.records.countries import COUNTRY_CODES, check_country
from gsca_cli.records.country_variants import country_variants
from gsca_cli.records.meant import UnfitError

_LONGEST: Final = 60
_CODE: Final = 2
_SHORTEST: Final = 5
"""A shorter name is one slip away from too much: Lagos is not Laos."""
_LONG: Final = 8
"""In a name of so many letters, two slips may be."""
_MOST: Final = 4
"""Of more countries, none was meant by a part of their names."""
_OTHERWISE: Final = {
    "GB": "Great Britain, Northern Ireland",
    "US": "United States of America",
    "AE": "UAE",
    "NL": "Holland",
    "KR": "Republic of Korea",
}
"""What CLDR does not call them."""
_LITTLE: Final = frozenset(
    "and of the y e et und de del da do du des la le les el der die das".split()  # noqa: SIM905
)
_QUALIFIED = re.compile(r" - |\s*[(（,]").split  # noqa: RUF001 (a bracket of Japanese)
_SIGNS = re.compile(r"[^\w]+|_")


class Country(NamedTuple):
    """The codes of the countries that may be meant, and whether the first one certainly is."""

    codes: Sequence[str] = ()
    is_certain: bool = False

    @property
    def code(self) -> str:
        """The code, if only one country can be meant."""
        return self.codes[0] if len(self.codes) == 1 else ""

    def told(self) -> str:
        """The codes with the names of their countries, of which one is to be chosen."""
        return " or ".join(f"{shown(code)} ({country_name(code, 'en')})" for code in self.codes)


@lru_cache(maxsize=1 << 10)
def country_named(text: str, languages: tuple[str, ...] = ()) -> Country:
    """The country of a code or a name; names in some languages are known beside those of all."""
    typed, name = text.strip().upper(), _plain(text)
    if typed in COUNTRY_CODES:
        return Country((typed,), is_certain=True)
    if meant := _taken_for_a_code(name):
        return Country((meant,))
    codes = _called(name) or _in_languages(languages).get(name, frozenset())
    if code := _of_three_letters(name):
        codes |= {code}
    if codes:
        return Country(tuple(sorted(codes)), is_certain=len(codes) == 1)
    if not name or name in _areas():
        return Country()
    return Country(tuple(sorted(_in_part(name) or _near(name))))


def _taken_for_a_code(text: str) -> str:
    """The code for one that is often mistaken for it, or has signs in it: `UK` is GB."""
    try:
        return check_country(text)
    except UnfitError as error:
        return error.meant


def _of_three_letters(name: str) -> str:
    code = successor(name.upper()) if len(name) > _CODE else ""
    return code if code in COUNTRY_CODES else ""


def _called(name: str) -> frozenset[str]:
    return _countries().get(name, frozenset())


def _in_part(name: str) -> Collection[str]:
    """The countries whose name has all words of this one; or those that share a name within it.

    `Korea` is a part of two names. `DR Congo` is none, but holds one that two countries have.
    """
    words = _words(name)
    if not words:
        return ()
    holding = [other for other in _countries() if words <= _words(other)]
    same = [other for other in holding if words == _words(other)]
    found = {code for other in same or holding for code in _called(other)}
    if 0 < len(found) <= _MOST:
        return found
    shared = (other for other, codes in _countries().items() if len(codes) > 1)
    return next((_called(other) for other in shared if _words(other) <= words), ())


def _words(name: str) -> frozenset[str]:
    return frozenset(name.split()) - _LITTLE


def _near(name: str) -> Collection[str]:
    """The one country whose name is a slip away, if no other is nearly so near."""
    allowed = 2 if len(name) >= _LONG else 1
    away = {other: slips(name, other) for other in _of_like_length(name, allowed + 1)}
    best = min((each for other, each in away.items() if other[0] == name[0]), default=allowed + 1)
    codes = {code for other, each in away.items() if each <= best + 1 for code in _called(other)}
    return codes if best <= allowed and len(codes) == 1 else ()


def _of_like_length(name: str, most: int) -> Iterator[str]:
    for other in _countries():
        if len(other) >= _SHORTEST <= len(name) and abs(len(other) - len(name)) <= most:
            yield other


def _plain(name: str) -> str:
    """A name without accents, capitals and signs: `U.S.A.` is `usa`."""
    return " ".join(_SIGNS.sub(" ", folded(name[:_LONGEST]).replace(".", "")).split())


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    """The codes that each name may mean, in the languages that are always known."""
    more = [(name, code) for code, names in country_variants().items() for name in names]
    more += [(name, code) for code, names in _OTHERWISE.items() for name in names.split(", ")]
    return _by_plain_name([*_names(LANGUAGES), *more])


@lru_cache(maxsize=1 << 4)
def _in_languages(languages: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    return _by_plain_name(_names(languages)) if languages else {}


def _names(languages: Sequence[str]) -> list[tuple[str, str]]:
    found = country_names(languages).items()
    return [(name, code) for name, codes in found for code in codes]


def _by_plain_name(names: Collection[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """The codes by name, and by what stands before a dash or in front of brackets.

    So `Congo - Kinshasa` and `Congo (Republic)` are both called Congo, and `EE.UU.` needs no space.
    """
    found: dict[str, set[str]] = {}
    for name, code in names:
        for each in (name, _QUALIFIED(name)[0], name.replace(". ", ".")):
            found.setdefault(_plain(each), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _areas() -> frozenset[str]:
    """The names of continents and the like: no country is meant by `America`."""
    return frozenset(map(_plain, area_names(LANGUAGES)))
