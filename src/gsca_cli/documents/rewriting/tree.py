"""How a text is laid out: every map, list and scalar, with its indicators, by offsets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from gsca_cli.documents.events import tokens
from gsca_cli.findings import Route


class Style(Enum):
    """How a value is written."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"
    BLOCK = "block"
    FLOW = "flow"
    PAIR = "pair"
    """One entry of a map that stands in a flow list without braces: `[a: b]`."""
    EMPTY = "empty"
    """Nothing at all: it stands behind the colon or the dash."""


BLOCK_SCALARS: Final = (Style.LITERAL, Style.FOLDED)


@dataclass(slots=True)
class Node:
    """A map, a list or a scalar; `start` and `end` are offsets in the text, the end is open.

    A block that ends in blank lines or comments ends before them; `text` is what a scalar says.
    """

    start: int
    end: int
    style: Style
    is_map: bool = False
    is_list: bool = False
    text: str = ""
    entries: "list[Entry]" = field(default_factory=list)

    def child(self, part: str | int) -> "Entry":
        """The entry of a key, or the item of a number.

        Raises:
            KeyError: there is none.
        """
        if self.is_list and isinstance(part, int) and 0 <= part < len(self.entries):
            return self.entries[part]
        for entry in self.entries if self.is_map else ():
            if entry.key and entry.key.text == part:
                return entry
        raise KeyError(part)

    def walk(self) -> "Iterator[Entry]":
        """Every entry below this node, in the order of the text."""
        for entry in self.entries:
            yield entry
            yield from entry.value.walk()


@dataclass(slots=True)
class Entry:
    """An entry of a map, or an item of a list.

    It begins at its key, at a `?` or at a `-`. `behind` is where an empty value would go: behind
    the colon or the dash. `comma` is where the comma behind it stands, in flow style.
    """

    start: int
    key: Node | None
    value: Node
    behind: int
    has_colon: bool = True
    comma: int | None = None

    @property
    def end(self) -> int:
        """Where its value ends, or its indicator if it has none."""
        return max(self.value.end, self.behind)


class Tree:
    """The layout of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = [_Token(each) for each in tokens(text)]
        self._next = 0
        while self._kind in {"StreamStart", "DocumentStart"}:
            self._take()
        self.root = self._node()

    def at(self, route: Route) -> Node:
        """The value at a route.

        Raises:
            KeyError: nothing stands there.
        """
        node = self.root
        for part in route:
            node = node.child(part).value
        return node

    def entry(self, route: Route) -> Entry:
        """The entry at a route that is not empty.

        Raises:
            KeyError: nothing stands there.
        """
        return self.at(route[:-1]).child(route[-1])

    @property
    def _kind(self) -> str:
        return self._tokens[self._next].kind

    def _take(self) -> "_Token":
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _node(self) -> Node:
        """The value that begins with the next token."""
        token = self._tokens[self._next]
        match token.kind:
            case "Scalar":
                return self._scalar(self._take())
            case "BlockMappingStart":
                self._take()
                return self._closed(self._block_map(token.start))
            case "BlockSequenceStart":
                self._take()
                return self._closed(self._block_list())
            case "BlockEntry":
                return self._block_list()
            case "FlowMappingStart":
                return self._flow(self._take(), "FlowMappingEnd")
            case "FlowSequenceStart":
                return self._flow(self._take(), "FlowSequenceEnd")
        raise ValueError(token.kind)

    def _closed(self, node: Node) -> Node:
        """Pass over the token that ends a block."""
        if self._take().kind != "BlockEnd":
            raise ValueError(self._kind)
        return node

    def _scalar(self, token: "_Token") -> Node:
        end = token.end
        if token.style in {"|", ">"}:
            end = _end_of_block(self.text, token.start, token.end)
        return Node(token.start, end, Style(token.style), text=token.value)

    def _value(self, behind: int, ends: Sequence[str]) -> Node:
        """The value behind an indicator; an empty one if one of these tokens comes next."""
        return Node(behind, behind, Style.EMPTY) if self._kind in ends else self._node()

    def _block_list(self) -> Node:
        entries = []
        while self._kind == "BlockEntry":
            dash = self._take()
            value = self._value(dash.end, ("BlockEntry", "BlockEnd", "Key", "Value"))
            entries.append(Entry(dash.start, None, value, dash.end))
        return _collection(entries, Style.BLOCK, is_list=True)

    def _block_map(self, start: int) -> Node:
        entries = []
        while self._kind == "Key":
            entries.append(self._map_entry(("Key", "BlockEnd")))
        node = _collection(entries, Style.BLOCK, is_list=False)
        node.start = start
        return node

    def _map_entry(self, ends: Sequence[str]) -> Entry:
        """An entry that begins with a `Key` token."""
        sign = self._take()
        key = self._value(sign.end, ("Value", *ends))
        start = sign.start if sign.start < sign.end else key.start
        if self._kind != "Value":
            return Entry(start, key, _nothing(key.end), key.end, has_colon=False)
        colon = self._take()
        return Entry(start, key, self._value(colon.end, ends), colon.end)

    def _flow(self, opening: "_Token", closing: str) -> Node:
        is_list = closing == "FlowSequenceEnd"
        entries = []
        while self._kind != closing:
            entry = self._flow_entry(closing, is_list=is_list)
            if self._kind == "FlowEntry":
                entry.comma = self._take().start
            entries.append(entry)
        node = Node(opening.start, self._take().end, Style.FLOW, not is_list, is_list)
        node.entries = entries
        return node

    def _flow_entry(self, closing: str, *, is_list: bool) -> Entry:
        ends = ("FlowEntry", closing)
        if self._kind == "Key":
            entry = self._map_entry(ends)
            if not is_list:
                return entry
            pair = Node(entry.start, entry.end, Style.PAIR, is_map=True, entries=[entry])
            return Entry(pair.start, None, pair, pair.start)
        node = self._node()
        if is_list:
            return Entry(node.start, None, node, node.start)
        return Entry(node.start, node, _nothing(node.end), node.end, has_colon=False)


class _Token:
    """A token of the library, as much of it as matters here."""

    __slots__ = ("end", "kind", "start", "style", "value")

    def __init__(self, token: Any) -> None:
        self.kind = type(token).__name__.removesuffix("Token")
        self.start: int = token.start_mark.index
        self.end: int = token.end_mark.index
        self.value: str = getattr(token, "value", "")
        self.style: str = getattr(token, "style", None) or ""


def _nothing(at: int) -> Node:
    return Node(at, at, Style.EMPTY)


def _collection(entries: list[Entry], style: Style, *, is_list: bool) -> Node:
    start, end = entries[0].start, entries[-1].end
    return Node(start, end, style, not is_list, is_list, entries=entries)


def _end_of_block(text: str, start: int, end: int) -> int:
    """Where the last line of a text in block style ends, before the break of that line.

    Blank lines behind it are a part of it only if its header keeps them, as `|+` does.
    """
    header, _, body = text[start:end].partition("\n")
    if "+" in header.partition("#")[0]:
        return start + len(text[start:end].removesuffix("\n").removesuffix("\r"))
    lines = body.split("\n")
    inside = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" \r")]
    indentation = min(inside, default=0)
    while lines and not lines[-1].strip(" \r") and len(lines[-1].rstrip("\r")) <= indentation:
        lines.pop()
    whole = "\n".join([header, *lines])
    return start + len(whole.removesuffix("\r"))
