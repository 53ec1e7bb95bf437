"""Lines that are no entry and no item, for want of a space or a dash."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gsca_cli.findings import Finding, Location, Severity, shown

_GLUED: Final = r" *(?:- +)*(?P<key>[A-Za-z][\w.-]*):(?P<value>[^\s:/].*?)\r?"
# Signs with which word processors begin an item, and people who write in other scripts.
_BULLETS: Final = r"\u2022\u2013\u2014\u2023\u2043\u2212\u25aa\u25cf\u25e6\u30fb"
_SIGN: Final = (
    rf"(?P<sign>-(?=[^\s-])|--(?=[ \w])|[\u00b7*{_BULLETS}](?= )|[{_BULLETS}](?=[^\W\d]))"
)
_NO_DASH: Final = rf" *{_SIGN}"
# What begins with `-5` or `- -` may be a text.
_BULLET: Final = rf"\A(?!-\d){_SIGN} *(?=\S)"
_BEFORE_CONTENT: Final = r"\A *(?:- +)*"
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
    return filter(None, (glued_line(line, number) for number, line in enumerate(lines)))


def odd_line(lines: Sequence[str], line: int) -> OddLine | None:
    """Why a line was not understood."""
    if found := glued_line(lines[line], line):
        return found
    dash = without_dash(lines[line])
    if dash is not None:
        return OddLine(line, dash, "this is no item of a list", BEGIN_WITH_A_DASH)
    above = _above(lines, line)
    if above is not None and _is_beside_an_item(lines[line], lines[above]):
        hint = f"{BEGIN_WITH_A_DASH}; or indent it further, if it goes on with the text above"
        return OddLine(line, indentation(lines[line]), "this line is no item of the list", hint)
    return None


def without_dash(line: str) -> int | None:
    """Where a line begins with a sign that is no dash, or is no dash for want of a space."""
    found = re.match(_NO_DASH, line)
    return found.start("sign") if found else None


def glued_line(line: str, number: int) -> OddLine | None:
    """What is wrong with a line that would be an entry, were there a space behind its colon."""
    found = re.fullmatch(_GLUED, line)
    if not found:
        return None
    meant = f"{found['key']}: {found['value']}"
    message = "a space is missing behind this colon"
    return OddLine(number, found.end("key"), message, f"write {shown(meant)}")


def without_bullet(text: str) -> str:
    """A text less the sign before it that should be the dash of an item."""
    return re.sub(_BULLET, "", text, count=1)


def _above(lines: Sequence[str], line: int) -> int | None:
    """The number of the line above that says something."""
    numbers = range(line - 1, -1, -1)
    return next((each for each in numbers if lines[each].strip(" \r")[:1] not in {"", "#"}), None)


def _is_beside_an_item(line: str, above: str) -> bool:
    is_item, above_is_item = (each.lstrip(" ").startswith("- ") for each in (line, above))
    return above_is_item and not is_item and indentation(line) == indentation(above)


def indentation(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def content_column(line: str) -> int:
    """Where a line begins to say something, behind its spaces and the dashes of items."""
    return len(line) - len(re.sub(_BEFORE_CONTENT, "", line, count=1))
