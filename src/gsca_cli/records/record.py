"""What every record may carry, whatever it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from gsca_cli.records import written
from gsca_cli.records.meant import UnfitError
from gsca_cli.records.values import (
    Amount,
    Citations,
    Date,
    Link,
    LocalText,
    Model,
    RouteText,
    StatusId,
    Text,
)


@dataclass(frozen=True, slots=True)
class InAMap:
    """Makes a map of a bare value: the key is the field that is meant."""

    key: str

    def __call__(self, value: object) -> object:
        """Give a map as it is, and anything else in one."""
        return value if isinstance(value, Mapping | Model) else {self.key: value}


def in_a_map(key: str) -> BeforeValidator:
    """Accept a bare value where a map with more about it could stand."""
    return BeforeValidator(InAMap(key))


def or_nothing(value: object) -> object:
    """An empty value is a map that says nothing more."""
    return {} if value is None else value


class Alias(Model):
    """Another name that people or publications use."""

    name: Text = Field(description="The other name.")
    note: LocalText | None = Field(default=None, description="Who uses it, or why.")
    sources: Citations = Field(default=(), description="Where it stands.")


class Note(Model):
    """Something worth knowing that no other field holds."""

    date: Date | None = Field(default=None, description="When it was said.")
    text: LocalText = Field(description="The note itself.")
    sources: Citations = Field(default=(), description="Where it comes from.")


class Variant(Model):
    """What another source says about a field."""

    at: RouteText = Field(description="The route of the field, such as `launched`.")
    value: Any = Field(description="What the other source says.")
    sources: Citations = Field(default=(), description="The other source.")
    note: LocalText | None = Field(default=None, description="How the difference may be read.")


_OTHERS = ("cities", "countries", "partners")
_COUNTS = "members, founders, cohort:ID, cities, countries or partners"


def check_counted(value: str) -> str:
    """A claim counts one of the things that gsca can count.

    Raises:
        UnfitError: it counts something else.
    """
    if not re.match(r"(members|founders|cities|countries|partners|cohort:[^\s]+)\Z", value):
        message = f"cannot be counted: it is one of {_COUNTS}"
        from difflib import get_close_matches  # noqa: PLC0415 (only a mistake needs it)

        near = get_close_matches(value.lower(), ("members", "founders", *_OTHERS), n=1)
        raise UnfitError(message, near[0] if near else "", "write one of these")
    return value


class Claim(Model):
    """A count that a source states, to be compared with what is listed."""

    count: Annotated[Text, AfterValidator(check_counted), written.COUNTED] = Field(
        description=f"What is counted: {_COUNTS}."
    )
    value: Amount = Field(description="The number stated: 26, or '>40' for more than 40.")
    as_of: Date | None = Field(default=None, description="When the source counted.")
    without: tuple[Text, ...] = Field(default=(), description="Kinds of partner left out.")
    sources: Citations = Field(default=(), description="Who says so.")
    note: LocalText | None = Field(
        default=None, description="Why the number differs from what is listed here."
    )


class Record(Model):
    """What any record may carry."""

    aliases: tuple[Annotated[Alias, in_a_map("name")], ...] = Field(
        default=(), description="Other names."
    )
    notes: tuple[Annotated[Note, in_a_map("text")], ...] = Field(
        default=(), description="Remarks, with their dates."
    )
    sources: Citations = Field(default=(), description="The ids of the sources of this record.")
    inferred: dict[RouteText, LocalText] = Field(
        default_factory=dict, description="What no source says outright: the route, and the reason."
    )
    variants: tuple[Variant, ...] = Field(
        default=(), description="What other sources say about a field."
    )
    claims: tuple[Claim, ...] = Field(default=(), description="Counts that sources state.")
    former_ids: tuple[Text, ...] = Field(default=(), description="Ids this record once had.")


class Review(Model):
    """When a state was checked, and in which role; never a person's name."""

    date: Date = Field(description="The day of the review.")
    role: Text = Field(description="The role of the reviewer, such as `secretariat`.")


class State(Model):
    """How far a step, a selection or a task has come."""

    status: StatusId | None = Field(default=None, description="The id of a status.")
    since: Date | None = Field(default=None, description="When this state last moved.")
    as_of: Date | None = Field(default=None, description="A date at which a source states it.")
    due: Date | None = Field(default=None, description="When it is to be completed.")
    until: Date | None = Field(default=None, description="When it was withdrawn.")
    note: LocalText | None = Field(default=None, description="A remark.")
    evidence: tuple[Link, ...] = Field(default=(), description="Links that show it.")
    sources: Citations = Field(default=(), description="The sources of this state.")
    reported_by: Literal["city", "secretariat", "publication"] | None = Field(
        default=None, description="Who reported it."
    )
    reviewed: Review | None = Field(default=None, description="When and by whom it was checked.")


ShortState = Annotated[State, in_a_map("status"), BeforeValidator(or_nothing)]
"""Nothing, a bare status, or the whole map."""
