"""A step is done, while an earlier one of its track is not.

The steps of a track follow each other. Where a later one is done and an earlier one is known to
be under way or still to do, one of the two is out of date. What is unknown or does not apply
says nothing, and what gsca derives is not looked at.

Wrong: `letter: to-be-developed` with `plan: completed`, on a track with `letter` before `plan`
Right: `letter: completed` with `plan: completed`
To fix it: bring the earlier step up to date, or correct the later one.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gsca_cli.alliance.ladders import Climb, Ladders, Walker
from gsca_cli.checks.check import Check, Context, Problem, Steps
from gsca_cli.findings import Severity, shown
from gsca_cli.records.default_words import StatusClass

_MOST_RELATED = 10
_OPEN: Final = ("pending", "active")
"""The classes of what is known not to be done."""


def follow(_: Ladders, steps: Steps, context: Context) -> Iterator[Problem]:
    """Every track, as a city, a selection or a region walks it."""
    if not context.settings_known:
        return
    for climb in steps.climbs:
        if _skips(climb.classes):
            yield from _problems(steps.walker, climb)


@lru_cache(maxsize=1 << 10)
def _skips(classes: tuple[StatusClass, ...]) -> bool:
    """Is one done behind one that is not? Thousands of cities have come equally far."""
    rest = iter(classes)
    return any(cls in _OPEN for cls in rest) and "done" in rest


def _problems(walker: Walker, climb: Climb) -> Iterator[Problem]:
    """Every step that is done, while an earlier one is not."""
    open_steps: list[str] = []
    for step, cls in zip(climb.steps, climb.classes, strict=True):
        if cls in _OPEN:
            open_steps.append(step)
        elif cls == "done" and open_steps:
            yield _problem(walker, climb, step, open_steps)


def _problem(walker: Walker, climb: Climb, step: str, earlier: list[str]) -> Problem:
    if len(earlier) == 1:
        is_not = f"{shown(earlier[0])} before it is not"
    else:
        is_not = f"{len(earlier)} steps before it are not"
    places = walker.places
    return Problem(
        places[(*climb.route, step, "status")],
        f"{shown(step)} is done, but {is_not}",
        "bring the earlier step up to date, or correct this one",
        related=tuple(
            (places[(*climb.route, each, "status")], f"not done yet: {shown(each)}")
            for each in earlier[:_MOST_RELATED]
        ),
    )


CHECK = Check("step-skipped", Severity.WARNING, follow=follow)
