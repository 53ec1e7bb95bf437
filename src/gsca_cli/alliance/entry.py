"""A record together with the document that it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from gsca_cli.alliance.remarked import Said
from gsca_cli.documents.document import Document
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Record, State
from gsca_cli.records.texts import Texts
from gsca_cli.records.values import Model
from gsca_cli.records.walk import Part, date_fields, parts
from gsca_cli.records.when import When


class DateGiven(NamedTuple):
    """A date that a part of a record gives, and in which field."""

    route: Route
    part: Model
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
    record: Record
    passed_over: Sequence[PassedOver] = ()

    @property
    def path(self) -> str:
        """The file of the record."""
        return self.document.path

    @cached_property
    def said(self) -> Said:
        """What the record says, by routes in words."""
        return Said(self.record)

    @cached_property
    def parts(self) -> Sequence[Part]:
        """Every model and every text of the record: several checks look at all of them."""
        return parts(self.record)

    @cached_property
    def models(self) -> Sequence[tuple[Route, Model]]:
        """The models among the parts, and their routes."""
        return [(route, part) for route, part in self.parts if not isinstance(part, Texts)]

    @cached_property
    def dates(self) -> Sequence[DateGiven]:
        """Every date of the record, in the order of the parts."""
        return [
            DateGiven(route, part, field, when)
            for route, part in self.models
            for field in date_fields(type(part))
            if (when := vars(part)[field])
        ]

    @cached_property
    def states(self) -> Sequence[tuple[Route, State]]:
        """The states among the parts, and their routes."""
        return [(route, part) for route, part in self.models if isinstance(part, State)]
