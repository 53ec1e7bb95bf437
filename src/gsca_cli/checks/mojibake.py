"""A text was read in a wrong encoding.

Letters outside English take two or more bytes in a file. A spreadsheet or an editor that takes
each byte for a letter of its own makes `BogotÃ¡` of `Bogotá`, and `â€™` of an apostrophe; if it
gives up, it puts U+FFFD, `�`, and the letter is lost. It is saved like that, and every report
shows it. UTF-8 taken for Windows-1252 or Latin-1, for that of an old Macintosh or of the DOS
prompt is recognised; a whole text that looks like another language is not.

Wrong: `name: BogotÃ¡`
Right: `name: Bogotá`
To fix it: write the text that the hint shows; open such files as UTF-8.
"""

import re
from collections.abc import Iterator
from functools import cached_property, partial
from unicodedata import category

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.documents.document import Document
from gsca_cli.documents.writing import Scalar, find, texts
from gsca_cli.findings import PutValue, RenameKey, Severity, shown

_LOST = re.compile("\ufffd")
_MOST_ROUNDS = 3
"""A text can go wrong several times, each time on top of the last."""
_PUNCTUATION = frozenset("‚„…†‡‹›‘’“”•–—™»«ª°²³¹º®©¼½¾\u00a0")  # noqa: RUF001 (each is meant)
"""What may follow a letter in a text that is right: `CAFÉ»`."""


class _Misreading:
    """An encoding that UTF-8 was taken for, and what a letter looks like then.

    `leads` are the bytes that begin a letter of UTF-8, by how many follow.
    """

    def __init__(self, encoding: str, *leads: tuple[int, range]) -> None:
        self.encoding = encoding
        self._leads = leads

    @property
    def begins(self) -> str:
        """What such a letter may begin with."""
        return "".join(_decoded(self.encoding, lead) for _, lead in self._leads)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Such a letter; compiled once a file may hold one, for that takes milliseconds."""
        follow = _letters(self.encoding, range(0x80, 0xC0))
        return re.compile(
            "|".join(
                f"{_letters(self.encoding, lead)}{follow}{{{number}}}"
                for number, lead in self._leads
            )
        )


def _letters(encoding: str, numbers: range) -> str:
    return f"[{re.escape(_decoded(encoding, numbers))}]"


def _decoded(encoding: str, numbers: range) -> str:
    return "".join(bytes([number]).decode(encoding, "ignore") for number in numbers)


# Windows: not the leads of phonetic signs, of Syriac, Thaana and N'Ko, for É, Ê, Ë, Ü, Ý and ß do
# stand before a closing quote. Of the others only the leads of Latin-1 and of quotes, which look
# like √, ¬, ├, ┬ and so on: the rest are letters and quotes that do stand beside each other.
_LATIN_1, _QUOTES = (1, range(0xC2, 0xC4)), (2, range(0xE2, 0xE3))
_MISREADINGS = (
    _Misreading(
        "cp1252",
        (1, range(0xC2, 0xC9)),
        (1, range(0xCC, 0xDC)),
        (2, range(0xE0, 0xF0)),
        (3, range(0xF0, 0xF5)),
    ),
    *(_Misreading(encoding, _LATIN_1, _QUOTES) for encoding in ("mac_roman", "cp437", "cp850")),
)
_BEGINS = re.compile(f"[{''.join(each.begins for each in _MISREADINGS)}][^\\x00-\\x7f]").search
"""What is misread begins with one of these letters, and goes on with others beyond ASCII.

Most letters of other languages are none of them.
"""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every key and text, each of which is reported once."""
    document = entry.document
    if not _may_be_one(document.beyond_ascii) and "\\" not in document.text:
        return
    for scalar in texts(document, _may_be_one):
        if problem := _in_text(document, scalar):
            yield problem


def _may_be_one(text: str) -> object:
    """A quick look, for all the files and texts that are fine: what is misread is beyond ASCII."""
    if text.isascii():
        return False
    if _LOST.search(text):
        return True
    return _BEGINS(text) and any(each.pattern.search(text) for each in _MISREADINGS)


def _in_text(document: Document, scalar: Scalar) -> Problem | None:
    for misreading in _MISREADINGS:
        for found in find(misreading.pattern, document, scalar):
            if _repaired(misreading.encoding, found.match) != found.match[0]:
                word = _word_around(found.match)
                message = f"{shown(word)} was read in a wrong encoding"
                hint = f"write {shown(repaired(word))}"
                return Problem(found.location, message, hint, mend=_mend(scalar))
    for found in find(_LOST, document, scalar):
        message = f"a letter of {shown(_word_around(found.match))} was lost in a wrong encoding"
        return Problem(found.location, message, "look it up in the source, and type it anew")
    return None


def _mend(scalar: Scalar) -> PutValue | RenameKey | None:
    """The whole text as it was, if it was misread in one way only and lost no letter."""
    text, right = scalar.value, repaired(scalar.value)
    ways = [each for each in _MISREADINGS if _changes(each, text)]
    if len(ways) > 1 or _LOST.search(right):
        return None
    return RenameKey(scalar.route, right) if scalar.key else PutValue(scalar.route, text, right)


def _changes(misreading: _Misreading, text: str) -> bool:
    return misreading.pattern.sub(partial(_repaired, misreading.encoding), text) != text


def _word_around(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    end = text.find(" ", end) % (len(text) + 1)
    return text[text.rfind(" ", 0, start) + 1 : end]


def repaired(text: str) -> str:
    """The text as it was before it was misread."""
    for _ in range(_MOST_ROUNDS):
        before = text
        for each in _MISREADINGS:
            text = each.pattern.sub(partial(_repaired, each.encoding), text)
        if text == before:
            break
    return text


def _repaired(encoding: str, match: re.Match[str]) -> str:
    """The letter that a match was; the match itself if it was none."""
    try:
        letter = match[0].encode(encoding).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    is_none = category(letter) in {"Cc", "Cn", "Co"} or _is_typography(match)
    return match[0] if is_none else letter


def _is_typography(match: re.Match[str]) -> bool:
    """Could it be the end of a word in capitals, a letter in quotes or a unit, as it stands?"""
    lead, (start, end) = match[0][0], match.span()
    before, after = match.string[max(start - 1, 0) : start], match.string[end : end + 1]
    if not lead.isalpha() or after.isalpha() or not _PUNCTUATION.issuperset(match[0][1:]):
        return False
    return not (before.islower() and lead.isupper()) and not (lead == "Â" and before.isdigit())


def suspects(lines: str) -> bool:
    """May something in some lines be misread?"""
    return bool(_may_be_one(lines))


CHECK = Check("mojibake", Severity.WARNING, look=look, suspects=suspects)
