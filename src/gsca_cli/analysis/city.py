"""The report of a city: where it belongs, what it chose, how far it has come."""

from dataclasses import dataclass, field

from gsca_cli.alliance.brief import CityBrief, TrackBrief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.states import step_state
from gsca_cli.analysis.edition import Edition, Ending, Named, Value
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import city_list
from gsca_cli.analysis.moved.lost import policies_lost
from gsca_cli.analysis.moved.memberships import membership_moved, place_mark
from gsca_cli.analysis.moved.selections import selection_moved
from gsca_cli.analysis.moved.states import selection_step_moved, step_moved
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.remarks import NoteLine, StateLine, note_lines
from gsca_cli.analysis.step_lines import StepLine, TrackLines, selection_state, track_lines
from gsca_cli.analysis.steps import step_name, walked_tracks
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City, Membership, Participation, Population, Selection
from gsca_cli.records.cldr import country_name
from gsca_cli.records.record import State
from gsca_cli.records.region import Region


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """The place of the city in one region."""

    region: Named
    role: str
    standing: str
    cohort: str
    joined: str
    left: str
    note: str
    sources: tuple[int, ...]
    marks: tuple[str, ...]
    newness: Newness = field(default=Newness.NOT, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class SelectionLine:
    """A policy that the city chose, or practises without being known to have chosen it."""

    policy: Named
    chosen: bool
    state: StateLine
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class ParticipationLine:
    """A programme that the city takes part in."""

    programme: Named
    policy: Named | None
    joined: str
    note: str
    sources: tuple[int, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityReport:
    """All that the report of a city shows; `lost` are the policies that it names no more."""

    city: Named
    marks: tuple[str, ...]
    also_called: str
    country: Value
    subdivision: Value | None
    location: Value | None
    population: Value | None
    memberships: tuple[MembershipLine, ...]
    selections: tuple[SelectionLine, ...]
    tracks: tuple[TrackLines, ...]
    programmes: tuple[ParticipationLine, ...]
    notes: tuple[NoteLine, ...]
    sources: tuple[int, ...]
    since: str
    today: str
    ending: Ending
    moved: WhatMoved | None = field(default=None, metadata={IF_ANY: True})
    lost: tuple[Named, ...] = field(default=(), metadata={IF_ANY: True})


def city_report(edition: Edition, brief: CityBrief) -> CityReport:
    """The figures of the report of a city."""
    entry = edition.alliance.entry(brief)
    record = edition.record(brief, City)
    # The order is that of the page: it numbers footnotes and sources.
    point, people = record.location, record.population
    sources = edition.cite([*record.sources, *(people.sources if people else ())])
    tracks = walked_tracks(edition, brief)
    country = country_name(record.country, edition.wish.language)
    return CityReport(
        city=edition.named(Kind.CITY, brief.id),
        marks=edition.marks(entry, ".", "name"),
        also_called=_also_called(edition, record),
        country=Value(country, edition.marks(entry, "country")),
        subdivision=edition.value(entry, "subdivision", record.subdivision or ""),
        location=edition.value(entry, "location", f"{point.lat}, {point.lon}" if point else ""),
        population=edition.value(entry, "population", _population(people)),
        memberships=tuple(_membership(edition, brief, *each) for each in record.regions.items()),
        selections=tuple(
            _selection(edition, brief, policy, selection)
            for policy, selection in record.policies.items()
        ),
        tracks=tuple(_track(edition, entry, brief, track) for track in tracks),
        programmes=tuple(
            _participation(edition, entry, *each) for each in record.programmes.items()
        ),
        notes=note_lines(edition, record.notes),
        sources=sources,
        since=edition.wish.moment,
        today=str(edition.wish.today),
        moved=city_list(edition, brief, tracks),
        lost=policies_lost(edition, brief),
        ending=edition.ending(),
    )


def _population(people: Population | None) -> str:
    if people is None:
        return ""
    return f"{people.value} ({people.as_of})" if people.as_of else str(people.value)


def _also_called(edition: Edition, record: City) -> str:
    """The names in other languages, and the aliases."""
    shown = edition.text(record.name)
    names = [name for name in dict.fromkeys(record.name.values()) if name != shown]
    return ", ".join([*names, *([called] if (called := edition.also_called(record)) else [])])


def _membership(
    edition: Edition, city: CityBrief, region: str, place: Membership
) -> MembershipLine:
    alliance = edition.alliance
    brief = alliance.regions.get(region)
    cohorts = edition.record(brief, Region).cohorts if brief else {}
    cohort = cohorts.get(place.cohort or "")
    at = f"regions.{region}"
    routes = [at, *(f"{at}.{field}" for field in type(place).model_fields)]
    return MembershipLine(
        edition.named(Kind.REGION, region),
        edition.text(alliance.role(place.role).name) if place.role else "",
        edition.text(alliance.standing(place.standing).name) if place.standing else "",
        edition.text(cohort.name) if cohort else "",
        str(place.joined or ""),
        str(place.left or ""),
        edition.text(place.note),
        edition.cite(place.sources),
        edition.marks_on(city, *routes),
        place_mark(membership_moved(edition, city, region)),
    )


def _selection(
    edition: Edition, city: CityBrief, policy: str, selection: Selection
) -> SelectionLine:
    entry, at = edition.alliance.entry(city), f"policies.{policy}"
    moved = selection_moved(edition, city, policy)
    # The steps come first: it is the order that numbers the sources.
    steps = tuple(_step(edition, city, policy, *each) for each in selection.steps.items())
    return SelectionLine(
        edition.named(Kind.POLICY, policy),
        selection.chosen == "yes",
        selection_state(edition, entry, at, selection, moved),
        steps,
    )


def _step(edition: Edition, city: CityBrief, policy: str, step: str, state: State) -> StepLine:
    entry, at = edition.alliance.entry(city), f"policies.{policy}.steps.{step}"
    moved = selection_step_moved(edition, city, policy, step)
    return StepLine(step_name(edition, step), selection_state(edition, entry, at, state, moved))


def _track(edition: Edition, entry: Entry, brief: CityBrief, track: TrackBrief) -> TrackLines:
    return track_lines(
        edition,
        entry,
        track,
        edition.record(brief, City).steps,
        lambda step: (
            step_state(edition.alliance.settings, brief, step, track.statuses),
            step_moved(edition, brief, step, track),
        ),
    )


def _participation(
    edition: Edition, entry: Entry, programme: str, place: Participation
) -> ParticipationLine:
    at = f"programmes.{programme}"
    return ParticipationLine(
        edition.named(Kind.PROGRAMME, programme),
        edition.named(Kind.POLICY, place.policy) if place.policy else None,
        str(place.joined or ""),
        edition.text(place.note),
        edition.cite(place.sources),
        edition.marks(entry, at, f"{at}.joined", f"{at}.policy"),
    )
