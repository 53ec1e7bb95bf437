"""One text with its tree, its lines and its ways: what every change looks at."""

import re
from functools import cached_property
from typing import Any

from gsca_cli.documents.rewriting.lines import Lines
from gsca_cli.documents.rewriting.tree import Entry, Node, Style, Tree
from gsca_cli.documents.rewriting.values import Ways, ways_of
from gsca_cli.findings import Route

_HEADER_COMMENT = re.compile(r" +#.*")


class Layout:
    """How a text is laid out.

    Raises:
        ValueError: the text is no YAML.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree(text)
        self.lines = Lines(text)

    @cached_property
    def ways(self) -> Ways:
        """The habits of the file."""
        return ways_of(self.tree, self.lines)

    def column(self, entry: Entry) -> int:
        """The column that an entry begins in."""
        return self.lines.column(entry.start)

    def in_flow(self, route: Route) -> bool:
        """Does what stands at a route stand within braces or brackets?"""
        node = self.tree.root
        for part in route:
            if node.style in {Style.FLOW, Style.PAIR}:
                return True
            node = node.child(part).value
        return False

    def column_below(self, text: Node) -> int:
        """How far the lines of a text in block style are indented; 0 if they are all blank."""
        starts = [start for start in self.lines.below(text.start) if start < text.end]
        found = [
            self.lines.indentation(start) for start in starts if not self.lines.is_blank(start)
        ]
        return min(found, default=0)

    def header_comment(self, text: Node) -> str:
        """The comment behind the `|` or `>` of a text in block style, with the spaces before."""
        found = _HEADER_COMMENT.search(self.lines.behind(text.start))
        return found[0] if found else ""

    def flow_wanted(self, route: Route, value: Any) -> bool:
        """May a map or a list at a route be written with braces, by the habits around it?"""
        is_map, top = isinstance(value, dict), len(route) == 1
        if is_map and top:
            return all(isinstance(each, int | float) for each in value.values())
        holder = self.tree.at(route[:-1])
        styles = {
            each.value.style
            for each in holder.entries
            if each.value.entries and each.value.is_map is is_map
        }
        if is_map and holder.is_list:
            return styles == {Style.FLOW}
        return styles != {Style.BLOCK} and bool(styles or not top)
