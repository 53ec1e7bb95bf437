"""What to write in place of a value that does not fit, where that is certain."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from pydantic_core import ErrorDetails

from gsca_cli.alliance.country_named import country_named
from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.alliance.cures.forms import LEAVE_OUT, NOT_KNOWN, form_of
from gsca_cli.alliance.cures.language_named import language_named
from gsca_cli.alliance.cures.lists_and_maps import items_in
from gsca_cli.alliance.cures.subdivisions import subdivision_form, subdivision_meant
from gsca_cli.alliance.suggestions import suggestion
from gsca_cli.documents.odd_lines import without_bullet
from gsca_cli.documents.scalars import UnusableNumber, resolve
from gsca_cli.findings import Route, in_single_quotes, shown
from gsca_cli.records.amounts import count_within, degrees_meant
from gsca_cli.records.city import SUBDIVISION_CODE
from gsca_cli.records.cldr import usual_language
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.links import is_certain_link
from gsca_cli.records.meant import UnfitError, flag_meant, number_meant
from gsca_cli.records.shape import Items, Shape, Sort, Value
from gsca_cli.records.spelling import as_written
from gsca_cli.records.texts import ANY_LANGUAGE

_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}").fullmatch
_NUMBERS = re.compile(r"[0-9]+").findall
# The month 1 may be 10, and the day 3 may be 30.
_MAY_LACK_A_DIGIT = re.compile(r"[0-9]{4}-(?:1|[0-9]+-[123])").fullmatch


class Cure(NamedTuple):
    """The right form of a value in words; and as data, where nothing is guessed or lost by it."""

    words: str = ""
    value: Any = None


def cure(
    detail: ErrorDetails, route: Route, shape: Shape | None, beside: Mapping[str, Any]
) -> Cure:
    """The right form of the value of a schema error, ready to be written; or what fits there.

    `beside` is the map in which the value stands.
    """
    value = detail["input"]
    if detail.get("ctx", {}).get("pattern") == SUBDIVISION_CODE:
        return _subdivision(str(value), beside)
    found = _CURES.get(detail["type"], _unknown)(detail, route)
    if isinstance(value, bool) and detail["type"] == "string_type" and not holds_free_text(shape):
        found = Cure()
    if not found.words and isinstance(value, str):
        found = _named(detail, shape, value)
    if found.words:
        return found
    if value is None or value == "":
        return Cure("write its value; a field that is not known is left out")
    meant = _list(value, shape) if detail["type"] == "tuple_type" else None
    return Cure(_LIMITS.get(detail["type"]) or form_of(shape, route, value), meant)


_LIMITS: Final = {
    "too_short": "write at least one, or delete the line",
    "greater_than_equal": "write a number from 0 on",
}


def _named(detail: ErrorDetails, shape: Shape | None, name: str) -> Cure:
    """The code for the name of a country or a language."""
    if isinstance(shape, Value) and shape.sort is Sort.COUNTRY:
        country = country_named(name)
        if country.is_certain:
            return _write(country.code, country.code)
        return Cure(f"write {country.told()}" if country.codes else "")
    if detail.get("ctx", {}).get("pattern") == LANGUAGE_TAG:
        tag = language_named(name)
        return _write(tag, tag) if tag else Cure(_spoken_in(name.upper()) or _LANGUAGE)
    return Cure()


def _spoken_in(code: str) -> str:
    """The language that may be meant by the code of a country."""
    language = usual_language(code) if code in COUNTRY_CODES else ""
    if not language:
        return ""
    return f"{code} is a country; if its language is meant, write {shown(language)}"


_LANGUAGE: Final = "write the tag of the language, such as `en`, `es` or `ja`"


def _unknown(_: ErrorDetails, __: Route) -> Cure:
    return Cure()


def _write(text: str, value: Any = None) -> Cure:
    return Cure(f"write {shown(text)}", value) if text else Cure()


def _number(detail: ErrorDetails, _: Route) -> Cure:
    value = as_written(detail["input"])
    if not isinstance(value, str):
        return Cure()
    whole = detail["type"] == "int_type"
    if meant := number_meant(value, whole=whole):
        return _write_number(value, meant, whole=whole)
    return _write(count_within(value) if whole else degrees_meant(value))


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
    """A text in the form that its pattern asks for: with other capitals, or a hyphen."""
    text = str(detail["input"]).strip().replace("_", "-")
    primary, hyphen, rest = text.partition("-")
    forms = (text.upper(), f"{primary.lower()}{hyphen}{rest}")
    pattern = detail["ctx"]["pattern"]
    if found := next((form for form in forms if re.search(pattern, form)), ""):
        return _write(found, found)
    return Cure()


def _subdivision(text: str, city: Mapping[str, Any]) -> Cure:
    if text.strip().lower() in NOT_KNOWN:
        return Cure(LEAVE_OUT)
    meant = subdivision_meant(text, city)
    return _write(meant, meant) if meant else Cure(subdivision_form(city))


def _word(detail: ErrorDetails, _: Route) -> Cure:
    found = str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    words, value = [word.strip("'") for word in found], str(detail["input"]).lower()
    meant = next((word for word in words if value in _SAME.get(word, ())), "")
    return _write(meant) if meant else _near(str(detail["input"]), words)


def _near(word: str, words: Sequence[str]) -> Cure:
    found = suggestion(word, words)
    return _write(found.name or "", found.meant)


def _what_was_meant(detail: ErrorDetails, route: Route) -> Cure:
    error, text = detail["ctx"]["error"], detail["input"]
    if not isinstance(error, UnfitError) or (isinstance(text, str) and text.lower() in NOT_KNOWN):
        return Cure()
    if not error.meant:
        return Cure(error.fits)
    if error.meant[0] in "<>~":
        # The sign is one of YAML too.
        is_same = text.replace(" ", "") == error.meant
        return Cure(
            f"write {shown(in_single_quotes(error.meant))}", error.meant if is_same else None
        )
    if isinstance(text, str) and text.strip().endswith("%"):
        is_percent = route[-1:] == ("percent",)
        return _write(error.meant, _resolved(error.meant)) if is_percent else Cure()
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


def _list(value: Any, shape: Shape | None) -> Any:
    """The list of a bare text, where it names one item."""
    if not isinstance(value, str) or value.strip().lower() in NOT_KNOWN:
        return None
    text = without_bullet(value)
    is_one = isinstance(shape, Items) and len(items_in(shape.item, text)) == 1
    return [text] if is_one else None


_SAME: Final[Mapping[str, Sequence[str]]] = {
    "silent": ("off", "none", "ignore", "no", "false", "disabled", "skip"),
    "notice": ("info", "hint", "note"),
    "error": ("fail", "failure", "fatal", "on", "true"),
    "city": ("cities", "town", "municipality"),
    "region": ("regions", "alliance"),
    "done": ("finished", "completed", "complete"),
    "active": ("ongoing", "in-progress", "started"),
    "pending": ("open", "planned", "to-be-developed"),
    "publication": ("publications", "report", "press"),
}
"""Words that people write for one of those that a field knows."""
_CURES: Final[Mapping[str, Callable[[ErrorDetails, Route], Cure]]] = {
    "bool_type": _flag,
    "float_type": _number,
    "int_type": _number,
    "literal_error": _word,
    "string_pattern_mismatch": _form,
    "string_type": _text,
    "value_error": _what_was_meant,
}
