from typing import Any

import pytest

from gsca_cli.alliance.mentions import mentions
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS

SOURCED: dict[str, Any] = {
    "sources": ["a", {"b": ["name"]}, {"source": "c", "supports": ["name"]}],
    "aliases": ["Other", {"name": "Another", "sources": ["d"]}],
    "notes": [{"text": "Note", "sources": ["e"]}],
    "inferred": {"name": "a guess"},
    "variants": [{"at": "name", "value": "x", "sources": ["f"]}],
    "claims": [{"count": "members", "value": 1, "sources": ["g"]}],
    "former_ids": ["old"],
}
"""What any record may carry."""

FROM_SOURCED = [
    "source d at aliases.1.sources.0.source",
    "source e at notes.0.sources.0.source",
    "source a at sources.0.source",
    "source b at sources.1.source",
    "source c at sources.2.source",
    "source f at variants.0.sources.0.source",
    "source g at claims.0.sources.0.source",
]

RECORDS: dict[Kind, tuple[dict[str, Any], list[str]]] = {
    Kind.CITY: (
        {
            "name": {"en": "Oslo"},
            "country": "NO",
            "location": {"lat": 59.9, "lon": 10.7},
            "population": {"value": 7, "sources": ["p"]},
            "programmes": {
                "one": None,
                "two": {"policy": "open-data", "sources": ["q"]},
            },
            "regions": {
                "north": {
                    "role": "member",
                    "cohort": "first",
                    "standing": "active",
                    "sources": ["r"],
                },
                "south": "observer",
                "east": None,
            },
            "policies": {
                "open-data": {
                    "status": "completed",
                    "sources": ["s"],
                    "steps": {"letter": "done", "plan": {"sources": ["t"]}},
                },
                "dig-once": "open",
                "privacy": None,
            },
            "steps": {"letter": "completed", "plan": None, "map": {"status": "open"}},
        },
        [
            "source p at population.sources.0.source",
            "programme one at programmes.one (key)",
            "programme two at programmes.two (key)",
            "policy open-data at programmes.two.policy",
            "source q at programmes.two.sources.0.source",
            "region north at regions.north (key)",
            "role member at regions.north.role",
            "cohort first at regions.north.cohort",
            "standing active at regions.north.standing",
            "source r at regions.north.sources.0.source",
            "region south at regions.south (key)",
            "role observer at regions.south.role",
            "region east at regions.east (key)",
            "policy open-data at policies.open-data (key)",
            "status completed at policies.open-data.status",
            "source s at policies.open-data.sources.0.source",
            "step letter at policies.open-data.steps.letter (key)",
            "status done at policies.open-data.steps.letter.status",
            "step plan at policies.open-data.steps.plan (key)",
            "source t at policies.open-data.steps.plan.sources.0.source",
            "policy dig-once at policies.dig-once (key)",
            "status open at policies.dig-once.status",
            "policy privacy at policies.privacy (key)",
            "step letter at steps.letter (key)",
            "status completed at steps.letter.status",
            "step plan at steps.plan (key)",
            "step map at steps.map (key)",
            "status open at steps.map.status",
        ],
    ),
    Kind.REGION: (
        {
            "name": "North",
            "columns": ["open-data", {"policy": "dig-once", "added": 2022}],
            "track": "adoption",
            "steps": {"launch": "completed"},
            "cohorts": {"first": {"name": "First", "sources": ["p"]}},
            "meetings": [{"date": 2022, "sources": ["q"]}],
        },
        [
            "policy open-data at columns.0.policy",
            "policy dig-once at columns.1.policy",
            "track adoption at track",
            "step launch at steps.launch (key)",
            "status completed at steps.launch.status",
            "source p at cohorts.first.sources.0.source",
            "source q at meetings.0.sources.0.source",
        ],
    ),
    Kind.POLICY: (
        {
            "name": "Open Data",
            "principle": "privacy",
            "releases": [{"version": "1", "sources": ["p"]}],
            "benchmarks": {
                "officer": {
                    "text": "An officer",
                    "figures": [{"wording": "Few", "sources": ["q"]}],
                    "sources": ["r"],
                }
            },
            "related": ["dig-once", "privacy-review"],
        },
        [
            "principle privacy at principle",
            "source p at releases.0.sources.0.source",
            "source q at benchmarks.officer.figures.0.sources.0.source",
            "source r at benchmarks.officer.sources.0.source",
            "policy dig-once at related.0",
            "policy privacy-review at related.1",
        ],
    ),
    Kind.PRINCIPLE: ({"name": "Privacy"}, []),
    Kind.TRACK: (
        {
            "name": "Adoption",
            "walked_by": "city",
            "phases": [{"id": "early", "name": "Early"}],
            "steps": [{"id": "letter", "name": "Letter", "phase": "early", "sources": ["p"]}],
            "statuses": ["completed"],
        },
        [
            "phase early at steps.0.phase",
            "source p at steps.0.sources.0.source",
            "status completed at statuses.0",
        ],
    ),
    Kind.PROGRAMME: ({"name": "Pioneers", "link": "https://example.org/"}, []),
    Kind.PARTNER: (
        {"name": "UCLG", "listed_in": ["paper", "flyer"]},
        ["source paper at listed_in.0", "source flyer at listed_in.1"],
    ),
    Kind.SOURCE: ({"title": "A paper"}, []),
    Kind.ALLIANCE: (
        {
            "name": "Test Alliance",
            "events": [{"date": 2022, "text": "Fair", "sources": ["p"]}],
        },
        ["source p at events.0.sources.0.source"],
    ),
}


def found(kind: Kind, data: dict[str, Any]) -> list[str]:
    """The references of a record, one line each."""
    return [
        f"{target} {key} at {'.'.join(map(str, route))}{' (key)' if on_key else ''}"
        for target, key, route, on_key in mentions(MODELS[kind].model_validate(data))
    ]


@pytest.mark.parametrize("kind", Kind)
def test_every_reference_of_a_full_record_is_found_in_the_order_of_the_fields(kind: Kind) -> None:
    data, expected = RECORDS[kind]
    assert found(kind, SOURCED | data) == FROM_SOURCED + expected
