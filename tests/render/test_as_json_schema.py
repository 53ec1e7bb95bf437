"""The schemas agree with the models, with the data, and with what validate reports."""

import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import pytest
from editor.slips import RIGHT, SLIPS, Slip
from gsca import ROOT
from jsonschema import Draft202012Validator, ValidationError
from mistakes.fields import all_fields
from mistakes.specimens import Specimens
from mistakes.trial import Bench
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from small_alliance import TODAY, alliance_of, checked

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.analysis.choices import choices
from gsca_cli.checking import check
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Route, Severity
from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.values import Citation, Model
from gsca_cli.render.as_json_schema import Schema, json_schema, json_schemas
from gsca_cli.rules.catalogue import rules
from gsca_cli.snapshots.repository import IDS_SCHEMA, RecordPath, identify
from gsca_cli.snapshots.worktree import Worktree

Schemas = Mapping[Kind, Schema]


def schemas_of(alliance: Alliance) -> Schemas:
    codes = {rule.code: rule.what for rule in rules().values() if rule.adjustable}
    return {kind: json_schema(kind, choices(alliance, kind, codes)) for kind in Kind}


def kind_of(path: str) -> Kind:
    place = identify(path)
    assert isinstance(place, RecordPath)
    return place.kind


def document_of(path: str, text: str) -> Document:
    document = parse(path, text.encode())
    assert isinstance(document, Document)
    return document


def errors(schema: Schema, data: Any) -> list[ValidationError]:
    return list(Draft202012Validator(schema).iter_errors(data))


@pytest.fixture(scope="module")
def small_schemas() -> Schemas:
    return schemas_of(alliance_of())


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "alliances" / "health"], ids=str)
def test_every_record_fits_its_schema(root: Any) -> None:
    tree = Worktree(root)
    alliance = check(tree, TODAY).alliance
    schemas = schemas_of(alliance)
    briefs = list(alliance.everything())
    assert len({brief.kind for brief in briefs}) == len(Kind)
    for brief in briefs:
        data = alliance.entry(brief).document.data
        assert errors(schemas[brief.kind], data) == [], brief.path


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_one(small_schemas: Schemas, kind: Kind) -> None:
    Draft202012Validator.check_schema(small_schemas[kind])


def test_every_field_can_be_written_as_the_models_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(monkeypatch)
    fields = all_fields()
    specimens = Specimens(
        bench.files,
        fields,
        lambda sheet: not bench.findings({sheet.path: sheet.text.encode()}),
    )
    schemas = schemas_of(check(Worktree(ROOT), TODAY).alliance)
    tried = [specimens.of(field) for field in fields]
    assert len({(each.path, each.sheet.text) for each in tried}) > len(Kind)
    for each in tried:
        assert errors(schemas[kind_of(each.path)], each.sheet.data) == [], each.field.name


@pytest.mark.parametrize("slip", RIGHT.values(), ids=RIGHT)
def test_short_forms_whole_forms_and_empty_fields_are_right(
    small_schemas: Schemas, slip: Slip
) -> None:
    found = checked({slip.path: slip.text}).findings
    assert [each for each in found if each.severity is Severity.ERROR] == []
    data = document_of(slip.path, slip.text).data
    assert errors(small_schemas[kind_of(slip.path)], data) == []


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_mistake_is_found_where_validate_finds_it(small_schemas: Schemas, slip: Slip) -> None:
    found = checked({slip.path: slip.text}).findings
    validated = {(each.location.line, each.location.column) for each in found}
    assert slip.place in validated
    document = document_of(slip.path, slip.text)
    assert places(document, errors(small_schemas[kind_of(slip.path)], document.data)) == {
        slip.place
    }


def places(document: Document, found: Sequence[ValidationError]) -> set[tuple[int, int]]:
    """The lines and columns of what does not fit."""
    located = [document.locate(route, key=key) for each in found for route, key in routes(each)]
    return {(place.line, place.column) for place in located}


