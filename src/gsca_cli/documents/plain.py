"""Lines that are written plainly: read one by one, where nothing about them is in doubt.

Most lines of records are: an entry or an item, maps and lists closed where they begin, words that
mean the same in any version of YAML. They can be read without going through the events of a whole
file, and what they say can be remembered. What is written in any other way is not read here at
all: it is for `parse`, which knows all of YAML and explains what is wrong.
"""

import re
from functools import lru_cache
from sys import intern
from typing import Any, Final

from gsca_cli.documents.decode import pile_of_marks
from gsca_cli.documents.older_scalars import OLDER_WORDS, resolve_older
from gsca_cli.documents.scalars import NUMBER_STARTS, UnusableNumber, WrittenFloat, resolve

Node = tuple[Any, int, int, int]
"""A value; where its key begins, where the value does, and where that ends: columns from 0.

The value of a map is a dict of nodes, that of a list a list of nodes; their columns count from
where the map or list begins. An item has no key: there the value begins.
"""

Line = tuple[bool, str, Node]
"""Is it an item of a list, its key if it has one, and its value: None if nothing stands there."""

_LONGEST: Final = 1_000
_KEPT: Final = 1 << 12
"""Files say the same: as many words are looked at once, and kept once for all files."""

_FIRST = r"[^\W_]|[(+]|-(?=[0-9])|\.\./"
"""A text begins with a letter, a digit, a sign or a bracket, or is a date with an open start."""
_WORD: Final = rf"(?:{_FIRST})[^ :]*+(?:(?::(?=[^ :])| (?=[^ #:]))[^ :]*+)*+"
_WORD_WITHIN: Final = rf"(?:https?://)?(?:{_FIRST})[\w./()+~%-]*+(?: (?=[\w(+])[\w./()+~%-]*+)*+"
"""Within brackets, YAML takes fewer signs for a part of a word, and its libraries differ."""
_MARK: Final = "[-<>~#?●◐○]"
"""In quotes, a text may begin with one of these too: they are signs of amounts and of statuses."""
_QUOTED: Final = (
    rf"'(?:{_FIRST}|{_MARK})[^ ']*+(?: (?=[^ '])[^ ']*+)*+'"
    rf'|"(?:{_FIRST}|{_MARK})[^ "]*+(?: (?=[^ "])[^ "]*+)*+"'
)
_NUMBER: Final = r"(?:-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}|[1-9][0-9]{0,14})"
"""A number that every version of YAML reads alike, whatever its last digit is."""
_KEY: Final = r"[A-Za-z][A-Za-z0-9_.-]{0,60}"
_BEGIN: Final = re.compile(rf"(- )?(?:({_KEY}):(?: |$))?").match
_VALUE: Final = re.compile(rf"(?:({_WORD})|({_QUOTED})|([\[{{][^#]*[\]}}]))?(?: *| +#.*)").fullmatch
_WITHIN: Final = (
    rf"(?:({_NUMBER}(?=[,\]}}]))|({_WORD_WITHIN})|({_QUOTED})"
    r"|(\[[^\[\]{}]*\]|\{[^\[\]{}]*\}))"
)
_ENTRY_WITHIN: Final = re.compile(rf"({_KEY}): {_WITHIN}(?:, (?!\}})|\}}$)").match
_ITEM_WITHIN: Final = re.compile(rf"(){_WITHIN}(?:, (?!\])|\]$)").match
NOTHING, _AS_A_WORD, _IN_QUOTES, IN_BRACKETS, _AS_A_NUMBER = range(5)
"""The forms that a value may have: none if nothing stands there."""
_FORMS_WITHIN: Final = (NOTHING, NOTHING, _AS_A_NUMBER, _AS_A_WORD, _IN_QUOTES, IN_BRACKETS)
"""The forms within brackets, by their groups in the patterns of entries and items."""
_NO_TEXTS: Final = frozenset(word for word in OLDER_WORDS if resolve_older(word) is not word)
_FLAGS: Final = ("true", "false")
"""Written in this way, they are no words in any version of YAML."""
_words: Final[dict[str, str]] = {}
"""Each is one and the same wherever it stands: a city often has one name in two languages."""
_IS_NUMBER: Final = re.compile(_NUMBER).fullmatch
_SURE: Final = 15
"""Digits that a number keeps, whatever they are."""
_SMALL: Final = 0.0001
"""Below that, Python writes a number in another way."""


class NotPlainError(Exception):
    """Something is not written plainly."""


def is_plain(text: str) -> bool:
    """Does a line hold nothing that cannot be seen, and no escape?"""
    if len(text) > _LONGEST or "\\" in text or not text.isprintable():
        return False
    return text.isascii() or not pile_of_marks(text)


