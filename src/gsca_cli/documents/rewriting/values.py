"""Plain data as YAML, in the ways of the file that it goes into."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeVar

from gsca_cli.documents.rewriting.lines import Lines
from gsca_cli.documents.rewriting.quoting import as_text, quoted, reads_plainly
from gsca_cli.documents.rewriting.tree import Style, Tree

T = TypeVar("T")

WIDEST: Final = 100
"""Columns. What does not fit on such a line goes below its key."""
_STEP: Final = 2
_FOLDABLE = re.compile(r"\S+(?: \S+)*\Z")
_ODD_LINE = re.compile(r"^[ \t]|[ \t]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ways:
    """The habits of one file: columns of indentation, quotes, and spaces within braces.

    `step` is how much deeper a map stands than its key, `dash` how much deeper a list does.
    """

    step: int = _STEP
    dash: int = _STEP
    quote: Style = Style.DOUBLE
    padding: str = ""


class Written(NamedTuple):
    """A value as it is written: what stands behind its key, and the lines below, indented."""

    head: str
    below: Sequence[str] = ()


def ways_of(tree: Tree, lines: Lines) -> Ways:
    """The habits of a file, where it has any."""
    steps: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    quotes: Counter[Style] = Counter()
    paddings: Counter[str] = Counter()
    for entry in tree.root.walk():
        node = entry.value
        if node.style is Style.FLOW and node.is_map and node.entries:
            paddings[" " if lines.text[node.start + 1] == " " else ""] += 1
        if node.style in {Style.SINGLE, Style.DOUBLE}:
            quotes[node.style] += 1
        if entry.key and node.style is Style.BLOCK:
            deeper = lines.column(node.start) - lines.column(entry.start)
            (steps if node.is_map else dashes)[deeper] += 1
    return Ways(
        _most(steps, _STEP), _most(dashes, _STEP), _most(quotes, Style.DOUBLE), _most(paddings, "")
    )


def _most(counted: Counter[T], usual: T) -> T:
    return max(counted, key=lambda each: counted[each], default=usual)


def in_flow(value: Any, ways: Ways) -> str:
    """A value on one line, with braces and brackets."""
    match value:
        case dict():
            pairs = [f"{key_text(key, flow=True)}: {in_flow(value[key], ways)}" for key in value]
            return f"{{{ways.padding}{', '.join(pairs)}{ways.padding}}}" if pairs else "{}"
        case list():
            # An item that is nothing has no place between two commas.
            items = ["null" if item is None else in_flow(item, ways) for item in value]
            return f"[{', '.join(items)}]"
    return as_text(value, _unless_plain(value, ways, flow=True), flow=True)


def key_text(key: str, style: Style = Style.PLAIN, *, flow: bool = False) -> str:
    """A key, in quotes if it stood in some, or must."""
    return as_text(key, style if style in {Style.SINGLE, Style.DOUBLE} else Style.PLAIN, flow=flow)


def written(value: Any, column: int, ways: Ways, *, room: int, flow: bool = True) -> Written:
    """A value behind a key that stands in a column, in block style.

    `room` is how many columns are left on the line of the key. Small maps and lists that fit there
    get braces, unless `flow` is false.
    """
    if isinstance(value, dict | list) and value:
        line = in_flow(value, ways)
        if flow and _is_small(value) and len(line) + 1 <= room:
            return Written(f" {line}")
        deeper = column + (ways.step if isinstance(value, dict) else ways.dash)
        return Written("", block_lines(value, deeper, ways))
    if isinstance(value, dict | list):
        return Written(f" {in_flow(value, ways)}")
    if isinstance(value, str) and ("\n" in value or len(as_text(value)) + 1 > room):
        return text_below(value, column + ways.step, Style.FOLDED)
    text = as_text(value, _unless_plain(value, ways))
    return Written(f" {text}" if text else "")


def _unless_plain(value: Any, ways: Ways, *, flow: bool = False) -> Style:
    """The quotes of the file for a text that needs some."""
    if isinstance(value, str) and not reads_plainly(value, flow=flow):
        return Style.PLAIN if '"' in value else ways.quote
    return Style.PLAIN


def _is_small(value: Any) -> bool:
    """Does it hold nothing but words, and lists of words?"""
    inner: Iterable[Any] = value.values() if isinstance(value, dict) else value
    return all(
        not isinstance(each, dict) and not (isinstance(each, list) and not _is_small(each))
        for each in inner
    ) and not any(isinstance(each, str) and "\n" in each for each in inner)


def block_lines(value: Any, column: int, ways: Ways) -> list[str]:
    """A map or a list that is not empty, on lines that begin in a column."""
    pad = " " * column
    lines: list[str] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            lines += entry_lines(f"{pad}{key_text(key)}:", inner, column, ways)
        return lines
    for item in value:
        lines += entry_lines(f"{pad}-", item, column, ways, flow=not isinstance(item, dict))
    return lines


def entry_lines(head: str, value: Any, column: int, ways: Ways, *, flow: bool = True) -> list[str]:
    """An entry that begins with its key or its dash; a block behind a dash begins on its line."""
    text, below = written(value, column, ways, room=WIDEST - len(head), flow=flow)
    if not head.endswith(" -") and head != "-":
        return [head + text, *below]
    if not below or not isinstance(value, dict | list):
        return [head + text, *below]
    first, *rest = block_lines(value, column + _STEP, ways)
    return [f"{head} {first.lstrip(' ')}", *rest]


def text_below(text: str, column: int, style: Style) -> Written:
    """A text in block style if it fits there, else in quotes on one line.

    One with line breaks of its own keeps them as they are; other long ones are folded.
    """
    bare = text.rstrip("\n")
    breaks = len(text) - len(bare)
    if not bare or _ODD_LINE.search(bare) or not all(map(_stands_below, bare.split("\n"))):
        return Written(f" {quoted(text)}")
    chomp = {0: "-", 1: ""}.get(breaks, "+")
    pad = " " * column
    rows, sign = bare.split("\n"), "|"
    if style is Style.FOLDED and "\n" not in bare and _FOLDABLE.match(bare):
        rows, sign = folded(bare, WIDEST - column), ">"
    lines = [pad + row if row else "" for row in rows]
    return Written(f" {sign}{chomp}", [*lines, *[""] * (breaks - 1)])


def _stands_below(line: str) -> bool:
    return all(letter.isprintable() for letter in line)


def folded(text: str, width: int) -> list[str]:
    """A text in lines of some width, broken at single spaces."""
    rows: list[str] = []
    for word in text.split(" "):
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows
