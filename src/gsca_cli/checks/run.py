"""Checks to findings: the one place where routes become locations."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.ladders import Ladders
from gsca_cli.alliance.settings import SILENT
from gsca_cli.checks.check import Check, Context, Problem, Steps, always, never
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding, Location, Related, Route, Severity, printable
from gsca_cli.records.when import When, day_after

_KEPT: Final = 1 << 14
"""As many dates are looked at once, for all files."""
_AT_ONCE: Final = 200
"""As many cities are followed together."""
MOST_PROBLEMS: Final = 2_000
"""As many findings of one check in one file: a crafted one could hold half a million."""


class Days(NamedTuple):
    """From a day on, and before another."""

    since: date
    until: date


ALWAYS: Final = Days(date.min, date.max)
_TURN: Final = frozenset(check.code for check in ALL_CHECKS if check.turns)
_TURNS: Final = [check.turns for check in ALL_CHECKS if check.turns]


_SUSPECTS: Final = [check.suspects for check in ALL_CHECKS if check.suspects]


class Foreseen(NamedTuple):
    """A finding that there is from a day on."""

    since: date
    finding: Finding


def survey(paths: Sequence[str], context: Context) -> Iterator[Finding]:
    """What the checks find in the names of files."""
    for check, severity in _running(context):
        if check.survey:
            for problem in check.survey(paths):
                yield _finding(check, severity, problem, None)


def look_at(entry: Entry, context: Context) -> Iterator[Finding | Foreseen]:
    """What the checks find in one entry, and what they will find in it on some day."""
    for check, severity in _running(context):
        if check.look:
            for problem in islice(check.look(entry, context), MOST_PROBLEMS):
                finding = _finding(check, severity, problem, entry.document)
                yield Foreseen(problem.since, finding) if problem.since else finding


def is_suspect(lines: Sequence[str]) -> bool:
    """May a check find something in some lines of a file, whatever stands around them?

    It takes less to ask for all at once. Most lines are in plain letters, for which little has to
    be asked: they are kept apart.
    """
    plain: list[str] = []
    others: list[str] = []
    for line in lines:
        (plain if line.isascii() else others).append(line)
    return any(
        some and _is_suspect("\n".join(some)) and any(map(_is_suspect, some))
        for some in (plain, others)
    )


def _is_suspect(lines: str) -> bool:
    for suspects in _SUSPECTS:  # noqa: SIM110 (it is asked for millions of lines)
        if suspects(lines):
            return True
    return False


class Silence:
    """Tells on which days the checks find nothing in records without a suspect line."""

    def __init__(self, context: Context) -> None:
        wanted = [check for check, _ in _running(context) if check.look and not check.suspects]
        parted = [check for check in wanted if check.finds_at or check.finds_in]
        whole = [
            check.finds_from or always
            for check in wanted
            if check.finds_from or check not in parted
        ]
        self._context = context
        self._around: dict[tuple[str, str], Days] = {}
        self._of_dates = [check.finds_at for check in wanted if check.finds_at]
        self._of_parts = [check.finds_in for check in wanted if check.finds_in]
        self._of_whole = [finds_from for finds_from in whole if finds_from is not never]

    def around(self, glance: Glance) -> Days | None:
        """The days around today on which nothing is found; None if something may be today."""
        context = self._context
        since, until = ALWAYS
        for part in glance.parts:
            # Thousands of files share some parts.
            whose, begin, end = part.quiet
            if whose is not context:
                begin, end = self._quiet(part)
            # A comparison takes half as long as `max` and `min` do, and there are dozens in a file.
            if begin > since:  # noqa: PLR1730
                since = begin
            if end < until:  # noqa: PLR1730
                until = end
        for finds_from in self._of_whole:
            if (day := finds_from(glance, context)) < until:
                until = day
        return Days(since, until) if until > context.today else None

    def _quiet(self, part: Seen) -> tuple[date, date]:
        since, until = ALWAYS
        around = self._around
        for _, field, when in part.dates:
            begin, end = around.get((field, when.text)) or self._around_a_date(field, when)
            if begin > since:  # noqa: PLR1730
                since = begin
            if end < until:  # noqa: PLR1730
                until = end
        for finds_in in self._of_parts:
            if (day := finds_in(part, self._context)) < until:
                until = day
        part.quiet = self._context, since, until
        return since, until

    def _around_a_date(self, field: str, when: When) -> Days:
        # Many files give the same dates.
        today = self._context.today
        since, until = _days_between(when, today)
        days = Days(since, min([until, *(each(field, when, today) for each in self._of_dates)]))
        if len(self._around) >= _KEPT:
            self._around.clear()
        self._around[field, when.text] = days
        return days


def lasting(entry: Entry, today: date, findings: Iterable[Finding]) -> Days:
    """The days on which the checks find in an entry what they find today, or foresee."""
    if any(finding.code in _TURN for finding in findings):
        # It names today.
        return Days(today, day_after(today))
    return days_between_turns((given.when for given in entry.dates), today)


def days_between_turns(dates: Iterable[When], today: date) -> Days:
    """The days around one on which no check finds something else for one of these dates."""
    since, until = ALWAYS
    for when in dates:
        days = _days_between(when, today)
        since, until = max(since, days.since), min(until, days.until)
    return Days(since, until)


@lru_cache(maxsize=_KEPT)
def _days_between(when: When, today: date) -> Days:
    """The days around one on which no check finds something else for a date."""
    turns = [turn for turn in {turns(when) for turns in _TURNS} if turn]
    since = max((turn for turn in turns if turn <= today), default=date.min)
    return Days(since, min((turn for turn in turns if turn > today), default=date.max))


def judge(alliance: Alliance, context: Context) -> Iterator[Finding]:
    """What the checks find in the alliance as a whole."""
    for check, severity in _running(context):
        if check.judge:
            for problem in check.judge(alliance, context):
                yield _finding(check, severity, problem, None)
    yield from _follow(Ladders(alliance), context)


def _follow(ladders: Ladders, context: Context) -> Iterator[Finding]:
    """What the checks find that follow each city and region along its ladders."""
    followers = [
        (follow, check, severity)
        for check, severity in _running(context)
        if (follow := check.follow)
    ]
    if not followers:
        return
    # One check after the other, so that the processor has what it needs at hand.
    said = _steps(ladders)
    while some := list(islice(said, _AT_ONCE)):
        for follow, check, severity in followers:
            for steps in some:
                for problem in follow(ladders, steps, context):
                    yield _finding(check, severity, problem, None)


def _steps(ladders: Ladders) -> Iterator[Steps]:
    """What each city and region says of its steps; who says nothing has nothing to follow."""
    for walker in ladders.walkers():
        if groups := walker.groups():
            yield Steps(walker, groups, [*ladders.climbs(walker, groups)])


def _running(context: Context) -> Sequence[tuple[Check, Severity]]:
    """The checks that this alliance wants, each as severe as it wants it."""
    return _wanted(ALL_CHECKS, tuple(context.settings.checks.items()))


@lru_cache(maxsize=8)
def _wanted(
    checks: Sequence[Check], settings: tuple[tuple[str, str], ...]
) -> Sequence[tuple[Check, Severity]]:
    """Worked out once for all files."""
    severities = dict(settings)
    wanted = [(check, severities.get(check.code, check.severity)) for check in checks]
    return [(check, Severity(severity)) for check, severity in wanted if severity != SILENT]


def _finding(
    check: Check, severity: Severity, problem: Problem, document: Document | None
) -> Finding:
    return Finding(
        check.code,
        severity,
        _place(problem.at, document, key=problem.key),
        printable(problem.message),
        printable(problem.hint),
        tuple(Related(_place(at, document), printable(words)) for at, words in problem.related),
        mend=problem.mend,
    )


def _place(at: Route | Location, document: Document | None, *, key: bool = False) -> Location:
    if isinstance(at, Location):
        return at
    return document.locate(at, key=key) if document else Location("")
