"""Texts in folded style (`>-`), put on one line each, so that they can be read line by line.

Long notes are written so. The lines below the first become empty ones, which say nothing, and all
others keep their numbers.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gsca_cli.documents.plain import NotPlainError

FOLDED: Final = ">-"
"""What stands before such a text, at the end of its line."""
_HEAD: Final = re.compile(r"( *)(- )?([A-Za-z][\w.-]*: )?>-").fullmatch
_QUOTES: Final = ('"', "'")


def unfolded(lines: Sequence[str]) -> list[str]:
    """The lines of a file, with each text in folded style in quotes on one line.

    Raises:
        NotPlainError: such a text is more than words with a space between them.
    """
    found = list(lines)
    at = 0
    while at < len(found):
        if found[at].endswith(FOLDED) and (head := _HEAD(found[at])):
            spaces, item, key = head.groups()
            if not item and not key:
                raise NotPlainError
            # The entries of an item begin behind its dash.
            above = len(spaces) + (len(item) if item and key else 0)
            words = list(_words(found, at + 1, above))
            found[at] = found[at].removesuffix(FOLDED) + _quoted(" ".join(words))
            found[at + 1 : at + 1 + len(words)] = [""] * len(words)
            at += len(words)
        at += 1
    return found


def _words(lines: Sequence[str], start: int, above: int) -> Iterator[str]:
    """The lines of a text, indented more than what stands above it, and all of them alike.

    Raises:
        NotPlainError: some are indented otherwise, or a blank line stands between them.
    """
    indentation = _indentation(lines[start]) if lines[start:] else 0
    at = start
    while at < len(lines) and lines[at] and _indentation(lines[at]) == indentation > above:
        yield lines[at][indentation:]
        at += 1
    rest = next((line for line in lines[at:] if line), "")
    if _indentation(rest) > above:
        raise NotPlainError


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted(text: str) -> str:
    """A text in quotes that it does not hold.

    Raises:
        NotPlainError: it holds both, or is one word, which might be an id or a number.
    """
    quote = next((each for each in _QUOTES if each not in text), None)
    if not quote or " " not in text:
        raise NotPlainError
    return f"{quote}{text}{quote}"
