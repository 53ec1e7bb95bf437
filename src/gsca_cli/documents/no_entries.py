"""Lines that are no entries, where a key below them was taken for a part of their text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gsca_cli.documents.odd_lines import (
    BEGIN_WITH_A_DASH,
    content_column,
    glued_line,
    indentation,
    without_dash,
)
from gsca_cli.documents.odd_signs import OddSign, colon_in_text
from gsca_cli.findings import shown

NO_ENTRY: Final = "this line is no `key: value`"
ADD_A_COLON: Final = "add a colon behind the key"
WIDE_COLON: Final = "a full-width colon, which YAML does not know"
TOO_FAR: Final = "this line is indented too far"

_OWN_COLON: Final = re.compile(r" *(?:- +)*(?:[\w-]+|'[^']*'|\"[^\"]*\"): +").match
_COLON: Final = re.compile(r":(?= |\r?\Z)").search
_ENTRY: Final = re.compile(r" *(?P<key>[a-z][a-z0-9_-]*):(?= |\r?\Z)").match
_BEFORE: Final = r"(?P<before> *(?:- +)*)"
_WIDE: Final = re.compile(_BEFORE + r"[a-z][a-z0-9_-]*(?P<colon>\uff1a)").match
_EQUALS: Final = re.compile(_BEFORE + r"(?P<key>[a-z][\w-]*) *= *(?P<value>\S.*)").match
_SPACED: Final = re.compile(_BEFORE + r"(?P<key>[a-z][a-z0-9_-]*) +(?P<value>\S.*)").match
_WORD: Final = re.compile(r" *[^\W_]").match
_FENCE: Final = re.compile(r" *(?:`{3,}|~{3,})[^`]*").fullmatch
_OF_HTML: Final = "<!--"


def odd_colon(lines: Sequence[str], line: int, column: int) -> OddSign | None:
    """Why a colon at a place was not expected: it stands in a text, or no text should be there."""
    if _OWN_COLON(lines[line], 0, column):
        return colon_in_text(lines, line, column)
    above = _text_above(lines, line)
    for number in (*above, line):
        if found := glued_line(lines[number], number):
            return OddSign(*found)
    for number in (line, *above[:1]):
        dash = without_dash(lines[number])
        if dash is not None:
            return OddSign(number, dash, "this is no item of a list", BEGIN_WITH_A_DASH)
    if not above:
        return None
    first = above[0]
    if not _COLON(lines[first]):
        return no_entry(lines[first], first) or _no_key(lines[first], first)
    if _ENTRY(lines[line]) and indentation(lines[line]) > content_column(lines[first]):
        hint = "indent it like the line above; or, if it belongs to a text, put the text in quotes"
        return OddSign(line, indentation(lines[line]), TOO_FAR, hint)
    return None


def odd_beginning(lines: Sequence[str]) -> OddSign | None:
    """Why a file does not begin with an entry, though it begins with a word."""
    said = (number for number, line in enumerate(lines) if line.strip(" \r")[:1] not in {"", "#"})
    first = next((number for number in said if lines[number].rstrip() != "---"), None)
    if first is None or _COLON(lines[first]) or not _WORD(lines[first]):
        return None
    return no_entry(lines[first], first) or _no_key(lines[first], first)


def odd_entries(lines: Sequence[str]) -> Iterator[OddSign]:
    """Every line that would be an entry with another sign in place of its colon, or a space."""
    for number, line in enumerate(lines):
        glued = glued_line(line, number)
        if found := OddSign(*glued) if glued else no_entry(line, number):
            yield found


def no_entry(line: str, number: int) -> OddSign | None:
    """What stands in place of the colon of an entry, or what the line is instead."""
    column = content_column(line)
    if _FENCE(line):
        return OddSign(number, column, "a line of Markdown, which is no YAML", "delete the line")
    if line.startswith(_OF_HTML, column):
        comment = line[column + len(_OF_HTML) :].rstrip().removesuffix("-->")
        meant = f"# {comment.strip()}".rstrip()
        return OddSign(number, column, "a comment as HTML has it", f"write {shown(meant)}")
    if wide := _WIDE(line):
        start, end = wide.span("colon")
        new = ":" if line[end : end + 1] in {"", " ", "\r"} else ": "
        return OddSign(number, start, WIDE_COLON, "write `: ` in its place", (start, end, new))
    if "\uff1a" in line and ":" not in line:
        return OddSign(number, line.index("\uff1a"), WIDE_COLON, "write `: ` in its place")
    if equals := _EQUALS(line):
        meant = f"{equals['key']}: {equals['value'].rstrip()}"
        return OddSign(number, column, NO_ENTRY, f"write {shown(meant)}")
    return None


def _no_key(line: str, number: int) -> OddSign:
    """A line of words, where the one below it has a key."""
    column = content_column(line)
    hint = ADD_A_COLON
    if line[:column].strip():
        hint = f"{ADD_A_COLON}, or a key before the text, as the line below has one"
    elif spaced := _SPACED(line):
        meant = f"{spaced['key']}: {spaced['value'].rstrip()}"
        hint = f"{ADD_A_COLON}: {shown(meant)}"
    return OddSign(number, column, NO_ENTRY, hint)


def _text_above(lines: Sequence[str], line: int) -> list[int]:
    """The lines of the text that runs on to a line, from its first one on.

    That one may be an entry with its value, or an item; an entry that only opens a map is neither.
    """
    found: list[int] = []
    for number in range(line - 1, -1, -1):
        here = lines[number].strip(" \r")
        if here[:1] == "#" or here == "---" or here[-1:] == ":":
            break
        if here:
            found.append(number)
        if here.startswith("- ") or _COLON(here):
            break
    return found[::-1]
