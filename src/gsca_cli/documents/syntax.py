"""Syntax errors in plain words: the libraries differ in theirs, and speak to programmers."""

import re

from gsca_cli.documents.build import NO_VALUE
from gsca_cli.documents.document import Span
from gsca_cli.documents.no_entries import NO_ENTRY, WIDE_COLON, no_entry, odd_beginning, odd_colon
from gsca_cli.documents.odd_lines import odd_line
from gsca_cli.documents.odd_signs import odd_sign, question_mark, text_in_brackets
from gsca_cli.documents.odd_texts import BLANK_START, GLUED_COMMENT
from gsca_cli.findings import Finding, Location, Severity

_NO_FIT = "this line does not fit the lines above it"
_COLON = "a colon that YAML does not expect here"
_NO_BEGINNING = "a text cannot begin with this character unless it is in quotes"
_BRACKETS = "in the list [ or map { that opens here, a comma or the closing bracket is missing"
_PERHAPS_ODD = {NO_ENTRY, _NO_BEGINNING}

_EXPLANATIONS = (
    (
        r"mapping values are not allowed",
        "problem",
        _COLON,
        "put a text that holds `: ` in quotes, and check the indentation of this line",
    ),
    (
        r"sequence entries are not allowed",
        "problem",
        "a list cannot begin on the line of its key",
        "put the `-` on a new line, or write the list as [a, b]",
    ),
    (
        r"could not find expected ':'",
        "context",
        NO_ENTRY,
        "add the colon and a space, or indent the line under the text it belongs to",
    ),
    (
        r"unexpected end of stream|unexpected document separator",
        "context",
        "the quotes that open here are never closed",
        "close them where the text ends",
    ),
    (
        r"escape",
        "context",
        "the text in double quotes holds a backslash that is no YAML escape",
        "use single quotes, or write \\\\ for a backslash",
    ),
    (
        r"cannot start any token",
        "problem",
        _NO_BEGINNING,
        "put the text in quotes",
    ),
    (
        r"expected ',' or '[\]}]'",
        "context",
        _BRACKETS,
        "close the bracket, or add the comma",
    ),
    (r"more indented follow up line", "context", *BLANK_START),
    (r"chomping or indentation.*#", "problem", *GLUED_COMMENT),
    (
        r"chomping or indentation|comment or (a )?line break",
        "context",
        "a text that begins with > or | means a text on the next lines",
        "put it in quotes, as in '>50'",
    ),
    (
        r"alphabetic or numeric character",
        "context",
        _NO_BEGINNING,
        "put the text in quotes",
    ),
    (r"unexpected ':'", "problem", *NO_VALUE),
    (
        r"node content",
        "problem",
        "a value is missing here",
        "write the value, or delete the comma or bracket",
    ),
    (
        r"expected key|expected '-' indicator|block end|<document start>",
        "problem",
        _NO_FIT,
        "indent it like its neighbours, and close or quote the text before it",
    ),
)


_UNKNOWN = ["problem", "this is not YAML", "compare the line with a record that is right"]


def explain_syntax(path: str, text: str, error: Exception, quoted: Span | None) -> Finding:
    """A syntax error in our words: the libraries differ in theirs."""
    problem = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
    known = (words for pattern, *words in _EXPLANATIONS if re.search(pattern, problem))
    which, message, hint = next(known, _UNKNOWN)
    mark = getattr(error, f"{which}_mark", None) or getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    failed = getattr(error, "problem_mark", None)
    sign = None
    if message == _BRACKETS and failed:
        sign = odd_sign(lines, (line, column), failed.line, failed.column)
    elif message == _NO_FIT and line < len(lines):
        sign = text_in_brackets(lines[line], line, column) or odd_beginning(lines)
    elif message == _COLON:
        sign = odd_colon(lines, line, column)
    elif failed and failed.line < len(lines):
        sign = question_mark(lines, failed.line, failed.column)
    if sign:
        return sign.finding(path, lines)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line]):
        # The end of the file: point at the last line that says something.
        line = max((n for n, each in enumerate(lines) if each.strip()), default=0)
        column = max(len(lines[line].rstrip()) - 1, 0)
        if lines[line].rstrip()[-1:] in {"[", "{"}:
            message, hint = "the bracket that opens here is never closed", "close it"
    if quoted and quoted.end_line == line + 1:
        # The libraries stumble where the quotes close; the mistake is where they open.
        line, column = quoted.line - 1, quoted.column - 1
        message = f"the quotes that open here close only on line {quoted.end_line}"
        hint = "close them where the text ends; in '...' an apostrophe is written twice"
    elif message == _NO_FIT and lines[line][column - 1 : column] in {"'", '"'} and column:
        message = "the quotes close here, before the end of the text"
        hint = 'in \'...\' an apostrophe is written twice; in "..." quotes are written \\"'
        column -= 1
    elif message in _PERHAPS_ODD and (sign := no_entry(lines[line], line)):
        return sign.finding(path, lines)
    elif (wide := lines[line].find("\uff1a")) >= 0 and ":" not in lines[line]:
        column, message, hint = wide, WIDE_COLON, "write `: ` in its place"
    elif message in _PERHAPS_ODD and (odd := odd_line(lines, line)):
        line, column, message, hint = odd
    location = Location(path, line + 1, column + 1, column + 2)
    return Finding("yaml-syntax", Severity.ERROR, location, message, hint)
