from typing import Any

import pytest

from gsca_cli.findings import dotted
from gsca_cli.records.city import City
from gsca_cli.records.record import Record
from gsca_cli.records.settings import Settings, Status
from gsca_cli.records.texts import Texts
from gsca_cli.records.values import Model
from gsca_cli.records.walk import parts

CITY = City.model_validate(
    {
        "name": {"en": "Oslo", "ja": "オスロ"},
        "country": "NO",
        "location": {"lat": 59.9, "lon": 10.7},
        "regions": {"north": {"note": "Hello"}},
        "policies": {"open-data": {"steps": {"plan": {"note": {"en": "Soon"}}}}},
        "notes": [{"text": "One"}, {"text": {"en": "Two"}}],
        "sources": ["a", {"b": ["name"]}],
        "inferred": {"steps.plan": "a guess"},
        "variants": [{"at": "name", "value": {"en": "Christiania"}}],
    }
)


def routes(record: Model, kind: type = object) -> list[str]:
    return [dotted(part.route) for part in parts(record) if isinstance(part.value, kind)]


def test_the_parts_of_a_record_are_all_its_models_itself_first() -> None:
    assert routes(CITY, Model) == [
        "",
        "notes.0",
        "notes.1",
        "sources.0",
        "sources.1",
        "variants.0",
        "location",
        "regions.north",
        "policies.open-data",
        "policies.open-data.steps.plan",
    ]
    assert parts(CITY)[0] == ((), CITY)


def test_the_parts_of_a_record_are_all_texts_that_readers_see() -> None:
    found = [part for part in parts(CITY) if isinstance(part.value, Texts)]
    assert {dotted(part.route): part.value for part in found} == {
        "notes.0.text": {"und": "One"},
        "notes.1.text": {"en": "Two"},
        "inferred.steps.plan": {"und": "a guess"},
        "name": {"en": "Oslo", "ja": "オスロ"},
        "regions.north.note": {"und": "Hello"},
        "policies.open-data.steps.plan.note": {"en": "Soon"},
    }


def test_what_another_source_says_is_no_text_of_the_record() -> None:
    assert [route for route in routes(CITY) if route.startswith("variants")] == ["variants.0"]


def test_a_key_with_a_dot_stays_one_part_of_a_route() -> None:
    found = [part.route for part in parts(CITY) if part.route[:1] == ("inferred",)]
    assert found == [("inferred", "steps.plan")]


def test_routes_speak_of_fields_as_the_file_does() -> None:
    settings = Settings.model_validate({"name": "x"})
    assert {"statuses.0.name", "roles.1.name", "standings.3.name"} <= set(routes(settings, Texts))
    status = Status.model_validate({"id": "x", "name": "x", "symbol": "x", "class": "done"})
    assert routes(status) == ["", "name"]


@pytest.mark.parametrize("record", [CITY, Settings.model_validate({"name": "x"}), Record()])
def test_every_route_leads_to_its_value_and_none_comes_twice(record: Record) -> None:
    for route, value in parts(record):
        here: Any = record
        for part in route:
            here = getattr(here, str(part)) if isinstance(here, Model) else here[part]
        assert here is value
    assert len(set(routes(record))) == len(parts(record))


def test_an_empty_record_is_its_only_part() -> None:
    assert parts(Record()) == [((), Record())]
