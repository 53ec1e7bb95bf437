"""A word put in quotes, so that every tool takes it for the text that it is."""

from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.quoting import quoted
from gsca_cli.documents.rewriting.splices import Splice, on_one_line
from gsca_cli.documents.rewriting.tree import Style
from gsca_cli.findings import Route


def requote(layout: Layout, route: Route, *, key: bool = False) -> Splice:
    """The piece that puts quotes around a plain key or value.

    Raises:
        KeyError: there is none.
    """
    entry = layout.tree.entry(route)
    node = entry.key if key else entry.value
    if node is None or node.style is not Style.PLAIN:
        raise KeyError(route)
    written = layout.text[node.start : node.end]
    text = quoted(written, layout.ways.quote)
    return on_one_line(layout.lines, node.start, node.end, text)
