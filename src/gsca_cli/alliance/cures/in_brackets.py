"""Texts as a cure shows them: what somebody copies into braces or brackets must be read there."""

from gsca_cli.documents.rewriting.quoting import quoted, reads_plainly
from gsca_cli.documents.rewriting.tree import Style


def in_brackets(text: str) -> str:
    """A text as it may stand in brackets: in quotes, if it must."""
    return text if reads_plainly(text, flow=True) else quoted(text, Style.SINGLE)
