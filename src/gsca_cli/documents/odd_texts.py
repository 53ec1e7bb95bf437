"""Texts of several lines on which the libraries disagree, or that hold more than they seem to."""

import re
from typing import Any, Final

from gsca_cli.documents.document import Span
from gsca_cli.documents.events import span_of
from gsca_cli.documents.odd_lines import BEGIN_WITH_A_DASH

Odd = tuple[Span, str, str] | tuple[Span, str, str, tuple[Span, str]]
"""Where something is odd, what it is and how to cure it; another place that matters."""

# libyaml takes the rest of `|#...` for a comment, the standard and ruamel.yaml do not.
_GLUED = re.compile(r"[|>][-+0-9]*#").match
# ruamel.yaml stumbles over a text that begins with a line of blanks.
_BLANK_START = re.compile(
    r"[|>][^\n]*\n(?:\r?\n)* +\r?\n(?: *\r?\n)*(?P<indentation> *)(?=\S)"
).match
# Bullets as a word processor makes them are no part of a text either.
_ITEM_SIGNS: Final = ("- ", "* ", "\u2022 ", "\u2023 ")
BLANK_START: Final = ("the text begins with a line of blanks", "delete the lines above this one")
GLUED_COMMENT: Final = ("a comment needs a space before its #", "write ` #`, or put it elsewhere")


def odd_block(text: str, event: Any) -> Odd | None:
    """What is odd about a text in block style: `|` or `>`."""
    span = span_of(event)
    if header := _GLUED(text, event.start_mark.index):
        return _at(span.line, span.column + header.end() - header.start() - 1), *GLUED_COMMENT
    if found := _BLANK_START(text, event.start_mark.index):
        return _at(span.line + found[0].count("\n"), len(found["indentation"]) + 1), *BLANK_START
    if not event.value.strip():
        return span, "no text follows", "write it on the next line, indented"
    return None


def item_within(text: str, event: Any) -> Odd | None:
    """An item within a text, as YAML has it: it is indented too far, or the first has no dash."""
    span, start = span_of(event), event.start_mark.index
    written = text[start : event.end_mark.index]
    for number, line in enumerate(written.split("\n")[1:], span.line + 1):
        inner = line.lstrip(" ")
        if inner.startswith(_ITEM_SIGNS):
            before = text[text.rfind("\n", 0, start) + 1 : start]
            if before.isspace() and len(before) == len(line) - len(inner):
                return span, "this line is no item like the one below it", BEGIN_WITH_A_DASH
            indent = "indent it like the items beside it"
            cure = indent if inner.startswith("- ") else f"{BEGIN_WITH_A_DASH}, and {indent}"
            return (
                _at(number, len(line) - len(inner) + 1),
                "this line is read as a part of the text above it",
                f"{cure}; or put the whole text in quotes",
                (span, "the text begins here"),
            )
    return None


def _at(line: int, column: int) -> Span:
    return Span(line, column, line, column + 1)
