"""A new entry in a map, or a new item in a list."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gsca_cli.documents.rewriting.belongings import end_of, extent, has_a_comment_above
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.splices import Splice
from gsca_cli.documents.rewriting.tree import BLOCK_SCALARS, Entry, Node, Style
from gsca_cli.documents.rewriting.values import entry_lines, in_flow, key_text
from gsca_cli.findings import Route

Splices = list[Splice]

_CHOMPS = re.compile(r"[|>][0-9]?([-+]?)")


def insert(layout: Layout, route: Route, value: Any, order: Sequence[str]) -> Iterator[Splices]:
    """The ways to put a new entry into the map or list above a route, the best one first.

    `order` tells in which order the keys of the map stand; what it does not name comes last.
    """
    node = layout.tree.at(route[:-1])
    places = list(_places(node, route[-1], order))
    if node.style is Style.BLOCK:
        for place in places:
            yield _into_block(layout, node, place, route, value)
    elif node.style is Style.PAIR:
        text = _in_flow(layout, route[-1], value)
        yield [Splice(node.start, node.start, "{"), Splice(node.end, node.end, f", {text}}}")]
    else:
        for place in places:
            yield _into_flow(layout, node, place, _in_flow(layout, route[-1], value))


def _places(node: Node, part: str | int, order: Sequence[str]) -> Iterator[int]:
    """Before which entries the new one may stand, by their numbers: first where it belongs."""
    last = len(node.entries)
    wanted = part if isinstance(part, int) else _by_order(node, part, order)
    yield wanted
    yield from (place for place in (last, *range(last - 1, -1, -1)) if place != wanted)


def _by_order(node: Node, key: str, order: Sequence[str]) -> int:
    """Behind the last entry that comes before the key; without one, before the first behind it."""
    ranks = {name: rank for rank, name in enumerate(order)}
    if key not in ranks:
        return len(node.entries)
    names = [entry.key.text if entry.key else "" for entry in node.entries]
    before = [n for n, name in enumerate(names) if ranks.get(name, len(ranks)) < ranks[key]]
    if before:
        return before[-1] + 1
    behind = [n for n, name in enumerate(names) if name in ranks]
    return behind[0] if behind else len(node.entries)


def _into_block(layout: Layout, node: Node, place: int, route: Route, value: Any) -> Splices:
    lines, entries = layout.lines, node.entries
    column = layout.column(entries[0])
    part = route[-1]
    head = " " * column + ("-" if isinstance(part, int) else f"{key_text(part)}:")
    flow = layout.flow_wanted(route, value)
    new = entry_lines(head, value, column, layout.ways, flow=flow)
    apart = [""] if _stand_apart(layout, entries) else []
    if place == 0 and (node.is_list or not has_a_comment_above(lines, entries[0])):
        return [_before(layout, entries[0], [*new, *apart])]
    # A comment above the first key stays where it is: it may speak of that one, or of all.
    before = entries[max(place, 1) - 1]
    at = end_of(lines, before)
    block = "".join(lines.newline + line for line in [*apart, *new])
    return [*_without_a_break(layout, before), Splice(at, at, block)]


def _before(layout: Layout, entry: Entry, new: Sequence[str]) -> Splice:
    """Put lines before an entry and its own comments; it may stand behind a dash."""
    lines = layout.lines
    start = extent(lines, entry).start
    text = lines.newline.join(new)
    if lines.begins_its_line(start):
        return Splice(start, start, text + lines.newline)
    column = " " * layout.column(entry)
    return Splice(start, start, text.removeprefix(column) + lines.newline + column)


def _without_a_break(layout: Layout, entry: Entry) -> Splices:
    """A text in block style at the very end of a file has no last line break, and gets none."""
    if layout.lines.end(entry.end) != len(layout.text):
        return []
    node = entry.value
    while node.entries:
        node = node.entries[-1].value
    if node.style not in BLOCK_SCALARS or node.end != len(layout.text):
        return []
    header = _CHOMPS.match(layout.text, node.start)
    return [Splice(*header.span(1), "-")] if header else []


def _stand_apart(layout: Layout, entries: Sequence[Entry]) -> bool:
    """Is there a blank line behind every entry but the last, and more than one entry?"""
    lines = layout.lines
    ends = [end_of(lines, entry) for entry in entries[:-1]]
    return bool(ends) and all(
        (below := next(lines.below(end), None)) is not None and lines.is_blank(below)
        for end in ends
    )


def _in_flow(layout: Layout, part: str | int, value: Any) -> str:
    text = in_flow(value, layout.ways)
    if isinstance(part, str):
        return f"{key_text(part, flow=True)}: {text}"
    return text or "null"


def _into_flow(layout: Layout, node: Node, place: int, new: str) -> Splices:
    entries, lines, text = node.entries, layout.lines, layout.text
    if not entries:
        inside = text[node.start + 1 : node.end - 1]
        end = node.start + 1 if inside.strip() else node.end - 1
        padding = layout.ways.padding if node.is_map else ""
        return [Splice(node.start + 1, end, padding + new + padding)]
    if place == 0:
        start = entries[0].start
        if lines.begins_its_line(start):
            return [Splice(start, start, f"{new},{lines.newline}{lines.before(start)}")]
        return [Splice(start, start, f"{new}, ")]
    before = entries[place - 1]
    if _has_lines_of_its_own(layout, before, node):
        return _below(layout, before, new)
    if before.comma is not None:
        at = before.comma + 1
        return [Splice(at, at, f" {new}," if place < len(entries) else f" {new}")]
    if before.value.style is Style.EMPTY and not text[before.end : node.end - 1].strip(" "):
        return [Splice(before.end, node.end - 1, f" , {new}")]
    return [Splice(before.end, before.end, f", {new}")]


def _has_lines_of_its_own(layout: Layout, entry: Entry, node: Node) -> bool:
    """Does an entry in flow style begin and end its lines?"""
    lines = layout.lines
    behind = entry.end if entry.comma is None else entry.comma + 1
    rest = lines.behind(behind).strip()
    return (
        lines.begins_its_line(entry.start)
        and (not rest or rest.startswith("#"))
        and (lines.end(behind) < node.end)
    )


def _below(layout: Layout, before: Entry, new: str) -> Splices:
    lines = layout.lines
    line = lines.newline + lines.before(before.start) + new
    if before.comma is not None:
        at = lines.end(before.comma)
        return [Splice(at, at, f"{line},")]
    at = lines.end(before.end)
    comma = " ," if before.value.style is Style.EMPTY else ","
    return [Splice(before.end, before.end, comma), Splice(at, at, line)]
