"""Lines that are no entry and no item, for want of a space or a dash."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from gsca_cli.findings import shown

_GLUED = re.compile(r" *(?:- +)*(?P<key>[A-Za-z][\w.-]*):(?P<value>[^\s:/].*?)\r?").fullmatch
_NO_DASH = re.compile(
    r" *(?P<sign>-(?=[^\s-])|--(?=[ \w])|[\u2022\u2013\u2014\u00b7\u2023*](?= ))"
).match
BEGIN_WITH_A_DASH: Final = "begin it with `- `, a dash and a space"


class OddLine(NamedTuple):
    """Where a line is odd, from 0 on, what it is and how to cure it."""

    line: int
    column: int
    message: str
    hint: str


def odd_line(lines: Sequence[str], line: int, *, or_above: bool) -> OddLine | None:
    """Why a line was not understood; or the one above it, where that may be what is wrong."""
    above = _above(lines, line)
    for number in (above, line) if or_above and above is not None else (line,):
        if found := _GLUED(lines[number]):
            meant = f"{found['key']}: {found['value']}"
            message = "a space is missing behind this colon"
            return OddLine(number, found.end("key"), message, f"write {shown(meant)}")
    if found := _NO_DASH(lines[line]):
        return OddLine(line, found.start("sign"), "this is no item of a list", BEGIN_WITH_A_DASH)
    if not or_above and above is not None and _is_beside_an_item(lines[line], lines[above]):
        hint = f"{BEGIN_WITH_A_DASH}; or indent it further, if it goes on with the text above"
        return OddLine(line, _indentation(lines[line]), "this line is no item of the list", hint)
    return None


def _above(lines: Sequence[str], line: int) -> int | None:
    """The number of the line above that says something."""
    numbers = range(line - 1, -1, -1)
    return next((each for each in numbers if lines[each].strip(" \r")[:1] not in {"", "#"}), None)


def _is_beside_an_item(line: str, above: str) -> bool:
    is_item, above_is_item = (each.lstrip(" ").startswith("- ") for each in (line, above))
    return above_is_item and not is_item and _indentation(line) == _indentation(above)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
