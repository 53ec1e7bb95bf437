"""The periods of a table over time: of the calendar, or from one meeting to the next."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gsca_cli.records.when import When


class By(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    MEETING = "meeting"


_MONTHS: Mapping[By, int] = {By.MONTH: 1, By.QUARTER: 3, By.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Some days in a row; `first` is None where nothing lies before them."""

    name: str
    title: str
    first: date | None
    last: date


def calendar(by: By, start: date, today: date) -> list[Period]:
    """The months, quarters or years from the one of a day to that of today, which ends today."""
    length = _MONTHS[by]
    begin = _number(start) // length * length
    return [_period(by, number, today) for number in range(begin, _number(today) + 1, length)]


def meetings(held: Sequence[tuple[When, str]], today: date) -> list[Period]:
    """The days up to each meeting, its own included, and those from the last one until today.

    A meeting counts from the last day that its date may mean; one after today is left out.
    """
    titles: dict[date, list[str]] = {}
    for when, title in held:
        if when.latest and when.latest <= today:
            titles.setdefault(when.latest, []).append(title)
    if not titles:
        return []
    titles.setdefault(today, ["since the last meeting"])
    periods: list[Period] = []
    for day in sorted(titles):
        first = periods[-1].last + timedelta(days=1) if periods else None
        title = ", ".join(each for each in titles[day] if each)
        periods.append(Period(str(day), title, first, day))
    return periods


def last_possible_day(when: When, today: date) -> date | None:
    """The last day that a date may mean, today at the latest; None if it lies after today."""
    if when.earliest and when.earliest > today:
        return None
    return min(when.latest or today, today)


def _number(day: date) -> int:
    """The months since the beginning of the calendar."""
    return day.year * 12 + day.month - 1


def _period(by: By, number: int, today: date) -> Period:
    year, month = divmod(number, 12)
    end_year, end_month = divmod(number + _MONTHS[by] - 1, 12)
    last = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    names = {
        By.MONTH: f"{year:04}-{month + 1:02}",
        By.QUARTER: f"{year:04}-Q{month // 3 + 1}",
        By.YEAR: f"{year:04}",
    }
    return Period(names[by], "", date(year, month + 1, 1), min(last, today))
