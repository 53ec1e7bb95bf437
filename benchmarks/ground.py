"""What every made-up alliance has beside its cities: some 50 records."""

from collections.abc import Iterator
from typing import Final

from benchmarks.places import REGIONS

STEPS: Final = ("policy-selection", "statement-of-intent", "work-plan", "follow-up")
POLICIES: Final = (
    "open-data",
    "dig-once",
    "open-contracting",
    "ict-accessibility",
    "cyber-resilience",
    "privacy-impact",
    "clean-air",
    "zero-waste",
    "cycling-network",
    "heat-action-plan",
    "green-roofs",
    "electric-buses",
    "participatory-budget",
    "public-housing",
    "flood-resilience",
    "food-strategy",
    "night-transit",
    "school-streets",
    "water-saving",
    "urban-logistics",
)
PRINCIPLES: Final = ("equity", "openness", "privacy", "security", "sustainability")
PROGRAMMES: Final = ("launchpad", "pioneers")
SOURCES: Final = tuple(f"report-{year}" for year in range(2012, 2024))


def ground() -> Iterator[tuple[str, str]]:
    """The path and the text of each file."""
    yield "gsca.yaml", "name: A made-up alliance\nlanguage: en\nsources: [report-2012]\n"
    yield "data/tracks/adoption.yaml", _track()
    for source in SOURCES:
        yield f"data/sources/{source}.yaml", f"title: {_title(source)}\nkind: report\n"
    for principle in PRINCIPLES:
        yield f"data/principles/{principle}.yaml", _named(principle, 0)
    for programme in PROGRAMMES:
        yield f"data/programmes/{programme}.yaml", _named(programme, 1)
    for number, policy in enumerate(POLICIES):
        yield f"data/policies/{policy}.yaml", _policy(policy, number)
    for number, region in enumerate(REGIONS):
        yield f"data/regions/{region}.yaml", _region(region, number)


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _source(number: int) -> str:
    return SOURCES[number % len(SOURCES)]


def _named(name: str, number: int) -> str:
    return f"name: {_title(name)}\nsources: [{_source(number)}]\n"


def _track() -> str:
    steps = "".join(f"  - {{id: {step}, name: {_title(step)}}}\n" for step in STEPS)
    return f"name: Adoption\nwalked_by: city\nsteps:\n{steps}sources: [{_source(2)}]\n"


def _policy(policy: str, number: int) -> str:
    return (
        f"name: {_title(policy)}\n"
        f"principle: {PRINCIPLES[number % len(PRINCIPLES)]}\n"
        "releases:\n"
        f'  - {{version: "1.0", date: 2012-05, sources: [{_source(number)}]}}\n'
        "contents:\n"
        "  - Purpose and scope\n"
        "  - What the city commits itself to\n"
        f"sources: [{_source(number)}]\n"
    )


def _region(region: str, number: int) -> str:
    columns = "".join(f"  - {policy}\n" for policy in POLICIES[number : number + 12])
    return (
        f"name: {_title(region)}\n"
        "track: adoption\n"
        "launched: 2013\n"
        f"columns:\n{columns}"
        "cohorts:\n"
        "  first: {name: First cohort, since: 2013}\n"
        "  second: {name: Second cohort, since: 2016}\n"
        "meetings:\n"
        "  - {date: 2016-05, title: First meeting}\n"
        "  - {date: 2018-05, title: Second meeting}\n"
        f"sources: [{_source(number)}, {_source(number + 4)}]\n"
    )
