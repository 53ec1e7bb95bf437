"""What to write in place of a value that does not fit, where that is certain."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from pydantic_core import ErrorDetails

from gsca_cli.alliance.suggestions import suggestion
from gsca_cli.documents.scalars import UnusableNumber, resolve
from gsca_cli.findings import Route, shown
from gsca_cli.records.links import is_certain_link
from gsca_cli.records.meant import UnfitError, flag_meant, number_meant
from gsca_cli.records.values import ANY_LANGUAGE

_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}").fullmatch
_NUMBERS = re.compile(r"[0-9]+").findall
# The month 1 may be 10, and the day 3 may be 30.
_MAY_LACK_A_DIGIT = re.compile(r"[0-9]{4}-(?:1|[0-9]+-[123])").fullmatch


class Cure(NamedTuple):
    """The right form of a value in words; and as data, where nothing is guessed or lost by it."""

    words: str = ""
    value: Any = None


def cure(detail: ErrorDetails, route: Route) -> Cure:
    """The right form of the value of a schema error, ready to be written; or nothing."""
    return _CURES.get(detail["type"], _unknown)(detail, route)


def _unknown(_: ErrorDetails, __: Route) -> Cure:
    return Cure()


def _write(text: str, value: Any = None) -> Cure:
    return Cure(f"write {shown(text)}", value) if text else Cure()


def _number(detail: ErrorDetails, _: Route) -> Cure:
    value = detail["input"]
    if not isinstance(value, str):
        return Cure()
    whole = detail["type"] == "int_type"
    return _write_number(value, number_meant(value, whole=whole), whole=whole)


def _write_number(text: str, meant: str, *, whole: bool) -> Cure:
    """`1,234` may be a thousand or a fraction, where both would fit."""
    sure = whole or not _THOUSANDS(normalize("NFKC", text).strip())
    return _write(meant, _resolved(meant) if sure else None)


def _resolved(text: str) -> Any:
    try:
        return resolve(text)
    except UnusableNumber:
        return None


def _flag(detail: ErrorDetails, _: Route) -> Cure:
    value = detail["input"]
    if not isinstance(value, str | int):
        return Cure()
    if meant := flag_meant(str(value)):
        return _write(meant, meant == "true")
    near = _near(str(value), ("true", "false"))
    return near._replace(value=near.value and near.value == "true")


def _form(detail: ErrorDetails, _: Route) -> Cure:
    """A text in the form that its pattern asks for: with other capitals, or hyphens."""
    text = str(detail["input"]).strip().replace("_", "-")
    primary, hyphen, rest = text.partition("-")
    forms = (text.upper(), f"{primary.lower()}{hyphen}{rest}")
    pattern = detail["ctx"]["pattern"]
    found = next((form for form in forms if re.search(pattern, form)), "")
    return _write(found, found)


def _word(detail: ErrorDetails, _: Route) -> Cure:
    words = str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    return _near(str(detail["input"]), [word.strip("'") for word in words])


def _near(word: str, words: Sequence[str]) -> Cure:
    found = suggestion(word, words)
    return _write(found.name or "", found.meant)


def _what_was_meant(detail: ErrorDetails, _: Route) -> Cure:
    error, text = detail["ctx"]["error"], detail["input"]
    if not isinstance(error, UnfitError):
        return Cure()
    if not error.meant:
        return Cure(error.fits)
    return _write(error.meant, _sure(text, error.meant) if isinstance(text, str) else None)


def _sure(text: str, meant: str) -> Any:
    """What was meant by a link, a country code, a quantity or a date, if nothing else was."""
    if meant.startswith("http"):
        return meant if is_certain_link(text, meant) else None
    if meant.isalpha():
        return meant if meant == normalize("NFKC", text).strip().upper() else None
    plain = normalize("NFKC", text)
    if re.fullmatch(r"[-+]?[0-9]+(,[0-9]+)?|[0-9]+\.[0-9]+", plain.strip()):
        return _write_number(text, meant, whole=False).value
    if _MAY_LACK_A_DIGIT(plain.strip()):
        return None
    # The numbers of a date, and nothing more: a time would be lost.
    numbers = sorted(map(int, _NUMBERS(plain)))
    lost = any(map(str.isalpha, plain)) or numbers != sorted(map(int, _NUMBERS(meant)))
    return None if lost else _resolved(meant)


def _text(detail: ErrorDetails, route: Route) -> Cure:
    match detail["input"]:
        case bool() as value:
            word = shown(value)[1:-1]
            return _write(f"'{word}'", word)
        case [str() as only]:
            name = next((part for part in reversed(route) if part != ANY_LANGUAGE), "")
            return _write(f"{name}: {only}", only) if isinstance(name, str) else Cure()
        case _:
            return Cure()


def _list(detail: ErrorDetails, route: Route) -> Cure:
    value = detail["input"]
    if not route or not isinstance(value, str):
        return Cure()
    # A text with commas may be several items.
    several = any(sign in value for sign in ",;\n、，；")  # noqa: RUF001 (they separate too)
    return _write(f"{route[-1]}: [{value}]", None if several else [value])


def _map(detail: ErrorDetails, route: Route) -> Cure:
    """How to write a map, for who wrote a bare id, or a list of ids, in its place."""
    value = detail["input"]
    first = value[0] if isinstance(value, list) and value else value
    if not route or not isinstance(first, str):
        return Cure()
    below = shown(f"  {first}:")
    return Cure(f"write `{route[-1]}:` alone, and each below it, indented, as in {below}")


_CURES: Final[Mapping[str, Callable[[ErrorDetails, Route], Cure]]] = {
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
