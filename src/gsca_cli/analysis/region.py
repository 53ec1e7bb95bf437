"""The report of a region: what it is, its members, its two matrices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gsca_cli.alliance.brief import CityBrief, RegionBrief
from gsca_cli.alliance.counts import members
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.notes import Notes, notes_of
from gsca_cli.alliance.states import given_state, stands
from gsca_cli.analysis.edition import Edition, Ending, Named, Value
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.latest_change import latest_change
from gsca_cli.analysis.matrix import PolicyMatrix, StepsMatrix, policy_matrix, steps_matrix
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import missing, region_list
from gsca_cli.analysis.moved.moved import mark
from gsca_cli.analysis.moved.selections import selection_moved
from gsca_cli.analysis.moved.states import region_step_moved
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.remarks import (
    ClaimLine,
    NoteLine,
    chronological,
    claim_lines,
    note_lines,
)
from gsca_cli.analysis.rows import Member, Others, member, others, parted, selected, sorted_places
from gsca_cli.analysis.step_lines import TrackLines, track_lines
from gsca_cli.kinds import Kind
from gsca_cli.records.cldr import language_name
from gsca_cli.records.region import Region


@dataclass(frozen=True, slots=True)
class Facts:
    """What a region is; nothing where nothing is known."""

    secretariat: Value | None
    supporters: Value | None
    seat: Value | None
    announced: Value | None
    launched: Value | None
    languages: Value | None
    cadence: Value | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A member with how it came to be one."""

    city: Member
    role: str
    standing: str
    cohort: str
    joined: str
    left: str
    note: str
    sources: tuple[int, ...]
    city_sources: tuple[int, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting of the region; `is_ahead` if it is still to come."""

    date: str
    title: str
    note: str
    sources: tuple[int, ...]
    is_ahead: bool = field(default=False, metadata={IF_ANY: True})


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """A policy that a city names; `until` is when it was withdrawn."""

    id: str
    name: str
    until: str
    newness: Newness
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityPolicies:
    """Some policies of one city."""

    city: Member
    policies: tuple[PolicyMention, ...]


@dataclass(frozen=True, slots=True)
class RegionReport:
    """All that the report of a region shows.

    `outside` are selections outside the columns, `withdrawn` those given up, `practised` policies
    at work that no source calls chosen; none of these is counted in the matrix. `tracks` are
    those that the region itself walks. `missing` are cities that were listed before. Only of the
    cities that have a row in the matrices are the memberships told. `selecting` is the number of
    cities with a selection in the matrix; `latest_change` is the last date, until today, of all
    selections, steps and memberships. `alliance` is the name of the whole, of which it is a part.
    """

    region: Named
    alliance: str
    members: int
    others: tuple[Others, ...]
    claims: tuple[ClaimLine, ...]
    selecting: int
    latest_change: str
    policies: PolicyMatrix
    outside: tuple[CityPolicies, ...]
    withdrawn: tuple[CityPolicies, ...]
    practised: tuple[CityPolicies, ...]
    steps: StepsMatrix | None
    tracks: tuple[TrackLines, ...]
    memberships: tuple[Membership, ...]
    meetings: tuple[MeetingLine, ...]
    also_called: str
    facts: Facts
    sources: tuple[int, ...]
    notes: tuple[NoteLine, ...]
    since: str
    today: str
    ending: Ending
    moved: WhatMoved | None = field(default=None, metadata={IF_ANY: True})
    missing: tuple[Named, ...] = field(default=(), metadata={IF_ANY: True})


def region_report(edition: Edition, brief: RegionBrief) -> RegionReport:
    """The figures of the report of a region."""
    entry = edition.alliance.entry(brief)
    record = edition.record(brief, Region)
    places = sorted_places(edition, brief)
    cities = [city for city, _ in places]
    shown, _ = parted(edition, places)
    # So many records are not read once more without need.
    told = {city.path for city, place in shown if place.has_note}
    noted = [city for city in cities if city.has_dated_notes or city.path in told]
    notes = notes_of(edition.alliance, noted)
    # The order is that of the page: it numbers footnotes and sources.
    region = edition.named(Kind.REGION, brief.id, ".", "name")
    for fact in ("secretariat", "seat") if record.secretariat else ("supporters",):
        edition.marks(entry, fact)
    return RegionReport(
        region=region,
        alliance=edition.text(edition.alliance.settings.name),
        members=len(members(edition.alliance, [brief.id])),
        others=others(edition, places),
        claims=claim_lines(edition, brief, entry),
        selecting=sum(any(selected(city, key) for key in brief.columns) for city in cities),
        latest_change=latest_change(places, edition.wish.today),
        policies=policy_matrix(edition, brief),
        outside=_selections(edition, brief, lambda city: _outside(city, brief)),
        withdrawn=_selections(edition, brief, _withdrawn),
        practised=_selections(edition, brief, _practised),
        steps=steps_matrix(edition, brief),
        tracks=_own_tracks(edition, brief, record),
        memberships=tuple(_membership(edition, brief, city, notes) for city, _ in shown),
        meetings=_meetings(edition, record),
        also_called=edition.also_called(record),
        facts=_facts(edition, entry, record),
        sources=edition.cite_record(record),
        notes=_notes(edition, brief, record, notes),
        since=edition.wish.moment,
        today=str(edition.wish.today),
        moved=region_list(edition, brief, cities),
        missing=missing(edition, brief),
        ending=edition.ending(),
    )


def _facts(edition: Edition, entry: Entry, record: Region) -> Facts:
    language = edition.wish.language
    languages = ", ".join(language_name(code, language) for code in record.languages)
    supporters = ", ".join(edition.text(each) for each in record.supporters)
    return Facts(
        secretariat=edition.value(entry, "secretariat", edition.text(record.secretariat)),
        supporters=edition.value(entry, "supporters", supporters),
        seat=edition.value(entry, "seat", edition.text(record.seat)),
        announced=edition.value(entry, "announced", str(record.announced or "")),
        launched=edition.value(entry, "launched", str(record.launched or "")),
        languages=edition.value(entry, "languages", languages),
        cadence=edition.value(entry, "cadence", edition.text(record.cadence)),
    )


def _outside(city: CityBrief, region: RegionBrief) -> list[str]:
    return [
        policy
        for policy, selection in city.selections.items()
        if stands(selection) and policy not in region.columns
    ]


def _withdrawn(city: CityBrief) -> list[str]:
    return [key for key, each in city.selections.items() if each.chosen and each.state.until]


def _practised(city: CityBrief) -> list[str]:
    return [key for key, each in city.selections.items() if not each.chosen]


def _selections(
    edition: Edition, region: RegionBrief, choose: Callable[[CityBrief], list[str]]
) -> tuple[CityPolicies, ...]:
    """For every city of a region, some of the policies that it names."""
    return tuple(
        CityPolicies(
            member(edition, region.id, city, place),
            tuple(_mention(edition, city, policy) for policy in policies),
        )
        for city, place in sorted_places(edition, region)
        if (policies := choose(city))
    )


def _mention(edition: Edition, city: CityBrief, policy: str) -> PolicyMention:
    state = city.selections[policy].state
    at = f"policies.{policy}"
    routes = (at, f"{at}.chosen", f"{at}.status", f"{at}.since", f"{at}.until")
    return PolicyMention(
        policy,
        edition.named(Kind.POLICY, policy).name,
        str(state.until or ""),
        mark(selection_moved(edition, city, policy)),
        edition.marks_on(city, *routes),
    )


def _own_tracks(edition: Edition, brief: RegionBrief, record: Region) -> tuple[TrackLines, ...]:
    """The tracks on which the region itself gives a step."""
    settings = edition.alliance.settings
    return tuple(
        track_lines(
            edition,
            edition.alliance.entry(brief),
            track,
            record.steps,
            lambda step: (
                given_state(settings, brief.steps.get(step)),
                region_step_moved(edition, brief, step),
            ),
        )
        for track in edition.alliance.tracks.values()
        if track.walked_by is Kind.REGION and set(track.steps) & set(record.steps)
    )


def _membership(
    edition: Edition, region: RegionBrief, city: CityBrief, notes: Mapping[str, Notes]
) -> Membership:
    alliance, place = edition.alliance, city.memberships[region.id]
    cohort = edition.record(region, Region).cohorts.get(place.cohort or "")
    note = notes[city.path].on_places.get(region.id) if place.has_note else None
    at = f"regions.{region.id}"
    return Membership(
        member(edition, region.id, city, place),
        edition.text(alliance.role(place.role).name) if place.role else "",
        edition.text(alliance.standing(place.standing).name) if place.standing else "",
        edition.text(cohort.name) if cohort else "",
        str(place.joined or ""),
        str(place.left or ""),
        edition.text(note),
        edition.cite_brief(city, "regions", region.id),
        edition.cite_brief(city),
        edition.marks_on(
            city, *(f"{at}.{field}" for field in ("joined", "cohort", "left", "note"))
        ),
    )


def _meetings(edition: Edition, record: Region) -> tuple[MeetingLine, ...]:
    return tuple(
        MeetingLine(
            meeting.date.text,
            edition.text(meeting.title) or meeting.kind or "",
            edition.text(meeting.note),
            edition.cite(meeting.sources),
            is_ahead=bool(meeting.date.earliest and meeting.date.earliest > edition.wish.today),
        )
        for meeting in sorted(record.meetings, key=lambda each: chronological(each.date))
    )


def _notes(
    edition: Edition, region: RegionBrief, record: Region, notes: Mapping[str, Notes]
) -> tuple[NoteLine, ...]:
    """The notes of the region, then the dated ones of its cities."""
    lines = [*note_lines(edition, record.notes)]
    for city, _ in sorted_places(edition, region):
        if city.has_dated_notes:
            lines += note_lines(edition, notes[city.path].dated, edition.text(city.names))
    return tuple(lines)
