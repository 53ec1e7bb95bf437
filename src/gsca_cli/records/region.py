"""A regional alliance: who convenes it, what it tracks, when it meets."""

from typing import Annotated

from pydantic import Field

from gsca_cli.records.record import Record, ShortState, in_a_map
from gsca_cli.records.values import (
    Citations,
    Date,
    Flag,
    Language,
    LocalText,
    Model,
    PolicyId,
    StepId,
    Text,
    TrackId,
)


class Column(Model):
    """A policy that the region tracks: one column of its matrix."""

    policy: PolicyId = Field(description="The id of a policy.")
    added: Date | None = Field(default=None, description="When the region began to track it.")


class Cohort(Model):
    """Cities that joined together."""

    name: LocalText = Field(description="The name of the cohort.")
    since: Date | None = Field(default=None, description="When it joined.")
    founding: Flag = Field(default=False, description="Do its cities count as founders?")
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="The sources of the cohort.")


class Meeting(Model):
    """A meeting of the region's community."""

    date: Date = Field(description="The day of the meeting.")
    kind: Text | None = Field(default=None, description="What kind of meeting it was.")
    title: LocalText | None = Field(default=None, description="Its title.")
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="The sources of the meeting.")


class Region(Record):
    """A regional alliance."""

    name: LocalText = Field(description="The name, or a map from language to name.")
    secretariat: LocalText | None = Field(
        default=None, description="The organisation that convenes the region."
    )
    supporters: tuple[LocalText, ...] = Field(
        default=(), description="Organisations that support it."
    )
    seat: LocalText | None = Field(default=None, description="Where the secretariat sits.")
    announced: Date | None = Field(default=None, description="When it was announced.")
    launched: Date | None = Field(default=None, description="When it started.")
    languages: tuple[Language, ...] = Field(default=(), description="The languages it works in.")
    cadence: LocalText | None = Field(
        default=None, description="How often it meets, in the words of the source."
    )
    columns: tuple[Annotated[Column, in_a_map("policy")], ...] = Field(
        default=(), description="The policies of its matrix, in order."
    )
    track: TrackId | None = Field(default=None, description="The track its cities walk.")
    steps: dict[StepId, ShortState] = Field(
        default_factory=dict, description="Where the region itself stands on its own track."
    )
    cohorts: dict[Text, Cohort] = Field(
        default_factory=dict, description="Groups of cities that joined together, by id."
    )
    meetings: tuple[Meeting, ...] = Field(default=(), description="The meetings of the region.")
