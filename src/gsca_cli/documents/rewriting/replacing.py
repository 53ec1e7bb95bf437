"""Another value behind a key or a dash."""

import re
from typing import Any

from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.lines import holds_a_comment
from gsca_cli.documents.rewriting.quoting import as_text, quoted, reads_plainly
from gsca_cli.documents.rewriting.splices import Splice, on_one_line
from gsca_cli.documents.rewriting.tree import BLOCK_SCALARS, Entry, Node, Style
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.documents.rewriting.values import WIDEST, Written, in_flow, text_below, written
from gsca_cli.findings import Route

_BEFORE_A_SIGN = re.compile(r" +(?=[,}\]])")


def replace(layout: Layout, route: Route, value: Any) -> list[Splice]:
    """The pieces that put a value in place of the one at a route, which is there.

    Raises:
        UneditableError: a comment stands within what would go.
    """
    entry = layout.tree.entry(route)
    old = entry.value
    if holds_a_comment(layout.tree, old):
        message = "a comment stands inside what would be replaced: delete it first, or edit by hand"
        raise UneditableError(message)
    if layout.in_flow(route):
        return _in_flow(layout, entry, value)
    if isinstance(value, str) and _keeps_its_lines(old, value):
        return [_below(layout, entry, value)]
    if old.style is Style.BLOCK or old.style in BLOCK_SCALARS:
        return _instead_of_a_block(layout, route, value)
    new = _new_value(layout, route, value)
    return _behind(layout, entry, new) if new.below else [_on_its_line(layout, entry, new.head)]


def _new_value(layout: Layout, route: Route, value: Any) -> Written:
    """The value as it would be written behind its key; a scalar keeps the style of the old one."""
    entry = layout.tree.entry(route)
    if isinstance(value, dict | list) or (isinstance(value, str) and "\n" in value):
        return written(
            value,
            layout.column(entry),
            layout.ways,
            room=WIDEST - layout.lines.column(entry.behind),
            flow=layout.flow_wanted(route, value),
        )
    text = _scalar(layout, entry.value, value, flow=False)
    return Written(f" {text}" if text else "")


def _scalar(layout: Layout, old: Node, value: Any, *, flow: bool) -> str:
    """A scalar in the quotes of the old one, or else without any, or else in those of the file."""
    if isinstance(value, str) and old.style not in {Style.SINGLE, Style.DOUBLE}:
        if reads_plainly(value, flow=flow):
            return value
        return quoted(value, Style.PLAIN if '"' in value else layout.ways.quote)
    return as_text(value, old.style, flow=flow)


def _in_flow(layout: Layout, entry: Entry, value: Any) -> list[Splice]:
    """Within braces everything is on one line."""
    old = entry.value
    if isinstance(value, dict | list):
        text = in_flow(value, layout.ways)
    else:
        text = _scalar(layout, old, value, flow=True)
        if not text and entry.key is None:
            text = "null"
    return [_on_its_line(layout, entry, f" {text}" if text or entry.has_colon else "")]


def _on_its_line(layout: Layout, entry: Entry, head: str) -> Splice:
    """Put what stands behind a key or a dash in place of the old value, where that stands."""
    old, text = entry.value, layout.text
    if old.style is Style.EMPTY:
        return _in_place_of_nothing(layout, entry, head)
    if head.strip():
        return on_one_line(layout.lines, old.start, old.end, head.removeprefix(" "))
    # Nothing takes the place of something: the spaces before it go too.
    start = old.start
    if "\n" not in text[entry.behind : start]:
        start = entry.behind
    return on_one_line(layout.lines, start, old.end, head)


def _in_place_of_nothing(layout: Layout, entry: Entry, head: str) -> Splice:
    """Put a value behind its colon or dash, or make the colon that is missing."""
    text, lines, end = layout.text, layout.lines, entry.behind
    if before := _BEFORE_A_SIGN.match(text, end):
        end = before.end()
    sign = "" if entry.has_colon or not head or entry.key is None else ":"
    if sign and text[entry.start] == "?" and not lines.behind(end).strip():
        sign = f"{lines.newline}{' ' * layout.column(entry)}:"
    return on_one_line(lines, entry.behind, end, sign + head)


def _behind(layout: Layout, entry: Entry, new: Written) -> list[Splice]:
    """Put a block below the key; a comment at the end of that line stays there."""
    lines = layout.lines
    gone = _on_its_line(layout, entry, new.head)
    at = lines.end(entry.end)
    block = "".join(lines.newline + line for line in new.below)
    if gone.end <= at:
        return [gone, Splice(at, at, block)]
    return [Splice(gone.start, gone.end, gone.text + block)]


def _instead_of_a_block(layout: Layout, route: Route, value: Any) -> list[Splice]:
    """Take a block away, and put the value behind the key, or in its place."""
    entry, lines = layout.tree.entry(route), layout.lines
    old, new = entry.value, _new_value(layout, route, value)
    block = "".join(lines.newline + line for line in new.below)
    if lines.start(old.start) == lines.start(entry.behind) and old.style is Style.BLOCK:
        # `- a: 1`: the block begins on the line of the dash.
        return [Splice(entry.behind, old.end, new.head + block)]
    if old.style in BLOCK_SCALARS:
        head = new.head + layout.header_comment(old)
        return [Splice(entry.behind, old.end, head + block)]
    if _says_more(layout, entry.behind, old.start):
        message = "a comment stands above what would be replaced: delete it first, or edit by hand"
        raise UneditableError(message)
    return [
        Splice(entry.behind, entry.behind, new.head),
        Splice(lines.end(entry.behind), old.end, block),
    ]


def _says_more(layout: Layout, behind: int, start: int) -> bool:
    """Do lines of comments stand between the line of a key and its block?"""
    lines = layout.lines
    between = layout.text[lines.end(behind) : lines.start(start)]
    return bool(between.strip())


def _keeps_its_lines(old: Node, value: str) -> bool:
    """Is the old value a text on lines of its own, and can the new one be?"""
    return old.style in BLOCK_SCALARS and bool(value.strip("\n"))


def _below(layout: Layout, entry: Entry, value: str) -> Splice:
    """A text in block style in place of another: its indentation stays."""
    old = entry.value
    column = layout.column_below(old) or layout.column(entry) + layout.ways.step
    head, below = text_below(value, column, old.style)
    head += layout.header_comment(old)
    block = "".join(layout.lines.newline + line for line in below)
    return Splice(old.start, old.end, head.removeprefix(" ") + block)
