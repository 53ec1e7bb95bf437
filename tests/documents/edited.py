"""What an edit may not touch, found without the engine: by the places of a document."""

import re
from difflib import SequenceMatcher

from gsca_cli.documents.document import Document
from gsca_cli.findings import Route

_COLON = re.compile(r"[ \r\n]*:")


def around(document: Document, route: Route) -> tuple[str, str]:
    """What stands before and behind a value, without the spaces and breaks next to it.

    An empty value stands behind its colon.
    """
    line, column, end_line, end_column = document.places[route].value
    lines = document.lines
    before = "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]])
    behind = "\n".join([lines[end_line - 1][end_column - 1 :], *lines[end_line:]])
    if colon := _COLON.match(behind):
        before, behind = before + colon[0], behind[colon.end() :]
    return before.rstrip(" "), behind.lstrip(" \r\n")


def new_lines(document: Document, after: Document) -> list[str]:
    """The lines of a text that another one has not, in their order; blank ones do not count."""
    old, new = _rows(document), _rows(after)
    matched = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {block.b + number for block in matched for number in range(block.size)}
    return [line for number, line in enumerate(new) if number not in kept]


def _rows(document: Document) -> list[str]:
    return [line.rstrip("\r") for line in document.lines if line.strip()]
