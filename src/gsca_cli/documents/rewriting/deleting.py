"""An entry of a map or an item of a list taken away, with its own comments."""

from gsca_cli.documents.rewriting.belongings import Extent, extent
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.splices import Splice
from gsca_cli.documents.rewriting.tree import Entry, Node, Style
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.findings import Route


def delete(layout: Layout, route: Route, *, blanks: bool = True) -> list[Splice]:
    """The pieces that take away what stands at a route.

    A map or list that held nothing else becomes an empty one. With `blanks`, the blank line that
    set it apart goes too; above, it may be a part of a text that keeps its blank lines.

    Raises:
        UneditableError: the file would hold nothing.
    """
    parent = layout.tree.at(route[:-1])
    entry = parent.child(route[-1])
    if parent.style in {Style.FLOW, Style.PAIR}:
        return _from_flow(layout, parent, entry)
    if len(parent.entries) > 1:
        return [_from_block(layout, parent, entry, blanks=blanks)]
    if len(route) == 1:
        message = "nothing would be left of the record"
        raise UneditableError(message)
    return _the_only_one(layout, route)


def _from_block(layout: Layout, parent: Node, entry: Entry, *, blanks: bool) -> Splice:
    lines, entries = layout.lines, parent.entries
    number = entries.index(entry)
    first_of_all = parent is layout.tree.root and number == 0
    own = extent(lines, entry, first_of_all=first_of_all)
    if not lines.begins_its_line(entry.start):
        return _behind_a_dash(layout, entry, entries[1], own)
    start, end = own.start, lines.next(own.end)
    if end == len(layout.text) and not layout.text.endswith("\n"):
        # The last line has no break, so the one above loses its own.
        return Splice(lines.end(max(start - 1, 0)), end, "")
    if not blanks:
        return Splice(start, end, "")
    last = number == len(entries) - 1 or end == len(layout.text)
    return _with_a_blank(layout, start, end, first=number == 0, last=last)


def _with_a_blank(layout: Layout, start: int, end: int, *, first: bool, last: bool) -> Splice:
    """Whole lines, and the blank one that set them apart from those above or below."""
    lines = layout.lines
    above = next(lines.above(start), None)
    blank_below = end < len(layout.text) and lines.is_blank(end)
    if blank_below and (above is None or (first and not last and not lines.is_blank(above))):
        return Splice(start, lines.next(end), "")
    if above is not None and lines.is_blank(above) and (last or blank_below):
        return Splice(above, end, "")
    return Splice(start, end, "")


def _behind_a_dash(layout: Layout, entry: Entry, following: Entry, own: Extent) -> Splice:
    """`- a: 1` loses its `a`: what follows takes its place, unless comments stand between."""
    lines = layout.lines
    between = layout.text[own.end : following.start]
    if between.strip() or not lines.begins_its_line(following.start):
        start = (
            entry.start - len(lines.before(entry.start)) + len(lines.before(entry.start).rstrip())
        )
        return Splice(start, own.end, "")
    return Splice(entry.start, following.start, "")


def _the_only_one(layout: Layout, route: Route) -> list[Splice]:
    """What held the entry is empty now; the comments around stay where they are."""
    lines = layout.lines
    holder = layout.tree.entry(route[:-1])
    parent, entry = holder.value, holder.value.entries[0]
    nothing = " {}" if parent.is_map else " []"
    if not lines.begins_its_line(entry.start):
        return [Splice(holder.behind, lines.end(entry.end), nothing)]
    own = extent(lines, entry)
    start = lines.start(entry.start)
    if lines.start(holder.behind) < start:
        start = own.start
    return [
        Splice(holder.behind, holder.behind, nothing),
        Splice(lines.end(start - 1), own.end, ""),
    ]


def _from_flow(layout: Layout, parent: Node, entry: Entry) -> list[Splice]:
    entries, text = parent.entries, layout.text
    number = entries.index(entry)
    if parent.style is Style.PAIR:
        return [Splice(parent.start, parent.end, "{}")]
    if len(entries) == 1:
        end = entry.end if entry.comma is None else entry.comma + 1
        inside = text[parent.start + 1 : entry.start] + text[end : parent.end - 1]
        if inside.strip():
            return [Splice(entry.start, end, "")]
        return [Splice(parent.start + 1, parent.end - 1, "")]
    if whole := _whole_lines(layout, parent, entry):
        return [whole]
    if number + 1 < len(entries):
        between = text[entry.end : entries[number + 1].start]
        if "#" in between:
            end = entry.end if entry.comma is None else entry.comma + 1
            return [Splice(entry.start, end, "")]
        return [Splice(entry.start, entries[number + 1].start, "")]
    before = entries[number - 1]
    comma = before.end if before.comma is None else before.comma
    if "#" in text[comma : entry.start]:
        return [Splice(entry.start, entry.end, "")]
    return [Splice(comma, entry.end, "")]


def _whole_lines(layout: Layout, parent: Node, entry: Entry) -> Splice | None:
    """The lines of an entry in flow style that shares them with no other; its comments go too."""
    lines = layout.lines
    behind = entry.end if entry.comma is None else entry.comma + 1
    rest = lines.behind(behind).strip()
    if not lines.begins_its_line(entry.start) or (rest and not rest.startswith("#")):
        return None
    if lines.end(behind) >= parent.end:
        return None
    own = extent(lines, entry)
    return Splice(own.start, lines.next(lines.end(behind)), "")
