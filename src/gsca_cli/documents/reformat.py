"""A document to the same document in canonical layout, proved to say the same."""

import re
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
    if remarks(found) != _remarks(layout):
        raise UneditableError(_CANNOT)
    return found


_SIGNS = re.compile(r"(?:^|\s)#+")
_CANNOT = "it cannot be laid out without changing what it says: it is left as it is"


def remarks(document: Document) -> Counter[str]:
    """What the comments of a document say, each with how often it stands there."""
    return _remarks(Layout(document.text))


def _remarks(layout: Layout) -> Counter[str]:
    """What each comment says, whatever the spaces in it; and how many `#` there are.

    Two comments may come to stand on one line, as `# one # two`: they are two all the same.
    """
    found: Counter[str] = Counter()
    for line in comment_lines(layout):
        found["#"] += 1 + line.count("#")
        found.update(" ".join(each.split()) for each in _SIGNS.split(line) if each.strip())
    return found


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
