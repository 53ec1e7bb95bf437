"""Bytes to text: refuses what no record needs and what readers disagree on."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from unicodedata import combining

from gsca_cli.findings import UNSEEN, Finding, Location, ReplaceText, Severity, shown
from gsca_cli.snapshots.snapshot import MOST_BYTES

_BOM = "\ufeff"

# What hides in a text, or turns it around on the screen: controls, and bidirectional ones.
_CONTROL = rf"(?P<control>(?P<letter>[{UNSEEN}])(?P=letter)*)"
_REFUSED_ANYWHERE: Final = _CONTROL
_SPACES = r"\u00a0\u2000-\u200a\u202f\u205f"
_REFUSED: Final = (
    r"(?P<carriage>\r(?!\n))"
    r"|(?P<tab>\t+)"
    rf"|{_CONTROL}"
    # Git makes the outer markers longer where a file may hold lines like them.
    r"|(?P<conflict>^(?:<{7,}|>{7,}|\|{7,})(?: [^\r\n]*)?(?=\r?$)|^={7}(?=\r?$))"
    r"|(?P<directive>^%[^\r\n]*)"
    r"|(?P<end>^\.\.\.[^\r\n]*)"
    # A space that is none to YAML, where an entry, an item or a line begins. Texts may hold them;
    # Japanese paragraphs may begin with the wide one.
    rf"|^ *(?:- +)*(?:[\w.-]+:|-)(?P<space>[{_SPACES}\u3000]+)"
    rf"|^ *(?P<indentation>[{_SPACES}]+)"
    # Half a surrogate pair, or beyond U+10FFFF: the libraries differ in how they fail.
    r"|(?P<escape>\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!0010|000)[0-9a-fA-F]{8})"
)
# One of these letters or signs is in whatever is refused: most files hold none of them.
_SUSPECT_LETTER = re.compile(rf"[{UNSEEN}\t\r{_SPACES}\u3000]").search
_SUSPECT_SIGNS: Final = ("<<<<<<<", ">>>>>>>", "|||||||", "=======", "...", "\n%", "\\u", "\\U")
MOST_MARKS: Final = 30
"""As many accents as the Stream-Safe Text Format of Unicode (UAX 15) allows in a row."""
_OUTSIDE_ASCII = re.compile(rf"[^\x00-\x7f]{{{MOST_MARKS + 1},}}").finditer
MOST_REFUSALS: Final = 20
"""As many refusals as one file reports: it is broken, and the first ones show how."""

_LEVEL: Final = "  "
_SIGNS: Final = frozenset(":-,[{")
# No line begins with a space, and none opens a text that keeps its own indentation.
_TABS_ONLY = re.compile(r"(?!.*(?:^\t* |[|>][-+0-9]*[ \t\r]*$))", re.DOTALL | re.MULTILINE).match

_NAMES = {
    "\x00": "NUL",
    "\x7f": "DEL",
    "\x85": "next line (U+0085)",
    "\u2028": "line separator (U+2028)",
    "\u2029": "paragraph separator (U+2029)",
    "\u00a0": "no-break space (U+00A0)",
    "\u202f": "narrow no-break space (U+202F)",
    "\u3000": "full-width space (U+3000)",
    _BOM: "byte order mark (U+FEFF)",
}


def decode(path: str, content: bytes) -> str | list[Finding]:
    """The text of a record without its byte order mark, or why it is refused."""
    return _decode(path, content, _REFUSED)


def decode_template(path: str, content: bytes) -> str | list[Finding]:
    """The text of a template, which may hold what YAML cannot, or why it is refused."""
    return _decode(path, content, _REFUSED_ANYWHERE)


def _decode(path: str, content: bytes, refused: str) -> str | list[Finding]:
    if len(content) >= MOST_BYTES:
        return [
            _finding(
                "file-too-large",
                Location(path),
                f"the file is larger than {MOST_BYTES - 1:,} bytes",
                "a record is about one thing: split it, or link to the long text",
            )
        ]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(_BOM)
        line, start = before.count("\n") + 1, before.rfind("\n") + 1
        column = len(before) - start + 1
        return [
            _finding(
                "not-utf-8",
                Location(path, line, column, column + 1),
                f"the byte 0x{content[error.start]:02x} is not UTF-8",
                "save the file as UTF-8",
            )
        ]
    text = text.removeprefix(_BOM)
    refusals = []
    if _is_suspect(text):
        refusals = list(islice(_refusals(path, text, refused), MOST_REFUSALS))
    if pile := pile_of_marks(text):
        line, start = text.count("\n", 0, pile) + 1, text.rfind("\n", 0, pile) + 1
        place = Location(path, line, pile - start + 1, pile - start + 2)
        refusals.append(_finding("control-character", place, *PILE))
    return refusals or text


def _is_suspect(text: str) -> bool:
    """May a text hold anything that is refused?"""
    return (
        any(sign in text for sign in _SUSPECT_SIGNS)
        or text.startswith("%")
        or _SUSPECT_LETTER(text) is not None
    )


PILE: Final = (
    f"more than {MOST_MARKS} accents on one letter",
    "delete those that no reader would miss",
)


def pile_of_marks(text: str) -> int:
    """Where more accents stand in a row than any letter has; 0 if they stand nowhere.

    To put them in order takes a time that grows with the square of their number.
    """
    # Each letter outside ASCII takes a byte more at least.
    if len(text.encode("utf-8", "surrogatepass")) - len(text) <= MOST_MARKS:
        return 0
    for row in _OUTSIDE_ASCII(text):
        number = 0
        for place, letter in enumerate(row[0], row.start()):
            number = number + 1 if combining(letter) else 0
            if number > MOST_MARKS:
                return place
    return 0


def _refusals(path: str, text: str, refused: str) -> Iterator[Finding]:
    in_conflict = False
    line, line_start, seen = 1, 0, 0
    for found in re.finditer(refused, text, re.MULTILINE):
        # Counted on from the last one: a file may hold a million of them.
        start, end = found.span(found.lastgroup or 0)
        if breaks := text.count("\n", seen, start):
            line += breaks
            line_start = text.rfind("\n", seen, start) + 1
        seen = start
        column = start - line_start + 1
        location = Location(path, line, column, column + max(end - start, 1))
        match found.lastgroup:
            case "carriage":
                yield _finding(
                    "control-character",
                    location,
                    "a carriage return without a line feed",
                    "end lines with LF or CRLF",
                )
            case "tab":
                yield _finding(
                    "tab",
                    location,
                    "a tab, where YAML readers disagree",
                    'put spaces in its place; a text in double quotes can say "\\t"',
                    _mend_of_tabs(text, start, end, location),
                )
            case "control":
                yield _finding(
                    "control-character",
                    location,
                    f"an invisible character: {printable_name(found['letter'])}",
                    "delete it",
                    ReplaceText(location, text[start:end], "") if found["letter"] == _BOM else None,
                )
            case "space" | "indentation":
                yield _finding(
                    "yaml-syntax",
                    location,
                    f"a space that YAML does not know: {printable_name(text[start])}",
                    "write a plain space",
                    ReplaceText(location, text[start:end], " " * (end - start)),
                )
            case "escape":
                yield _finding(
                    "control-character",
                    location,
                    f"the escape {found[0]} stands for no character",
                    "write the character itself",
                )
            case "end":
                yield _finding(
                    "several-documents",
                    location,
                    "the line begins with `...`, which ends a YAML document",
                    "delete the line; one file holds one record",
                )
            case "directive":
                yield _finding(
                    "directive",
                    location,
                    f"the line begins with %: {shown(found[0][:40])} is a YAML directive",
                    "delete the line; records need none",
                )
            case _:
                # One finding for the whole of a conflict: at its first marker.
                if not in_conflict:
                    yield _finding(
                        "merge-conflict",
                        location,
                        f"a merge conflict is not resolved: {shown(found[0][:40])}",
                        "keep one of the two versions and delete the marker lines",
                    )
                in_conflict = not found[0].startswith(">")


def printable_name(character: str) -> str:
    """How to call a character that cannot be seen."""
    return _NAMES.get(character, f"U+{ord(character):04X}")


def _mend_of_tabs(text: str, start: int, end: int, where: Location) -> ReplaceText | None:
    """Spaces in place of tabs, where it is certain how many.

    It is one behind a sign of YAML and before a comment, and none at the end of a line. Where all
    lines are indented with tabs alone, each is a level.
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in {"", "\n"}:
        new = _LEVEL * (end - start) if _TABS_ONLY(text) else ""
        return ReplaceText(where, text[start:end], new) if new else None
    if after in {"", "\r", "\n"}:
        return ReplaceText(where, text[start:end], "")
    if after == "#" or before in _SIGNS:
        return ReplaceText(where, text[start:end], " ")
    return None


def _finding(
    code: str, location: Location, message: str, hint: str, mend: ReplaceText | None = None
) -> Finding:
    return Finding(code, Severity.ERROR, location, message, hint, mend=mend)