def read_line(text: str) -> Line:
    """What stands on a line that says something, from its first letter on.

    No text in it begins or ends with a space or a quotation mark, or holds two spaces in a row. All
    words without quotes are texts or numbers, the same in any version of YAML.

    Raises:
        NotPlainError: it is not written plainly, or that is in doubt.
    """
    begin = _BEGIN(text) if is_plain(text) else None
    if not begin:
        raise NotPlainError
    item, key = begin.groups()
    form, start, end = find_value(text, begin.end())
    if key:
        column = begin.start(2)
        key = _key(key)
    elif item and form:
        key, column = "", start
    else:
        raise NotPlainError
    if not form:
        return bool(item), key, (None, column, column, column)
    return bool(item), key, (value_of(text[start:end], form), column, start, end)


def find_value(line: str, start: int) -> tuple[int, int, int]:
    """The form of the value on a line that is plain from a column on; where it begins, and ends.

    Raises:
        NotPlainError: it is not written plainly, or that is in doubt.
    """
    found = _VALUE(line, start)
    if not found:
        raise NotPlainError
    form = found.lastindex or NOTHING
    return form, *found.span(form)


def value_of(written: str, form: int) -> Any:
    """What something says that is written in one of the forms.

    Raises:
        NotPlainError: it is not written plainly, or that is in doubt.
    """
    if form == _AS_A_NUMBER:
        return number_of(written)
    if form == _AS_A_WORD:
        return _said_by(written)
    if form == _IN_QUOTES:
        return written[1:-1]
    return _nodes_within(written)


@lru_cache(maxsize=_KEPT)
def _nodes_within(text: str) -> Any:
    """The nodes of a map or a list that stands within a line.

    Raises:
        NotPlainError: it is not written plainly.
    """
    nodes = _entries_within(text) if text[0] == "{" else _items_within(text)
    if not nodes:
        raise NotPlainError
    return nodes


def _entries_within(text: str) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    at, whole = 1, len(text)
    while at < whole:
        key, node, at = entry_within(text, at)
        if key in entries:
            raise NotPlainError
        entries[key] = node
    return entries


def entry_within(text: str, at: int) -> tuple[str, Node, int]:
    """The key and the value of an entry of a map that stands within a line, and where it leads.

    Raises:
        NotPlainError: it is not written plainly.
    """
    found = _ENTRY_WITHIN(text, at)
    if not found:
        raise NotPlainError
    group = found.lastindex or 0
    value = value_of(found[group], _FORMS_WITHIN[group])
    return _key(found[1]), (value, at, *found.span(group)), found.end()


def _items_within(text: str) -> list[Node]:
    items: list[Node] = []
    at, whole = 1, len(text)
    while at < whole:
        found = _ITEM_WITHIN(text, at)
        if not found:
            raise NotPlainError
        group = found.lastindex or 0
        start, end = found.span(group)
        items.append((value_of(found[group], _FORMS_WITHIN[group]), start, start, end))
        at = found.end()
    return items


@lru_cache(maxsize=_KEPT)
def _key(key: str) -> str:
    """A key that is a text to all.

    Raises:
        NotPlainError: it is not.
    """
    if key in _NO_TEXTS:
        raise NotPlainError
    return intern(key)


def number_of(word: str) -> float | None:
    """The number that a word is to all, if it is one.

    One with zeros at its end still knows how it is written.
    """
    if not _IS_NUMBER(word):
        return None
    # Few files share one of many digits: to keep them would only take time.
    if "." not in word:
        return int(word)
    number = float(word)
    # So most do not have to be written out again, to compare them.
    is_plain = len(word) <= _SURE and word[-1] != "0" and abs(number) >= _SMALL
    return number if is_plain or str(number) == word else WrittenFloat.of(word, number)


def _said_by(word: str) -> str | float | bool:
    """The text, the number or the flag that a word is to all.

    Raises:
        NotPlainError: it is none.
    """
    if word[0] in NUMBER_STARTS:
        if (number := number_of(word)) is not None:
            return number
        if not _is_text(word):
            raise NotPlainError
    if word in _FLAGS:
        return word == "true"
    if word in _NO_TEXTS:
        raise NotPlainError
    if len(_words) >= _KEPT:
        _words.clear()
    return _words.setdefault(word, word)


@lru_cache(maxsize=_KEPT)
def _is_text(word: str) -> bool:
    """Is a word that may be a number a text in any version of YAML?"""
    try:
        return resolve(word) is word and resolve_older(word) is word
    except UnusableNumber:
        return False
