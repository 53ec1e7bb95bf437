"""What an id that is not well-formed was probably meant to be."""
# ruff: noqa: RUF001 (letters that look like others are what this is about)

import re
from typing import Final
from unicodedata import category, name, normalize

from gsca_cli.alliance.nearest import folded
from gsca_cli.findings import LONGEST_SHOWN
from gsca_cli.records.ids import ID_PATTERN

LOOK_ALIKES: Final = str.maketrans(
    {
        look: plain
        for alphabet, latin in (
            ("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw"),
            ("АВЕКМНОРСТХУІЈЅ", "abekmhopctxyijs"),
            ("αινορυ", "aivopu"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
        )
        for look, plain in zip(alphabet, latin, strict=True)
    }
)
"""Cyrillic and Greek letters that look like Latin ones, as Unicode lists them (UTS 39)."""

_LATIN: Final = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
"""Small letters that no accent comes off, as CLDR writes them in ASCII (Latin-ASCII)."""


def plain_id(key: str) -> str:
    """An id in plain letters that says the same; nothing if there is none."""
    if any(category(letter).startswith("C") for letter in key):
        return ""
    text = folded(normalize("NFKC", key).translate(LOOK_ALIKES)).translate(_LATIN)
    if any(letter.isalnum() and not letter.isascii() for letter in text):
        return ""
    plain = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    fits = len(plain) <= LONGEST_SHOWN and re.fullmatch(ID_PATTERN, plain)
    return plain if fits else ""


def is_full_width(key: str) -> bool:
    """Is anything written in the wide letters of Japanese typesetting?"""
    return any(name(letter, "").startswith("FULLWIDTH") for letter in key)


def look_alike(key: str) -> str:
    """A letter that looks like a Latin one, in what is else Latin; nothing if there is none.

    A word that is in another script altogether is not written so by mistake.
    """
    found = [letter for letter in key if ord(letter) in LOOK_ALIKES]
    letters = (letter for letter in key.translate(LOOK_ALIKES) if letter.isalpha())
    return found[0] if found and all(map(_is_latin, letters)) else ""


def script(letter: str) -> str:
    """The script that the name of a letter begins with: `Cyrillic`."""
    return name(letter).split()[0].capitalize()


def _is_latin(letter: str) -> bool:
    return name(letter, "").startswith("LATIN")
