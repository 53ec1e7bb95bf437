"""A text with conflict markers, and the two texts that it holds."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_OURS: Final = "<"
_BASE: Final = "|"
_THEIRS: Final = "="
_END: Final = ">"


class Picked(NamedTuple):
    """A text with one side of each conflict, and on which line of the whole each line stands."""

    text: str
    lines: Sequence[int]

    def first_gap(self) -> int:
        """The line of the whole that comes first of those that do not stand here; 0 if none is."""
        missing = (n for n, number in enumerate(self.lines, 1) if n != number)
        return next(missing, 0)


def picked(text: str, size: int) -> tuple[Picked, Picked]:
    """The text with all of ours, and with all of theirs."""
    ours: list[tuple[int, str]] = []
    theirs: list[tuple[int, str]] = []
    part = ""
    for number, line in enumerate(text.split("\n"), 1):
        if sign := _sign(line, part, size):
            part = "" if sign == _END else sign
            continue
        if part in {"", _OURS}:
            ours.append((number, line))
        if part in {"", _THEIRS}:
            theirs.append((number, line))
    return _joined(ours), _joined(theirs)


_FOLLOWS: Final = {"": _OURS, _OURS: _BASE + _THEIRS, _BASE: _THEIRS, _THEIRS: _END}
"""Which marker may come next."""


def _sign(line: str, part: str, size: int) -> str:
    """The sign that a line repeats if it is the marker that may come next; else nothing."""
    sign = line[:1]
    is_marker = line.startswith(sign * size) and line[size : size + 1] in {"", " ", "\r"}
    return sign if sign and is_marker and sign in _FOLLOWS[part] else ""


def _joined(lines: Sequence[tuple[int, str]]) -> Picked:
    return Picked("\n".join(line for _, line in lines), [number for number, _ in lines])


def side_by_side(ours: bytes, theirs: bytes, size: int) -> bytes:
    """Two texts whole, in one conflict."""
    rows = [f"{sign * size}{name}\n".encode() for sign, name in _MARKERS]
    texts = [text if not text or text.endswith(b"\n") else text + b"\n" for text in (ours, theirs)]
    return rows[0] + texts[0] + rows[1] + texts[1] + rows[2]


_MARKERS: Final = ((_OURS, " ours"), (_THEIRS, ""), (_END, " theirs"))
