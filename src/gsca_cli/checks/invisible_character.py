r"""A character that cannot be seen stands in the file.

Zero-width spaces, soft hyphens, fillers and the like come with texts that were copied from a web
page, a PDF or a chat. A name that holds one looks like any other, but no search finds it and no
reference to it matches; a whole message can be hidden in such characters. Comments are looked at
too. The joiners of Persian, Hindi and other writing, of emoji and of their flags, are fine where
they join; so are the selectors of a variant of a letter.

Wrong: `name: "Os\u200blo"`, or the same with the character itself
Right: `name: Oslo`
To fix it: delete the character, or type the word anew.
"""

import re
from collections.abc import Iterator
from unicodedata import name

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.document import Document
from gsca_cli.documents.writing import find, texts
from gsca_cli.findings import Location, ReplaceText, Severity

# Arabic to Mandaic, N'Ko, Arabic Extended, Devanagari to Sinhala, Tibetan, Burmese, Khmer and
# Mongolian: their letters join, and a joiner asks for it or prevents it.
_JOINING = "\u0620-\u085f\u0870-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua8ff\U00011000-\U000116cf"
# The signs that mute the vowel of the letter before them: a joiner may end the word there.
_MUTED = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
_EMOJI = "\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"
_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in code) + "\U000e007f"
    for code in ("gbeng", "gbsct", "gbwls")
)
_BELONGS = (
    rf"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    rf"|(?<=[{_MUTED}])\u200d"
    rf"|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"
    rf"|{_FLAGS}"
)
# All of Unicode's format characters (Cf) but the Arabic and Kaithi signs that enclose a number,
# which are seen; then what else shows as nothing.
_UNSEEN = (
    r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    r"\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
)
# Python compiles it when the first one is found: that takes a hundredth of a check of sixty files.
_PATTERN = f"{_BELONGS}|(?P<unseen>[{_UNSEEN}])(?P=unseen)*"
# What breaks or keeps together words, and no reader misses. Others may steer how a text is read, or
# hide one: a person should see them first.
_MEANINGLESS = frozenset("\u00ad\u200b\u2060\ufeff")
_ANY = re.compile(f"[{_UNSEEN}]").search


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every line of the file, and every text that an escape may have put something into."""
    document = entry.document
    if _ANY(document.beyond_ascii):
        yield from _in_lines(document)
    if "\\" in document.text:
        for scalar in texts(document, _ANY):
            written = document.source(scalar.route, key=scalar.key)
            for found in find(re.compile(_PATTERN), document, scalar):
                unseen = found.match["unseen"]
                if unseen and not found.exact and unseen not in written:
                    yield _problem(found.location, unseen)


def _in_lines(document: Document) -> Iterator[Problem]:
    for number, line in enumerate(document.lines, 1):
        for match in re.finditer(_PATTERN, line):
            if match["unseen"]:
                start, end = match.span()
                where = Location(document.path, number, start + 1, end + 1)
                mend = ReplaceText(where, match[0], "") if match["unseen"] in _MEANINGLESS else None
                yield _problem(where, match["unseen"], mend)


def _problem(where: Location, character: str, mend: ReplaceText | None = None) -> Problem:
    called = name(character, "character without a name").lower()
    message = f"an invisible character: {called} (U+{ord(character):04X})"
    return Problem(where, message, "delete it", mend=mend)


def suspects(lines: str) -> bool:
    """May such a character stand in some lines?"""
    return not lines.isascii() and bool(_ANY(lines))


CHECK = Check("invisible-character", Severity.ERROR, look=look, suspects=suspects)
