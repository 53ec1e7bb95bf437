"""Documents and tables for people at a terminal, laid out by rich."""

import io
from collections.abc import Sequence
from typing import ClassVar

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement, TableElement
from rich.table import Table
from rich.text import Text

from gsca_cli.findings import printable

_GAP = 2
"""Between two columns, and around the table: one of padding, one of the box."""
_LONGEST_WORD = 30
"""A longer word, such as an address, may be broken."""


class _LeftHeading(Heading):
    """A heading at the left margin, where the text below it begins."""

    LEVEL_ALIGN: ClassVar = {"h1": "left"}


class _WholeTable(TableElement):
    """A table that breaks no word: where headings do not fit, they are numbered."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        first = self.header.row if self.header else None
        headings = [cell.content for cell in first.cells] if first else []
        body = self.body.rows if self.body else []
        rows = [[cell.content for cell in row.cells] for row in body]
        shown = _numbered(headings)
        if _least(headings, rows) <= options.max_width or _least(shown, rows) > options.max_width:
            shown = headings
        yield _table(shown, rows, _widths(shown, rows, options.max_width))
        key = [
            f"{short.plain} {heading.plain}"
            for short, heading in zip(shown, headings, strict=True)
            if short is not heading
        ]
        if key:
            yield Text(" · ".join(key))
            yield Text("")


def _numbered(headings: Sequence[Text]) -> list[Text]:
    """Numbers in place of headings, but for the first one and those of totals."""
    return [
        Text(str(index), justify=heading.justify)
        if index and heading.justify != "right"
        else heading
        for index, heading in enumerate(headings)
    ]


def _table(
    headings: Sequence[Text], rows: Sequence[Sequence[Text]], widths: Sequence[int]
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    for heading, columns in zip(headings, widths, strict=True):
        justify = heading.justify or "default"
        table.add_column(heading, overflow="fold", justify=justify, width=columns)
    for row in rows:
        table.add_row(*row)
    return table


def _widths(headings: Sequence[Text], rows: Sequence[Sequence[Text]], width: int) -> list[int]:
    """The columns of a terminal that each column of a table gets.

    Each gets what its longest word needs; what is left goes to those that still break lines, the
    one that lacks least first.
    """
    wanted = [_natural(index, headings, rows) for index in range(len(headings))]
    widths = [_longest_word(index, headings, rows) for index in range(len(headings))]
    spare = width - _least(headings, rows)
    for index in sorted(range(len(widths)), key=lambda each: wanted[each] - widths[each]):
        more = max(0, min(spare, wanted[index] - widths[index]))
        widths[index] += more
        spare -= more
    # Where words must be broken, the widest columns give way, and none disappears.
    for _ in range(-spare):
        widest = max(range(len(widths)), key=widths.__getitem__)
        widths[widest] = max(1, widths[widest] - 1)
    return widths


def _least(headings: Sequence[Text], rows: Sequence[Sequence[Text]]) -> int:
    """The width that a table needs to break no word."""
    return sum(_longest_word(index, headings, rows) + _GAP for index in range(len(headings)))


def _longest_word(index: int, headings: Sequence[Text], rows: Sequence[Sequence[Text]]) -> int:
    words = {word for text in _cells(index, headings, rows) for word in text.plain.split()}
    return min(max(map(cell_len, words), default=1), _LONGEST_WORD)


def _natural(index: int, headings: Sequence[Text], rows: Sequence[Sequence[Text]]) -> int:
    return max((text.cell_len for text in _cells(index, headings, rows)), default=1)


def _cells(index: int, headings: Sequence[Text], rows: Sequence[Sequence[Text]]) -> list[Text]:
    return [headings[index], *(row[index] for row in rows if index < len(row))]


class _Document(Markdown):
    """A document whose links are written out; one that is its own text stands there once."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "table_open": _WholeTable,
        "heading_open": _LeftHeading,
    }


def render_document(markdown: str, width: int, *, colour: bool) -> str:
    """A Markdown document as text of a width, in columns."""
    document = _Document(markdown, hyperlinks=False)
    for token in document.parsed:
        token.children = [each for each in token.children or () if each.markup != "autolink"]
    return _printed(document, width, colour=colour)


def render_table(
    header: Sequence[str], rows: Sequence[Sequence[str | int]], width: int, *, colour: bool
) -> str:
    """A table as text of a width, in columns; numbers stand to the right."""
    numeric = [
        bool(rows) and all(isinstance(row[n], int) for row in rows) for n in range(len(header))
    ]
    headings = [
        Text(heading, justify="right" if numbers else "left")
        for heading, numbers in zip(header, numeric, strict=True)
    ]
    cells = [[Text(printable(str(cell))) for cell in row] for row in rows]
    widths = _widths(headings, cells, width)
    too_wide = sum(each + _GAP for each in widths) > width
    if not cells or too_wide or not all(_fits(row, widths) for row in cells):
        return _printed(_table(headings, cells, widths), width, colour=colour)
    # What breaks no line is laid out here: rich takes ten times as long.
    last = [Text("x") for _ in headings]
    *head, _ = _printed(_table(headings, [last], widths), width, colour=colour).splitlines()
    lines = [_on_one_line(row, widths, numeric) for row in cells]
    return "\n".join([*head, *lines]).strip("\n") + "\n"


def _fits(row: Sequence[Text], widths: Sequence[int]) -> bool:
    """Does every cell of a row stand on one line?"""
    return all(cell.cell_len <= width for cell, width in zip(row, widths, strict=True))


def _on_one_line(row: Sequence[Text], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    """A row as rich writes it: each cell filled up to the width of its column."""
    filled = []
    for cell, width, numbers in zip(row, widths, numeric, strict=True):
        text, blanks = cell.plain, " " * (width - cell.cell_len)
        filled.append(blanks + text if numbers else text + blanks)
    return (" " + (" " * _GAP).join(filled)).rstrip()


def _printed(what: Table | Markdown, width: int, *, colour: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(what)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(lines).strip("\n") + "\n"
