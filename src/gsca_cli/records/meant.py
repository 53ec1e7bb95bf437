"""What somebody meant who wrote a value in a form that is common elsewhere."""

import re
from datetime import date
from unicodedata import normalize

from gsca_cli.records.dates_in_words import parts_in_words, quarter_in_words

# Compiled where they are used: most records hold what they should.
_MONTH_LAST = r"([0-9]{1,2})[./ -]([0-9]{4})"
_DAY_FIRST = r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})"
_TIME = r"[T ]+[0-9]{1,2}:[0-9:.]*(?:Z|[+-][0-9:]+)?"
_YEAR_FIRST = rf"([0-9]{{4}})([./ -])([0-9]{{1,2}})(?:\2([0-9]{{1,2}})(?:{_TIME})?)?"
_ONE = r"[0-9]{4}(?:-[0-9]{1,2}){0,2}"
_SPAN = rf"(?:from )?({_ONE}) ?(?:-|/|to|until|bis|a|até|hasta) ?({_ONE})"
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_QUOTES = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb "
_GROUPED = r"[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*"
_DECIMAL_COMMA = r"[-+]?[0-9]+,[0-9]+"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"


_LONGEST = 200
"""As much of a text as is looked at; no date and no number is longer."""


class UnfitError(ValueError):
    """A value that does not fit its field; what was meant, where that is certain; what fits."""

    def __init__(self, message: str, meant: str = "", fits: str = "") -> None:
        super().__init__(message)
        self.meant = meant
        self.fits = fits


def date_meant(text: str) -> str:
    """The date in our form: `2022-5` and `05/2022` are 2022-05; nothing if it is not certain.

    `03/04/2022` could be March or April, `2021-04/06` a day or three months: they are left alone.
    """
    plain = normalize("NFKC", text[:_LONGEST]).translate(_DASHES).strip(_QUOTES)
    if found := re.fullmatch(_YEAR_FIRST, plain):
        return _date(found[1], found[3], found[4])
    if found := re.fullmatch(_SPAN, plain):
        return _span(found[1], found[2])
    if found := re.fullmatch(_MONTH_LAST, plain):
        return _date(found[2], found[1], None)
    if found := re.fullmatch(_DAY_FIRST, plain):
        first, second, year = found.groups()
        readings = {_date(year, second, first), _date(year, first, second)} - {""}
        return readings.pop() if len(readings) == 1 else ""
    if parts := parts_in_words(plain):
        return _date(*(part or None for part in parts))
    return quarter_in_words(plain)


def _span(first: str, last: str) -> str:
    """From one date to another in our form; nothing if the calendar has not both in this order."""
    begin, end = (_date(*each.split("-")) for each in (first, last))
    return f"{begin}/{end}" if begin and end and begin < end else ""


def _date(year: str | None, month: str | None = None, day: str | None = None) -> str:
    """A date in our form; nothing if the calendar has none."""
    try:
        found = date(int(year or 0), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return found.isoformat()[: 10 if day else 7 if month else 4]


def number_meant(text: str, *, whole: bool) -> str:
    """The number as YAML has it: `59,9` is 59.9, `1 234 567` is 1234567; nothing if it is none."""
    plain = normalize("NFKC", text[:_LONGEST]).strip()
    if whole and re.fullmatch(_GROUPED, plain):
        return re.sub(r"[^0-9]", "", plain)
    if not whole and re.fullmatch(_DECIMAL_COMMA, plain):
        return plain.replace(",", ".").removeprefix("+")
    if re.fullmatch(_NUMBER, plain) and not (whole and "." in plain):
        return plain
    return ""


def flag_meant(text: str) -> str:
    """`true` or `false`, for the words that other tools take for it."""
    word = text.strip().lower()
    if word in {"yes", "y", "on", "true", "1"}:
        return "true"
    return "false" if word in {"no", "n", "off", "false", "0"} else ""
