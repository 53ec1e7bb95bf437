"""A letter is written as a letter and a separate accent.

Unicode can write `á` in two ways: as one character, or as `a` and an accent that follows it. Both
look the same, but a search for one does not find the other, two equal names are not equal, and
ids that look alike differ. Files name letters in the composed form, NFC; texts copied from a PDF
or from file names of macOS often have the other.

Wrong: `name: Bogotá`, where `a` and an accent are two characters
Right: `name: Bogotá`, where `á` is one
To fix it: type the word anew, or paste the one that the hint shows.
"""

import re
from collections.abc import Iterator
from unicodedata import combining, is_normalized, normalize

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.writing import find, texts
from gsca_cli.findings import ReplaceText, Severity, shown

_WORD = re.compile(r"\S+")


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every word of every key and text."""
    document = entry.document
    if is_normalized("NFC", document.text) and "\\" not in document.text:
        return
    for scalar in texts(document, lambda text: not is_normalized("NFC", text)):
        for found in find(_WORD, document, scalar):
            word = found.match[0]
            if not is_normalized("NFC", word):
                composed = normalize("NFC", word)
                start, end = _first_difference(word, composed)
                yield Problem(
                    found.part(start, end),
                    f"{shown(word[start:end])} is not in the composed form of Unicode, NFC",
                    f"write {shown(composed)}",
                    mend=ReplaceText(found.location, word, composed),
                )


def _first_difference(word: str, composed: str) -> tuple[int, int]:
    """Where a letter begins that would be composed, and where its accents end."""
    pairs = enumerate(zip(word, composed, strict=False))
    start = next((index for index, (is_, should) in pairs if is_ != should), 0)
    end = start + 1
    while end < len(word) and combining(word[end]):
        end += 1
    return start, end


def suspects(lines: str) -> bool:
    """Is anything in some lines not in the composed form?"""
    return not is_normalized("NFC", lines)


CHECK = Check("not-nfc", Severity.WARNING, look=look, suspects=suspects)
