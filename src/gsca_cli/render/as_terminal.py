"""Documents and tables for people at a terminal: the only user of rich."""

import io
from collections.abc import Sequence
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement, TableElement
from rich.table import Table
from rich.text import Text

_GAP = 2


class _LeftHeading(Heading):
    """A heading at the left margin, where the text below it begins."""

    LEVEL_ALIGN: ClassVar = {"h1": "left"}


class _WholeTable(TableElement):
    """A table that cuts nothing off: where headings do not fit, they are numbered."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        first = self.header.row if self.header else None
        headings = [cell.content for cell in first.cells] if first else []
        body = self.body.rows if self.body else []
        rows = [[cell.content for cell in row.cells] for row in body]
        numbered = _too_wide(headings, rows, options.max_width)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP, 0, 0))
        key = []
        for index, heading in enumerate(headings):
            shown = heading.copy()
            if numbered and index and heading.justify != "right":
                shown = Text(str(index), justify=heading.justify)
                key.append(f"{index} {heading.plain}")
            table.add_column(shown, overflow="fold", justify=heading.justify or "default")
        for row in rows:
            table.add_row(*row)
        yield table
        if key:
            yield Text(" · ".join(key))
            yield Text("")


def _too_wide(headings: Sequence[Text], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """Would a word of a heading be broken, or the names in the first column?"""
    needed = 0
    for index, heading in enumerate(headings):
        cells = [row[index] for row in rows if index < len(row)]
        words = [word for text in (heading, *cells) for word in text.plain.split()]
        names = [text.plain for text in cells] if not index else []
        needed += max((Text(word).cell_len for word in (*words, *names)), default=0) + _GAP
    return needed > width


class _Document(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "table_open": _WholeTable,
        "heading_open": _LeftHeading,
    }


def render_document(markdown: str, width: int, *, colour: bool) -> str:
    """A Markdown document as text of a width, in columns."""
    return _printed(_Document(markdown, hyperlinks=False), width, colour=colour)


def render_table(
    header: Sequence[str], rows: Sequence[Sequence[str | int]], width: int, *, colour: bool
) -> str:
    """A table as text of a width, in columns; numbers stand to the right."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP, 0, 0))
    for index, heading in enumerate(header):
        numbers = bool(rows) and all(isinstance(row[index], int) for row in rows)
        justify: JustifyMethod = "right" if numbers else "left"
        # The first column names the row: it is copied to the next command, so it stays whole.
        table.add_column(Text(heading), overflow="fold", justify=justify, no_wrap=not index)
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    return _printed(table, width, colour=colour)


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
