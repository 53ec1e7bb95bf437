"""What a record of a kind looks like, as JSON Schema: for editors."""

import re
import typing
from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, Final

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from gsca_cli.analysis.choices import Choices
from gsca_cli.kinds import Kind
from gsca_cli.records.annotations import annotation_of
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.record import InAMap, or_nothing
from gsca_cli.records.values import Model, RefersTo, read_citation
from gsca_cli.snapshots.repository import IDS_SCHEMA

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_COLON: Final[Schema] = {"properties": {}}
"""This restricts nothing; it tells editors that a colon follows the key."""
_IDS: Final = "The ids of this repository, to which the schemas beside this one refer"


def json_schema(kind: Kind, choices: Choices) -> Schema:
    """The schema of the records of a kind, with the ids that they may refer to.

    It accepts every form that the models read. Where there is a choice between two forms, the
    parts of a map stand beside it, not inside: so an editor names the very key that is wrong.
    """
    writer = _Writer(kind, choices)
    body = writer.record()
    return {**body, "$defs": dict(sorted({**writer.definitions, **writer.ids}.items()))}


def json_schemas(choices: Mapping[Kind, Choices]) -> tuple[Mapping[Kind, Schema], Schema]:
    """The same schemas for a folder in which all ids stand in a file of their own, and that file.

    So a new record changes one file, and not that of every kind that may refer to it.
    """
    schemas: dict[Kind, Schema] = {}
    ids: dict[str, Schema] = {}
    for kind, each in choices.items():
        writer = _Writer(kind, each, IDS_SCHEMA)
        body = writer.record()
        schemas[kind] = {**body, "$defs": dict(sorted(writer.definitions.items()))}
        ids |= writer.ids
    return schemas, {"$schema": DIALECT, "description": _IDS, "$defs": dict(sorted(ids.items()))}


