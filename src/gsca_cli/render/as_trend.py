"""Selections and completed steps over time as text, Markdown or CSV."""

import textwrap
from collections.abc import Sequence
from typing import Final, NamedTuple

from gsca_cli.analysis.trend import Count, Line, Trend
from gsca_cli.findings import printable
from gsca_cli.render.as_csv import Cell, render_csv
from gsca_cli.render.columns import columns
from gsca_cli.render.markdown import markdown
from gsca_cli.render.sparkline import sparkline
from gsca_cli.render.trend_notes import STAR, basis, notes, remarks, title

_WIDEST_SPARKLINE: Final = 60
_MEASURES: Final = (("selections", "selections"), ("completed steps", "steps"))


class _Column(NamedTuple):
    heading: str
    cells: Sequence[str]
    is_text: bool = False


def render_trend(trend: Trend, width: int) -> str:
    """A heading, a line of bars for each number, the table, and what is to be known of it."""
    parts = ["\n".join(_wrapped([title(trend), basis(trend)], width))]
    if trend.lines:
        parts += ["\n".join(_bars(trend, width)), "\n".join(_aligned(_columns(trend), width))]
    parts.append("\n".join(_wrapped(notes(trend), width)))
    return "\n\n".join(parts) + "\n"


def trend_markdown(trend: Trend) -> str:
    """A heading, a table, and a list of what is to be known of it."""
    table = _columns(trend)
    parts = [f"# {markdown(title(trend))}", basis(trend)]
    if trend.lines:
        heads = _row([column.heading for column in table])
        ruler = _row(["---" if column.is_text else "--:" for column in table])
        cells = zip(*(map(markdown, column.cells) for column in table), strict=True)
        rows = [_row(each) for each in cells]
        parts.append("\n".join([heads, ruler, *rows]))
    parts.append("\n".join(f"- {note}" for note in notes(trend, markdown)))
    return "\n\n".join(parts) + "\n"


def trend_csv(trend: Trend) -> str:
    """A row for each period, then those that no period counts, and all there are, in words."""
    header = ["period", "title", "first", "last"]
    header += ["selections", "new selections", "ended selections"]
    header += ["completed steps", "new completed steps", "ended completed steps", "unread"]
    rows: list[list[Cell]] = [_csv_row(line) for line in trend.lines]
    for each in remarks(trend):
        numbers: list[Cell] = [each.pair.selections, "", "", each.pair.steps, "", "", ""]
        rows.append([each.short, "", "", "", *numbers])
    return render_csv(header, rows)


def _csv_row(line: Line) -> list[Cell]:
    counts = (line.selections, line.steps)
    numbers = [number for each in counts for number in (each.total, each.new, each.ended)]
    return [line.period, line.title, line.first, line.last, *numbers, line.unreadable]


def _columns(trend: Trend) -> list[_Column]:
    """The columns; those that would have nothing in any row are left out."""
    lines = trend.lines
    found = [_Column(trend.by, [line.period for line in lines], is_text=True)]
    for heading, name in _MEASURES:
        counts: list[Count] = [getattr(line, name) for line in lines]
        found.append(_Column(heading, [str(count.total) for count in counts]))
        found.append(_Column("new", _moves("+", [(c.new, c.new_by_then) for c in counts])))
        if any(count.ended for count in counts):
            ended = [(count.ended, count.ended_by_then) for count in counts]
            found.append(_Column("ended", _moves("-", ended)))
    if any(line.unreadable for line in lines):
        found.append(_Column("unread", [str(line.unreadable or "") for line in lines]))
    if any(line.title for line in lines):
        found.append(_Column("title", [line.title for line in lines], is_text=True))
    return found


def _moves(sign: str, numbers: Sequence[tuple[int, int]]) -> list[str]:
    """How many came or went; a star where some of them may have done so earlier."""
    plain = " " if any(by_then for _, by_then in numbers) else ""
    return [
        f"{sign}{number}{STAR if by_then else plain}" if number else ""
        for number, by_then in numbers
    ]


def _bars(trend: Trend, width: int) -> list[str]:
    """A line for each number: the first one, a bar for each period, the last one."""
    longest = max(len(heading) for heading, _ in _MEASURES)
    series = [[getattr(line, name).total for line in trend.lines] for _, name in _MEASURES]
    digits = [max(len(str(numbers[end])) for numbers in series) for end in (0, -1)]
    room = max(1, min(width - longest - sum(digits) - len("    "), _WIDEST_SPARKLINE))
    return [
        f"{heading:{longest}}  {numbers[0]:>{digits[0]}} "
        f"{sparkline(numbers, room)} {numbers[-1]:>{digits[1]}}"
        for (heading, _), numbers in zip(_MEASURES, series, strict=True)
    ]


def _aligned(table: Sequence[_Column], width: int) -> list[str]:
    """The table in columns, numbers to the right; what is too long for a line is cut."""
    padded = [_padded(column) for column in table]
    return [_cut("  ".join(cells).rstrip(), width) for cells in zip(*padded, strict=True)]


def _padded(column: _Column) -> list[str]:
    cells = [printable(cell) for cell in (column.heading, *column.cells)]
    widest = max(columns(cell) for cell in cells)
    gaps = [" " * (widest - columns(cell)) for cell in cells]
    if column.is_text:
        return [cell + gap for cell, gap in zip(cells, gaps, strict=True)]
    return [gap + cell for cell, gap in zip(cells, gaps, strict=True)]


def _cut(line: str, width: int) -> str:
    if columns(line) <= width:
        return line
    while columns(line) >= width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _wrapped(texts: Sequence[str], width: int) -> list[str]:
    """Each text on lines of its own, all but the first of them indented."""
    return [
        line
        for text in texts
        for line in textwrap.wrap(printable(text), width, subsequent_indent="  ")
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
