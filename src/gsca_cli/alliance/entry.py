"""A record together with the document that it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from gsca_cli.documents.document import Document
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.texts import Texts
from gsca_cli.records.when import When

# Who meets no entry is spared the models: the properties that need them ask for them.
if TYPE_CHECKING:
    from gsca_cli.alliance.remarked import Said
    from gsca_cli.records.city import City
    from gsca_cli.records.record import Record, State
    from gsca_cli.records.region import Region
    from gsca_cli.records.values import Model
    from gsca_cli.records.walk import Part


class DateGiven(NamedTuple):
    """A date that a part of a record gives, and in which field."""

    route: Route
    part: "Model"
    field: str
    when: When


class PassedOver(NamedTuple):
    """A value that does not fit the schema of today: where it stood, and what it said."""

    route: Route
    value: Any


@dataclass(frozen=True)
class Entry:
    """One record, and where each of its values stands.

    `passed_over` is what its file says besides, where it was read as far as it fits.
    """

    kind: Kind
    id: str
    document: Document
    record: "Record"
    passed_over: Sequence[PassedOver] = ()

    @property
    def path(self) -> str:
        """The file of the record."""
        return self.document.path

    @property
    def city(self) -> "City | None":
        """The record, if it is that of a city."""
        return cast("City", self.record) if self.kind is Kind.CITY else None

    @property
    def region(self) -> "Region":
        """The record, which must be that of a region."""
        return cast("Region", self.record)

    @cached_property
    def said(self) -> "Said":
        """What the record says, by routes in words."""
        from gsca_cli.alliance.remarked import Said  # noqa: PLC0415

        return Said(self.record)

    @cached_property
    def parts(self) -> "Sequence[Part]":
        """Every model and every text of the record: several checks look at all of them."""
        from gsca_cli.records.walk import parts  # noqa: PLC0415

        return parts(self.record)

    @cached_property
    def models(self) -> "Sequence[tuple[Route, Model]]":
        """The models among the parts, and their routes."""
        return [(route, part) for route, part in self.parts if not isinstance(part, Texts)]

    @cached_property
    def dates(self) -> Sequence[DateGiven]:
        """Every date of the record, in the order of the parts."""
        from gsca_cli.records.walk import date_fields  # noqa: PLC0415

        return [
            DateGiven(route, part, field, when)
            for route, part in self.models
            for field in date_fields(type(part))
            if (when := vars(part)[field])
        ]

    @cached_property
    def states(self) -> "Sequence[tuple[Route, State]]":
        """The states among the parts, and their routes."""
        from gsca_cli.records.record import State  # noqa: PLC0415

        return [(route, part) for route, part in self.models if isinstance(part, State)]
