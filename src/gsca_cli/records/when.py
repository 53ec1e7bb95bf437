"""Dates as precise as their sources: a day, a month, a year, a span, or a bound."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

NOT_A_DATE = "is not a date"
_DECEMBER = 12
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as its source: a day, a month, a year, a span, or a bound.

    `earliest` and `latest` are the first and the last day it can mean; None where it is open.
    """

    text: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        # The days follow from the text.
        return hash(self.text)

    def lies_before(self, other: "When") -> bool:
        """Does it lie before another date, however the two are read?"""
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    @classmethod
    @lru_cache(maxsize=1 << 14)
    def parse(cls, text: str) -> "When":
        """Read `2022`, `2022-06`, `2022-06-11`, `2021-01/2021-03`, `../2022-06` or `2022-06/..`.

        Raises:
            ValueError: the text is none of these, or no day of the calendar.
        """
        start, slash, end = text.partition("/")
        if not slash:
            first, last = _period(start)
            return cls(text, first, last)
        earliest = None if start == ".." else _period(start)[0]
        latest = None if end == ".." else _period(end)[1]
        if earliest is None and latest is None:
            raise ValueError(NOT_A_DATE)
        if earliest and latest and latest < earliest:
            message = "ends before it begins"
            raise ValueError(message)
        return cls(text, earliest, latest)


def day_after(day: date) -> date:
    """The next day; the last day that a calendar knows has none, and stays."""
    return day if day == date.max else day + timedelta(days=1)


def _period(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day.

    Raises:
        ValueError: the text is none.
    """
    found = _DAY.match(text)
    if not found:
        raise ValueError(NOT_A_DATE)
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        message = "is no day of the calendar"
        raise ValueError(message) from None
    if day is not None:
        return first, first
    # `calendar` knows how long a month is, but it loads what knows of languages.
    if month is not None and first.month < _DECEMBER:
        return first, first.replace(month=first.month + 1) - timedelta(days=1)
    return first, date(first.year, _DECEMBER, 31)