class _Writer:
    """Writes the schemas of types, and collects the definitions that they share.

    Those that list ids are collected apart; `file` is where they are to be found, if not here.
    """

    def __init__(self, kind: Kind, choices: Choices, file: str = "") -> None:
        self.definitions: dict[str, Schema] = {}
        self.ids: dict[str, Schema] = {}
        self._kind = kind
        self._choices = choices
        self._file = file

    def record(self) -> Schema:
        """The schema of a record, without the definitions that it refers to."""
        model = MODELS[self._kind]
        body = {"type": "object", "description": _summary(model), **self.parts(model)}
        return {"$schema": DIALECT, **body}

    def parts(self, model: type[BaseModel]) -> Schema:
        """What stands in a map: its fields, and which of them must."""
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        found: Schema = {"properties": {key: self._field(each) for key, each in fields.items()}}
        if required := [key for key, field in fields.items() if field.is_required()]:
            found["required"] = required
        return {**found, "additionalProperties": False}

    def _field(self, field: FieldInfo) -> Schema:
        """A field with its description; one that may be left out may be empty as well."""
        schema = self._of(annotation_of(field))
        if not field.is_required():
            schema = _or_empty(schema)
        return {**schema, **_described(field.description or "")}

    def _of(self, annotation: Any) -> Schema:
        """The schema of a type, by the last of its marks that says what it is."""
        marks, plain = _unwrapped(annotation)
        for mark in reversed(marks):
            match mark:
                case RefersTo(target=target):
                    return self._ids_of(target)
                case WithJsonSchema(json_schema=dict(schema)):
                    return self._written(schema)
                case BeforeValidator(func=func) if func is read_citation:
                    return self._citation()
        if isinstance(plain, type) and issubclass(plain, Model):
            return self._model(plain, marks)
        return self._plain(plain)

    def _plain(self, plain: Any) -> Schema:
        inner = typing.get_args(plain)
        match typing.get_origin(plain):
            case typing.Literal:
                return {"enum": list(inner)}
            case builtin if builtin is tuple:
                return {"type": "array", "items": self._of(inner[0])}
            case builtin if builtin is dict:
                return self._map(*inner)
        # Anything at all may stand here, but nothing may not.
        return {"type": ["string", "number", "boolean", "array", "object"]}

    def _map(self, key: Any, value: Any) -> Schema:
        """A map by ids; each id is a property as well, since editors complete no others.

        They stand below `allOf`, where they say nothing of the values: what is beside them does.
        """
        marks, _ = _unwrapped(key)
        targets = [mark.target for mark in marks if isinstance(mark, RefersTo)]
        values = self._of(value)
        if targets:
            # An editor would show it in place of what the id is called.
            values = {word: each for word, each in values.items() if word != "description"}
        schema = {"type": "object", "propertyNames": self._of(key), "additionalProperties": values}
        return {**schema, **({"allOf": [self._keys_of(targets[0])]} if targets else {})}

    def _model(self, model: type[Model], marks: Sequence[Any]) -> Schema:
        """A map of fields, or one of the short forms that may stand in its place."""
        before = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
        keys = [func.key for func in before if isinstance(func, InAMap)]
        empty = or_nothing in before
        name = "-or-".join([_kebab(model.__name__), *keys, *(["nothing"] if empty else [])])
        types: Schema = {"type": ["object", "null"] if empty else "object"}
        if keys:
            types = {"anyOf": [self._bare(model.model_fields[keys[0]]), types]}
        # The description stands beside the reference: within, it would hide that of a field.
        described = {"description": _summary(model)}
        return {**self._defined(name, {**types, **self.parts(model)}), **described}

    def _bare(self, field: FieldInfo) -> Schema:
        """What may stand alone; a map of languages would be taken for the map of fields."""
        _, plain = _unwrapped(annotation_of(field))
        is_a_map = typing.get_origin(plain) is dict
        return self._of(typing.get_args(plain)[1] if is_a_map else annotation_of(field))

    def _citation(self) -> Schema:
        """The id of a source, or `{id: [the fields it supports]}`, or both spelled out."""
        source = self._ids_of("source")
        fields = {"type": ["array", "null"], "items": {"type": "string"}}
        spelled = {"source": source, "supports": fields}
        schema = {
            "anyOf": [source, {"type": "object", "minProperties": 1}],
            "if": {"required": ["source"]},
            "then": {"properties": spelled, "additionalProperties": False},
            "else": {
                "propertyNames": source,
                "additionalProperties": fields,
                "maxProperties": 1,
            },
        }
        return self._defined("citation", schema)

    def _written(self, schema: Mapping[str, Any]) -> Schema:
        """What a type says of itself; its title, if it has one, names the definition."""
        plain = dict(schema)
        name = plain.pop("title", "")
        if name in self._choices:
            return self._ids_of(name)
        return self._defined(name, plain) if name else plain

    def _ids_of(self, target: str) -> Schema:
        """One of the ids that there are."""
        names = self._choices[target]
        schema = {"enum": list(names), "enumDescriptions": list(names.values())}
        return self._listed(f"{self._prefix(target)}{target}-id", schema)

    def _keys_of(self, target: str) -> Schema:
        """The same ids as keys, each with what it is called."""
        names = self._choices[target].items()
        schema = {"properties": {key: {"description": name, **_COLON} for key, name in names}}
        return self._listed(f"{self._prefix(target)}{target}-keys", schema)

    def _prefix(self, target: str) -> str:
        """Regions walk other steps than cities."""
        return "region-" if target == "step" and self._kind is Kind.REGION else ""

    def _listed(self, name: str, schema: Schema) -> Schema:
        """A reference to a list of ids."""
        self.ids[name] = schema
        return {"$ref": f"{self._file}#/$defs/{name}"}

    def _defined(self, name: str, schema: Schema) -> Schema:
        """A reference to a definition."""
        self.definitions.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}


def _or_empty(schema: Schema) -> Schema:
    """The same, or nothing behind the colon."""
    match schema:
        case {"type": str(kind)}:
            return {**schema, "type": [kind, "null"]}
        case {"$ref": _} | {"enum": _}:
            plain = {key: value for key, value in schema.items() if key != "description"}
            return {"anyOf": [plain, {"type": "null"}]}
    return schema


def _described(text: str) -> Schema:
    """What is shown of a field: editors escape code in a description that is no Markdown."""
    return {"description": text, **({"markdownDescription": text} if "`" in text else {})}


def _unwrapped(annotation: Any) -> tuple[list[Any], Any]:
    """The marks on a type, and the type without them and without `| None`."""
    marks: list[Any] = []
    while True:
        if hasattr(annotation, "__metadata__"):
            marks += annotation.__metadata__
            annotation = annotation.__origin__
        elif NoneType in typing.get_args(annotation):
            annotation = next(a for a in typing.get_args(annotation) if a is not NoneType)
        else:
            return marks, annotation


def _summary(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").partition("\n")[0]


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
