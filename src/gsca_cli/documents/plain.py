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
_WORD: Final = rf"(?:{_FIRST})(?:[^ :]|:(?=[^ :])| (?=[^ #:]))*+"
_WORD_WITHIN: Final = rf"(?:https?://)?(?:{_FIRST})(?:[\w./()+~%-]| (?=[\w(+]))*+"
"""Within brackets, YAML takes fewer signs for a part of a word, and its libraries differ."""
_MARK: Final = "[-<>~#?●◐○]"
"""In quotes, a text may begin with one of these too: they are signs of amounts and of statuses."""
_QUOTED: Final = (
    rf"'(?:{_FIRST}|{_MARK})(?:[^ ']| (?=[^ ']))*+'"
    rf'|"(?:{_FIRST}|{_MARK})(?:[^ "]| (?=[^ "]))*+"'
)
_NUMBER: Final = r"(?:-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}|[1-9][0-9]{0,14})"
"""A number that every version of YAML reads alike, whatever its last digit is."""
_KEY: Final = r"[A-Za-z][A-Za-z0-9_.-]{0,60}"
_LINE: Final = re.compile(
    rf"(- )?(?:({_KEY}):(?: |$))?(?:({_WORD})|({_QUOTED})|([\[{{][^#]*[\]}}]))?(?: *| +#.*)"
).fullmatch
_WITHIN: Final = (
    rf"(?:({_NUMBER}(?=[,\]}}]))|({_WORD_WITHIN})|({_QUOTED})"
    r"|(\[[^\[\]{}]*\]|\{[^\[\]{}]*\}))"
)
_ENTRY_WITHIN: Final = re.compile(rf"({_KEY}): {_WITHIN}(?:, (?!\}})|\}}$)").match
_ITEM_WITHIN: Final = re.compile(rf"(){_WITHIN}(?:, (?!\])|\]$)").match
_FORMS: Final = 2
"""The group of the first form that a value may have, in both kinds of patterns."""
_AS_A_NUMBER, _AS_A_WORD, _IN_QUOTES = range(3)
_NO_TEXTS: Final = frozenset(word for word in OLDER_WORDS if resolve_older(word) is not word)
_FLAGS: Final = ("true", "false")
"""Written in this way, they are no words in any version of YAML."""
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
    found = _LINE(text) if is_plain(text) else None
    if not found:
        raise NotPlainError
    item, key = found.group(1, 2)
    kind = found.lastindex or 0
    if kind <= 1:
        raise NotPlainError
    if key:
        key, column = _key(key), found.start(2)
        if kind == 2:  # noqa: PLR2004 (the group of the key)
            return bool(item), key, (None, column, column, column)
    elif item:
        key, column = "", found.start(kind)
    else:
        raise NotPlainError
    start, end = found.span(kind)
    value = _value(found[kind], kind - _FORMS)
    return bool(item), key, (value, column, start, end)


def _value(written: str, form: int) -> Any:
    """What something says that is written in one of the forms; the last is that in brackets."""
    if form == _AS_A_NUMBER:
        return _number(written)
    if form == _AS_A_WORD:
        if written in _FLAGS:
            return written == "true"
        return _number(written) if _IS_NUMBER(written) else _text(written)
    if form == _IN_QUOTES:
        return written[1:-1]
    return _nodes_within(written)


@lru_cache(maxsize=_KEPT)
def _nodes_within(text: str) -> Any:
    """The nodes of a map or a list that stands within a line.

    Raises:
        NotPlainError: it is not written plainly.
    """
    entries: dict[str, Node] = {}
    items: list[Node] = []
    is_map = text[0] == "{"
    next_one = _ENTRY_WITHIN if is_map else _ITEM_WITHIN
    at, whole = 1, len(text)
    while at < whole:
        found = next_one(text, at)
        if not found:
            raise NotPlainError
        kind = found.lastindex or 0
        start, end = found.span(kind)
        value = _value(found[kind], kind - _FORMS)
        if not is_map:
            items.append((value, start, start, end))
        elif (key := _key(found[1])) in entries:
            raise NotPlainError
        else:
            entries[key] = (value, at, start, end)
        at = found.end()
    if not entries and not items:
        raise NotPlainError
    return entries or items


@lru_cache(maxsize=_KEPT)
def _key(key: str) -> str:
    """A key that is a text to all.

    Raises:
        NotPlainError: it is not.
    """
    if key in _NO_TEXTS:
        raise NotPlainError
    return intern(key)


def _number(digits: str) -> int | float:
    """A number; one with zeros at its end still knows how it is written."""
    # Few files share one of many digits: to keep them would only take time.
    if "." not in digits:
        return int(digits)
    number = float(digits)
    # So most do not have to be written out again, to compare them.
    is_plain = len(digits) <= _SURE and digits[-1] != "0" and abs(number) >= _SMALL
    return number if is_plain or str(number) == digits else WrittenFloat.of(digits, number)


@lru_cache(maxsize=_KEPT)
def _text(word: str) -> str:
    """A word that is a text to all, and no number.

    Raises:
        NotPlainError: it is not.
    """
    if word in _NO_TEXTS or (word[0] in NUMBER_STARTS and not _is_text(word)):
        raise NotPlainError
    return word


def _is_text(word: str) -> bool:
    """Is a word that may be a number a text in any version of YAML?"""
    try:
        return resolve(word) is word and resolve_older(word) is word
    except UnusableNumber:
        return False
