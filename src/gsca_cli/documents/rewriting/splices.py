"""Pieces of a text to be replaced, and comments at line ends that stay in their column."""

from collections.abc import Iterable
from typing import NamedTuple

from gsca_cli.documents.rewriting.lines import Lines


class Splice(NamedTuple):
    """What stands from one offset to another, the end open, and what is to stand there."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with its pieces replaced; all else is the same.

    Of several at one place, the first that is given comes first.
    """
    parts, at = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def on_one_line(lines: Lines, start: int, end: int, new: str) -> Splice:
    """Replace a piece of one line; a comment behind it stays in line with those around it.

    It stands in line with others if the lines above and below have theirs in one column, and it
    has too. Where the new piece leaves no room for that, it keeps its distance, as any other does:
    so the old piece, put back, has it where it was.
    """
    comment = lines.comment_behind(end)
    if comment is None or lines.column(comment[1]) != _common_column(lines, end):
        return Splice(start, end, new)
    room = lines.column(comment[1]) - lines.column(start) - len(new)
    return Splice(start, comment[1], new + " " * room) if room > 0 else Splice(start, end, new)


def stands_in_line(lines: Lines, offset: int) -> bool:
    """Does the comment behind an offset stand in one column with that of the line next to it?"""
    comment = lines.comment_behind(offset)
    return comment is not None and lines.column(comment[1]) in _columns_around(lines, offset)


def _common_column(lines: Lines, offset: int) -> int | None:
    """The column of the comments at the ends of the lines above and below, if it is one."""
    found = _columns_around(lines, offset)
    return found.pop() if len(found) == 1 else None


def _columns_around(lines: Lines, offset: int) -> set[int]:
    """The columns of the comments at the ends of the lines above and below."""
    around = [next(lines.above(offset), None), next(lines.below(offset), None)]
    found = [_comment_column(lines.line(start)) for start in around if start is not None]
    return {column for column in found if column is not None}


def _comment_column(line: str) -> int | None:
    """The column of a comment that stands behind something; a guess that quotes can mislead."""
    before, sign, _ = line.partition(" #")
    return len(before) + 1 if sign and before.strip() else None
