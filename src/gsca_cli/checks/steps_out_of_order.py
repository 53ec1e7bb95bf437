"""A step was done before the one that it follows.

The steps of a track are in order, and so are their dates. Only steps that are done and dated are
held against each other, each against the one before it, so that one wrong date is reported once.
Imprecise dates are wrong only if no reading of them is in order.

Wrong: `letter: {status: completed, since: 2022-06}` with `plan: {status: completed, since: 2021}`
Right: `letter: {status: completed, since: 2021-06}` with `plan: {status: completed, since: 2022}`
To fix it: correct the date that is wrong: this one, or that of the earlier step.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gsca_cli.alliance.ladders import Climb, Ladders
from gsca_cli.checks.check import Check, Context, Problem, Steps
from gsca_cli.documents.document import Document
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.records.when import When


class _Dated(NamedTuple):
    """A step that is done, and since when."""

    step: str
    since: When


def follow(ladders: Ladders, steps: Steps, context: Context) -> Iterator[Problem]:
    """Every track, as a city, a selection or a region walks it."""
    if not context.settings_known:
        return
    for climb in steps.climbs:
        for earlier, later in _in_disorder(climb):
            document = ladders.alliance.entry(steps.walker.brief).document
            yield _problem(document, climb.route, earlier, later)


def _problem(document: Document, route: Route, earlier: _Dated, later: _Dated) -> Problem:
    return Problem(
        document.locate((*route, later.step, "since")),
        f"`since: {later.since}` lies before that of {shown(earlier.step)}, {earlier.since}",
        "correct the date that is wrong: this one, or that of the earlier step",
        related=(
            (
                document.locate((*route, earlier.step, "since")),
                f"the date of {shown(earlier.step)}",
            ),
        ),
    )


def _in_disorder(climb: Climb) -> Iterator[tuple[_Dated, _Dated]]:
    """Two steps that are done, one behind the other on the track, and before it in time."""
    step_before, before = "", None
    for step, state, cls in zip(climb.steps, climb.states, climb.classes, strict=True):
        since = state.since
        if since and cls == "done":
            if before and since.lies_before(before):
                yield _Dated(step_before, before), _Dated(step, since)
            step_before, before = step, since


CHECK = Check("steps-out-of-order", Severity.WARNING, follow=follow)
