"""A document to the same document in canonical layout, proved to say the same."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import same
from gsca_cli.documents.rewriting.canonical import Order, canonical
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.lines import gaps
from gsca_cli.documents.rewriting.uneditable import UneditableError


def reformat(document: Document, order: Order) -> Document:
    """The document in canonical layout: the same data but for the order of keys, every comment.

    Raises:
        UneditableError: it cannot be laid out so that it says the same.
    """
    try:
        layout = Layout(normalize("NFC", document.text))
        text = canonical(layout, order)
    except (KeyError, ValueError) as error:
        raise UneditableError(_CANNOT) from error
    found = parse(document.path, text.encode())
    if not isinstance(found, Document) or not same(found.data, composed(document.data)):
        raise UneditableError(_CANNOT)
    if comments(found) != comments_of(layout):
        raise UneditableError(_CANNOT)
    return found


_CANNOT = "it cannot be laid out without changing what it says: it is left as it is"


def comments(document: Document) -> Counter[str]:
    """The comments of a document, each with how often it stands there."""
    return comments_of(Layout(document.text))


def comments_of(layout: Layout) -> Counter[str]:
    """What follows the signs of comments, outside of keys and values."""
    return Counter(word for line in comment_lines(layout) for word in line.split())


def comment_lines(layout: Layout) -> Iterator[str]:
    """What each comment says, on one line each."""
    text, root = layout.text, layout.tree.root
    for gap in (text[: root.start], *gaps(text, root), text[root.end :]):
        yield from (line.partition("#")[2].strip() for line in gap.split("\n") if "#" in line)


def composed(data: Any) -> Any:
    """Data with every key and text in the composed form of Unicode."""
    if isinstance(data, dict):
        return {normalize("NFC", key): composed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [composed(item) for item in data]
    return normalize("NFC", data) if isinstance(data, str) else data
