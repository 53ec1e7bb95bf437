"""Which comments and blank lines belong to an entry of a block, and go where it goes."""

from typing import NamedTuple

from gsca_cli.documents.rewriting.lines import Lines
from gsca_cli.documents.rewriting.tree import Entry


class Extent(NamedTuple):
    """An entry with what belongs to it: the offsets of its first line and of the last line's end.

    `start` is where the entry begins itself if something else stands before it on its line.
    """

    start: int
    end: int


def extent(lines: Lines, entry: Entry, *, first_of_all: bool = False) -> Extent:
    """The lines of an entry: the comment above it, itself, and comments indented below it.

    A comment that the file begins with speaks of the file, not of its first entry.
    """
    return Extent(_start(lines, entry, first_of_all=first_of_all), end_of(lines, entry))


def _start(lines: Lines, entry: Entry, *, first_of_all: bool) -> int:
    if not lines.begins_its_line(entry.start):
        return entry.start
    start = own = lines.start(entry.start)
    column = lines.column(entry.start)
    for above in lines.above(start):
        if not lines.is_comment(above) or lines.indentation(above) != column:
            return start if first_of_all and _is_at_the_top(lines, own) else own
        own = above
    return start if first_of_all else own


def _is_at_the_top(lines: Lines, offset: int) -> bool:
    """Does nothing but comments and blank lines stand above?"""
    return all(
        lines.is_comment(start) or lines.is_blank(start) or lines.line(start).startswith("---")
        for start in lines.above(offset)
    )


def end_of(lines: Lines, entry: Entry) -> int:
    """Where the last line of an entry ends: comments that are indented deeper belong to it."""
    end = lines.end(entry.end)
    column = lines.column(entry.start)
    for below in lines.below(end):
        if lines.is_blank(below):
            continue
        if not lines.is_comment(below) or lines.indentation(below) <= column:
            break
        end = lines.end(below)
    return end


def has_a_comment_above(lines: Lines, entry: Entry) -> bool:
    """Does a comment stand on the line above?"""
    above = next(lines.above(entry.start), None)
    return above is not None and lines.is_comment(above)
