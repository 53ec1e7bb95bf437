"""An ordered ladder of steps."""

from typing import Literal

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import Citations, LocalText, Model, PhaseId, StatusId, Text


class Phase(Model):
    """A group of steps that follow each other."""

    id: Text = Field(description="The id of the phase.")
    name: LocalText = Field(description="Its name.")


class Step(Model):
    """One rung of the ladder."""

    id: Text = Field(description="The id of the step; no other track has it.")
    name: LocalText = Field(description="Its name.")
    phase: PhaseId | None = Field(default=None, description="The id of its phase.")
    description: LocalText | None = Field(default=None, description="What it asks for.")
    example: LocalText | None = Field(default=None, description="How somebody did it.")
    former_ids: tuple[Text, ...] = Field(default=(), description="Ids this step once had.")
    sources: Citations = Field(default=(), description="The sources of the step.")


class Track(Record):
    """An ordered ladder of steps."""

    name: LocalText = Field(description="The name of the track.")
    walked_by: Literal["city", "region"] = Field(description="Who walks it.")
    phases: tuple[Phase, ...] = Field(default=(), description="Groups of steps, in order.")
    steps: tuple[Step, ...] = Field(description="The steps, in order.")
    statuses: tuple[StatusId, ...] = Field(
        default=(), description="The statuses it uses, if not all of the alliance's."
    )
