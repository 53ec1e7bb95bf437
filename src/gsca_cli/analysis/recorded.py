"""Selections and completed steps over time, as git recorded them, whatever their dates."""

from collections.abc import Callable, Collection, Mapping, Sequence

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.ground import Ground
from gsca_cli.alliance.past import Past
from gsca_cli.alliance.words import former_words
from gsca_cli.analysis.counted import Mark, Scope, completed, scope_of, selected
from gsca_cli.analysis.trend import Count, Question, Trend, lines_of, marks_of, periods_of, trend

Marking = Callable[[Ground, Scope, CityBrief], Sequence[Mark]]


class _Ledger:
    """What counts of each city at one moment; `names` has the id of today for one of before."""

    def __init__(self, scope: Scope, marking: Marking, names: Mapping[str, str]) -> None:
        self._scope = scope
        self._marking = marking
        self._names = names
        self._held: dict[str, frozenset[str]] = {}
        self._total = 0

    def bring_up(self, past: Past, moved: Collection[str]) -> Count:
        """Look again at the cities that moved; what came and what went since the last time."""
        new = ended = 0
        for key in moved:
            before, after = self._held.get(key, frozenset()), self._now(past, key)
            self._held[key] = after
            new += len(after - before)
            ended += len(before - after)
        self._total += new - ended
        return Count(self._total, new, ended)

    def _now(self, past: Past, key: str) -> frozenset[str]:
        city = past.cities.get(key)
        marks = self._marking(past.ground, self._scope, city) if city else ()
        return frozenset(self._names.get(m.of, m.of) for m in marks if m.until is None)


def recorded_trend(question: Question, past: Past) -> Trend:
    """The figures of the records as they stood in git at the end of each period.

    Derived steps count too, as in reports. What came and went within one period is not seen. A
    city whose file could not be read counts nothing.

    Raises:
        UsageError: no region is asked for whose meetings could be meant.
        CannotRunError: git cannot say.
    """
    edition, brief, _ = question
    alliance, scope = edition.alliance, scope_of(brief)
    policies = alliance.policies.values()
    names = {old: policy.id for policy in policies for old in policy.former_ids}
    former = former_words(alliance).items()
    steps_now = {old: now for (target, old), now in former if target == "step"}
    chosen, done = _Ledger(scope, selected, names), _Ledger(scope, completed, steps_now)
    periods = periods_of(question, past.begin(edition.wish.today))
    selections, steps, unreadable = [], [], []
    for period in periods:
        moved = past.move_to(period.last)
        selections.append(chosen.bring_up(past, moved))
        steps.append(done.bring_up(past, moved))
        unreadable.append(sum(city is None for city in past.cities.values()))
    lines = lines_of(periods, selections, steps, unreadable)
    return trend(question, marks_of(alliance, brief), lines)
