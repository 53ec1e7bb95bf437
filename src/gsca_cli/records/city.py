"""A city or local government, and how far it has come."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from gsca_cli.records import written
from gsca_cli.records.countries import check_country
from gsca_cli.records.record import Record, ShortState, State, in_a_map, or_nothing
from gsca_cli.records.values import (
    Citations,
    CohortId,
    Count,
    Date,
    LocalText,
    Model,
    Number,
    PolicyId,
    ProgrammeId,
    RegionId,
    RoleId,
    StandingId,
    StepId,
    Text,
)

SUBDIVISION_CODE = r"^[A-Z]{2}-[A-Z0-9]{1,3}$"
Subdivision = Annotated[
    Text,
    StringConstraints(pattern=SUBDIVISION_CODE),
    WithJsonSchema({"type": "string", "pattern": SUBDIVISION_CODE}),
]


class Point(Model):
    """A place on the globe, in degrees (WGS 84)."""

    lat: Number = Field(description="Latitude in degrees, north is positive.")
    lon: Number = Field(description="Longitude in degrees, east is positive.")


class Population(Model):
    """How many people live in the city."""

    value: Count = Field(description="The number of inhabitants.")
    as_of: Date | None = Field(default=None, description="The date of the count.")
    sources: Citations = Field(default=(), description="Who counted.")


class Membership(Model):
    """A city's place in a region."""

    role: RoleId | None = Field(default=None, description="The id of a role, such as `observer`.")
    cohort: CohortId | None = Field(default=None, description="The id of a cohort of the region.")
    joined: Date | None = Field(default=None, description="When the city joined.")
    left: Date | None = Field(default=None, description="When the city left.")
    standing: StandingId | None = Field(
        default=None, description="The id of a standing, such as `paused`."
    )
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="The sources of the membership.")


class Participation(Model):
    """Taking part in a programme; this is not selecting a policy."""

    joined: Date | None = Field(default=None, description="When the city joined.")
    policy: PolicyId | None = Field(default=None, description="The id of the policy it is about.")
    note: LocalText | None = Field(default=None, description="A remark.")
    sources: Citations = Field(default=(), description="The sources of the participation.")


class Selection(State):
    """A city's choice to adopt a policy."""

    chosen: Literal["yes", "unknown"] = Field(
        default="yes",
        description="`unknown`: the policy is practised, but no source says that it was chosen.",
    )
    steps: dict[StepId, ShortState] = Field(
        default_factory=dict, description="Steps that the city follows for this policy by itself."
    )


class City(Record):
    """A city or local government."""

    name: LocalText = Field(description="The name, or a map from language to name.")
    country: Annotated[Text, AfterValidator(check_country), written.COUNTRY] = Field(
        description="The ISO 3166-1 alpha-2 code of the country, such as CO."
    )
    subdivision: Subdivision | None = Field(
        default=None, description="The ISO 3166-2 code, such as CO-DC."
    )
    location: Point | None = Field(default=None, description="Where the city lies.")
    population: Annotated[Population, in_a_map("value")] | None = Field(
        default=None, description="How many people live there."
    )
    programmes: dict[ProgrammeId, Annotated[Participation, BeforeValidator(or_nothing)]] = Field(
        default_factory=dict, description="Programmes the city takes part in, by id."
    )
    regions: dict[
        RegionId, Annotated[Membership, in_a_map("role"), BeforeValidator(or_nothing)]
    ] = Field(default_factory=dict, description="Regional alliances the city belongs to, by id.")
    policies: dict[
        PolicyId, Annotated[Selection, in_a_map("status"), BeforeValidator(or_nothing)]
    ] = Field(default_factory=dict, description="Policies the city selected, by id.")
    steps: dict[StepId, ShortState] = Field(
        default_factory=dict,
        description="Where the city stands on the steps of its region's track.",
    )
