"""The report of a policy: what it is, what was measured, who selected it."""

from dataclasses import dataclass, field

from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.states import stands
from gsca_cli.analysis.edition import Edition, Ending, Named, Value
from gsca_cli.analysis.figures import IF_ANY
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.analysis.moved.lists import policy_list
from gsca_cli.analysis.moved.lost import cities_lost
from gsca_cli.analysis.remarks import NoteLine, note_lines
from gsca_cli.kinds import Kind
from gsca_cli.records.policy import Benchmark, Policy


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A published version."""

    version: str
    date: str
    note: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as one publication gives it."""

    wording: str
    percent: str
    base: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkLine:
    """What the policy asks for, and the figures published on that."""

    element: str
    text: str
    figures: tuple[FigureLine, ...]
    sources: tuple[int, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionSelectors:
    """The cities of one region that selected the policy; no region for those in none.

    `column` tells whether the policy is a column of the region's matrix.
    """

    region: Named | None
    column: bool
    cities: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """All that the report of a policy shows.

    `releases` is None where it is not known whether there is one. `practised_by` are cities that
    no source calls to have chosen it, `lost_by` those that had chosen it and name it no more.
    """

    policy: Named
    also_called: str
    principle: Value | None
    summary: Value | None
    foundational: bool | None
    releases: tuple[ReleaseLine, ...] | None
    release_marks: tuple[str, ...]
    contents: tuple[str, ...]
    benchmarks: tuple[BenchmarkLine, ...]
    related: tuple[Named, ...]
    link: str
    selected_by: int
    regions: tuple[RegionSelectors, ...]
    withdrawn_by: tuple[Named, ...]
    practised_by: tuple[Named, ...]
    notes: tuple[NoteLine, ...]
    sources: tuple[int, ...]
    today: str
    ending: Ending
    moved: WhatMoved | None = field(default=None, metadata={IF_ANY: True})
    lost_by: tuple[Named, ...] = field(default=(), metadata={IF_ANY: True})


def policy_report(edition: Edition, brief: Brief) -> PolicyReport:
    """The figures of the report of a policy."""
    entry = edition.alliance.entry(brief)
    record = edition.record(brief, Policy)
    sources = edition.cite_record(record)
    principle = edition.named(Kind.PRINCIPLE, record.principle).name if record.principle else ""
    selectors = edition.alliance.selectors(brief.id)
    chosen = [city.id for city, selection in selectors if stands(selection)]
    withdrawn = [city.id for city, each in selectors if each.chosen and not stands(each)]
    practised = [city.id for city, selection in selectors if not selection.chosen]
    return PolicyReport(
        policy=edition.named(Kind.POLICY, brief.id, ".", "name"),
        also_called=edition.also_called(record),
        principle=edition.value(entry, "principle", principle),
        summary=edition.value(entry, "summary", edition.text(record.summary)),
        foundational=record.foundational,
        releases=_releases(edition, record),
        release_marks=edition.marks(entry, "releases"),
        contents=tuple(edition.text(section) for section in record.contents),
        benchmarks=tuple(_benchmark(edition, entry, *each) for each in record.benchmarks.items()),
        related=tuple(edition.named(Kind.POLICY, policy) for policy in record.related),
        link=record.link or "",
        selected_by=len(chosen),
        regions=_by_region(edition, brief, chosen),
        withdrawn_by=_cities(edition, withdrawn),
        practised_by=_cities(edition, practised),
        notes=note_lines(edition, record.notes),
        sources=sources,
        today=str(edition.wish.today),
        moved=policy_list(edition, brief),
        lost_by=cities_lost(edition, brief.id),
        ending=edition.ending(),
    )


def _releases(edition: Edition, record: Policy) -> tuple[ReleaseLine, ...] | None:
    if record.releases is None:
        return None
    return tuple(
        ReleaseLine(
            release.version or "",
            str(release.date or ""),
            edition.text(release.note),
            edition.cite(release.sources),
        )
        for release in record.releases
    )


def _benchmark(edition: Edition, entry: Entry, element: str, benchmark: Benchmark) -> BenchmarkLine:
    figures = tuple(
        FigureLine(
            edition.text(figure.wording),
            figure.percent.text if figure.percent else "",
            edition.text(figure.base),
            edition.cite(figure.sources),
        )
        for figure in benchmark.figures
    )
    at = f"benchmarks.{element}"
    return BenchmarkLine(
        element,
        edition.text(benchmark.text),
        figures,
        edition.cite(benchmark.sources),
        edition.marks(entry, at, f"{at}.text", f"{at}.figures"),
    )


def _by_region(edition: Edition, brief: Brief, chosen: list[str]) -> tuple[RegionSelectors, ...]:
    """The regions that track the policy or have a city that selected it, then the rest."""
    alliance = edition.alliance
    found = []
    by_name = sorted(alliance.regions.values(), key=lambda each: folded(edition.text(each.names)))
    for region in by_name:
        column = brief.id in region.columns
        here = [city.id for city, _ in alliance.members(region.id) if city.id in chosen]
        if column or here:
            named = edition.named(Kind.REGION, region.id)
            found.append(RegionSelectors(named, column, _cities(edition, here)))
    nowhere = [key for key in chosen if not alliance.cities[key].memberships]
    if nowhere:
        found.append(RegionSelectors(None, column=False, cities=_cities(edition, nowhere)))
    return tuple(found)


def _cities(edition: Edition, keys: list[str]) -> tuple[Named, ...]:
    named = [edition.named(Kind.CITY, key) for key in keys]
    return tuple(sorted(named, key=lambda each: folded(each.name)))
