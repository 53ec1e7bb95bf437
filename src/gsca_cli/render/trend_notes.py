"""What is said beside a table of selections and completed steps over time."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from gsca_cli.analysis.trend import Apart, Pair, Trend

STAR: Final = "*"
"""Stands beside what a date that is not exact puts in a line."""
_NONE: Final = Pair(0, 0)
_MOST_NAMED: Final = 5
_NOT_COMMITTED: Final = "; what is not committed, or was committed later, is in no line"
_COMMITTED_LATER: Final = "; what was committed later is in no line"


class Remark(NamedTuple):
    """Some selections and completed steps: what is special about them, in short and at length."""

    short: str
    long: str
    pair: Pair
    more: str = ""


def title(trend: Trend) -> str:
    """What the table shows."""
    return f"{trend.about.name}: selections and completed steps by {trend.by}"


def basis(trend: Trend) -> str:
    """Where the numbers come from."""
    if trend.recorded:
        return f"What git had on record at the end of each {_line(trend)}, until {trend.today}."
    return f"By the recorded dates, until {trend.today}."


def remarks(trend: Trend) -> list[Remark]:
    """What the lines leave out or only suppose, ending with all that there is."""
    if trend.apart is None:
        every = [_at_last(trend)]
    else:
        every = _apart(trend, trend.apart)
        every.append(Remark("in all", "On record in all, with a date or without", trend.in_all))
    found = [Remark("before", "Before the first line", trend.before), *every]
    return [each for each in found if each.pair != _NONE or each is every[-1]]


def _at_last(trend: Trend) -> Remark:
    """What the files hold with which the lines end: those of a commit, or those at hand."""
    commit = trend.commit[:8]
    said = _COMMITTED_LATER if commit else _NOT_COMMITTED
    if _last(trend) == trend.in_all:
        said = ", as in the last line"
    if commit:
        return Remark("in the commit", f"In {commit}", trend.in_all, said)
    return Remark("files at hand", "In the files at hand", trend.in_all, said)


def notes(trend: Trend, safe: Callable[[str], str] = str) -> list[str]:
    """A sentence or two on everything that the numbers do not say by themselves.

    `safe` is what is done to the names of files.
    """
    said = [] if trend.lines else _why_empty(trend)
    if any(line.unreadable for line in trend.lines):
        said.append("Unread: cities whose file could not be read; they count nothing.")
    *some, everything = remarks(trend)
    said += [f"{each.long}: {' and '.join(_words(each.pair))}{each.more}." for each in some]
    all_words = " and ".join(_words(everything.pair, "no"))
    said.append(f"{everything.long}: {all_words}{everything.more}.")
    if trend.left_out:
        said.append(f"Could not be read, and so not counted: {safe(_some(trend.left_out))}.")
    if trend.kind == "policy" and trend.in_all.steps:
        said.append("The steps are those that cities follow for this policy by itself.")
    return said


def _some(paths: Sequence[str]) -> str:
    shown, more = paths[:_MOST_NAMED], len(paths) - _MOST_NAMED
    return ", ".join([*shown, *([f"and {more} more"] if more > 0 else [])])


def _words(pair: Pair, nought: str = "") -> list[str]:
    """`4 selections`, `1 completed step`; where there is none, a word for that, or nothing."""
    named = ((pair.selections, "selection"), (pair.steps, "completed step"))
    return [
        f"{number or nought} {word}{'' if number == 1 else 's'}"
        for number, word in named
        if number or nought
    ]


def _why_empty(trend: Trend) -> list[str]:
    if trend.recorded:
        return [f"No record was committed until {trend.today}."]
    return [
        "No selection and no completed step has a date (`since`), so none can be placed in time.",
        "With --recorded, git tells what was on record, and when.",
    ]


def _last(trend: Trend) -> Pair:
    """What the last line counts."""
    if not trend.lines:
        return _NONE
    return Pair(trend.lines[-1].selections.total, trend.lines[-1].steps.total)


def _by_then(trend: Trend) -> Pair:
    """How many of the dates that the lines count by are not exact."""
    return Pair(
        sum(line.selections.new_by_then + line.selections.ended_by_then for line in trend.lines),
        sum(line.steps.new_by_then + line.steps.ended_by_then for line in trend.lines),
    )


def _line(trend: Trend) -> str:
    """What a line of the table stands for."""
    return "line" if trend.by == "meeting" else trend.by


def _apart(trend: Trend, apart: Apart) -> list[Remark]:
    nowhere = f"so in no {_line(trend)}"
    derived = f" ({apart.derived} derived from selections, and so never dated)"
    return [
        Remark(
            "no date",
            f"Without a date, and {nowhere}",
            apart.undated,
            derived if apart.derived else "",
        ),
        Remark("after today", f"Dated after today, and {nowhere}", apart.later),
        Remark(
            "ends after today",
            "Ending after today, and so counted until then, though not by reports",
            apart.ending_later,
        ),
        Remark(
            "withdrawn, no date",
            f"Withdrawn, with no `since`, and {nowhere}",
            Pair(apart.lost, 0),
        ),
        Remark(
            "not exact",
            f"Not exact ({STAR}), and so counted from the last day that the date may mean, "
            "today at the latest",
            _by_then(trend),
        ),
        Remark(
            "outside the columns",
            "Outside the columns of the region, and not counted, as in its report",
            Pair(apart.outside, 0),
        ),
    ]
