"""Selections and completed steps over time: what the two ways to count them have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.ground import Ground
from gsca_cli.analysis.counted import Mark, completed, scope_of, selected
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.analysis.meetings import region_of
from gsca_cli.analysis.periods import By, Period, calendar, meetings
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.region import Region


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are at the end of a period, and how many came and went in it.

    `new_by_then` and `ended_by_then` are those of them that may have done so before it: their
    date is not exact.
    """

    total: int
    new: int
    ended: int
    new_by_then: int = 0
    ended_by_then: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of selections, and one of completed steps."""

    selections: int
    steps: int


@dataclass(frozen=True, slots=True)
class Line:
    """One period; `unreadable` are the cities whose file could not be read at its end."""

    period: str
    title: str
    first: str
    last: str
    selections: Count
    steps: Count
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """What no line counts.

    `undated` has no date, `derived` steps are those of them that follow from selections; `later`
    has a date after today, `ending_later` an end after today; `lost` are selections that were
    withdrawn and do not say when they began; `outside` are those beside a region's matrix.
    """

    undated: Pair
    derived: int
    later: Pair
    ending_later: Pair
    lost: int
    outside: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Selections and completed steps at the end of each period.

    `recorded`: from git, not from the recorded dates. `before` is what there was before the first
    line. `in_all` is what the files at hand hold, with or without a date, as reports count it.
    `apart` is None for what git tells. `left_out` are the files at hand that could not be read.
    `commit` is the one that was asked for; the files at hand are then those that it holds.
    """

    kind: str
    about: Named
    by: str
    recorded: bool
    since: str
    today: str
    before: Pair
    lines: tuple[Line, ...]
    in_all: Pair
    apart: Apart | None
    left_out: tuple[str, ...] = ()
    commit: str = ""


class Question(NamedTuple):
    """What is asked: about a record, or the whole alliance, and how long a period is."""

    edition: Edition
    brief: Brief | None
    by: By


class Marks(NamedTuple):
    """All selections and completed steps of the cities that count."""

    selections: Sequence[Mark]
    steps: Sequence[Mark]


def ground_of(alliance: Alliance) -> Ground:
    """What the figures of the cities of an alliance depend on."""
    return Ground(alliance.settings, alliance.regions, alliance.tracks)


def marks_of(alliance: Alliance, brief: Brief | None) -> Marks:
    """The selections and completed steps of a record, or of the whole alliance."""
    ground, scope = ground_of(alliance), scope_of(brief)
    return Marks(
        [mark for city in alliance.cities.values() for mark in selected(ground, scope, city)],
        [mark for city in alliance.cities.values() for mark in completed(ground, scope, city)],
    )


def trend(
    question: Question, marks: Marks, lines: Sequence[Line], apart: Apart | None = None
) -> Trend:
    """A trend of some lines, without those that end before the reader wants it to begin."""
    edition, brief, by = question
    since = edition.wish.since
    shown = [line for line in lines if not since or line.last >= str(since.earliest)]
    earlier = lines[: len(lines) - len(shown)]
    begin = Pair(earlier[-1].selections.total, earlier[-1].steps.total) if earlier else Pair(0, 0)
    name = edition.text(brief.names if brief else edition.alliance.settings.name)
    return Trend(
        kind=str(brief.kind if brief else Kind.ALLIANCE),
        about=Named(brief.id if brief else "", name),
        by=str(by),
        recorded=apart is None,
        since=str(since or ""),
        today=str(edition.wish.today),
        before=begin,
        lines=tuple(shown),
        in_all=Pair(*(sum(mark.until is None for mark in each) for each in marks)),
        apart=apart,
        left_out=tuple(place.path for place in edition.alliance.left_out),
    )


def lines_of(
    periods: Sequence[Period],
    selections: Sequence[Count],
    steps: Sequence[Count],
    unreadable: Sequence[int] = (),
) -> list[Line]:
    """A line for each period."""
    return [
        Line(
            period.name,
            period.title,
            str(period.first or ""),
            str(period.last),
            chosen,
            done,
            unreadable[number] if unreadable else 0,
        )
        for number, (period, chosen, done) in enumerate(
            zip(periods, selections, steps, strict=True)
        )
    ]


def periods_of(question: Question, start: date | None) -> Sequence[Period]:
    """The periods from the one of a day until today; none if there is no such day.

    Raises:
        UsageError: no region is asked for whose meetings could be meant.
        CannotRunError: it has held no meetings yet.
    """
    edition, brief, by = question
    today = edition.wish.today
    if by is not By.MEETING:
        return calendar(by, start, today) if start else []
    held = _meetings(edition, brief)
    return [period for period in held if start and period.last >= start]


def _meetings(edition: Edition, brief: Brief | None) -> Sequence[Period]:
    """The time between the meetings of a region, or of the only one that a city is in."""
    region = region_of(edition.alliance, brief) if brief else None
    if region is None:
        message = "--by meeting needs a region, whose meetings are on record: give its id"
        raise UsageError(message)
    held = edition.record(region, Region).meetings
    found = meetings(
        [(each.date, edition.text(each.title) or each.kind or "") for each in held],
        edition.wish.today,
    )
    if not found:
        none = "no meeting was held by today" if held else "no meeting is on record"
        message = f"--by meeting: {none}; add it under `meetings` in {region.path}"
        raise CannotRunError(message)
    return found
