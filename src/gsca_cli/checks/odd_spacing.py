"""A text holds spaces that nobody sees and that a search trips over.

Two spaces in a row, a space at the start or end of a text in quotes, and spaces that do not
break a line or are of another width look like one ordinary space, but a search for the words does
not find them. They come with copied texts. The wide space of Japanese and Chinese is fine between
their letters, and so is the space that does not break where French sets one: before `:`, `;`,
`!`, `?` and `»`, and after `«`. How lines are broken and indented in the file does not matter.

Wrong: `name: "Oslo "`, `name: New  Oslo`
Right: `name: Oslo`, `name: New Oslo`
To fix it: write one ordinary space between words, and none around a text.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import name

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.documents.writing import Found, find, texts
from gsca_cli.findings import ReplaceText, Severity

# The punctuation, letters and full-width forms of Chinese, Japanese and Korean.
_CJK = "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_CJK += "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
_BLANKS = " \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_WIDE = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"


@cache
def _pattern() -> re.Pattern[str]:
    """Such spaces; compiled once a file may hold one, for that takes several milliseconds."""
    return re.compile(
        r"(?P<start>\A +)"
        r"|(?P<end>(?<! ) +\Z)"
        r"|(?P<row>(?<=\S) {2,}(?=\S))"
        r"|(?P<odd>(?<!«)[\u00a0\u202f](?![:;!?»])|[\u1680\u2000-\u200a\u205f]"
        rf"|(?<![{_CJK}])\u3000|\u3000(?![{_CJK}]))"
    )


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every key and text."""
    document = entry.document
    if not _may_hold_one("\n".join(("", *document.strings, ""))):
        return
    for scalar in texts(document, _may_be_odd):
        for found in find(_pattern(), document, scalar):
            message, hint = _explained(found.match)
            yield Problem(found.location, message, hint, mend=_mend(found))


def _mend(found: Found) -> ReplaceText | None:
    """One plain space for all that stand together, and none at the start or the end."""
    if not found.exact:
        return None
    match, text = found.match, found.match.string
    start, end = match.span()
    start -= len(text[:start]) - len(text[:start].rstrip(_BLANKS))
    end += len(text[end:]) - len(text[end:].lstrip(_BLANKS))
    where = found.part(start - match.start(), end - match.start())
    return ReplaceText(where, text[start:end], " " if text[:start] and text[end:] else "")


def _may_hold_one(lines: str) -> object:
    """A quick look, for all the files that are fine: their keys and texts, one below another."""
    return "\n " in lines or " \n" in lines or _may_be_odd(lines)


def _may_be_odd(text: str) -> object:
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return True
    return not text.isascii() and re.search(_WIDE, text)


def _explained(match: re.Match[str]) -> tuple[str, str]:
    found = match[0]
    match match.lastgroup:
        case "row":
            return f"{len(found)} spaces in a row", "leave one of them"
        case "odd":
            called = name(found).lower()
            return f"a space of an odd kind: {called} (U+{ord(found):04X})", "write a plain space"
        case edge:
            return f"a space at the {edge} of the text", "delete it"


# What is written plainly holds single, plain spaces.
CHECK = Check("odd-spacing", Severity.WARNING, look=look, finds_from=never)
