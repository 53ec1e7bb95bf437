"""Every field of every kind of record, taken from the models: none can be forgotten."""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import NoneType
from typing import Any, Final, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator

from gsca_cli.kinds import Kind
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.city import City
from gsca_cli.records.countries import check_country
from gsca_cli.records.links import check_link
from gsca_cli.records.partner import Partner
from gsca_cli.records.policy import Policy
from gsca_cli.records.quantity import Quantity
from gsca_cli.records.record import Claim, InAMap, Record, Review, Variant, check_counted
from gsca_cli.records.region import Meeting, Region
from gsca_cli.records.settings import Position, Settings, Status
from gsca_cli.records.source import Source
from gsca_cli.records.texts import Texts
from gsca_cli.records.track import Phase, Step
from gsca_cli.records.values import (
    Citation,
    Language,
    Model,
    RefersTo,
)
from gsca_cli.records.when import When


class Form(StrEnum):
    """What is written in a field."""

    FILE = "file"
    MAP = "map"
    LIST = "list"
    TEXT = "text"
    TEXTS = "text by language"
    WORD = "word of one's own"
    REFERENCE = "reference"
    ID = "id"
    ROUTE = "route"
    CODE = "code of a check"
    CHOICE = "choice"
    COUNTED = "what is counted"
    DATE = "date"
    LINK = "link"
    LANGUAGE = "language"
    COUNTRY = "country"
    SUBDIVISION = "subdivision"
    COLOUR = "colour"
    FLAG = "flag"
    COUNT = "count"
    NUMBER = "number"
    AMOUNT = "amount"
    ANY = "anything"


class Spelling(NamedTuple):
    """What a key or a value is, and, for a reference or a choice, of what."""

    form: Form
    target: str = ""
    choices: tuple[str, ...] = ()


Pattern = tuple[str, ...]
"""A route in which `*` stands for any key of a map, and `[]` for any item of a list."""

ITEM: Final = "[]"
ANY_KEY: Final = "*"


@dataclass(frozen=True)
class Field:
    """A field of a kind of record; of any record if it has no kind.

    `key` is what its key is, where the file chooses that. `bare` is what may stand there in place
    of the whole map. `model` is the class of the map that holds it.
    """

    kind: Kind | None
    pattern: Pattern
    label: str
    value: Spelling
    required: bool = False
    key: Spelling | None = None
    bare: Spelling | None = None
    model: type[Model] | None = None

    @property
    def name(self) -> str:
        """The field with its kind: `city name`, `any record notes`."""
        return f"{self.kind or 'any record'} {self.label}"

    @property
    def form(self) -> Form:
        """What is written there."""
        return self.value.form


_MEANT: Mapping[tuple[type[Model], str], Form] = {
    (City, "subdivision"): Form.SUBDIVISION,
    (Record, "inferred"): Form.ROUTE,
    (Variant, "at"): Form.ROUTE,
    (Citation, "supports"): Form.ROUTE,
    (Record, "former_ids"): Form.ID,
    (Region, "cohorts"): Form.ID,
    (Policy, "benchmarks"): Form.ID,
    (Step, "id"): Form.ID,
    (Step, "former_ids"): Form.ID,
    (Phase, "id"): Form.ID,
    (Status, "id"): Form.ID,
    (Status, "former_ids"): Form.ID,
    (Position, "id"): Form.ID,
    (Position, "former_ids"): Form.ID,
    (Settings, "checks"): Form.CODE,
    (Status, "colour"): Form.COLOUR,
    (Claim, "without"): Form.WORD,
    (Meeting, "kind"): Form.WORD,
    (Partner, "kind"): Form.WORD,
    (Source, "kind"): Form.WORD,
    (Review, "role"): Form.WORD,
}
"""What a text is, where its type alone does not say it: the key of a map, the item of a list."""

_PLAIN: Mapping[Any, Form] = {
    bool: Form.FLAG,
    int: Form.COUNT,
    float: Form.NUMBER,
    When: Form.DATE,
    Quantity: Form.AMOUNT,
    Any: Form.ANY,
}
_CHECKED: Mapping[Any, Form] = {
    check_link: Form.LINK,
    check_country: Form.COUNTRY,
    check_counted: Form.COUNTED,
}
_KEY_NAMES: Mapping[Form, str] = {
    Form.ROUTE: "<route>",
    Form.CODE: "<code>",
    Form.LANGUAGE: "<language>",
}
_BY_KIND: Final = (("sources",), ("sources", ITEM))
"""Of what any record may have, not every kind needs these: they are tried for each."""


def all_fields() -> list[Field]:
    """The fields that any record may have, then those of each kind; the file itself first."""
    shared = [
        replace(field, kind=None)
        for field in _of_model(Record, (), "", Kind.CITY)
        if field.pattern not in _BY_KIND
    ]
    return [*shared, *(field for kind in Kind for field in _of_kind(kind))]


