"""A record together with the document that it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from gsca_cli.documents.document import Document
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Record
from gsca_cli.records.values import Model
from gsca_cli.records.walk import Part, date_fields, parts


@dataclass(frozen=True)
class Entry:
    """One record, and where each of its values stands."""

    kind: Kind
    id: str
    document: Document
    record: Record

    @property
    def path(self) -> str:
        """The file of the record."""
        return self.document.path

    @cached_property
    def parts(self) -> Sequence[Part]:
        """Every model and every text of the record: several checks look at all of them."""
        return parts(self.record)

    @cached_property
    def dated(self) -> Sequence[tuple[Route, Model]]:
        """The models among the parts that have fields for dates, and their routes."""
        return [
            (route, part)
            for route, part in self.parts
            if isinstance(part, Model) and date_fields(type(part))
        ]
