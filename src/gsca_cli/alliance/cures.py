"""What to write in place of a value that does not fit, where that is certain."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from pydantic_core import ErrorDetails

from gsca_cli.alliance.nearest import nearest
from gsca_cli.findings import Route, shown
from gsca_cli.records.meant import UnfitError, flag_meant, number_meant
from gsca_cli.records.values import ANY_LANGUAGE


def cure(detail: ErrorDetails, route: Route) -> str:
    """The right form of the value of a schema error, ready to be written; or nothing."""
    return _CURES.get(detail["type"], _unknown)(detail, route)


def _unknown(_: ErrorDetails, __: Route) -> str:
    return ""


def _written(text: str) -> str:
    return f"write {shown(text)}" if text else ""


def _number(detail: ErrorDetails, _: Route) -> str:
    value = detail["input"]
    whole = detail["type"] == "int_type"
    return _written(number_meant(value, whole=whole)) if isinstance(value, str) else ""


def _flag(detail: ErrorDetails, _: Route) -> str:
    value = detail["input"]
    if not isinstance(value, str | int):
        return ""
    return _written(flag_meant(str(value))) or _near(str(value), ("true", "false"))


def _form(detail: ErrorDetails, _: Route) -> str:
    """A text in the form that its pattern asks for: with other capitals, or hyphens."""
    text = str(detail["input"]).strip().replace("_", "-")
    primary, hyphen, rest = text.partition("-")
    forms = (text.upper(), f"{primary.lower()}{hyphen}{rest}")
    pattern = detail["ctx"]["pattern"]
    return _written(next((form for form in forms if re.search(pattern, form)), ""))


def _word(detail: ErrorDetails, _: Route) -> str:
    words = str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    return _near(str(detail["input"]), [word.strip("'") for word in words])


def _near(word: str, words: Sequence[str]) -> str:
    near = nearest(word, words)
    return f"write {shown(near)}" if near else ""


def _what_was_meant(detail: ErrorDetails, _: Route) -> str:
    error = detail["ctx"]["error"]
    return (_written(error.meant) or error.fits) if isinstance(error, UnfitError) else ""


def _text(detail: ErrorDetails, route: Route) -> str:
    match detail["input"]:
        case bool() as value:
            return _written(f"'{shown(value)[1:-1]}'")
        case [str() as only]:
            name = next((part for part in reversed(route) if part != ANY_LANGUAGE), "")
            return _written(f"{name}: {only}") if isinstance(name, str) else ""
        case _:
            return ""


def _list(detail: ErrorDetails, route: Route) -> str:
    value = detail["input"]
    return _written(f"{route[-1]}: [{value}]") if route and isinstance(value, str) else ""


def _map(detail: ErrorDetails, route: Route) -> str:
    """How to write a map, for who wrote a bare id, or a list of ids, in its place."""
    value = detail["input"]
    first = value[0] if isinstance(value, list) and value else value
    if not route or not isinstance(first, str):
        return ""
    return f"write `{route[-1]}:` alone, and each below it, indented, as in {shown(f'  {first}:')}"


_CURES: Final[Mapping[str, Callable[[ErrorDetails, Route], str]]] = {
    "bool_type": _flag,
    "dict_type": _map,
    "float_type": _number,
    "int_type": _number,
    "literal_error": _word,
    "string_pattern_mismatch": _form,
    "string_type": _text,
    "tuple_type": _list,
    "value_error": _what_was_meant,
}
