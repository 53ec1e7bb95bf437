"""Scalars and short maps and lists as the canonical layout writes them."""

from typing import Final

from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.quoting import as_text, is_text, quoted, reads_plainly
from gsca_cli.documents.rewriting.tree import Entry, Node, Style
from gsca_cli.documents.scalars import WORDS, resolve

_QUOTES: Final = (Style.SINGLE, Style.DOUBLE)
_PLAIN_WORDS: Final = {True: "true", False: "false", None: ""}


def scalar_text(node: Node, *, flow: bool = False) -> str:
    """A scalar on one line, without quotes where it needs none; nothing is nothing."""
    if node.style is Style.EMPTY:
        return ""
    if node.style is Style.PLAIN:
        return _plain_text(node.text)
    if reads_plainly(node.text, flow=flow):
        return node.text
    return quoted(node.text)


def _plain_text(word: str) -> str:
    """A word that stood without quotes; it gets some if other tools take it for something else."""
    if word in WORDS:
        return _PLAIN_WORDS[WORDS[word]]
    return word if is_text(word) or not isinstance(resolve(word), str) else quoted(word)


def scalar_lines(layout: Layout, node: Node) -> list[str]:
    """A scalar as it is broken into lines, without their indentation."""
    written = layout.text[node.start : node.end]
    if "\n" not in written or node.style not in {*_QUOTES, Style.PLAIN}:
        return [scalar_text(node)]
    first, *between, last = written.replace("\r", "").split("\n")
    return [first.rstrip(" "), *(line.strip(" ") for line in between), last.lstrip(" ")]


def flow_text(node: Node) -> str:
    """A map or a list on one line."""
    if node.is_list:
        items = [flow_text(entry.value) or "null" for entry in node.entries]
        return f"[{', '.join(items)}]"
    if node.is_map:
        return f"{{{', '.join(map(_pair, node.entries))}}}"
    return scalar_text(node, flow=True)


def _pair(entry: Entry) -> str:
    key = as_text(entry.key.text, flow=True) if entry.key else '""'
    return f"{key}: {flow_text(entry.value)}"
