"""The report of a track: its steps, and where those who walk it stand."""

from dataclasses import dataclass, field

from gsca_cli.alliance.brief import TrackBrief
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.states import given_state, step_state
from gsca_cli.analysis.edition import Edition, Ending, Named
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.matrix import LegendLine, StepCell, in_use, legend, step_cell
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import track_list
from gsca_cli.analysis.moved.moved import mark
from gsca_cli.analysis.moved.states import region_step_moved
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.remarks import NoteLine, note_lines
from gsca_cli.kinds import Kind
from gsca_cli.records.track import Track


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many cities of a region have a status on a step, and for how many it is derived."""

    status: str
    symbol: str
    word: str
    cities: int
    derived: int


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A step, and where each walker stands: a cell for a region, counts for its cities."""

    step: Named
    phase: str
    description: str
    example: str
    cells: tuple[StepCell, ...]
    counts: tuple[tuple[StatusCount, ...], ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrackReport:
    """All that the report of a track shows; `walkers` are regions, the columns of the rows.

    `news` are the marks in use; `moved` lists what moved, if somebody asked for that.
    """

    track: Named
    walked_by: str
    walkers: tuple[Named, ...]
    rows: tuple[TrackRow, ...]
    legend: tuple[LegendLine, ...]
    notes: tuple[NoteLine, ...]
    sources: tuple[int, ...]
    since: str
    today: str
    ending: Ending
    news: tuple[Newness, ...] = field(default=(), metadata={IF_ANY: True})
    moved: WhatMoved | None = field(default=None, metadata={IF_ANY: True})


def track_report(edition: Edition, brief: TrackBrief) -> TrackReport:
    """The figures of the report of a track."""
    record = edition.record(brief, Track)
    sources = edition.cite_record(record)
    walkers = _walkers(edition, brief)
    rows = _rows(edition, brief, record, walkers)
    cells = [cell for row in rows for cell in row.cells]
    return TrackReport(
        track=edition.named(Kind.TRACK, brief.id, ".", "name"),
        walked_by=str(brief.walked_by),
        walkers=walkers,
        rows=rows,
        legend=legend(edition, brief.statuses, cells),
        notes=note_lines(edition, record.notes),
        sources=sources,
        since=edition.wish.moment,
        today=str(edition.wish.today),
        ending=edition.ending(),
        news=in_use([cell.newness for cell in cells]),
        moved=track_list(edition, brief),
    )


def _walkers(edition: Edition, brief: TrackBrief) -> tuple[Named, ...]:
    """The regions that walk the track, or whose cities do, by name."""
    named = [
        edition.named(Kind.REGION, region.id)
        for region in edition.alliance.regions.values()
        if brief.walked_by is Kind.REGION or region.track == brief.id
    ]
    return tuple(sorted(named, key=lambda each: folded(each.name)))


def _rows(
    edition: Edition, brief: TrackBrief, record: Track, walkers: tuple[Named, ...]
) -> tuple[TrackRow, ...]:
    phases = {phase.id: edition.text(phase.name) for phase in record.phases}
    by_regions = brief.walked_by is Kind.REGION
    return tuple(
        TrackRow(
            Named(step.id, edition.text(step.name)),
            phases.get(step.phase or "", ""),
            edition.text(step.description),
            edition.text(step.example),
            tuple(_cell(edition, each.id, step.id) for each in walkers if by_regions),
            tuple(_counts(edition, brief, each.id, step.id) for each in walkers if not by_regions),
            edition.cite(step.sources),
        )
        for step in record.steps
    )


def _cell(edition: Edition, region: str, step: str) -> StepCell:
    brief = edition.alliance.regions[region]
    state = given_state(edition.alliance.settings, brief.steps.get(step))
    at = f"steps.{step}"
    return step_cell(
        edition,
        state.status,
        new=mark(region_step_moved(edition, brief, step)),
        marks=edition.marks_on(brief, at, f"{at}.status", f"{at}.since"),
    )


def _counts(edition: Edition, brief: TrackBrief, region: str, step: str) -> tuple[StatusCount, ...]:
    settings = edition.alliance.settings
    found = [
        step_state(settings, city, step, brief.statuses)
        for city, _ in edition.alliance.members(region)
    ]
    return tuple(
        StatusCount(
            status.id,
            status.symbol,
            edition.text(status.name),
            sum(each.status == status for each in found),
            sum(each.status == status and each.derived for each in found),
        )
        for status in settings.statuses
        if any(each.status == status for each in found)
    )
