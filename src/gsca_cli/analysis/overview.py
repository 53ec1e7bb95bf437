"""The report of the whole alliance: its regions, its cities, what was selected."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gsca_cli.alliance.brief import Brief, CityBrief
from gsca_cli.alliance.counts import cities, is_in_no_region, members
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.states import stands
from gsca_cli.analysis.edition import Edition, Ending, Named, Value
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import alliance_list
from gsca_cli.analysis.remarks import (
    ClaimLine,
    NoteLine,
    chronological,
    claim_lines,
    note_lines,
)
from gsca_cli.kinds import Kind
from gsca_cli.records.cldr import country_name
from gsca_cli.records.partner import Partner
from gsca_cli.records.principle import Principle
from gsca_cli.records.programme import Programme
from gsca_cli.records.settings import Settings
from gsca_cli.records.values import Citation


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region in numbers."""

    region: Named
    members: int
    others: int
    countries: int
    selections: int
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class CountryLine:
    """The cities of a country; `programmes` counts those in each programme of the report."""

    code: str
    country: str
    cities: tuple[Named, ...]
    programmes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in numbers."""

    programme: Named
    summary: Value | None
    cities: int
    countries: int
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A policy, and how many cities selected it."""

    policy: Named
    principle: str
    foundational: bool
    selections: int


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """A guiding principle, with what else it is called."""

    principle: Named
    short_name: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner; `sources` are the publications that list it."""

    partner: Named
    also_called: str
    kind: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something that happened to the whole alliance."""

    date: str
    text: str
    note: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the report of the alliance shows; `without_region` counts cities in no region."""

    name: Value
    summary: str
    link: str
    cities: int
    countries: int
    without_region: int
    selections: int
    regions: tuple[RegionLine, ...]
    programmes: tuple[ProgrammeLine, ...]
    policies: tuple[PolicyLine, ...]
    by_country: tuple[CountryLine, ...]
    principles: tuple[PrincipleLine, ...]
    partners: tuple[PartnerLine, ...]
    claims: tuple[ClaimLine, ...]
    events: tuple[EventLine, ...]
    notes: tuple[NoteLine, ...]
    sources: tuple[int, ...]
    today: str
    ending: Ending
    moved: WhatMoved | None = field(default=None, metadata={IF_ANY: True})


def overview(edition: Edition) -> Overview:
    """The figures of the report of the alliance."""
    alliance = edition.alliance
    root = next(iter(alliance.of(Kind.ALLIANCE).values()), None)
    entry = alliance.entry(root) if root else None
    shared = entry.record if entry and isinstance(entry.record, Settings) else None
    sources = edition.cite_record(shared) if shared else ()
    everywhere = list(alliance.cities.values())
    name = edition.text(alliance.settings.name)
    marks = edition.marks(entry, "name") if entry else ()
    return Overview(
        name=Value(name, marks),
        summary=edition.text(shared.summary) if shared else "",
        link=(shared.link or "") if shared else "",
        cities=len(everywhere),
        countries=_countries(everywhere),
        without_region=sum(map(is_in_no_region, everywhere)),
        selections=_selections(everywhere),
        regions=_regions(edition),
        programmes=_programmes(edition),
        policies=_policies(edition),
        by_country=_by_country(edition),
        principles=_principles(edition),
        partners=_partners(edition),
        claims=claim_lines(edition, root, entry) if root and entry else (),
        events=_events(edition, shared) if shared else (),
        notes=note_lines(edition, shared.notes) if shared else (),
        sources=sources,
        today=str(edition.wish.today),
        moved=alliance_list(edition),
        ending=edition.ending(),
    )


def _countries(found: Sequence[CityBrief]) -> int:
    return len({city.country for city in found})


def _selections(found: Sequence[CityBrief]) -> int:
    return sum(stands(each) for city in found for each in city.selections.values())


def _by_name(edition: Edition, kind: Kind) -> list[Brief]:
    briefs = edition.alliance.of(kind).values()
    return sorted(briefs, key=lambda brief: folded(edition.text(brief.names)))


def _regions(edition: Edition) -> tuple[RegionLine, ...]:
    alliance = edition.alliance
    lines = []
    for region in _by_name(edition, Kind.REGION):
        here = cities(alliance, region)
        counted = members(alliance, [region.id])
        lines.append(
            RegionLine(
                edition.named(Kind.REGION, region.id),
                len(counted),
                len(here) - len(counted),
                _countries(here),
                _selections(here),
                claim_lines(edition, region, alliance.entry(region)),
            )
        )
    return tuple(lines)


def _programmes(edition: Edition) -> tuple[ProgrammeLine, ...]:
    alliance = edition.alliance
    lines = []
    for programme in _by_name(edition, Kind.PROGRAMME):
        here = cities(alliance, programme)
        claims = claim_lines(edition, programme, alliance.entry(programme))
        named = edition.named(Kind.PROGRAMME, programme.id, ".", "name")
        record = edition.record(programme, Programme)
        entry = alliance.entry(programme)
        summary = edition.value(entry, "summary", edition.text(record.summary))
        lines.append(ProgrammeLine(named, summary, len(here), _countries(here), claims))
    return tuple(lines)


def _policies(edition: Edition) -> tuple[PolicyLine, ...]:
    """The policies, the most selected first."""
    lines = [
        PolicyLine(
            edition.named(Kind.POLICY, policy.id, "principle"),
            edition.named(Kind.PRINCIPLE, policy.principle).name if policy.principle else "",
            policy.foundational,
            sum(stands(each) for _, each in edition.alliance.selectors(policy.id)),
        )
        for policy in edition.alliance.policies.values()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.selections, folded(line.policy.name))))


def _by_country(edition: Edition) -> tuple[CountryLine, ...]:
    programmes = [programme.id for programme in _by_name(edition, Kind.PROGRAMME)]
    found: dict[str, list[CityBrief]] = {}
    for city in edition.alliance.cities.values():
        found.setdefault(city.country, []).append(city)
    lines = [
        CountryLine(
            code,
            country_name(code, edition.wish.language),
            tuple(
                sorted(
                    (edition.named(Kind.CITY, city.id, "country") for city in here),
                    key=lambda each: folded(each.name),
                )
            ),
            tuple(sum(key in city.programmes for city in here) for key in programmes),
        )
        for code, here in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: folded(line.country)))


def _principles(edition: Edition) -> tuple[PrincipleLine, ...]:
    lines = []
    for brief in _by_name(edition, Kind.PRINCIPLE):
        record = edition.record(brief, Principle)
        named = edition.named(Kind.PRINCIPLE, brief.id, ".", "name")
        short = edition.text(record.short_name)
        lines.append(PrincipleLine(named, short, edition.cite_record(record)))
    return tuple(lines)


def _partners(edition: Edition) -> tuple[PartnerLine, ...]:
    lines = []
    for brief in _by_name(edition, Kind.PARTNER):
        record = edition.record(brief, Partner)
        lines.append(
            PartnerLine(
                edition.named(Kind.PARTNER, brief.id, ".", "name"),
                edition.also_called(record),
                record.kind or "",
                edition.cite(Citation(source=source) for source in record.listed_in),
            )
        )
    return tuple(lines)


def _events(edition: Edition, settings: Settings) -> tuple[EventLine, ...]:
    return tuple(
        EventLine(
            event.date.text,
            edition.text(event.text),
            edition.text(event.note),
            edition.cite(event.sources),
        )
        for event in sorted(settings.events, key=lambda each: chronological(each.date))
    )
