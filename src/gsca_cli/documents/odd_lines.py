"""Lines that are no entry and no item, for want of a space or a dash."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gsca_cli.findings import Finding, Location, Severity, shown

_GLUED = re.compile(r" *(?:- +)*(?P<key>[A-Za-z][\w.-]*):(?P<value>[^\s:/].*?)\r?").fullmatch
_NO_DASH = re.compile(
    r" *(?P<sign>-(?=[^\s-])|--(?=[ \w])|[\u2022\u2013\u2014\u00b7\u2023*](?= ))"
).match
_ENTRY = re.compile(r" *(?P<key>[a-z][a-z0-9_-]*):(?= |\r?\Z)").match
_WITH_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+: +)?[^\s>|#&!\[{].*").match
BEGIN_WITH_A_DASH: Final = "begin it with `- `, a dash and a space"


class OddLine(NamedTuple):
    """Where a line is odd, from 0 on, what it is and how to cure it."""

    line: int
    column: int
    message: str
    hint: str

    def finding(self, path: str) -> Finding:
        """What is reported of it."""
        location = Location(path, self.line + 1, self.column + 1, self.column + 2)
        return Finding("yaml-syntax", Severity.ERROR, location, self.message, self.hint)


def glued_lines(lines: Sequence[str]) -> Iterator[OddLine]:
    """Every line that would be an entry, were there a space behind its colon."""
    return filter(None, (_glued(line, number) for number, line in enumerate(lines)))


def odd_line(lines: Sequence[str], line: int, *, or_above: bool) -> OddLine | None:
    """Why a line was not understood; or the one above it, where that may be what is wrong."""
    above = _above(lines, line)
    for number in (above, line) if or_above and above is not None else (line,):
        if found := _glued(lines[number], number):
            return found
    if dash := _NO_DASH(lines[line]):
        return OddLine(line, dash.start("sign"), "this is no item of a list", BEGIN_WITH_A_DASH)
    if or_above and above is not None and _is_too_far(lines[line], lines[above]):
        hint = "indent it like the line above; or, if it belongs to a text, put the text in quotes"
        return OddLine(line, _indentation(lines[line]), "this line is indented too far", hint)
    if not or_above and above is not None and _is_beside_an_item(lines[line], lines[above]):
        hint = f"{BEGIN_WITH_A_DASH}; or indent it further, if it goes on with the text above"
        return OddLine(line, _indentation(lines[line]), "this line is no item of the list", hint)
    return None


def _glued(line: str, number: int) -> OddLine | None:
    found = _GLUED(line)
    if not found:
        return None
    meant = f"{found['key']}: {found['value']}"
    message = "a space is missing behind this colon"
    return OddLine(number, found.end("key"), message, f"write {shown(meant)}")


def _above(lines: Sequence[str], line: int) -> int | None:
    """The number of the line above that says something."""
    numbers = range(line - 1, -1, -1)
    return next((each for each in numbers if lines[each].strip(" \r")[:1] not in {"", "#"}), None)


def _is_beside_an_item(line: str, above: str) -> bool:
    is_item, above_is_item = (each.lstrip(" ").startswith("- ") for each in (line, above))
    return above_is_item and not is_item and _indentation(line) == _indentation(above)


def _is_too_far(line: str, above: str) -> bool:
    """Is it an entry, below a line that has its value already?"""
    is_below = _indentation(line) > _indentation(above)
    return (
        is_below and bool(_ENTRY(line)) and bool(_WITH_VALUE(above)) and above.rstrip()[-1:] != ":"
    )


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
