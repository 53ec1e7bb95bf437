"""The lines of a text in its canonical layout, before they are put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

_APART: Final = 2
"""Spaces before a comment at the end of a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what it says, and the comment behind that; both may be nothing.

    `aligned` tells that the comment stood in line with those above or below, `is_text` that the
    line is one of a text: it stays even if it is blank.
    """

    code: str = ""
    comment: str = ""
    aligned: bool = False
    is_text: bool = False

    @property
    def is_blank(self) -> bool:
        """Does it hold nothing?"""
        return not self.code and not self.comment and not self.is_text

    @property
    def is_comment(self) -> bool:
        """Does it hold a comment only?"""
        return not self.code.strip(" ") and bool(self.comment)

    def commented(self, comment: str) -> "Row":
        """The row with one more comment behind it."""
        return replace(self, comment=f"{self.comment} {comment}".strip())


BLANK: Final = Row()


def comment_row(comment: str, column: int) -> Row:
    """A comment on a line of its own."""
    return Row(" " * column, comment.rstrip())


def behind_a_dash(rows: Sequence[Row], column: int) -> list[Row]:
    """A block behind a dash: its first line that is no comment begins on that of the dash."""
    pad = " " * column
    first = next((n for n, row in enumerate(rows) if row.code.strip(" ")), len(rows))
    above = [comment_row(row.comment, column) if row.is_comment else row for row in rows[:first]]
    if first == len(rows):
        return [*above, Row(f"{pad}-")]
    row = rows[first]
    return [*above, replace(row, code=f"{pad}- {row.code.lstrip(' ')}"), *rows[first + 1 :]]


def tidy(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without blank ones at the beginning, at the end, or twice in succession."""
    last, waiting = None, False
    for row in rows:
        if row.is_blank:
            waiting = last is not None
            continue
        if waiting:
            yield BLANK
        last, waiting = row, False
        yield row


def lines_of(rows: Sequence[Row]) -> list[str]:
    """The rows as text; comments that stood in line stand in line."""
    found = []
    for together, group in groupby(rows, key=_in_line):
        run = list(group)
        width = max(len(row.code) for row in run) if together else 0
        found += [_text(replace(row, code=row.code.ljust(width))) for row in run]
    return found


def _in_line(row: Row) -> bool:
    return row.aligned and bool(row.comment) and not row.is_comment


def _text(row: Row) -> str:
    if row.is_comment:
        return row.code + row.comment
    return f"{row.code}{' ' * _APART}{row.comment}" if row.comment else row.code
