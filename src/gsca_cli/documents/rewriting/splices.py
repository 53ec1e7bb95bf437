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

    A comment stands in line with others if the lines above and below have theirs in one column,
    and it has too, or was pushed out of it by a value that is too long.
    """
    comment = lines.comment_behind(end)
    column = _common_column(lines, end) if comment else None
    if comment is None or column is None:
        return Splice(start, end, new)
    gap = comment[1] - comment[0]
    here = lines.column(comment[1])
    if here != column and not (here > column and gap == 1):
        return Splice(start, end, new)
    width = lines.column(start) + len(new)
    return Splice(start, comment[1], new + " " * max(1, column - width))


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
