"""The state of a step contradicts what the city's selections say of the same step.

Where a city follows each policy by itself, the city-wide step follows from its selections. Given
as done while a selection is still to do, or as still to do while a selection has moved, one of
the two is out of date.

Wrong: `plan: completed` for a city whose one selection says `plan: to-be-developed`
Right: `plan: in-progress` for that city
To fix it: correct the one that is out of date, or leave the city-wide step out.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.brief import CityBrief, SelectionBrief, StateBrief, selections_of, states_of
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.settings import Settings
from gsca_cli.alliance.states import CONTRADICTIONS, class_of, derived_classes, stands
from gsca_cli.checks.check import NEVER, Check, Context, Problem, unless
from gsca_cli.findings import Severity, shown
from gsca_cli.records.default_words import StatusClass

_MOST_RELATED = 10


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """Every step that a city gives itself, against what follows from its selections."""
    city = entry.city
    if not city or not city.steps:
        return
    if not any(selection.steps for selection in city.policies.values()):
        return
    selections = selections_of(city)
    states = states_of(city.steps)
    for step, given, derived in _contradictions(context.settings, selections, states):
        yield Problem(
            ("steps", step, "status"),
            f"`{step}` is given as {given}, but the city's selections make it {derived}",
            "correct the one that is out of date, or leave the city-wide step out",
            related=tuple(
                (("policies", policy, "steps", step, "status"), f"{cls} for {shown(policy)}")
                for policy, cls in _against(context.settings, selections, step, given)
            ),
        )


def finds_from(glance: Glance, context: Context) -> date:
    """A city that gives no step, or whose selections give none, contradicts nothing."""
    city = glance.brief
    if not isinstance(city, CityBrief):
        return NEVER
    selections = glance.values.get("policies", {}).values()
    if "steps" not in glance.values or not any(each.steps for each in selections):
        return NEVER
    return unless(not any(_contradictions(context.settings, city.selections, city.steps)))


def _contradictions(
    settings: Settings, selections: Mapping[str, SelectionBrief], states: Mapping[str, StateBrief]
) -> Iterator[tuple[str, StatusClass, StatusClass]]:
    """Each step whose class, as it is given, contradicts the one that selections make it."""
    from_selections = derived_classes(settings, selections)
    for step, state in states.items():
        given, derived = class_of(settings, state), from_selections.get(step)
        if derived and derived in CONTRADICTIONS.get(given, ()):
            yield step, given, derived


def _against(
    settings: Settings, selections: Mapping[str, SelectionBrief], step: str, given: StatusClass
) -> Iterator[tuple[str, StatusClass]]:
    """The selections that make the difference, each with the class it gives to the step."""
    found = (
        (policy, class_of(settings, each.steps.get(step)))
        for policy, each in selections.items()
        if stands(each) and class_of(settings, each.state) != "excluded"
    )
    return islice((each for each in found if each[1] in CONTRADICTIONS[given]), _MOST_RELATED)


CHECK = Check("contradicting-states", Severity.ERROR, look=look, finds_from=finds_from)
