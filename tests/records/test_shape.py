"""What may stand where, worked out from the models."""

import pytest

from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.shape import (
    Entries,
    Fields,
    Items,
    Shape,
    Sort,
    Value,
    Words,
    inner,
    shape_at,
    shape_of,
)


def at(kind: Kind, route: str) -> Shape:
    shape: Shape = shape_of(kind)
    for part in route.split("."):
        shape = inner(shape, part)
    return shape


@pytest.mark.parametrize(
    ("kind", "route", "shape"),
    [
        (Kind.CITY, "name", Words()),
        (Kind.CITY, "name.en", Value(Sort.TEXT)),
        (Kind.CITY, "location.lat", Value(Sort.NUMBER)),
        (Kind.CITY, "population.value", Value(Sort.COUNT)),
        (Kind.CITY, "steps.plan.since", Value(Sort.DATE)),
        (Kind.CITY, "steps.plan.status", Value(Sort.TEXT, "status")),
        (Kind.CITY, "steps.plan.evidence.0", Value(Sort.LINK)),
        (Kind.CITY, "regions.north.cohort", Value(Sort.TEXT, "cohort")),
        (Kind.CITY, "policies.x.chosen", Value(Sort.WORD, words=("yes", "unknown"))),
        (Kind.CITY, "variants.0.value", Value(Sort.ANY)),
        (Kind.POLICY, "foundational", Value(Sort.FLAG)),
        (Kind.POLICY, "benchmarks.b.figures.0.percent", Value(Sort.AMOUNT)),
        (Kind.POLICY, "contents", Items(Words())),
        (Kind.REGION, "columns.0.policy", Value(Sort.TEXT, "policy")),
        (Kind.TRACK, "walked_by", Value(Sort.WORD, words=("city", "region"))),
        (
            Kind.ALLIANCE,
            "statuses.0.class",
            Value(Sort.WORD, words=("done", "active", "pending", "unknown", "excluded")),
        ),
    ],
)
def test_a_route_leads_to_what_may_stand_there(kind: Kind, route: str, shape: Shape) -> None:
    assert at(kind, route) == shape


@pytest.mark.parametrize(
    ("kind", "route", "short", "may_be_empty"),
    [
        (Kind.CITY, "steps.plan", "status", True),
        (Kind.CITY, "policies.x", "status", True),
        (Kind.CITY, "regions.north", "role", True),
        (Kind.CITY, "programmes.x", None, True),
        (Kind.CITY, "population", "value", False),
        (Kind.CITY, "aliases.0", "name", False),
        (Kind.CITY, "notes.0", "text", False),
        (Kind.REGION, "columns.0", "policy", False),
        (Kind.REGION, "cohorts.first", None, False),
    ],
)
def test_a_map_may_have_a_short_form(
    kind: Kind, route: str, short: str | None, *, may_be_empty: bool
) -> None:
    shape = at(kind, route)
    assert isinstance(shape, Fields)
    assert (shape.short, shape.may_be_empty, shape.is_citation) == (short, may_be_empty, False)


def test_a_citation_is_told_from_other_maps() -> None:
    shape = at(Kind.SOURCE, "notes.0.sources.0")
    assert isinstance(shape, Fields)
    assert shape.is_citation


def test_the_keys_of_a_map_refer_to_something() -> None:
    shape = at(Kind.CITY, "policies")
    assert isinstance(shape, Entries)
    assert shape.key == Value(Sort.TEXT, "policy")


@pytest.mark.parametrize("kind", Kind)
def test_its_own_fields_come_before_those_of_every_record(kind: Kind) -> None:
    names = list(shape_of(kind).names())
    fields = MODELS[kind].model_fields.values()
    assert len(names) == len(fields)
    assert names[-7:] == [
        *("aliases", "notes", "sources", "inferred", "variants", "claims", "former_ids"),
    ]


def test_nothing_stands_below_a_value() -> None:
    with pytest.raises(KeyError):
        at(Kind.CITY, "country.code")
    with pytest.raises(KeyError):
        at(Kind.CITY, "nothing")


def test_nothing_may_stand_below_a_value() -> None:
    assert shape_at(Kind.CITY, ("country", "code")) is None
    assert shape_at(Kind.CITY, ("country",)) is not None
