"""Texts without quotes that hold a sign which ends them there: a colon, a bracket, a comment."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from gsca_cli.findings import Finding, Location, ReplaceText, Severity, in_single_quotes, shown

_OPENING: Final = frozenset("[{")
_CLOSING: Final = frozenset("]}")
_QUOTES: Final = frozenset("'\"")
# What stands before the value of an entry, or before an item.
_BEFORE_A_TEXT: Final = r"(?s:.*)(?:: +|, *|[\[{] *|^ +)"
_NEXT_ENTRY = re.compile(r", *[\w-]+: ").match
_KEY = re.compile(r"[a-z][a-z0-9_-]*").fullmatch
_COMMENT = re.compile(r"(?<=[^\s,\[{]) +(?P<comment>#.*[\]}].*)").search

_BEHIND_BRACKET: Final = r".*[\]}](?P<odd>[.,;]+) *\r?"
_IN_BRACKETS: Final = (
    r" *(?:- +)*(?:[\w-]+: +)?"
    r"(?P<text>[\[{][^\[{]*[\]}](?: +[^\s#]|\((?P<link>https?://.+?)\)).*?) *\r?"
)

_ENTRY: Final = r" *(?:- +)*(?:[\w-]+: +|(?<=- ))(?P<text>[^\s'\"\[{|>&*!%@`#].*?)(?: +#.*| *)\r?"

_WHOLE_TEXT: Final = "put the whole text in quotes"
_TWICE: Final = "within '...' an apostrophe is written twice"
_WITH_MORE_LINES: Final = f"{_WHOLE_TEXT}, with the lines below that belong to it; {_TWICE}"

_ASKED = re.compile(r"\?(?= |[,\]}]|\r?\Z)").match
_QUESTION: Final = "a question mark that begins a value is a sign of YAML"
NOT_KNOWN: Final = (
    "what is not known is left out; of a status, write the one that says so, such as `unknown`; "
    "in a text, put it in quotes: '?'"
)


class OddSign(NamedTuple):
    """Where a sign stands within a text, from 0 on, what it does there and how to cure it.

    `put` is what to write from which column to which, where that is certain.
    """

    line: int
    column: int
    message: str
    hint: str
    put: tuple[int, int, str] | None = None

    def finding(self, path: str, lines: Sequence[str]) -> Finding:
        """What is reported."""
        line, column, message, hint, put = self
        location = Location(path, line + 1, column + 1, column + 2)
        mend = None
        if put:
            start, end, new = put
            place = Location(path, line + 1, start + 1, end + 1)
            mend = ReplaceText(place, lines[line][start:end], new)
        return Finding("yaml-syntax", Severity.ERROR, location, message, hint, mend=mend)


class _Whole(NamedTuple):
    """From where to where a text goes, and whether that is certain."""

    start: int
    end: int
    is_certain: bool


def odd_sign(
    lines: Sequence[str], opening: tuple[int, int], line: int, column: int
) -> OddSign | None:
    """What ended a text within a list or a map, where a comma or a bracket was looked for.

    `opening` is the line and the column of its bracket; the other place is where reading failed.
    """
    swallowed = _COMMENT(lines[opening[0]], opening[1])
    if swallowed and line > opening[0] and _closes_more_than_it_opens(swallowed["comment"]):
        message = "a comment begins here, and the closing bracket is a part of it"
        hint = "put the text that holds the # in quotes"
        return OddSign(opening[0], swallowed.start("comment"), message, hint)
    if line >= len(lines):
        return None
    begin = opening[1] + 1 if line == opening[0] else 0
    here, before = lines[line], lines[line][begin:column]
    start = begin + (found.end() if (found := re.match(_BEFORE_A_TEXT, before)) else 0)
    text = here[start:column].rstrip()
    if not text or text[-1] in _CLOSING or text[0] in _OPENING:
        return None
    if text[0] in _QUOTES:
        hint = f"{_WHOLE_TEXT}; {_TWICE}"
        message = "the quotes close here, before the end of the text"
        return OddSign(line, start + len(text) - 1, message, hint)
    if _KEY(text[:-1]) and text[-1] == ":":
        message = "a plain space is missing behind this colon"
        end = start + len(text)
        return OddSign(line, end - 1, message, "write one", (end - 1, column, ": "))
    is_value = here[:start].rstrip(" ").endswith(":")
    whole = _whole(here, start, in_list=lines[opening[0]][opening[1]] == "[", is_value=is_value)
    if here[column : column + 1] in _OPENING:
        return _in_quotes(whole, here, line, column, "a text without quotes cannot hold a bracket")
    if here[column : column + 1] == ":" and line == opening[0]:
        return _at_colon(whole, here, line, column)
    return None


def _closes_more_than_it_opens(comment: str) -> bool:
    signs = [sign for sign in comment if sign in _OPENING | _CLOSING]
    return sum(1 if sign in _CLOSING else -1 for sign in signs) > 0


def text_in_brackets(here: str, line: int, column: int) -> OddSign | None:
    """A text that begins with a word in brackets, where a list or a map was closed too early."""
    behind = re.fullmatch(_BEHIND_BRACKET, here)
    if behind and behind.start("odd") == column:
        start, end = behind.span("odd")
        message = "this sign stands behind the closing bracket"
        return OddSign(line, start, message, "delete it", (start, end, ""))
    found = re.fullmatch(_IN_BRACKETS, here)
    if not found or not found.start("text") < column < found.end("text"):
        return None
    text = shown(in_single_quotes(found["text"]))
    if found["link"]:
        hint = f"a link is its address alone: {shown(found['link'])}; put a text in quotes: {text}"
        return OddSign(line, found.start("text"), "this is a link as Markdown has it", hint)
    hint = f"if it is a text, put the whole in quotes: {text}; if it is none, delete the rest"
    message = "what this bracket opens is closed before the end of the line"
    return OddSign(line, found.start("text"), message, hint)


def colon_in_text(lines: Sequence[str], line: int, column: int) -> OddSign | None:
    """A second colon on the line of an entry, outside of lists [ and maps {."""
    here = lines[line]
    found = re.fullmatch(_ENTRY, here)
    if not found or not found.start("text") < column < found.end("text"):
        return None
    words = here[found.start("text") : column].split(" ")
    text = shown(in_single_quotes(found["text"]))
    hint = f"{_WHOLE_TEXT}: {text}"
    if len(words) == 1 and _KEY(words[0].lstrip("(")):
        braced = shown("{" + found["text"].removeprefix("(").removesuffix(")") + "}")
        hint = f"put a map in braces: {braced}; or, if it is a text, {hint}"
        return OddSign(line, column, "this line holds two keys", hint)
    goes_on = _goes_on(lines, line)
    if goes_on:
        hint = _WITH_MORE_LINES
    is_certain = not _KEY(words[-1]) and not goes_on
    put = (*found.span("text"), in_single_quotes(found["text"])) if is_certain else None
    return OddSign(line, column, "the colon ends the text before it", hint, put)


def question_mark(lines: Sequence[str], line: int, column: int) -> OddSign | None:
    """A question mark that begins a value: reports show so what is unknown, and YAML a key."""
    here = lines[line]
    if not _ASKED(here, column):
        return None
    braced = here.rfind("{", 0, column) > here.rfind("}", 0, column)
    is_value = here[:column].rstrip(" ").endswith(":")
    end = column + len(here[column:].partition(" #")[0].rstrip())
    whole = _Whole(column, end, not _goes_on(lines, line) and is_value)
    if braced or not is_value:
        whole = _whole(here, column, in_list=not braced, is_value=is_value)
    if not here[column : whole.end].strip("? "):
        return OddSign(line, column, _QUESTION, NOT_KNOWN)
    found_here = _in_quotes(whole, here, line, column, _QUESTION)
    return found_here._replace(hint=_WITH_MORE_LINES) if _goes_on(lines, line) else found_here


def _goes_on(lines: Sequence[str], line: int) -> bool:
    """Is the next line that says something indented further?"""
    below = next((each for each in lines[line + 1 :] if each.strip()), "")
    indented, here = (len(each) - len(each.lstrip(" -")) for each in (below, lines[line]))
    return indented > here


def _at_colon(whole: _Whole, here: str, line: int, column: int) -> OddSign:
    """A second colon in an entry: it stands in a text, or the comma before its key is missing."""
    found = _in_quotes(whole, here, line, column, "the colon ends the text before it")
    *words, last = here[whole.start : column].split(" ")
    if not _KEY(last):
        return found
    if not words:
        return found._replace(put=None)
    message = f"a comma is missing before {shown(last)}"
    hint = f"write it; or, if it is all one text, {found.hint}"
    return OddSign(line, column - len(last), message, hint)


def _in_quotes(whole: _Whole, here: str, line: int, column: int, message: str) -> OddSign:
    start, end, is_certain = whole
    hint = f"{_WHOLE_TEXT}: {shown(in_single_quotes(here[start:end]))}"
    put = (start, end, in_single_quotes(here[start:end])) if is_certain else None
    return OddSign(line, column, message, hint, put)


def _whole(here: str, start: int, *, in_list: bool, is_value: bool) -> _Whole:
    """A text up to the bracket that closes what is around it, to the next entry or the next item.

    In a list, each comma may be one between items.
    """
    depth = 0
    for column in range(start, len(here)):
        if here[column] in _OPENING:
            depth += 1
        elif here[column] in _CLOSING:
            if not depth:
                return _Whole(start, column, is_value and not in_list)
            depth -= 1
        elif not depth and here[column] == "," and (in_list or _NEXT_ENTRY(here, column)):
            return _Whole(start, column, is_certain=False)
    return _Whole(start, len(here.rstrip()), is_certain=False)
