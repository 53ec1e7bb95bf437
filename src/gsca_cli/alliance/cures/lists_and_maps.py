"""How to write a list or a map, for who wrote something else in its place."""

import re
from collections.abc import Sequence
from typing import Any, Final

from gsca_cli.alliance.cures.examples import example_of
from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.alliance.cures.in_brackets import in_brackets
from gsca_cli.alliance.cures.word_and_more import as_map, fields_said
from gsca_cli.documents.odd_lines import without_bullet
from gsca_cli.findings import LONGEST_SHOWN, joined, printable, shown
from gsca_cli.records.default_words import DEFAULT_ROLES, DEFAULT_STATUSES
from gsca_cli.records.ids import ID_PATTERN
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Sort, Value, Words

_BETWEEN_ITEMS = re.compile(r"[,;\n、，；]")  # noqa: RUF001 (they separate too)
_BETWEEN_IDS = re.compile(r"[,;\n、，；]|\s(?:and|und|y|e|et|&)\s")  # noqa: RUF001
_BETWEEN_LINKS = re.compile(r"[,;]?\s+")
_MOST_SHOWN: Final = 3
_LONGEST: Final = 2 * LONGEST_SHOWN
_is_code = re.compile(r"[a-z][\w-]*").fullmatch
_is_id = re.compile(ID_PATTERN).fullmatch


def list_form(shape: Items, name: str, value: Any) -> str:
    """How to write a list in place of what stands there."""
    if isinstance(value, dict):
        return _list_of_map(shape, name, value)
    item, value = shape.item, without_bullet(value) if isinstance(value, str) else value
    if isinstance(item, Fields) and not item.short and not item.is_citation:
        return f"write {shown(f'{name}: [{example_of(item, value)}]')}"
    if not isinstance(value, str):
        return f"write {shown(f'{name}: [{value}]')}"
    several = items_in(item, value)
    one, each = _in_brackets(name, [value]), _in_brackets(name, several)
    if len(several) > 1 and not _is_prose(item):
        may_be_one = holds_free_text(_bare(item)) and not all(map(_is_code, several))
        other = f"; or, if it is one, {one}" if may_be_one and one else ""
        below = f"each of them below {shown(f'{name}:')}, indented, behind `- `"
        return f"write {each or below}{other}"
    if one:
        return f"write {one}"
    return f"write {shown(f'{name}:')} alone, and the text below it, indented, behind `- `"


def items_in(item: Shape, text: str) -> list[str]:
    """The items that a text may name: several with commas between them."""
    bare, between = _bare(item), _BETWEEN_ITEMS
    if isinstance(bare, Value) and bare.sort is Sort.LINK:
        between = _BETWEEN_LINKS
    elif not holds_free_text(bare):
        between = _BETWEEN_IDS
    return [part.strip() for part in between.split(text) if part.strip()]


def _list_of_map(shape: Items, name: str, value: dict[str, Any]) -> str:
    dashed = next((key for key in value if without_bullet(key) != key), None)
    if dashed:
        right = f"- {without_bullet(dashed)}: {value[dashed]}"
        is_dash = dashed.startswith("-")
        what = "a space is missing behind the dash" if is_dash else "this sign is no dash"
        return f"{what}: write {shown(right)}"
    if isinstance(shape.item, Fields) and set(value) <= set(shape.item.names()):
        return "begin its first line with `- `, and indent the others like the first key"
    if all(inner is None for inner in value.values()):
        return f"write {shown(f'{name}: [' + ', '.join(value) + ']')}"
    return f"write each below {shown(f'{name}:')}, indented, behind a dash and a space"


def _bare(item: Shape) -> Shape:
    """What an item holds that is written in short."""
    return item.at(item.short) if isinstance(item, Fields) and item.short else item


def _is_prose(item: Shape) -> bool:
    """Is an item a text of sentences, such as a note, in which commas are commas?"""
    return isinstance(item, Fields) and isinstance(_bare(item), Words)


def _in_brackets(name: str, items: Sequence[str]) -> str:
    """The list on one line, if it can be copied from there."""
    line = printable(f"{name}: [{', '.join(map(in_brackets, items))}]")
    return f"`{line}`" if len(line) <= _LONGEST else ""


def map_form(shape: Entries, name: str, value: Any) -> str:
    """How to write a map of ids, for who wrote a bare id, or some of them, in its place."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(value, list) and isinstance(first, dict) and len(first) == 1:
        ((key, inner),) = first.items()
        below = f"{key}: ..." if isinstance(inner, dict | list) else f"{key}: {inner}"
        return f"write each without its dash, as in {shown(f'  {below}')}"
    parts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    lines = [line for part in parts for line in _lines(part)]
    entries = [each for line in lines for each in _entries(shape, line)]
    if not entries or shape.key.is_route or not all(entries):
        key = "route" if shape.key.is_route else "id"
        return f"write {shown(f'{name}:')} alone, and below it, indented, lines of `{key}: ...`"
    form = f"write `{name}:` alone, and each below it, indented, as in {_listed(entries)}"
    key, _, word = lines[0].partition(" ")
    if len(lines) == 1 and len(entries) > 1 and (target := _word_of(shape)):
        return f"{form}; or, if {shown(word)} is a {target}, {shown(f'  {key}: {word}')}"
    return form


def _lines(part: Any) -> list[str]:
    """What may be an entry each: the lines of a text, or else what commas part."""
    text = part if isinstance(part, str) else "?"
    lines = text.split("\n") if "\n" in text else _BETWEEN_IDS.split(text)
    return [without_bullet(line.strip()) for line in lines if line.strip()]


def _entries(shape: Entries, line: str) -> list[str]:
    """The entries that a line names: an id with its status, or ids alone; else an empty one."""
    key, *words = (word.strip(",;:") for word in line.split())
    if not _is_id(key):
        return [""]
    inner, target = shape.value, _word_of(shape)
    if words and isinstance(inner, Fields) and target:
        if " ".join(words) in _BUILT_IN.get(target, ()):
            return [f"{key}: {' '.join(words)}"]
        if said := fields_said(inner, " ".join(words), words[:1]):
            return [f"{key}: {as_map(said)}"]
    behind = ""
    if isinstance(inner, Fields) and not inner.may_be_empty:
        behind = f" {example_of(inner, None)}"
    return [f"{each}:{behind}" if _is_id(each) else "" for each in (key, *words)]


def _word_of(shape: Entries) -> str:
    """What a bare value behind an id is: a status, a role; nothing if it is no such word."""
    bare = _bare(shape.value)
    return (bare.refers_to or "") if isinstance(bare, Value) else ""


_BUILT_IN: Final = {
    "status": {status.id for status in DEFAULT_STATUSES},
    "role": set(DEFAULT_ROLES),
}
"""The words of an alliance that has none of its own."""


def _listed(entries: Sequence[str]) -> str:
    return joined(shown(f"  {each}") for each in entries[:_MOST_SHOWN])
