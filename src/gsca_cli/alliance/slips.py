"""Slips of the pen: which name was certainly meant by a word that is none."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.plain_id import plain_id

_SHORTEST: Final = 4
"""A shorter word is as near to many others."""
_LONGEST: Final = 100
_DOUBT: Final = frozenset("?¿？")  # noqa: RUF001 (the last is that of Japanese)
_APART: Final = 2
"""As many slips as any other name must be away: nearer, and it may have been meant too."""
# Reports of two years, and parts a and b, are not slips of each other.
_TELLING = re.compile(r"[0-9]+|(?<![^\W_])[^\W\d_](?![^\W_])").findall


def slip_of(word: str, name: str, names: Collection[str]) -> bool:
    """Was the name meant by the word, and none of the other names?

    It was if they differ in capitals, accents and signs alone, or by one letter that is missing,
    too much or another, or by two that are exchanged. A question mark is no slip, but a doubt.
    """
    if len(word) > _LONGEST or not _DOUBT.isdisjoint(word):
        return False
    plain = _plain(word)
    if plain == _plain(name):
        return all(_plain(other) != plain for other in names if other != name)
    if len(plain) < _SHORTEST or not _is_one(plain, _plain(name)):
        return False
    return not any(_is_near(plain, _plain(other)) for other in names if other != name)


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    return plain_id(word) or folded(word)


def _is_one(word: str, name: str) -> bool:
    return _TELLING(word) == _TELLING(name) and slips(word, name) == 1


def _is_near(word: str, name: str) -> bool:
    """Is a name so near that it may have been meant?"""
    if abs(len(word) - len(name)) > _APART or _TELLING(word) != _TELLING(name):
        return False
    return slips(word, name) <= _APART


def slips(word: str, name: str) -> int:
    """By how many slips a word is away from a name: letters added, lost, changed or exchanged."""
    before: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(word, 1):
        line = [row]
        for column, other in enumerate(name, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and word[row - 2 : row] == other + name[column - 2]:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
