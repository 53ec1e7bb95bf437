"""Selections and completed steps over time, from the recorded dates.

A selection counts from its `since` until its `until`, a completed step from its `since`. What has
no date stands in no period.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from gsca_cli.alliance.brief import Brief
from gsca_cli.analysis.counted import Mark, outside_columns, scope_of
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.periods import Period, last_possible_day
from gsca_cli.analysis.trend import (
    Apart,
    Count,
    Pair,
    Question,
    Trend,
    ground_of,
    lines_of,
    marks_of,
    periods_of,
    trend,
)
from gsca_cli.records.when import When


@dataclass(frozen=True, slots=True)
class _Stay:
    """A mark that has its place in time: the day from which it counts, and that of its end."""

    mark: Mark
    begin: date
    end: date | None


def dated_trend(question: Question) -> Trend:
    """The figures from the recorded dates.

    A date that is not exact counts from the last day that it may mean, today at the latest.

    Raises:
        UsageError: no region is asked for whose meetings could be meant.
    """
    edition, brief, _ = question
    today = edition.wish.today
    marks = marks_of(edition.alliance, brief)
    chosen, done = (list(_stays(each, today)) for each in marks)
    start = min((stay.begin for stay in (*chosen, *done)), default=None)
    periods = periods_of(question, start)
    apart = Apart(
        undated=Pair(*(sum(map(_is_undated, each)) for each in marks)),
        derived=sum(mark.derived for mark in marks.steps),
        later=Pair(*(sum(_is_later(mark, today) for mark in each) for each in marks)),
        ending_later=Pair(*(sum(map(_ends_later, stays)) for stays in (chosen, done))),
        lost=sum(bool(mark.until) and not mark.since for mark in marks.selections),
        outside=_outside(edition, brief),
    )
    lines = lines_of(periods, _counts(periods, chosen), _counts(periods, done))
    return trend(question, marks, lines, apart)


def _stays(marks: Iterable[Mark], today: date) -> Iterable[_Stay]:
    for mark in marks:
        begin = last_possible_day(mark.since, today) if mark.since else None
        if begin:
            end = last_possible_day(mark.until, today) if mark.until else None
            yield _Stay(mark, begin, max(begin, end) if end else None)


def _is_undated(mark: Mark) -> bool:
    return mark.since is None and mark.until is None


def _is_later(mark: Mark, today: date) -> bool:
    """Does what a report counts begin after today?"""
    if mark.since is None or mark.until is not None:
        return False
    return last_possible_day(mark.since, today) is None


def _ends_later(stay: _Stay) -> bool:
    """Does it end after today?"""
    return stay.end is None and stay.mark.until is not None


def _counts(periods: Sequence[Period], stays: Sequence[_Stay]) -> list[Count]:
    begun, begun_by_then = _events(periods, [(s.mark.since, s.begin) for s in stays])
    ended, ended_by_then = _events(periods, [(s.mark.until, s.end) for s in stays])
    totals = accumulate(begun[number] - ended[number] for number in range(len(periods)))
    return [
        Count(total, begun[number], ended[number], begun_by_then[number], ended_by_then[number])
        for number, total in enumerate(totals)
    ]


def _events(
    periods: Sequence[Period], dates: Iterable[tuple[When | None, date | None]]
) -> tuple[Counter[int], Counter[int]]:
    """How many dates count in each period, and how many of them may mean an earlier one."""
    found: Counter[int] = Counter()
    by_then: Counter[int] = Counter()
    for when, day in dates:
        if when and day:
            # The last period ends today, and no day lies after today.
            number = bisect_left(periods, day, key=lambda period: period.last)
            found[number] += 1
            by_then[number] += _may_lie_before(periods[number], when)
    return found, by_then


def _may_lie_before(period: Period, when: When) -> bool:
    if when.earliest is None:
        return True
    return period.first is not None and when.earliest < period.first


def _outside(edition: Edition, brief: Brief | None) -> int:
    ground, scope = ground_of(edition.alliance), scope_of(brief)
    return sum(outside_columns(ground, scope, city) for city in edition.alliance.cities.values())
