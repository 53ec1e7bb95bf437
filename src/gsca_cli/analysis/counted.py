"""The selections and completed steps that a report counts, each with its dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief, SelectionBrief, TrackBrief
from gsca_cli.alliance.ground import Ground, tracks_of
from gsca_cli.alliance.states import class_before, stands, step_state
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose selections and steps are counted; `ids` are its id and those it had before."""

    kind: Kind
    ids: tuple[str, ...] = ()


class Mark(NamedTuple):
    """A selection or a completed step: what it is of, and from when to when it counts.

    A step that is derived from selections has no date.
    """

    of: str
    since: When | None
    until: When | None = None
    derived: bool = False


def scope_of(brief: Brief | None) -> Scope:
    """What is counted for a record; for none, everything."""
    return Scope(brief.kind, (brief.id, *brief.former_ids)) if brief else Scope(Kind.ALLIANCE)


def selected(ground: Ground, scope: Scope, city: CityBrief) -> Sequence[Mark]:
    """The policies that a city chose, withdrawn ones included.

    For a region these are the columns of its matrix, as in its report, whatever the place of the
    city in it.
    """
    return [
        Mark(policy, each.state.since, each.state.until)
        for policy, each in _selections(ground, scope, city)
        if each.chosen
    ]


def completed(ground: Ground, scope: Scope, city: CityBrief) -> Sequence[Mark]:
    """The steps that a city has completed, given or derived.

    For a region these are those of its track. For a policy they are the steps that the city
    follows for this policy by itself.
    """
    if scope.kind is Kind.POLICY:
        return [
            Mark(step, state.since, state.until or each.state.until)
            for _, each in _selections(ground, scope, city)
            if each.chosen
            for step, state in each.steps.items()
            if class_before(ground.settings, state) == "done"
        ]
    marks = {}
    for track in _tracks(ground, scope, city):
        for step in track.steps:
            given = city.steps.get(step)
            state = step_state(ground.settings, city, step, track.statuses)
            if state.status.cls == "done":
                since = None if state.derived else state.since
                marks[step] = Mark(step, since, derived=state.derived)
            elif given and state.withdrawn and class_before(ground.settings, given) == "done":
                marks[step] = Mark(step, given.since, given.until)
    return list(marks.values())


def outside_columns(ground: Ground, scope: Scope, city: CityBrief) -> int:
    """How many selections a region's report lists below its matrix, and does not count."""
    region = _region(ground, scope, city)
    if region is None:
        return 0
    selections = city.selections.items()
    return sum(stands(each) and policy not in region.columns for policy, each in selections)


def _selections(
    ground: Ground, scope: Scope, city: CityBrief
) -> Iterable[tuple[str, SelectionBrief]]:
    policies: Iterable[str]
    match scope.kind:
        case Kind.REGION:
            region = _region(ground, scope, city)
            policies = region.columns if region else ()
        case Kind.CITY:
            policies = city.selections if city.id in scope.ids else ()
        case Kind.POLICY:
            policies = scope.ids
        case _:
            policies = city.selections
    return [(policy, city.selections[policy]) for policy in policies if policy in city.selections]


def _tracks(ground: Ground, scope: Scope, city: CityBrief) -> Iterable[TrackBrief]:
    """The tracks whose steps count: those that the report of a region or a city shows."""
    if scope.kind is Kind.REGION:
        region = _region(ground, scope, city)
        track = ground.tracks.get(region.track or "") if region else None
        return [track] if track else []
    if scope.kind is Kind.CITY and city.id not in scope.ids:
        return []
    return tracks_of(city, ground.regions, ground.tracks)


def _region(ground: Ground, scope: Scope, city: CityBrief) -> RegionBrief | None:
    if scope.kind is not Kind.REGION:
        return None
    found = (ground.regions.get(key) for key in scope.ids if key in city.memberships)
    return next((region for region in found if region), None)