def routes(error: ValidationError) -> Iterator[tuple[Route, bool]]:
    """What is wrong within: its route, and whether the key there is meant."""
    here, within = tuple(error.absolute_path), error.context
    # What jsonschema says of an error depends on its kind, so it is Any.
    keyword, instance, schema = error.validator, cast("Any", error.instance), error.schema
    if within:
        # Of two forms that both do not fit, the first is the usual one.
        yield from routes(within[0])
    elif "propertyNames" in error.absolute_schema_path:
        yield (*here, instance), True
    elif keyword == "additionalProperties":
        for key in instance.keys() - cast("Any", schema)["properties"].keys():
            yield (*here, key), True
    elif keyword == "required":
        for key in cast("Any", error.validator_value):
            if key not in instance:
                yield (*here, key), False
    else:
        yield here, False


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_the_models_is_there_with_its_description(
    small_schemas: Schemas, kind: Kind
) -> None:
    schema = small_schemas[kind]
    maps = [schema, *schema["$defs"].values()]
    described = [each["properties"] for each in maps if "properties" in each]
    for model in models_within(MODELS[kind]):
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        (properties,) = [
            each
            for each in described
            if each.keys() == fields.keys()
            and all(each[key]["description"] == field.description for key, field in fields.items())
        ]
        assert list(properties) == list(fields)


def models_within(annotation: Any) -> Iterator[type[Model]]:
    """The models in a type, but for citations, which are written in a way of their own."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if annotation is not Citation:
            yield annotation
            for field in annotation.model_fields.values():
                yield from models_within(field.annotation)
    else:
        for inner in typing.get_args(annotation):
            yield from models_within(inner)


def test_nothing_carries_a_title_of_pydantic(small_schemas: Schemas) -> None:
    assert '"title": {' in json.dumps(small_schemas[Kind.SOURCE])
    for schema in small_schemas.values():
        assert '"title": "' not in json.dumps(schema)


def test_the_ids_of_the_repository_stand_once_in_a_file_with_their_names(
    small_schemas: Schemas,
) -> None:
    city = small_schemas[Kind.CITY]
    assert city["$defs"]["policy-id"] == {
        "enum": ["dig-once", "open-data"],
        "enumDescriptions": ["Dig Once", "Open Data"],
    }
    assert json.dumps(city).count('"dig-once", "open-data"') == 1
    policies = city["properties"]["policies"]
    assert policies["allOf"] == [{"$ref": "#/$defs/policy-keys"}]
    assert policies["additionalProperties"] == {"$ref": "#/$defs/selection-or-status-or-nothing"}
    assert city["$defs"]["policy-keys"]["properties"]["dig-once"]["description"] == "Dig Once"
    assert len(city["$defs"]["country-id"]["enum"]) == 249


def test_regions_and_cities_walk_steps_of_their_own() -> None:
    track = "name: Playbook\nwalked_by: region\nsteps: [{id: gather, name: Gather}]\n"
    schemas = schemas_of(alliance_of({"data/tracks/playbook.yaml": track + "sources: [paper]\n"}))
    assert schemas[Kind.CITY]["$defs"]["step-id"]["enum"] == ["letter", "plan"]
    assert schemas[Kind.REGION]["$defs"]["region-step-id"]["enum"] == ["gather"]
    assert "step-id" not in schemas[Kind.REGION]["$defs"]


def test_where_the_ids_stand_in_a_file_of_their_own_the_same_is_found_wrong() -> None:
    alliance = alliance_of()
    codes = {rule.code: rule.what for rule in rules().values() if rule.adjustable}
    shared, ids = json_schemas({kind: choices(alliance, kind, codes) for kind in Kind})
    Draft202012Validator.check_schema(ids)
    beside = Registry[Any]().with_resource(IDS_SCHEMA, DRAFT202012.create_resource(ids))
    alone = schemas_of(alliance)
    for slip in (*SLIPS.values(), *RIGHT.values()):
        data = document_of(slip.path, slip.text).data
        kind = kind_of(slip.path)
        found = Draft202012Validator(shared[kind], registry=beside).iter_errors(data)
        assert [each.json_path for each in found] == [
            each.json_path for each in errors(alone[kind], data)
        ]


def test_no_definition_is_unused(small_schemas: Schemas) -> None:
    for schema in small_schemas.values():
        text = json.dumps(schema)
        for name in schema["$defs"]:
            assert f'"#/$defs/{name}"' in text
