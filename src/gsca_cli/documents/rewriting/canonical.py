"""A text in the one layout that all files of an alliance share: indentation, order, quotes."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from gsca_cli.documents.rewriting.belongings import end_of
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.lines import holds_a_comment
from gsca_cli.documents.rewriting.one_line import flow_text, scalar_lines, scalar_text
from gsca_cli.documents.rewriting.quoting import as_text
from gsca_cli.documents.rewriting.rows import (
    BLANK,
    Row,
    behind_a_dash,
    comment_row,
    lines_of,
    tidy,
)
from gsca_cli.documents.rewriting.splices import stands_in_line
from gsca_cli.documents.rewriting.tree import BLOCK_SCALARS, Entry, Node, Style
from gsca_cli.documents.rewriting.values import WIDEST
from gsca_cli.findings import Route

Order = Callable[[Route], Sequence[str]]
"""In which order the keys of the map at a route stand; what it does not name comes behind them."""

_STEP: Final = 2
_COMMENT: Final = re.compile(r"(?:(?<=[\s,\[\]{}])|\A)#[^\r\n]*")
_HEADER: Final = re.compile(r"[|>][-+0-9]*")


def canonical(layout: Layout, order: Order) -> str:
    """The text of a map, laid out anew, with the line ends that the file has."""
    rows = list(tidy(_Printer(layout, order).rows()))
    text = layout.text
    newline = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    return "".join(line + newline for line in lines_of(rows))


class _Printer:
    """Lays out one text. Bounds of what is looked at are where lines begin."""

    def __init__(self, layout: Layout, order: Order) -> None:
        self.layout = layout
        self.lines = layout.lines
        self.source = layout.text
        self.order = order

    def rows(self) -> list[Row]:
        """All rows of the text; the comment that it begins with stays at the top."""
        root, size = self.layout.tree.root, len(self.source)
        if root.style is Style.FLOW:
            above = self.between(0, self.lines.start(root.start), 0)
            tail = [comment_row(found, 0) for found, _ in [self.tail(root.end)] if found]
            below = self.between(self.lines.next(root.end), size, 0)
            return [*above, *tail, *self.opened_entries(root, 0, ()), *below]
        begin = self.end_of_header(root)
        return [*self.between(0, begin, 0), *self.block(root, 0, (), begin, size)]

    def end_of_header(self, root: Node) -> int:
        """Where the line behind the comment begins that the file begins with, and blank ones."""
        at, first = 0, self.lines.start(root.start)
        while at < first and not self.lines.is_blank(at):
            at = self.lines.next(at)
        while 0 < at < first and self.lines.is_blank(at):
            at = self.lines.next(at)
        return at

    def between(self, begin: int, end: int, column: int) -> list[Row]:
        """The lines of a piece of text that holds comments only."""
        rows = []
        while begin < end:
            found = _COMMENT.search(self.lines.line(begin))
            if found:
                rows.append(comment_row(found[0], column))
            elif self.lines.is_blank(begin):
                rows.append(BLANK)
            begin = self.lines.next(begin)
        return rows

    def tail(self, offset: int) -> tuple[str, bool]:
        """The comment behind a place on its line, and whether it stands in line with others."""
        found = self.lines.comment_behind(offset)
        if not found:
            return "", False
        return self.lines.behind(found[1]).rstrip(), stands_in_line(self.lines, offset)

    def found(self, start: int, end: int, column: int) -> list[Row]:
        """The comments in a piece of text that holds indicators beside, each on a line."""
        return [
            comment_row(found[0], column) for found in _COMMENT.finditer(self.source, start, end)
        ]

    def block(self, node: Node, column: int, route: Route, begin: int, end: int) -> list[Row]:
        """The entries of a block in their order, each with the comments above it."""
        groups = []
        for number, entry in enumerate(node.entries):
            name = entry.key.text if entry.key else number
            above = self.between(begin, self.lines.start(entry.start), column)
            begin = min(end, self.lines.next(end_of(self.lines, entry)))
            groups.append((name, above + self.entry(entry, column, (*route, name), begin)))
        rows = [row for group in self.ordered(groups, route) for row in group]
        return [*rows, *self.between(begin, end, column)]

    def ordered(
        self, groups: Sequence[tuple[str | int, list[Row]]], route: Route
    ) -> list[list[Row]]:
        """The rows of each entry in the order of their keys; items of a list keep their order."""
        ranks = {name: rank for rank, name in enumerate(self.order(route))}
        return [
            rows
            for _, rows in sorted(groups, key=lambda group: ranks.get(str(group[0]), len(ranks)))
        ]

    def head(self, entry: Entry, column: int) -> str:
        """A key with its colon, or a dash, where it begins."""
        pad = " " * column
        return f"{pad}{as_text(entry.key.text)}:" if entry.key else f"{pad}-"

    def entry(self, entry: Entry, column: int, route: Route, end: int) -> list[Row]:
        """The rows of an entry of a block, and the comments that are indented below it."""
        value = entry.value
        if value.style is Style.BLOCK:
            return [
                *self.around_the_key(entry, column),
                *self.with_block(entry, column, route, end),
            ]
        above = [*self.around_the_key(entry, column)]
        above += self.found(entry.behind, max(value.start, entry.behind), column)
        below = self.lines.next(entry.end)
        if value.style in BLOCK_SCALARS:
            # One column less than the text, of which a comment would be a part.
            return [*above, *self.with_text(entry, column), *self.between(below, end, column + 1)]
        rows = self.with_line(entry, column, route)
        return [*above, *rows, *self.between(below, end, column + _STEP)]

    def around_the_key(self, entry: Entry, column: int) -> list[Row]:
        """The comments between a `?`, its key and the colon."""
        if entry.key is None:
            return []
        before = self.found(entry.start, entry.key.start, column)
        return [*before, *self.found(entry.key.end, entry.behind, column)]

    def with_block(self, entry: Entry, column: int, route: Route, end: int) -> list[Row]:
        """An entry whose value is a block: on the lines below, or behind the dash."""
        value = entry.value
        comment, aligned = self.tail(entry.behind)
        begin = self.lines.next(entry.behind)
        if self.lines.start(value.start) == self.lines.start(entry.behind):
            comment = ""
        inner = list(tidy(self.block(value, column + _STEP, route, begin, end)))
        if entry.key:
            return [Row(self.head(entry, column), comment, aligned), *inner]
        above = [comment_row(comment, column)] if comment else []
        return [*above, *behind_a_dash(inner, column)]

    def with_line(self, entry: Entry, column: int, route: Route) -> list[Row]:
        """An entry whose value is a scalar, or in flow style."""
        value, head = entry.value, self.head(entry, column)
        comment, aligned = self.tail(entry.end)
        if value.entries and not self.fits(head, value):
            above = [comment_row(comment, column)] if comment else []
            return [*above, *self.opened(entry, column, route)]
        if value.style is Style.FLOW:
            return [Row(f"{head} {flow_text(value)}", comment, aligned)]
        first, *more = scalar_lines(self.layout, value)
        row = Row(f"{head} {first}" if first else head)
        pad = " " * (column + _STEP)
        rows = [row, *(Row(pad + line if line else "", is_text=True) for line in more)]
        return [*rows[:-1], Row(rows[-1].code, comment, aligned)]

    def fits(self, head: str, value: Node) -> bool:
        """May a map or a list stand on one line?"""
        if holds_a_comment(self.layout.tree, value):
            return False
        return len(head) + 1 + len(flow_text(value)) <= WIDEST

    def with_text(self, entry: Entry, column: int) -> list[Row]:
        """A text in block style: its lines move with its key."""
        value = entry.value
        found = _HEADER.match(self.source, value.start)
        header = found[0] if found else ""
        begin = self.lines.next(value.start)
        body = (
            self.source[begin : value.end].replace("\r", "").split("\n")
            if begin <= value.end
            else []
        )
        old = self.indentation(header, body, self.layout.column(entry))
        pad = " " * (column + _STEP)
        if value.end == len(self.source):
            # A last line without a break gets one, which is no part of the text.
            header = f"{header.rstrip('-+')}-"
        comment = self.layout.header_comment(value).strip()
        head = f"{self.head(entry, column)} {re.sub('[0-9]', str(_STEP), header)}"
        return [
            Row(head, comment),
            *(Row(pad + line[old:] if line[old:] else "", is_text=True) for line in body),
        ]

    def indentation(self, header: str, body: Sequence[str], column: int) -> int:
        """How far the lines of a text in block style are indented."""
        if digit := re.search("[0-9]", header):
            return column + int(digit[0])
        said = [line for line in body if line.strip(" ")]
        return min((len(line) - len(line.lstrip(" ")) for line in said), default=column + _STEP)

    def opened(self, entry: Entry, column: int, route: Route) -> list[Row]:
        """A map or list in flow style that does not fit on a line, as a block."""
        rows = self.opened_entries(entry.value, column + _STEP, route)
        if entry.key is None:
            return behind_a_dash(rows, column)
        return [Row(self.head(entry, column)), *rows]

    def opened_entries(self, node: Node, column: int, route: Route) -> list[Row]:
        """The entries of a map or list in flow style, each on a line, with their comments."""
        groups: list[tuple[str | int, list[Row]]] = []
        at = node.start + (node.style is Style.FLOW)
        for number, entry in enumerate(node.entries):
            above = self.shared(groups, at, entry.start, column)
            behind = entry.end if entry.comma is None else entry.comma + 1
            above += self.found(entry.end, behind, column)
            name = entry.key.text if entry.key else number
            groups.append((name, above + self.opened_entry(entry, column, (*route, name))))
            at = behind
        below = self.shared(groups, at, node.end, column)
        rows = [row for group in self.ordered(groups, route) for row in group]
        return [*rows, *below]

    def shared(
        self, groups: list[tuple[str | int, list[Row]]], start: int, end: int, column: int
    ) -> list[Row]:
        """The comments before an entry; one that is on the line of the entry before goes there."""
        line_end = self.lines.end(start)
        if groups and line_end < end and (found := _COMMENT.search(self.source, start, line_end)):
            rows = groups[-1][1]
            rows[-1] = rows[-1].commented(found[0].rstrip())
            start = line_end
        return self.found(start, end, column)

    def opened_entry(self, entry: Entry, column: int, route: Route) -> list[Row]:
        """An entry of a map or list in flow style, as one of a block."""
        value, head = entry.value, self.head(entry, column)
        above = self.around_the_key(entry, column)
        above += self.found(entry.behind, max(value.start, entry.behind), column)
        if value.entries and (value.style is Style.PAIR or not self.fits(head, value)):
            return [*above, *self.opened(entry, column, route)]
        text = flow_text(value) if value.style is Style.FLOW else scalar_text(value)
        return [*above, Row(f"{head} {text}" if text else head)]
