"""Comments that speak to gsca: `# gsca: allow CODE because ...`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from gsca_cli.documents.document import Document, Span
from gsca_cli.documents.writing import BLOCK_STARTS
from gsca_cli.findings import Finding, Location, Severity, shown

_BEGINS = re.compile(r"(?<!\S)#")
_SPEAKS = re.compile(r"(?<!\S)#[ ]*gsca[ ]*:", re.IGNORECASE)
# Compiled where they are used: few files speak to gsca.
_fits: Final = partial(re.fullmatch, flags=re.IGNORECASE)
_ALLOWS: Final = r"allow\s+(?P<code>[a-z0-9-]+)\s+because:?\s+(?P<reason>\S.*)"
_LACKS_A_REASON: Final = r"allow\s+[a-z0-9-]+(?:\s+because:?)?"
_LACKS_A_CODE: Final = r"allow(?:\s+because\b.*)?"
_HINT = "write `# gsca: allow CODE because ...`, with the code of the finding and a reason"


class Allowance(NamedTuple):
    """A comment that allows one finding: of a code, on a line or in the text that begins there.

    `line` is where such a finding may begin, `end_line` the last line of that text.
    """

    code: str
    reason: str
    location: Location
    line: int
    end_line: int


def allowances(document: Document) -> Iterator[Allowance | Finding]:
    """What the comments of a file allow; a finding for each that allows nothing as it is written.

    A comment speaks of its own line; one that stands alone speaks of the next line that is no
    comment; and one at the top of the file speaks of the whole file too.
    """
    if not may_hold_allowances(document.text):
        return
    texts = _texts(document)
    lines = document.lines
    speaking = [number for number, line in enumerate(lines, 1) if _says_something(line)]
    for number, column in _outside(lines, texts, _SPEAKS):
        comment = lines[number - 1][column - 1 :].rstrip()
        location = Location(document.path, number, column, column + len(comment))
        words = comment.partition(":")[2].strip()
        if allowed := _fits(_ALLOWS, words):
            alone = not lines[number - 1][: column - 1].strip()
            line = _next(speaking, number) if alone else number
            # What is found in the file as a whole stands on line 1.
            first = 1 if alone and line == speaking[0] else line
            code, reason = allowed["code"].lower(), allowed["reason"]
            yield Allowance(code, reason, location, first, _end_of_text(texts, line))
        else:
            message = _misunderstood(words)
            yield Finding("malformed-allowance", Severity.WARNING, location, message, _HINT)


def may_hold_allowances(text: str) -> bool:
    """Is there anything in a file that looks like a comment which speaks to gsca?"""
    return "gsca" in text.lower() and bool(_SPEAKS.search(text))


def comments(document: Document) -> Iterator[tuple[int, int]]:
    """The line and the column at which each comment of a file begins."""
    return _outside(document.lines, _texts(document), _BEGINS)


def _texts(document: Document) -> Sequence[Span]:
    """The keys and texts of a file, in their order."""
    return sorted(_below_its_header(document, span) for span in document.texts())


def _outside(
    lines: Sequence[str], texts: Sequence[Span], comment: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Where such a comment begins, one on a line at most."""
    for number, line in enumerate(lines, 1):
        if "#" in line:
            columns = (found.start() + 1 for found in comment.finditer(line))
            column = next((each for each in columns if not _is_within(texts, number, each)), None)
            if column is not None:
                yield number, column


def _below_its_header(document: Document, span: Span) -> Span:
    """The place of a text; where its header has a line of its own, from the end of that line on."""
    line = document.lines[span.line - 1]
    if not line.startswith(BLOCK_STARTS, span.column - 1):
        return span
    return span._replace(column=len(line) + 1)


def _is_within(texts: Sequence[Span], line: int, column: int) -> bool:
    """Does a key or a text of the file, given in their order, hold this place?"""
    before = bisect_right(texts, (line, column), key=lambda span: span[:2])
    return before > 0 and (line, column) < texts[before - 1][2:]


def _end_of_text(texts: Sequence[Span], line: int) -> int:
    """The last line of the last text that begins on a line."""
    before = bisect_left(texts, (line + 1, 0), key=lambda span: span[:2])
    if not before:
        return line
    *_, end_line, end_column = texts[before - 1]
    # A text in block style ends where the line below it begins.
    return max(line, end_line - (end_column == 1))


def _next(speaking: Sequence[int], number: int) -> int:
    """The first line from a number on that says something; the number itself if none does."""
    following = bisect_left(speaking, number)
    return speaking[following] if following < len(speaking) else number


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _misunderstood(words: str) -> str:
    if _fits(_LACKS_A_CODE, words):
        return "this comment allows nothing: it names no code"
    if _fits(_LACKS_A_REASON, words):
        return "this comment allows nothing: it gives no reason"
    return f"gsca does not understand {shown(words)}"
