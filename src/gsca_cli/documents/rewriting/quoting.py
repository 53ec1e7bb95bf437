"""How a scalar is written: plain where every tool reads the same, in quotes elsewhere."""

import re
from typing import Any, Final
from unicodedata import category

from gsca_cli.documents.older_scalars import resolve_older
from gsca_cli.documents.rewriting.tree import Style
from gsca_cli.documents.scalars import UnusableNumber, resolve

_STARTS_PLAIN = re.compile(r"[^<~=+\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=[^\s,\[\]{}])")
_BREAKS_PLAIN = re.compile(r":(?=\s|\Z)|\s#|\A(?:---|\.\.\.)(?=\s|\Z)")
_BREAKS_FLOW = re.compile(r"[,\[\]{}]|[?:](?=\W|\Z)(?!//)|\A-")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def as_text(value: Any, style: Style = Style.PLAIN, *, flow: bool = False) -> str:
    """A scalar on one line, in a style if it fits there; a text in quotes only where it must be.

    Nothing is an empty text: it stands behind its colon or dash.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(getattr(value, "written", None) or value)
    if style in {Style.SINGLE, Style.DOUBLE} or not reads_plainly(value, flow=flow):
        return quoted(value, style)
    return str(value)


def reads_plainly(text: str, *, flow: bool = False) -> bool:
    """Is a text itself without quotes, to every tool and in either version of YAML?"""
    if text != text.strip() or not _STARTS_PLAIN.match(text) or _BREAKS_PLAIN.search(text):
        return False
    if flow and _BREAKS_FLOW.search(text):
        return False
    return all(map(_shows, text)) and is_text(text)


def is_text(word: str) -> bool:
    """Do both versions of YAML take an unquoted word for the text that it is?"""
    try:
        meant, older = resolve(word), resolve_older(word)
    except UnusableNumber:
        return False
    return isinstance(meant, str) and isinstance(older, str) and meant == older == word


def quoted(text: str, style: Style = Style.PLAIN) -> str:
    """A text in quotes on one line: in those of the style, if it is one of quotes and they fit."""
    if not all(map(_shows, text)):
        return _in_double(text)
    if style is Style.SINGLE or (style is not Style.DOUBLE and '"' in text and "'" not in text):
        return "'" + text.replace("'", "''") + "'"
    return _in_double(text)


def _shows(letter: str) -> bool:
    """Can a letter be seen, or is it a space of some width?"""
    return letter.isprintable() or category(letter) == "Zs"


def _in_double(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if _shows(letter):
        return letter
    code = ord(letter)
    if code <= 0xFF:  # noqa: PLR2004 (as many as two digits can say)
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 (four)
