"""The lines of a text, by offsets: where they begin and end, how they are indented and commented.

An offset counts code points. The end of a line is before its line break, CRLF included.
"""

import re
from collections.abc import Iterator

from gsca_cli.documents.rewriting.tree import BLOCK_SCALARS, Node, Tree

_BLANK = re.compile(r" *\Z")
_COMMENT = re.compile(r" *#")
_TRAILING = re.compile(r"( +)#")


class Lines:
    """A text and its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        windows = text.count("\r\n")
        self.newline = "\r\n" if windows > text.count("\n") - windows else "\n"

    def start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        found = self.text.find("\n", offset)
        if found < 0:
            return len(self.text)
        return found - 1 if self.text[found - 1 : found] == "\r" else found

    def next(self, offset: int) -> int:
        """Where the line behind the one of an offset begins; the end of the text if none does."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def column(self, offset: int) -> int:
        """How many code points stand before an offset on its line."""
        return offset - self.start(offset)

    def before(self, offset: int) -> str:
        """What stands before an offset on its line."""
        return self.text[self.start(offset) : offset]

    def begins_its_line(self, offset: int) -> bool:
        """Is there nothing but indentation before it?"""
        return not self.before(offset).strip(" ")

    def behind(self, offset: int) -> str:
        """What stands behind an offset on its line."""
        return self.text[offset : self.end(offset)]

    def line(self, offset: int) -> str:
        """The line of an offset, without its break."""
        return self.text[self.start(offset) : self.end(offset)]

    def is_blank(self, offset: int) -> bool:
        """Does nothing stand on the line of an offset?"""
        return bool(_BLANK.match(self.line(offset)))

    def is_comment(self, offset: int) -> bool:
        """Does nothing but a comment stand on the line of an offset?"""
        return bool(_COMMENT.match(self.line(offset)))

    def indentation(self, offset: int) -> int:
        """How many spaces the line of an offset begins with."""
        line = self.line(offset)
        return len(line) - len(line.lstrip(" "))

    def above(self, offset: int) -> Iterator[int]:
        """Where each line above the one of an offset begins, the nearest first."""
        start = self.start(offset)
        while start > 0:
            start = self.start(start - 1)
            yield start

    def below(self, offset: int) -> Iterator[int]:
        """Where each line below the one of an offset begins, the nearest first."""
        text = self.text
        while (found := text.find("\n", offset)) >= 0 and found + 1 < len(text):
            offset = found + 1
            yield offset

    def comment_behind(self, offset: int) -> tuple[int, int] | None:
        """Where the spaces before a comment begin, and where the comment does.

        None if something else, or nothing, follows on the line.
        """
        found = _TRAILING.match(self.text, offset)
        return found.span(1) if found else None


def holds_a_comment(tree: Tree, node: Node) -> bool:
    """Does a comment stand within a map or a list, or behind the header of a text in it?"""
    if not (node.is_map or node.is_list):
        return False
    return any("#" in gap for gap in gaps(tree.text, node))


def gaps(text: str, node: Node) -> Iterator[str]:
    """What stands between the keys and values of a map or a list: signs, spaces and comments."""
    at = node.start
    for start, end in _scalars(text, node):
        yield text[at:start]
        at = max(at, end)
    yield text[at : node.end]


def _scalars(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Where every key and value below a node stands that is neither a map nor a list, in order."""
    for entry in node.walk():
        for scalar in (entry.key, entry.value):
            if scalar and not scalar.is_map and not scalar.is_list:
                # A comment may stand behind the header of a text in block style.
                block = scalar.style in BLOCK_SCALARS
                start = text.find("\n", scalar.start) if block else scalar.start
                yield max(scalar.start, start), scalar.end
