"""What the whole alliance shares: `gsca.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gsca_cli.records import written
from gsca_cli.records.default_words import (
    DEFAULT_ROLES,
    DEFAULT_STANDINGS,
    DEFAULT_STATUSES,
    StatusClass,
)
from gsca_cli.records.meant import UnfitError
from gsca_cli.records.record import Record
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.records.values import (
    Citations,
    Date,
    Flag,
    Language,
    Link,
    LocalText,
    Model,
    Text,
)


class Status(Model):
    """How far something has come, in one word."""

    id: Text = Field(description="The id that records use.")
    name: LocalText = Field(description="The word that readers see.")
    symbol: Text = Field(description="The sign in a table.")
    colour: Text | None = Field(default=None, description="The colour on a page, such as #2e7d32.")
    cls: StatusClass = Field(alias="class", description="What the status means for totals.")
    former_ids: tuple[Text, ...] = Field(default=(), description="Ids this status once had.")


class Position(Model):
    """A role or a standing that a member of a region may have."""

    id: Text = Field(description="The id that records use.")
    name: LocalText = Field(description="The word that readers see.")
    counts: Flag = Field(default=True, description="Does such a city count as a member?")
    former_ids: tuple[Text, ...] = Field(default=(), description="Ids this word once had.")


class Event(Model):
    """Something that happened to the whole alliance."""

    date: Date = Field(description="When it happened.")
    text: LocalText = Field(description="What happened.")
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="Who says so.")


def _positions(words: Mapping[str, bool]) -> tuple[Position, ...]:
    return tuple(
        Position(id=key, name=Texts({ANY_LANGUAGE: key}), counts=counts)
        for key, counts in words.items()
    )


_STATUSES = tuple(
    Status.model_validate(
        {"id": each.id, "name": each.name, "symbol": each.symbol}
        | {"colour": each.colour, "class": each.cls}
    )
    for each in DEFAULT_STATUSES
)


def check_unknown(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    """What nobody published must have a status of its own.

    Raises:
        UnfitError: no status is of class `unknown`.
    """
    if all(status.cls != "unknown" for status in statuses):
        message = "needs one status of class `unknown`, for what nobody published"
        example = "`- {id: unknown, name: Unknown, symbol: '?', class: unknown}`"
        raise UnfitError(message, fits=f"add one, such as {example}")
    return statuses


class Settings(Record):
    """What the whole alliance shares."""

    name: LocalText = Field(description="The name of the alliance.")
    summary: LocalText | None = Field(default=None, description="What the alliance is.")
    link: Link | None = Field(default=None, description="Its website.")
    language: Language = Field(
        default="en", description="The default language: every text must be given in it."
    )
    statuses: Annotated[tuple[Status, ...], AfterValidator(check_unknown)] = Field(
        default=_STATUSES, description="The statuses of steps and selections."
    )
    roles: tuple[Position, ...] = Field(
        default=_positions(DEFAULT_ROLES),
        min_length=1,
        description="Roles in a region; the first is usual.",
    )
    standings: tuple[Position, ...] = Field(
        default=_positions(DEFAULT_STANDINGS),
        min_length=1,
        description="Standings in a region; the first is usual.",
    )
    events: tuple[Event, ...] = Field(default=(), description="The timeline of the alliance.")
    checks: dict[
        Annotated[Text, written.CHECK], Literal["error", "warning", "notice", "silent"]
    ] = Field(default_factory=dict, description="How much a check matters here, by its code.")
