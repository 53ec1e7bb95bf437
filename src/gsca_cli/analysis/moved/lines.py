"""What moved of one record: a line for each part, as much of it as a sentence says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief, TrackBrief
from gsca_cli.alliance.settings import Position, Status
from gsca_cli.analysis.changes.change import Lost, What
from gsca_cli.analysis.changes.losses import lost_with
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.memberships import (
    column_moved,
    membership_moved,
    participation_moved,
)
from gsca_cli.analysis.moved.moved import Moved
from gsca_cli.analysis.moved.selections import selection_moved
from gsca_cli.analysis.moved.states import region_step_moved, selection_step_moved, step_moved
from gsca_cli.analysis.steps import step_name
from gsca_cli.kinds import Kind


@dataclass(frozen=True, slots=True)
class MovedLine:
    """What happened to a record, or to a part of one: `at` is its route, `part` its name.

    `within` names the policy for which a step is followed. `before` and `after` are statuses in
    words. `perhaps`: it may have happened before. `derived`: it follows from the selections. `lost`
    is what goes with a city that is gone.
    """

    kind: Kind
    id: str
    name: str
    what: What
    at: str = ""
    part: str = ""
    within: str = ""
    before: str = ""
    after: str = ""
    when: str = ""
    perhaps: bool = False
    derived: bool = False
    lost: Lost | None = field(default=None, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class WhatMoved:
    """All that moved since a moment; `unread` are files that could not be compared."""

    since: str
    lines: tuple[MovedLine, ...]
    unread: tuple[str, ...] = ()


def called(edition: Edition, kind: Kind, key: str) -> str:
    """What a record is called, or was called while it was on record."""
    earlier = edition.earlier.alliance.of(kind) if edition.earlier else {}
    if key in earlier and key not in edition.alliance.of(kind):
        return edition.text(earlier[key].names)
    return edition.named(kind, key).name


def whole(edition: Edition, brief: Brief, what: What) -> MovedLine:
    """That a record is new, or gone."""
    return MovedLine(brief.kind, brief.id, edition.text(brief.names), what)


def deleted(edition: Edition, brief: Brief) -> MovedLine:
    """That a record is gone; of a city, what goes with it."""
    line = whole(edition, brief, What.REMOVED)
    if edition.earlier is None or not isinstance(brief, CityBrief):
        return line
    settings = edition.earlier.alliance.settings
    lost = lost_with(
        brief,
        settings,
        lambda kind, key: called(edition, kind, key),
        lambda step: step_name(edition, step).name,
    )
    return replace(line, lost=lost)


def if_new(edition: Edition, brief: Brief) -> Iterator[MovedLine]:
    """That a record is new, if it is."""
    if edition.earlier and edition.earlier.lacks(brief):
        yield whole(edition, brief, What.ADDED)


def _part(edition: Edition, brief: Brief, moved: Moved, at: str, part: str) -> MovedLine:
    return replace(
        whole(edition, brief, moved.what),
        at=at,
        part=part,
        before=_word(edition, moved.before),
        after=_word(edition, moved.after),
        when=str(moved.when or ""),
        perhaps=moved.perhaps,
        derived=moved.derived,
    )


def _word(edition: Edition, word: Status | Position | None) -> str:
    return edition.text(word.name) if word else ""


def place_lines(edition: Edition, city: CityBrief, regions: Iterable[str]) -> Iterator[MovedLine]:
    """That a city joined some regions, or left them."""
    for region in regions:
        if moved := membership_moved(edition, city, region):
            name = called(edition, Kind.REGION, region)
            line = _part(edition, city, moved, f"regions.{region}", name)
            place = city.memberships.get(region)
            told = place is not None and place.role and moved.what is What.JOINED
            role = edition.text(edition.alliance.role(place.role).name) if place and told else ""
            yield replace(line, after=role or line.after)


def programme_lines(edition: Edition, city: CityBrief) -> Iterator[MovedLine]:
    """That a city takes part in a programme, or does so no more."""
    earlier = edition.earlier
    then = earlier.city(city.id) if earlier else None
    gone = (
        earlier.dropped(Kind.PROGRAMME, then.programmes, city.programmes)
        if earlier and then
        else ()
    )
    for key in (*city.programmes, *gone):
        if moved := participation_moved(edition, city, key):
            name = called(edition, Kind.PROGRAMME, key)
            yield _part(edition, city, moved, f"programmes.{key}", name)


def selection_lines(
    edition: Edition, city: CityBrief, policies: Iterable[str]
) -> Iterator[MovedLine]:
    """What moved of some policies of a city, and of the steps that it follows for each."""
    for policy in policies:
        at, name = f"policies.{policy}", called(edition, Kind.POLICY, policy)
        if moved := selection_moved(edition, city, policy):
            yield _part(edition, city, moved, at, name)
        for step in _followed(edition, city, policy):
            if moved := selection_step_moved(edition, city, policy, step):
                part = step_name(edition, step).name
                line = _part(edition, city, moved, f"{at}.steps.{step}", part)
                yield replace(line, within=name)


def _followed(edition: Edition, city: CityBrief, policy: str) -> Iterable[str]:
    """The steps that a city follows, or followed, for a policy that it has not given up."""
    now = city.selections.get(policy)
    if now is None or now.state.until:
        return ()
    then = edition.earlier.selection(city.id, policy) if edition.earlier else None
    return dict.fromkeys((*now.steps, *(then.steps if then else ())))


def lost_selections(edition: Edition, city: CityBrief) -> Iterator[MovedLine]:
    """The policies that a city withdrew, or names no more."""
    for line in selection_lines(edition, city, policies_of(edition, city)):
        if line.what in {What.WITHDRAWN, What.UNLISTED} and not line.within:
            yield line


def policies_of(edition: Edition, city: CityBrief, first: Iterable[str] = ()) -> list[str]:
    """The policies that a city names or named: some first, then in the order of its file."""
    earlier = edition.earlier
    then = earlier.city(city.id) if earlier else None
    now = dict.fromkeys((*first, *city.selections))
    gone = earlier.dropped(Kind.POLICY, then.selections, now) if earlier and then else ()
    return [*now, *gone]


def step_lines(
    edition: Edition, city: CityBrief, tracks: Iterable[TrackBrief]
) -> Iterator[MovedLine]:
    """What moved of a city's steps on some tracks."""
    for track in tracks:
        for step in track.steps:
            if moved := step_moved(edition, city, step, track):
                part = step_name(edition, step).name
                yield _part(edition, city, moved, f"steps.{step}", part)


def region_lines(edition: Edition, region: RegionBrief) -> Iterator[MovedLine]:
    """What moved of a region itself: its columns, and its own steps."""
    earlier = edition.earlier
    then = earlier.region(region.id) if earlier else None
    gone = earlier.dropped(Kind.POLICY, then.columns, region.columns) if earlier and then else ()
    for policy in (*region.columns, *gone):
        yield from column_lines(edition, region, policy)
    steps = dict.fromkeys((*region.steps, *(then.steps if then else ())))
    yield from region_step_lines(edition, region, steps)


def region_step_lines(
    edition: Edition, region: RegionBrief, steps: Iterable[str]
) -> Iterator[MovedLine]:
    """What moved of some steps that a region walks itself."""
    for step in steps:
        if moved := region_step_moved(edition, region, step):
            part = step_name(edition, step).name
            yield _part(edition, region, moved, f"steps.{step}", part)


def column_lines(edition: Edition, region: RegionBrief, policy: str) -> Iterator[MovedLine]:
    """That a region tracks a policy, or no longer does, if that is new."""
    if moved := column_moved(edition, region, policy):
        yield _part(edition, region, moved, "columns", called(edition, Kind.POLICY, policy))