def _of_kind(kind: Kind) -> Iterator[Field]:
    """The fields of a kind, the file itself first."""
    yield Field(kind, (), "(the file)", Spelling(Form.FILE), required=True)
    first_text = True
    for field in _of_model(MODELS[kind], (), "", kind):
        if field.pattern[0] in Record.model_fields and field.pattern not in _BY_KIND:
            continue
        yield field
        if first_text and field.form is Form.TEXTS:
            # One type reads the texts of all fields: its languages are tried once for each kind.
            first_text = False
            yield replace(
                field,
                pattern=(*field.pattern, ANY_KEY),
                label=f"{field.label}.<language>",
                value=Spelling(Form.TEXT),
                required=False,
                key=Spelling(Form.LANGUAGE),
                model=None,
            )


def _of_model(model: type[Model], above: Pattern, label: str, kind: Kind) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        field = Field(
            kind,
            (*above, key),
            f"{label}.{key}" if label else key,
            Spelling(Form.ANY),
            required=info.is_required(),
            model=model,
        )
        owner = next(each for each in model.__mro__ if name in each.__annotations__)
        yield from _of_value(
            typing.Annotated[info.annotation, *info.metadata, None],
            field,
            _MEANT.get((owner, name), Form.TEXT),
        )


def _of_value(annotation: Any, field: Field, meant: Form) -> Iterator[Field]:
    """A field, and all that stands within it."""
    marks, plain = _unwrapped(annotation)
    bare = _bare(marks, plain)
    within = replace(field, required=False, key=None, bare=None, model=None)
    inner = typing.get_args(plain)
    if any(isinstance(mark, AfterValidator) and mark.func is Texts for mark in marks):
        yield replace(field, value=Spelling(Form.TEXTS))
    elif plain is Citation:
        yield from _of_citation(field, within)
    elif isinstance(plain, type) and issubclass(plain, Model):
        yield replace(field, value=Spelling(Form.MAP), bare=bare)
        assert field.kind
        yield from _of_model(plain, field.pattern, field.label, field.kind)
    elif typing.get_origin(plain) is dict:
        yield replace(field, value=Spelling(Form.MAP))
        yield from _of_entries(inner, within, meant)
    elif typing.get_origin(plain) is tuple:
        yield replace(field, value=Spelling(Form.LIST))
        item = replace(within, pattern=(*field.pattern, ITEM), label=f"{field.label}[]")
        yield from _of_value(inner[0], item, meant)
    else:
        yield replace(field, value=_spelling(marks, plain, meant))


def _of_entries(inner: tuple[Any, ...], field: Field, meant: Form) -> Iterator[Field]:
    """What stands in a map whose keys the file chooses."""
    key = _spelling(*_unwrapped(inner[0]), meant)
    name = _KEY_NAMES.get(key.form, "<id>")
    entry = replace(field, pattern=(*field.pattern, ANY_KEY), label=f"{field.label}.{name}")
    first, *more = _of_value(inner[1], entry, Form.TEXT)
    yield replace(first, key=key)
    yield from more


def _of_citation(field: Field, within: Field) -> Iterator[Field]:
    """`report`, and `{report: [name]}`: the fields that a source supports."""
    source = Spelling(Form.REFERENCE, "source")
    supports = f"{field.label}.supports"
    yield replace(field, value=source)
    yield replace(
        within,
        pattern=(*field.pattern, ANY_KEY),
        label=supports,
        value=Spelling(Form.LIST),
        key=source,
    )
    yield replace(
        within,
        pattern=(*field.pattern, ANY_KEY, ITEM),
        label=f"{supports}[]",
        value=Spelling(Form.ROUTE),
    )


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


def _bare(marks: list[Any], plain: Any) -> Spelling | None:
    """What may stand in place of a map, or None."""
    for mark in marks:
        if isinstance(mark, BeforeValidator) and isinstance(mark.func, InAMap):
            fields = _of_model(plain, (), "", Kind.CITY)
            return next(field.value for field in fields if field.pattern == (mark.func.key,))
    return None


def _spelling(marks: list[Any], plain: Any, meant: Form) -> Spelling:
    for mark in marks:
        if isinstance(mark, RefersTo):
            return Spelling(Form.REFERENCE, mark.target)
        if isinstance(mark, AfterValidator) and mark.func in _CHECKED:
            return Spelling(_CHECKED[mark.func])
    if typing.get_origin(plain) is Literal:
        return Spelling(Form.CHOICE, choices=typing.get_args(plain))
    if set(typing.get_args(Language)[1:]) <= set(marks):
        return Spelling(Form.LANGUAGE)
    return Spelling(_PLAIN.get(plain, meant))
