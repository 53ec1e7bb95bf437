"""Cities by policies, and cities by steps, with totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gsca_cli.alliance.brief import CityBrief, MembershipBrief, RegionBrief, TrackBrief
from gsca_cli.alliance.settings import Status
from gsca_cli.alliance.states import StepState
from gsca_cli.analysis.edition import Edition, Named
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.ladders import rung_moved
from gsca_cli.analysis.moved.memberships import column_moved
from gsca_cli.analysis.moved.moved import GONE, mark
from gsca_cli.analysis.moved.selections import cell_mark
from gsca_cli.analysis.moved.states import step_moved
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.rows import (
    Member,
    Places,
    joined,
    member,
    parted,
    selected,
    sorted_places,
    steps_of,
)
from gsca_cli.kinds import Kind
from gsca_cli.records.track import Track


@dataclass(frozen=True, slots=True)
class Column(Named):
    """A policy that the region tracks, or a step of its track, and whether it is new there."""

    newness: Newness = field(default=Newness.NOT, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class PolicyCell:
    """Did a city select a policy, and is that new?"""

    selected: bool
    newness: Newness = Newness.NOT
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """The selections of one city."""

    city: Member
    cells: tuple[PolicyCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PolicyMatrix:
    """Which city selected which policy; `totals` is a number for each column.

    `news` are the marks in use. Both are those of all cities, of which `hidden` have no row. Where
    new ones are told by their dates, `undated` is how many selections have none.
    """

    columns: tuple[Column, ...]
    rows: tuple[PolicyRow, ...]
    totals: tuple[int, ...]
    total: int
    news: tuple[Newness, ...] = field(default=(), metadata={IF_ANY: True})
    hidden: int = field(default=0, metadata={IF_ANY: True})
    undated: int = field(default=0, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class StepCell:
    """Where a city stands on a step; `derived` from its selections if it does not say itself."""

    status: str
    symbol: str
    word: str
    derived: bool = False
    newness: Newness = Newness.NOT
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepRow:
    """The steps of one city."""

    city: Member
    cells: tuple[StepCell, ...]


@dataclass(frozen=True, slots=True)
class LegendLine:
    """What a symbol means, and how many cells have it; `is_unknown` where nothing is recorded."""

    status: str
    symbol: str
    word: str
    cells: int
    is_unknown: bool


@dataclass(frozen=True, slots=True)
class StepsMatrix:
    """Where each city stands on each step of a track; `news` are the marks in use.

    Legend and marks are those of all cities, of which `hidden` have no row. Where what moved is
    told by dates, `undated` is how many states that are known have none.
    """

    track: Named
    columns: tuple[Column, ...]
    rows: tuple[StepRow, ...]
    legend: tuple[LegendLine, ...]
    news: tuple[Newness, ...] = field(default=(), metadata={IF_ANY: True})
    hidden: int = field(default=0, metadata={IF_ANY: True})
    undated: int = field(default=0, metadata={IF_ANY: True})


def policy_matrix(edition: Edition, region: RegionBrief) -> PolicyMatrix:
    """The selections of every city of a region, for every policy that it tracks."""
    places = sorted_places(edition, region)
    shown, hidden = parted(edition, places)
    rows = tuple(_policy_row(edition, region, city, place) for city, place in shown)
    totals = tuple(sum(selected(city, policy) for city, _ in places) for policy in region.columns)
    columns = tuple(_column(edition, region, policy) for policy in region.columns)
    cells = [cell.newness for row in rows for cell in row.cells]
    cells += [cell_mark(edition, city, key) for city, _ in hidden for key in region.columns]
    named = [row.city.newness for row in rows] + [column.newness for column in columns]
    news = in_use(cells, named + joined(edition, region, hidden))
    undated = _undated(region, places) if edition.wish.since else 0
    return PolicyMatrix(columns, rows, totals, sum(totals), news, len(hidden), undated)


def _undated(region: RegionBrief, places: Places) -> int:
    """How many selections of the cities have no date."""
    return sum(
        selected(city, policy) and city.selections[policy].state.since is None
        for city, _ in places
        for policy in region.columns
    )


def _column(edition: Edition, region: RegionBrief, policy: str) -> Column:
    name = edition.named(Kind.POLICY, policy).name
    return Column(policy, name, newness=mark(column_moved(edition, region, policy)))


def in_use(cells: Sequence[Newness], named: Sequence[Newness] = ()) -> tuple[Newness, ...]:
    """The marks in use, in their order; a row or column is marked only where it is surely new."""
    found = {*cells, *(each for each in named if each is Newness.NEW)}
    return tuple(each for each in Newness if each and each in found)


def _policy_row(
    edition: Edition, region: RegionBrief, city: CityBrief, place: MembershipBrief
) -> PolicyRow:
    cells = tuple(_policy_cell(edition, city, policy) for policy in region.columns)
    total = sum(cell.selected for cell in cells)
    return PolicyRow(member(edition, region.id, city, place), cells, total)


def _policy_cell(edition: Edition, city: CityBrief, policy: str) -> PolicyCell:
    new = cell_mark(edition, city, policy)
    is_selected = selected(city, policy)
    if not is_selected and not new:
        return PolicyCell(selected=False)
    at = f"policies.{policy}"
    marks = edition.marks_on(city, at, *_reasons(at, new))
    return PolicyCell(is_selected, new, marks)


def _reasons(at: str, new: Newness) -> tuple[str, ...]:
    """The fields of a state from which a mark follows, and whose footnotes it therefore has."""
    if new in GONE:
        return (f"{at}.until",)
    if new in {Newness.NOT, Newness.NEW, Newness.PERHAPS}:
        return (f"{at}.since",) if new else ()
    return (f"{at}.status", f"{at}.since")


def steps_matrix(edition: Edition, region: RegionBrief) -> StepsMatrix | None:
    """The steps of every city of a region; None if the region names no track."""
    alliance = edition.alliance
    track = alliance.tracks.get(region.track or "")
    if not track:
        return None
    places = sorted_places(edition, region)
    shown, hidden = parted(edition, places)
    rows = tuple(
        StepRow(
            member(edition, region.id, city, place),
            tuple(
                _step_cell(edition, city, step, state, new)
                for step, state, new in _walked(edition, region, city, track)
            ),
        )
        for city, place in shown
    )
    cells = [cell for row in rows for cell in row.cells]
    cells += [
        step_cell(edition, state.status, new=new)
        for city, _ in hidden
        for _, state, new in _walked(edition, region, city, track)
    ]
    columns = tuple(
        Column(step.id, edition.text(step.name), newness=mark(rung_moved(edition, track, step.id)))
        for step in edition.record(track, Track).steps
    )
    named = [row.city.newness for row in rows] + [column.newness for column in columns]
    named += joined(edition, region, hidden)
    return StepsMatrix(
        edition.named(Kind.TRACK, track.id),
        columns,
        rows,
        legend(edition, track.statuses, cells),
        in_use([cell.newness for cell in cells], named),
        len(hidden),
        _undated_steps(edition, region, places) if edition.wish.since else 0,
    )


def _undated_steps(edition: Edition, region: RegionBrief, places: Places) -> int:
    """How many states of the cities are known, but not since when."""
    return sum(
        state.status.cls != "unknown" and state.since is None
        for city, _ in places
        for state in steps_of(edition, region, city)
    )


def _walked(
    edition: Edition, region: RegionBrief, city: CityBrief, track: TrackBrief
) -> Iterator[tuple[str, StepState, Newness]]:
    """For every step of a track, where a city stands and whether that is new."""
    for step, state in zip(track.steps, steps_of(edition, region, city), strict=True):
        yield step, state, mark(step_moved(edition, city, step, track))


def legend(
    edition: Edition, statuses: Sequence[str], cells: Sequence[StepCell]
) -> tuple[LegendLine, ...]:
    """The statuses in use, in their order, whether or not a cell has them."""
    return tuple(
        LegendLine(
            status.id,
            status.symbol,
            edition.text(status.name),
            sum(cell.status == status.id for cell in cells),
            status.cls == "unknown",
        )
        for status in edition.alliance.settings.statuses
        if not statuses
        or status.id in statuses
        or status.cls == "unknown"
        or any(cell.status == status.id for cell in cells)
    )


def _step_cell(
    edition: Edition, city: CityBrief, step: str, state: StepState, new: Newness
) -> StepCell:
    at = f"steps.{step}"
    routes = (at, f"{at}.status", f"{at}.since") if new else (at, f"{at}.status")
    marks = edition.marks_on(city, *routes)
    return step_cell(edition, state.status, derived=state.derived, new=new, marks=marks)


def step_cell(
    edition: Edition,
    status: Status,
    *,
    derived: bool = False,
    new: Newness = Newness.NOT,
    marks: tuple[str, ...] = (),
) -> StepCell:
    """A cell for a status."""
    return StepCell(status.id, status.symbol, edition.text(status.name), derived, new, marks)
