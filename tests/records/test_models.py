import types
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale
from pydantic import ValidationError

from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.city import City
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.policy import Policy
from gsca_cli.records.record import Record
from gsca_cli.records.settings import Settings
from gsca_cli.records.values import Model

LEAST: dict[str, dict[str, Any]] = {
    "Alias": {"name": "x"},
    "Benchmark": {"text": "x"},
    "Citation": {"source": "x"},
    "City": {"name": "x", "country": "NO"},
    "Claim": {"count": "members", "value": 1},
    "Cohort": {"name": "x"},
    "Column": {"policy": "x"},
    "Event": {"date": 2022, "text": "x"},
    "Figure": {"wording": "x"},
    "Meeting": {"date": 2022},
    "Membership": {},
    "Note": {"text": "x"},
    "Participation": {},
    "Partner": {"name": "x"},
    "Phase": {"id": "x", "name": "x"},
    "Position": {"id": "x", "name": "x"},
    "Point": {"lat": 1, "lon": 2.5},
    "Policy": {"name": "x"},
    "Population": {"value": 1},
    "Principle": {"name": "x"},
    "Programme": {"name": "x"},
    "Region": {"name": "x"},
    "Release": {},
    "Review": {"date": 2022, "role": "x"},
    "Selection": {},
    "Settings": {"name": "x"},
    "Source": {"title": "x"},
    "State": {},
    "Status": {"id": "x", "name": "x", "symbol": "x", "class": "done"},
    "Step": {"id": "x", "name": "x"},
    "Track": {"name": "x", "walked_by": "city", "steps": []},
    "Variant": {"at": "x", "value": "y"},
}
"""What each model needs at least."""


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that a type is made of, however deep."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, Model):
            yield annotation
            for field in annotation.model_fields.values():
                yield from models_in(field.annotation)
        return
    for inner in typing.get_args(annotation):
        yield from models_in(inner)


EVERY_MODEL = sorted(
    {model for kind in MODELS for model in models_in(MODELS[kind])}, key=lambda each: each.__name__
)
ALL_MODELS = pytest.mark.parametrize("model", EVERY_MODEL, ids=lambda model: model.__name__)
OPTIONAL = [
    (model, field.alias or name)
    for model in EVERY_MODEL
    for name, field in model.model_fields.items()
    if not field.is_required()
]


def test_every_kind_has_a_model_of_its_own() -> None:
    assert list(MODELS) == list(Kind)
    assert len(set(MODELS.values())) == len(Kind)
    assert all(issubclass(model, Record) for model in MODELS.values())


def test_every_model_is_known_to_these_tests() -> None:
    assert sorted(LEAST) == [model.__name__ for model in EVERY_MODEL]


