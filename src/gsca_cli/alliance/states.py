"""The state of every step, given or derived: the one place that derives."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from gsca_cli.alliance.brief import CityBrief, SelectionBrief, StateBrief
from gsca_cli.alliance.settings import Settings, Status
from gsca_cli.records.default_words import StatusClass
from gsca_cli.records.when import When

CONTRADICTIONS: Mapping[StatusClass, Collection[StatusClass]] = {
    "done": ("pending", "active"),
    "pending": ("done", "active"),
}
"""Which derived classes contradict a given one."""


class StepState(NamedTuple):
    """Where a city or region stands on one step; of one `withdrawn`, nothing else is known."""

    status: Status
    since: When | None = None
    derived: bool = False
    withdrawn: bool = False


def derive(classes: Iterable[StatusClass]) -> StatusClass:
    """The class of a city-wide step from those of the same step of its selections.

    All done is done, all pending is pending; something active, or something done beside
    something pending, is active; anything else is unknown. Where a step does not apply to a
    selection, that selection has no say.
    """
    seen = set(classes) - {"excluded"}
    if seen == {"done"}:
        return "done"
    if seen == {"pending"}:
        return "pending"
    if "active" in seen or seen >= {"done", "pending"}:
        return "active"
    return "unknown"


def derived_classes(
    settings: Settings, selections: Mapping[str, SelectionBrief]
) -> Mapping[str, StatusClass]:
    """The classes that the selections of a city give to the steps that they name.

    A selection that is not applicable gives none; one that does not name the step makes it
    unknown.
    """
    having_a_say = [
        each
        for each in selections.values()
        if stands(each) and class_of(settings, each.state) != "excluded"
    ]
    given: dict[str, list[StatusClass]] = {}
    for each in having_a_say:
        for step, state in each.steps.items():
            given.setdefault(step, []).append(class_of(settings, state))
    return {
        step: derive(classes if len(classes) == len(having_a_say) else [*classes, "unknown"])
        for step, classes in given.items()
    }


def derived_class(
    settings: Settings, selections: Mapping[str, SelectionBrief], step: str
) -> StatusClass:
    """The class that the selections of a city give to one step."""
    return derived_classes(settings, selections).get(step, "unknown")


def stands(selection: SelectionBrief) -> bool:
    """Was the policy chosen, and not withdrawn since?"""
    return selection.chosen and selection.state.until is None


def class_of(settings: Settings, state: StateBrief | None) -> StatusClass:
    """The class of a state; of none, of one withdrawn, or of no such status, it is unknown."""
    if state is None or state.until:
        return "unknown"
    return class_before(settings, state)


def class_before(settings: Settings, state: StateBrief) -> StatusClass:
    """The class of a state, or of what it was before it was withdrawn."""
    return settings.classes.get(state.status or "", "unknown")


def step_state(
    settings: Settings, city: CityBrief, step: str, statuses: Collection[str] = ()
) -> StepState:
    """The state of a city on a step: as given, or derived where nothing is known.

    `statuses` are those of the track, if it uses a part of them.
    """
    given = city.steps.get(step)
    if class_of(settings, given) == "unknown":
        cls = derived_class(settings, city.selections, step)
        status = _first(settings, cls, statuses)
        if cls != "unknown" and status:
            since = given.since if given and not given.until else None
            return StepState(status, since, derived=True)
    return given_state(settings, given)


def given_state(settings: Settings, state: StateBrief | None) -> StepState:
    """A state as the record gives it; nothing given is unknown.

    One that was withdrawn moved last on that day, and holds no more.
    """
    if state and state.until:
        return StepState(unknown_status(settings), state.until, withdrawn=True)
    status = state and next((each for each in settings.statuses if each.id == state.status), None)
    return StepState(status or unknown_status(settings), state.since if state else None)


def unknown_status(settings: Settings) -> Status:
    """The status of what nobody published."""
    return next(each for each in settings.statuses if each.cls == "unknown")


def _first(settings: Settings, cls: StatusClass, statuses: Collection[str]) -> Status | None:
    """The first status of a class, of those in use if one of them has it."""
    of_class = [each for each in settings.statuses if each.cls == cls]
    in_use = [each for each in of_class if each.id in statuses]
    return next(iter(in_use or of_class), None)
