"""An e-mail address or a telephone number stands in the file.

A repository is public, and its history keeps what was deleted. Records name roles and
organisations, never people: the mailbox of a role, such as `info@example.org`, passes, any other
address is taken for a person's. A telephone number is found by its `+`, or by a word such as `tel`
or `電話` before it; nothing tells an office's from a person's, so it is always reported. Comments
are looked at too; numbers in links are not. The message shortens what it found, since logs are
public too. What has been pushed must also be removed from the history.

Wrong: `note: Ask jane.doe@example.org, tel. 555 0100 200`
Right: `note: Ask the press office.` with a link to its page as `evidence`
To fix it: name the office, and link to its contact page; where a number is an office's, write
`# gsca: allow personal-contact because ...`.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Severity, shown
from gsca_cli.records.role_words import ROLE_STEMS, ROLE_WORDS

_LETTER = "A-Za-z0-9À-ɏ"
_MAIL = (
    rf"(?<![{_LETTER}._%+-])(?P<mailbox>[{_LETTER}._%+-]+)"
    rf"@(?P<host>(?:[{_LETTER}-]+\.)+[A-Za-z]{{2,}})"
)
_LINK = r"https?://\S+"

_WORDS = (
    r"(?<![^\W\d_])(?:telephone|téléphone|telefone|telefono|teléfono|telefon|tel|tél|whatsapp"
    r"|phone|fone|fax|mobile|móvil|movil|celular|cellphone|cell|cel|portable)(?![^\W\d_])"
    r"|電話|携帯|ファックス|ファクス"
)
_NUMBER_SIGN = r"(?:番号|no\b|nr\b|nº|n°|number|número|numero|numéro)"
_BETWEEN = r"[^\w\n+(]{0,4}"
_NO_DATE = (
    r"(?!(?<!\d)(?:19|20)\d\d"
    r"(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?| ?[-/] ?(?:19|20)\d\d)(?!\d))"
)
_DIGIT = rf"[ .()/-]{{0,3}}{_NO_DATE}\d"
_TELEPHONE = (
    rf"(?:{_WORDS}){_BETWEEN}(?:{_NUMBER_SIGN}{_BETWEEN})?"
    rf"(?P<local>\(?{_NO_DATE}\+?\d(?:{_DIGIT}){{6,14}})"
    rf"|(?<![\w+.,/=-])(?P<abroad>\+ ?\(?\d(?:{_DIGIT}){{7,14}})(?!\d)"
)
_STARTS = (
    *("@", "+", "cel", "fax", "fon", "mobil", "movil", "móvil", "phone", "portable", "tel", "tél"),
    *("whatsapp", "ファ", "携帯", "電話"),
)
# Millions in groups of three, and a number with a decimal point, or two of them.
_NO_TELEPHONE = (
    r"\+? ?(?:\d{1,2}[ .]\d{3}[ .]000|\d{1,3}(?:[ .]\d{3})*(?:[ .]000){2})"
    r"|\+\d+\.\d+(?:[ /]*-\d+\.\d+)?/?"
)

_DIGIT_OR_AT = re.compile("[\\d@\uff20]").search

# Full-width forms become plain ones, and so do hyphens, dashes and spaces of any kind.
_PLAIN = {
    **{number: chr(number - 0xFEE0) for number in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0x30FC), "-"),
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000), " "),
}


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every line of the file, comments included."""
    document = entry.document
    if _may_hold_one(document.text):
        yield from _in_lines(document.path, document.lines)


def _in_lines(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    for number, written in enumerate(lines, 1):
        if _may_hold_one(written):
            line, at = _plain(written), Location(path, number)
            yield from _addresses(line, at)
            yield from _telephones(line, at)


def _plain(text: str) -> str:
    return text if text.isascii() else text.translate(_PLAIN)


def _may_hold_one(text: str) -> bool:
    """A quick look, for all the files and lines that are fine."""
    folded = (text if text.isascii() else normalize("NFKC", text)).lower()
    for start in _STARTS:  # noqa: SIM110 (it is asked for millions of lines)
        if start in folded:
            return True
    return False


def _addresses(line: str, at: Location) -> Iterator[Problem]:
    for match in re.finditer(_MAIL, line):
        if not _is_a_role(match["mailbox"]):
            short = f"{match['mailbox'][0]}…@{match['host']}"
            hint = "name the mailbox of a role, such as info@..., or link to a contact page"
            yield Problem(_place(at, match.span()), f"an e-mail address: {shown(short)}", hint)


def _is_a_role(mailbox: str) -> bool:
    # What follows a plus only sorts the mail of whoever has the mailbox.
    own = re.sub(r"\d", "", mailbox.lower()).partition("+")[0]
    words = re.split(r"[._%-]+", own)
    return any(word in ROLE_WORDS or word.startswith(ROLE_STEMS) for word in words)


def _telephones(line: str, at: Location) -> Iterator[Problem]:
    without_links = re.sub(_LINK, lambda link: " " * len(link[0]), line)
    for match in re.finditer(_TELEPHONE, without_links, re.IGNORECASE):
        number = match["local"] or match["abroad"]
        if not re.fullmatch(_NO_TELEPHONE, number):
            message = f"a telephone number: {shown(number[:3] + '…')}"
            yield Problem(_place(at, match.span()), message, _TELEPHONE_HINT)


_TELEPHONE_HINT = (
    "link to the contact page; if it is an office's, write "
    "`# gsca: allow personal-contact because ...`"
)


def _place(at: Location, span: tuple[int, int]) -> Location:
    start, end = span
    return Location(at.path, at.line, start + 1, end + 1)


def suspects(lines: str) -> bool:
    """May an address (it takes an @) or a number be there?"""
    # Few names beyond ASCII have a digit; among many plain lines, one always has.
    if not lines.isascii() and not _DIGIT_OR_AT(lines):
        return False
    return _may_hold_one(lines) and any(_in_lines("", lines.split("\n")))


CHECK = Check("personal-contact", Severity.ERROR, look=look, suspects=suspects)