@ALL_MODELS
def test_every_field_says_what_it_means(model: type[Model]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.description[0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZ`", name
        assert field.description.endswith((".", "?", "...")), name


@ALL_MODELS
def test_every_model_refuses_what_it_does_not_know(model: type[Model]) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({**LEAST[model.__name__], "nonsense": 1})
    assert [each["type"] for each in refused.value.errors()] == ["extra_forbidden"]


@ALL_MODELS
def test_no_model_can_be_changed(model: type[Model]) -> None:
    record = model.model_validate(LEAST[model.__name__])
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, name, None)


@ALL_MODELS
def test_what_a_model_needs_it_really_needs(model: type[Model]) -> None:
    least = LEAST[model.__name__]
    assert isinstance(model.model_validate(least), model)
    for name in least:
        with pytest.raises(ValidationError):
            model.model_validate({key: least[key] for key in least if key != name})


@pytest.mark.parametrize(
    ("model", "name"), OPTIONAL, ids=[f"{model.__name__}-{name}" for model, name in OPTIONAL]
)
def test_a_field_with_nothing_behind_its_colon_is_as_if_it_were_absent(
    model: type[Model], name: str
) -> None:
    least = LEAST[model.__name__]
    record = model.model_validate({**least, name: None})
    assert record == model.model_validate(least)
    assert record.model_fields_set == model.model_validate(least).model_fields_set


def test_an_unknown_field_with_nothing_behind_its_colon_is_still_unknown() -> None:
    with pytest.raises(ValidationError, match="nonsense"):
        City.model_validate({**LEAST["City"], "nonsense": None})


SHORT: list[tuple[Kind, dict[str, Any], dict[str, Any]]] = [
    (Kind.CITY, {"policies": {"p": None}}, {"policies": {"p": {}}}),
    (Kind.CITY, {"policies": {"p": "done"}}, {"policies": {"p": {"status": "done"}}}),
    (Kind.CITY, {"policies": {"p": None}}, {"policies": {"p": {"chosen": "yes"}}}),
    (
        Kind.CITY,
        {"policies": {"p": {"steps": {"s": "done", "t": None}}}},
        {"policies": {"p": {"steps": {"s": {"status": "done"}, "t": {}}}}},
    ),
    (Kind.CITY, {"steps": {"s": None}}, {"steps": {"s": {}}}),
    (Kind.CITY, {"steps": {"s": "done"}}, {"steps": {"s": {"status": "done"}}}),
    (Kind.CITY, {"steps": {"s": 3}}, {"steps": {"s": {"status": "3"}}}),
    (
        Kind.REGION,
        {"steps": {"s": "done", "t": None}},
        {"steps": {"s": {"status": "done"}, "t": {}}},
    ),
    (Kind.CITY, {"regions": {"r": None}}, {"regions": {"r": {}}}),
    (Kind.CITY, {"regions": {"r": "observer"}}, {"regions": {"r": {"role": "observer"}}}),
    (Kind.CITY, {"programmes": {"p": None}}, {"programmes": {"p": {}}}),
    (Kind.CITY, {"population": 7}, {"population": {"value": 7}}),
    (Kind.CITY, {"name": "x"}, {"name": {"und": "x"}}),
    (Kind.REGION, {"columns": ["p", "q"]}, {"columns": [{"policy": "p"}, {"policy": "q"}]}),
    (Kind.REGION, {"supporters": ["x"]}, {"supporters": [{"und": "x"}]}),
    (Kind.POLICY, {"contents": ["x"]}, {"contents": [{"und": "x"}]}),
    (Kind.SOURCE, {"aliases": ["x"]}, {"aliases": [{"name": "x"}]}),
    (Kind.SOURCE, {"notes": ["x"]}, {"notes": [{"text": "x"}]}),
    (Kind.SOURCE, {"notes": ["x"]}, {"notes": [{"text": {"und": "x"}}]}),
    (Kind.SOURCE, {"sources": ["x"]}, {"sources": [{"source": "x"}]}),
    (
        Kind.SOURCE,
        {"sources": [{"x": ["link"]}]},
        {"sources": [{"source": "x", "supports": ["link"]}]},
    ),
    (Kind.SOURCE, {"inferred": {".": "x"}}, {"inferred": {".": {"und": "x"}}}),
    (Kind.SOURCE, {"date": 2022}, {"date": "2022"}),
    (Kind.POLICY, {"releases": [{"version": 2}]}, {"releases": [{"version": "2"}]}),
]


@pytest.mark.parametrize(("kind", "short", "long"), SHORT)
def test_a_short_form_means_its_long_one(
    kind: Kind, short: dict[str, Any], long: dict[str, Any]
) -> None:
    model = MODELS[kind]
    least = LEAST[model.__name__]
    assert model.model_validate({**least, **short}) == model.model_validate({**least, **long})


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Kind.CITY, {"policies": ["p"]}),
        (Kind.CITY, {"policies": {"p": ["done"]}}),
        (Kind.CITY, {"policies": {"p": {"chosen": "no"}}}),
        (Kind.CITY, {"steps": {"s": True}}),
        (Kind.CITY, {"steps": {"s": {"reported_by": "somebody"}}}),
        (Kind.CITY, {"steps": {"": "done"}}),
        (Kind.CITY, {"population": "7"}),
        (Kind.CITY, {"population": -7}),
        (Kind.CITY, {"location": [1, 2]}),
        (Kind.CITY, {"country": "no"}),
        (Kind.CITY, {"country": "NOR"}),
        (Kind.CITY, {"country": "ZZ"}),
        (Kind.CITY, {"subdivision": "NO-0301"}),
        (Kind.CITY, {"subdivision": "no-03"}),
        (Kind.CITY, {"subdivision": "NO-03\n"}),
        (Kind.TRACK, {"walked_by": "policy"}),
        (Kind.REGION, {"cohorts": {"first": None}}),
        (Kind.REGION, {"columns": "p"}),
        (Kind.POLICY, {"foundational": "yes"}),
        (Kind.SOURCE, {"claims": [{"count": "towns", "value": 1}]}),
        (Kind.SOURCE, {"claims": [{"count": "cohort:", "value": 1}]}),
        (Kind.SOURCE, {"claims": [{"count": "members\n", "value": 1}]}),
        (Kind.ALLIANCE, {"language": "english"}),
        (Kind.ALLIANCE, {"roles": []}),
        (Kind.ALLIANCE, {"standings": []}),
        (Kind.ALLIANCE, {"statuses": []}),
    ],
)
def test_what_does_not_fit_is_refused(kind: Kind, wrong: dict[str, Any]) -> None:
    model = MODELS[kind]
    with pytest.raises(ValidationError):
        model.model_validate({**LEAST[model.__name__], **wrong})


@pytest.mark.parametrize(
    "count", ["members", "founders", "cities", "countries", "partners", "cohort:first"]
)
def test_a_claim_counts_what_can_be_counted(count: str) -> None:
    record = Record.model_validate({"claims": [{"count": count, "value": ">40"}]})
    assert (record.claims[0].count, record.claims[0].value.text) == (count, ">40")


@pytest.mark.parametrize(
    ("given", "releases"), [({}, None), ({"releases": None}, None), ({"releases": []}, ())]
)
def test_no_releases_are_not_the_same_as_none_known(
    given: dict[str, Any], releases: tuple[()] | None
) -> None:
    assert Policy.model_validate({"name": "x", **given}).releases == releases


def test_an_alliance_has_built_in_words() -> None:
    settings = Settings.model_validate({"name": "x"})
    assert settings.language == "en"
    assert [(each.id, each.name["und"], each.symbol, each.cls) for each in settings.statuses] == [
        ("completed", "completed", "●", "done"),
        ("in-progress", "in progress", "◐", "active"),
        ("to-be-developed", "to be developed", "○", "pending"),
        ("unknown", "unknown", "?", "unknown"),
    ]
    assert all(each.colour for each in settings.statuses)
    assert [(each.id, each.counts) for each in settings.roles] == [
        ("member", True),
        ("observer", False),
    ]
    assert [(each.id, each.counts) for each in settings.standings] == [
        ("active", True),
        ("reactivation", True),
        ("paused", True),
        ("left", False),
    ]


def test_an_alliance_may_bring_words_of_its_own() -> None:
    settings = Settings.model_validate(
        {
            "name": "x",
            "statuses": [{"id": "dunno", "name": "?", "symbol": "?", "class": "unknown"}],
            "roles": [{"id": "guest", "name": {"en": "Guest"}, "counts": False}],
        }
    )
    assert [each.id for each in settings.statuses] == ["dunno"]
    assert [(each.id, each.counts) for each in settings.roles] == [("guest", False)]
    assert len(settings.standings) == 4


@pytest.mark.parametrize("cls", ["done", "active", "pending", "excluded"])
def test_statuses_without_one_for_what_nobody_published_are_refused(cls: str) -> None:
    statuses = [{"id": "x", "name": "x", "symbol": "x", "class": cls}]
    with pytest.raises(ValidationError, match="needs one status of class `unknown`"):
        Settings.model_validate({"name": "x", "statuses": statuses})


def test_a_status_is_of_a_known_class() -> None:
    statuses = [{"id": "x", "name": "x", "symbol": "x", "class": "finished"}]
    with pytest.raises(ValidationError):
        Settings.model_validate({"name": "x", "statuses": statuses})


NOT_ASSIGNED = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XA", "XB", "XK", "EU", "EZ", "UN", "ZZ", "QO")
)
"""What CLDR lists beside the officially assigned codes: reserved, private, grouped, unknown."""


def test_the_country_codes_are_those_of_cldr() -> None:
    codes = [str(code) for code in Locale("en").territories]
    listed = {code for code in codes if len(code) == 2 and code.isalpha()}
    assert listed - NOT_ASSIGNED == COUNTRY_CODES
    assert len(COUNTRY_CODES) == 249


@pytest.mark.parametrize("code", sorted(COUNTRY_CODES)[::25])
def test_a_city_lies_in_a_country_of_the_list(code: str) -> None:
    assert City.model_validate({"name": "x", "country": code}).country == code
