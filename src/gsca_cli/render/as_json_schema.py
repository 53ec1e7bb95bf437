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
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.record import InAMap, or_nothing
from gsca_cli.records.values import Model, RefersTo, read_citation

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Kind, choices: Choices) -> Schema:
    """The schema of the records of a kind, with the ids that they may refer to.

    It accepts every form that the models read. Where there is a choice between two forms, the
    parts of a map stand beside it, not inside: so an editor names the very key that is wrong.
    """
    model = MODELS[kind]
    writer = _Writer(choices)
    body = {"type": "object", "description": _summary(model), **writer.parts(model)}
    return {"$schema": DIALECT, **body, "$defs": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes the schemas of types, and collects the definitions that they share."""

    def __init__(self, choices: Choices) -> None:
        self.definitions: dict[str, Schema] = {}
        self._choices = choices

    def parts(self, model: type[BaseModel]) -> Schema:
        """What stands in a map: its fields, and which of them must."""
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        found: Schema = {"properties": {key: self._field(each) for key, each in fields.items()}}
        if required := [key for key, field in fields.items() if field.is_required()]:
            found["required"] = required
        return {**found, "additionalProperties": False}

    def _field(self, field: FieldInfo) -> Schema:
        """A field with its description; one that may be left out may be empty as well."""
        schema = self._of(_annotation(field))
        if not field.is_required():
            schema = _or_empty(schema)
        return {**schema, **_described(field.description or "")}

    def _of(self, annotation: Any) -> Schema:
        """The schema of a type, by the last of its marks that says what it is."""
        marks, plain = _unwrapped(annotation)
        for mark in reversed(marks):
            match mark:
                case RefersTo(target=target):
                    return self._defined(f"{target}-id", self._one_of(target))
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
        """A map by ids; each id is a property of its own, since editors complete no others."""
        values = self._of(value)
        schema = {"type": "object", "propertyNames": self._of(key), "additionalProperties": values}
        marks, _ = _unwrapped(key)
        for target in (mark.target for mark in marks if isinstance(mark, RefersTo)):
            names = self._choices[target].items()
            schema["properties"] = {id_: {**values, "description": name} for id_, name in names}
        return schema

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
        _, plain = _unwrapped(_annotation(field))
        is_a_map = typing.get_origin(plain) is dict
        return self._of(typing.get_args(plain)[1] if is_a_map else _annotation(field))

    def _citation(self) -> Schema:
        """The id of a source, or `{id: [the fields it supports]}`, or both spelled out."""
        source = self._defined("source-id", self._one_of("source"))
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
            plain = self._one_of(name)
        return self._defined(name, plain) if name else plain

    def _one_of(self, target: str) -> Schema:
        names = self._choices[target]
        return {"enum": list(names), "enumDescriptions": list(names.values())}

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


def _annotation(field: FieldInfo) -> Any:
    """The type of a field with all its marks, as it was declared."""
    return typing.Annotated[field.annotation, *field.metadata, None]


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
