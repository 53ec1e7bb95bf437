"""The value types that records share: texts, dates, numbers, links, citations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    StringConstraints,
    model_validator,
)

from gsca_cli.records import written
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.links import check_link
from gsca_cli.records.meant import UnfitError, date_meant
from gsca_cli.records.quantity import Quantity, read_quantity
from gsca_cli.records.spelling import as_written
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.records.when import NOT_A_DATE, When
from gsca_cli.records.written import DATE_FORMS, NOT_BLANK


class Model(BaseModel):
    """A part of a record: cannot be changed, and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def leave_out_the_empty(cls, data: Any) -> Any:
        """A field with nothing behind its colon is as if it were not there."""
        if not isinstance(data, Mapping):
            return data
        if None not in data.values():
            return data
        fields = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in fields}


Text = Annotated[
    str,
    StringConstraints(pattern=NOT_BLANK, strict=True),
    BeforeValidator(as_written),
    written.TEXT,
]


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a text that is the id of something: a kind of record, or a word of the alliance."""

    target: str


@dataclass(frozen=True, slots=True)
class IsARoute:
    """Marks a text that names a value of the record: keys and ids, joined by dots."""


RouteText = Annotated[Text, IsARoute()]
SourceId = Annotated[Text, RefersTo("source")]
PolicyId = Annotated[Text, RefersTo("policy")]
PrincipleId = Annotated[Text, RefersTo("principle")]
RegionId = Annotated[Text, RefersTo("region")]
TrackId = Annotated[Text, RefersTo("track")]
ProgrammeId = Annotated[Text, RefersTo("programme")]
StepId = Annotated[Text, RefersTo("step")]
PhaseId = Annotated[Text, RefersTo("phase")]
StatusId = Annotated[Text, RefersTo("status")]
RoleId = Annotated[Text, RefersTo("role")]
StandingId = Annotated[Text, RefersTo("standing")]
CohortId = Annotated[Text, RefersTo("cohort")]

Flag = Annotated[bool, Strict(), written.FLAG]
Count = Annotated[int, Strict(), Field(ge=0), written.COUNT]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False), written.NUMBER]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_TAG), Strict(), written.LANGUAGE]


def in_every_language(value: object) -> object:
    """A bare text is the same in every language."""
    return value if isinstance(value, Mapping) else {ANY_LANGUAGE: value}


LocalText = Annotated[
    dict[Language, Text],
    BeforeValidator(in_every_language),
    Field(min_length=1),
    AfterValidator(Texts),
    written.TEXTS,
]
"""A text for readers: one for every language, or a map from language to text."""


Link = Annotated[Text, AfterValidator(check_link), written.LINK]


def read_when(value: object) -> When:
    """A date from what a file says; an unquoted year arrives as a number."""
    text = as_written(value)
    if not isinstance(text, str):
        raise UnfitError(NOT_A_DATE, fits=DATE_FORMS)
    try:
        return When.parse(text)
    except ValueError as error:
        raise UnfitError(str(error), date_meant(text), DATE_FORMS) from None


Date = Annotated[When, PlainValidator(read_when), written.DATE]

Amount = Annotated[Quantity, PlainValidator(read_quantity), written.AMOUNT]


def read_citation(value: object) -> object:
    """`annual-report`, or `{gazetteer: [location]}` where a source supports only some fields."""
    if isinstance(value, str):
        return {"source": value}
    if isinstance(value, Mapping) and len(value) == 1 and "source" not in value:
        ((source, supports),) = value.items()
        return {"source": source, "supports": supports}
    if isinstance(value, Mapping) and "source" in value:
        return value
    message = "is not a source: write its id, or {id: [the fields it supports]}"
    raise ValueError(message)


class Citation(Model):
    """A source, and the fields that it supports (none named: the whole record)."""

    source: SourceId = Field(description="The id of a source.")
    supports: tuple[RouteText, ...] = Field(default=(), description="The fields it supports.")


Citations = tuple[Annotated[Citation, BeforeValidator(read_citation)], ...]
