"""Dates whose month or quarter is written in words: in English, Spanish, Portuguese, Japanese."""

import re
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero janeiro",
            "feb february febrero fev fevereiro",
            "mar march marzo março marco",
            "apr april abr abril",
            "may mayo mai maio",
            "jun june junio junho",
            "jul july julio julho",
            "aug august ago agosto",
            "sep sept september septiembre setiembre set setembro",
            "oct october octubre out outubro",
            "nov november noviembre novembro",
            "dec december dic diciembre dez dezembro",
        ),
        1,
    )
    for name in names.split()
}
_DAY_FIRST: Final = (
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|º)?[ -](?:de |of )?)?"
    r"(?P<month>[^\W\d_]+)\.?,?[ -](?:de |of )?(?P<year>[0-9]{4})"
)
_MONTH_FIRST: Final = (
    r"(?P<month>[^\W\d_]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"
)
_JAPANESE: Final = r"(?P<year>[0-9]{4})年(?:(?P<number>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
_QUARTER: Final = (
    r"(?:(?P<before>[0-9]{4})[- ]?)?[qt](?P<quarter>[1-4])(?:[- ](?P<after>[0-9]{4}))?"
)


def parts_in_words(text: str) -> tuple[str, str, str] | None:
    """The year, the month and the day of a date in words; empty where it gives none."""
    plain = " ".join(text.lower().split())
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = re.fullmatch(pattern, plain)
        if found and found["month"] in _MONTHS:
            return found["year"], str(_MONTHS[found["month"]]), found["day"] or ""
    if found := re.fullmatch(_JAPANESE, plain):
        return found["year"], found["number"] or "", found["day"] or ""
    return None


def quarter_in_words(text: str) -> str:
    """The span of `Q1 2021` or `2021-Q1`: 2021-01/2021-03; nothing if it is none."""
    found = re.fullmatch(_QUARTER, text.strip().lower())
    if not found or bool(found["before"]) == bool(found["after"]):
        return ""
    year, last = found["before"] or found["after"], 3 * int(found["quarter"])
    return f"{year}-{last - 2:02}/{year}-{last:02}"
