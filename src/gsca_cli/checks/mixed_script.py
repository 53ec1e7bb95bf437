"""A word mixes Latin letters with those of a script that looks alike.

The Cyrillic o (U+043E) and the Latin one look the same, and are two characters. A name, a key or
an id that holds the wrong one cannot be found, and a reference to it leads nowhere. It happens
with a keyboard left in another layout, with scanned texts, and on purpose. Latin letters beside
Japanese, Korean or Hindi ones are fine, and so are units such as `μm` and `kΩ`.

Wrong: `name: Oslo` with a Cyrillic O (U+041E)
Right: `name: Oslo` with a Latin one
To fix it: type the word anew, all of it in one script.
"""

import re
from collections.abc import Iterator
from unicodedata import name

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.writing import find, texts
from gsca_cli.findings import Severity, shown

# Greek, Cyrillic, Armenian, Georgian, Cherokee, Coptic, Glagolitic, Tifinagh, Lisu, Gothic,
# Deseret, Osage, and the letters of mathematics.
_ALIKE = (
    "\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f\u0531-\u0588"
    "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f\u13a0-\u13ff\uab70-\uabbf\u2c80-\u2cff\u2c00-\u2c5f"
    "\u2d30-\u2d7f\ua4d0-\ua4ff\U00010330-\U0001034f\U00010400-\U0001044f\U000104b0-\U000104ff"
    "\U0001d400-\U0001d7ff"
)
_ANY_ALIKE = re.compile(f"[{_ALIKE}]").search
_ALL_ALIKE = re.compile(rf"[{_ALIKE}\u0300-\u036f]+").fullmatch
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_UNIT = re.compile(r"μ[A-Za-z]{1,3}|[A-Za-z]Ω").fullmatch


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every word of every key and text."""
    document = entry.document
    if not _ANY_ALIKE(document.beyond_ascii) and "\\" not in document.text:
        return
    for scalar in texts(document, _ANY_ALIKE):
        for found in find(_WORD, document, scalar):
            word = found.match[0]
            if (odd := _odd_one(word)) is not None:
                yield Problem(
                    found.part(odd, odd + 1),
                    f"{shown(word)} mixes scripts: {_called(word[odd])}",
                    "type the word anew, all of it in one script",
                )


def _odd_one(word: str) -> int | None:
    """The first letter of the script that fewer letters of a word are of."""
    alike = [index for index, letter in enumerate(word) if _ANY_ALIKE(letter)]
    latin = [index for index, letter in enumerate(word) if _script(letter) == "Latin"]
    if not alike or not latin or _UNIT(word):
        return None
    return alike[0] if len(alike) <= len(latin) else latin[0]


def _script(letter: str) -> str:
    # Thousands of letters, such as those of Tangut, have no name in some versions of Unicode.
    return name(letter, "").partition(" ")[0].capitalize()


def _called(letter: str) -> str:
    return f"its {shown(letter)} (U+{ord(letter):04X}) is a {_script(letter)} letter"


def suspects(lines: str) -> bool:
    """May a word in some lines mix letters that look alike with others?"""
    if lines.isascii() or not _ANY_ALIKE(lines):
        return False
    return not all(map(_ALL_ALIKE, filter(_ANY_ALIKE, _WORD.findall(lines))))


CHECK = Check("mixed-script", Severity.WARNING, look=look, suspects=suspects)
