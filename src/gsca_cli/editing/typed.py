"""What somebody types to the data that a file holds, by what may stand there."""

import re
from typing import Any

from gsca_cli.alliance.cures.cut_up import cut_up
from gsca_cli.alliance.nearest import nearest
from gsca_cli.alliance.suggestions import enumerated
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewriting.quoting import quoted
from gsca_cli.documents.rewriting.tree import Style
from gsca_cli.documents.scalars import UnusableNumber, resolve
from gsca_cli.errors import UsageError
from gsca_cli.findings import printable, shown
from gsca_cli.records.meant import UnfitError, flag_meant, number_meant
from gsca_cli.records.shape import Fields, Items, Shape, Sort, Value, Words, shape_within
from gsca_cli.records.values import read_when

_FLOW = re.compile(r"[\[{].*", re.DOTALL)
_MAP = re.compile(r"\{.*\}", re.DOTALL)
_SINGLE = re.compile(r"`'((?:[^']|'')*)'`")
_YEAR = re.compile(r"[0-9]{4}")
_DIGITS = re.compile(r"[0-9]{1,18}")


def typed(shape: Shape, text: str, what: str) -> Any:
    """The data that a text stands for; `what` is the route, for messages.

    A list may be given with commas, and any list or map as YAML in brackets or braces.

    Raises:
        UsageError: it does not fit here.
    """
    pattern = _MAP if isinstance(shape, Words) else _FLOW
    if not isinstance(shape, Value) and pattern.fullmatch(text):
        return parsed(text, what, shape)
    match shape:
        case Value():
            return _value(shape, text, what)
        case Words():
            return text
        case Fields(is_citation=True):
            return text
        case Fields(short=str() as short):
            return typed(shape.at(short), text, what)
        case Items(item=Fields(short=None, is_citation=False) as item):
            raise UsageError(_no_item(item, what))
        case Items():
            parts = text.split(",") if _is_word(shape.item) else [text]
            return [typed(shape.item, part.strip(), what) for part in parts if part.strip()]
    raise UsageError(_no_value(shape, what))


def _no_item(shape: Fields, what: str) -> str:
    """Why a list takes no bare value, and what to write."""
    field = next(iter(shape.names()))
    return f"{shown(what)} is a list of maps: give one in braces, as in `{what}+={{{field}: ...}}`"


def _no_value(shape: Shape, what: str) -> str:
    """Why a map takes no bare value, and what to write."""
    if isinstance(shape, Fields):
        field = next(iter(shape.names()))
        return f"{shown(what)} is a map: name a field, as in `{what}.{field}=...`"
    return f"{shown(what)} is a map: name an entry, as in `{what}.ID=...` or `{what}+=ID`"


def _is_word(shape: Shape) -> bool:
    """Can a value hold no comma, so that several may be given with some?"""
    match shape:
        case Value(sort=Sort.TEXT) | Fields(is_citation=True):
            return True
        case Fields(short=str() as short):
            field = shape.at(short)
            return isinstance(field, Value) and field.refers_to is not None
    return False


def is_map(text: str) -> bool:
    """Is a text a map in braces?"""
    return bool(_MAP.fullmatch(text))


def parsed(text: str, what: str, shape: Shape | None = None) -> Any:
    """A map or list in braces or brackets, which may have to fit a shape.

    Raises:
        UsageError: it is not written as YAML, or a comma cuts up a text in it.
    """
    found = parse("", f"value: {text}\n".encode())
    if not isinstance(found, Document):
        why, cure = found[0].message, _in_double_quotes(found[0].hint)
        message = f"{shown(what)}: {shown(text)} cannot be read: {why}; {cure}"
        raise UsageError(message)
    if isinstance(shape, Items) and is_map(text):
        shape = shape.item
    if shape is not None:
        _refuse_cuts(found, shape, what)
    return found.data["value"]


def _refuse_cuts(document: Document, shape: Shape, what: str) -> None:
    """Say where a text is cut up, as it would be said of a file.

    Raises:
        UsageError: one is.
    """
    cuts = cut_up(document, lambda route: shape_within(shape, route[1:]) if route else None)
    if cuts:
        whole, rest = cuts[0].text(document), shown(cuts[0].rest(document))
        told = f": {_quoted(whole)}" if whole else ""
        message = (
            f"{shown(what)}: the comma before {rest} ends the text; "
            f"if it belongs to the text, put the whole in quotes{told}"
        )
        raise UsageError(message)


def _in_double_quotes(hint: str) -> str:
    """A cure for who types it to a shell, where single quotes stand around the whole word."""
    return _SINGLE.sub(lambda found: _quoted(found[1].replace("''", "'")), hint)


def _quoted(text: str) -> str:
    return f"`{printable(quoted(text, Style.DOUBLE))}`"


def _value(shape: Value, text: str, what: str) -> Any:
    match shape.sort:
        case Sort.DATE:
            return _date(text, what)
        case Sort.FLAG:
            return _flag(text, what)
        case Sort.COUNT | Sort.NUMBER:
            return _number(text, what, whole=shape.sort is Sort.COUNT)
        case Sort.WORD if text not in shape.words:
            _refuse(
                what, text, f"is not one of {enumerated(shape.words)}", nearest(text, shape.words)
            )
        case Sort.AMOUNT | Sort.ANY:
            return _resolved(text)
    return text


def _date(text: str, what: str) -> str | int:
    """A date; a year is a number in YAML."""
    try:
        read_when(text)
    except UnfitError as error:
        _refuse(what, text, f"{error}; {error.fits}", error.meant)
    return int(text) if _YEAR.fullmatch(text) and text[0] != "0" else text


def _flag(text: str, what: str) -> bool:
    if text not in {"true", "false"}:
        _refuse(what, text, "is neither true nor false", flag_meant(text))
    return text == "true"


def _number(text: str, what: str, *, whole: bool) -> Any:
    found = _resolved(text)
    if isinstance(found, bool) or not isinstance(found, int if whole else (int, float)):
        wanted = "a whole number" if whole else "a number"
        _refuse(what, text, f"is not {wanted}", number_meant(text, whole=whole))
    return int(found) if whole and _DIGITS.fullmatch(text) else found


def _resolved(text: str) -> Any:
    try:
        return resolve(text)
    except UnusableNumber:
        return text


def _refuse(what: str, text: str, why: str, meant: str | None) -> None:
    """Say why a text does not fit.

    Raises:
        UsageError: always.
    """
    cure = f"; did you mean `{meant}`?" if meant else ""
    message = f"{what}: {shown(text)} {why}{cure}"
    raise UsageError(message)
