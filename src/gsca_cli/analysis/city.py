"""The report of a city: where it belongs, what it chose, how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.states import step_state
from gsca_cli.analysis.countries import country_name
from gsca_cli.analysis.edition import Edition, Ending, Named, Value
from gsca_cli.analysis.remarks import NoteLine, StateLine, note_lines, state_line
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City, Membership, Participation, Selection
from gsca_cli.records.record import State
from gsca_cli.records.region import Region
from gsca_cli.records.track import Track


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


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a track, and where the city stands on it."""

    step: Named
    state: StateLine


@dataclass(frozen=True, slots=True)
class TrackLines:
    """The steps of one track."""

    track: Named
    steps: tuple[StepLine, ...]


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
    """All that the report of a city shows."""

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


def city_report(edition: Edition, brief: CityBrief) -> CityReport:
    """The figures of the report of a city."""
    entry = edition.alliance.entry(brief)
    record = edition.record(brief, City)
    # The order is that of the page: it numbers footnotes and sources.
    sources = edition.cite_record(record)
    point, people = record.location, record.population
    country = country_name(record.country, edition.wish.language)
    return CityReport(
        city=edition.named(Kind.CITY, brief.id),
        marks=edition.marks(entry, ".", "name"),
        also_called=_also_called(edition, record),
        country=Value(country, edition.marks(entry, "country")),
        subdivision=edition.value(entry, "subdivision", record.subdivision or ""),
        location=edition.value(entry, "location", f"{point.lat}, {point.lon}" if point else ""),
        population=edition.value(entry, "population", f"{people.value}" if people else ""),
        memberships=tuple(_membership(edition, entry, *each) for each in record.regions.items()),
        selections=tuple(_selection(edition, entry, *each) for each in record.policies.items()),
        tracks=_tracks(edition, entry, brief),
        programmes=tuple(
            _participation(edition, entry, *each) for each in record.programmes.items()
        ),
        notes=note_lines(edition, record.notes),
        sources=sources,
        since=str(edition.wish.since or ""),
        today=str(edition.wish.today),
        ending=edition.ending(),
    )


def _also_called(edition: Edition, record: City) -> str:
    """The names in other languages, and the aliases."""
    shown = edition.text(record.name)
    names = [*record.name.values(), *(alias.name for alias in record.aliases)]
    return ", ".join(name for name in dict.fromkeys(names) if name != shown)


def _membership(edition: Edition, entry: Entry, region: str, place: Membership) -> MembershipLine:
    alliance = edition.alliance
    brief = alliance.regions.get(region)
    cohorts = edition.record(brief, Region).cohorts if brief else {}
    cohort = cohorts.get(place.cohort or "")
    at = f"regions.{region}"
    routes = [at, *(f"{at}.{field}" for field in type(place).model_fields)]
    return MembershipLine(
        edition.named(Kind.REGION, region),
        edition.text(alliance.role(place.role).name),
        edition.text(alliance.standing(place.standing).name),
        edition.text(cohort.name) if cohort else "",
        str(place.joined or ""),
        str(place.left or ""),
        edition.text(place.note),
        edition.cite(place.sources),
        edition.marks(entry, *routes),
    )


def _selection(edition: Edition, entry: Entry, policy: str, selection: Selection) -> SelectionLine:
    at = f"policies.{policy}"
    steps = tuple(
        StepLine(_step(edition, step), _state(edition, entry, f"{at}.steps.{step}", state))
        for step, state in selection.steps.items()
    )
    return SelectionLine(
        edition.named(Kind.POLICY, policy),
        selection.chosen == "yes",
        _state(edition, entry, at, selection),
        steps,
    )


def _state(edition: Edition, entry: Entry, at: str, state: State) -> StateLine:
    settings = edition.alliance.settings
    if state.status is None:
        return state_line(edition, entry, at, state, ("", "", ""))
    status = next((each for each in settings.statuses if each.id == state.status), None)
    symbol, word = (status.symbol, edition.text(status.name)) if status else ("", state.status)
    return state_line(edition, entry, at, state, (state.status, symbol, word))


def _tracks(edition: Edition, entry: Entry, brief: CityBrief) -> tuple[TrackLines, ...]:
    """The tracks of the city's regions, and any other on which it gives a step."""
    alliance = edition.alliance
    of_regions = {
        region.track
        for key in brief.memberships
        if (region := alliance.regions.get(key)) and region.track
    }
    return tuple(
        TrackLines(
            edition.named(Kind.TRACK, track.id),
            tuple(
                StepLine(_step(edition, step), _step_state(edition, entry, brief, step))
                for step in track.steps
            ),
        )
        for track in alliance.tracks.values()
        if track.walked_by is Kind.CITY
        and (track.id in of_regions or set(track.steps) & set(brief.steps))
    )


def _step_state(edition: Edition, entry: Entry, brief: CityBrief, step: str) -> StateLine:
    """A step as given, or as derived from the selections where nothing is known."""
    settings = edition.alliance.settings
    given = edition.record(brief, City).steps.get(step, State())
    state = step_state(settings, brief, step)
    state = step_state(settings, brief, step)
    words = (state.status.id, state.status.symbol, edition.text(state.status.name))
    line = state_line(edition, entry, f"steps.{step}", given, words)
    return replace(line, derived=state.derived)


def _step(edition: Edition, step: str) -> Named:
    return step_names(edition).get(step, Named(step, step))


def step_names(edition: Edition) -> Mapping[str, Named]:
    """The names of all steps of all tracks, by id."""
    return {
        step.id: Named(step.id, edition.text(step.name))
        for track in edition.alliance.tracks.values()
        for step in edition.record(track, Track).steps
    }


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
