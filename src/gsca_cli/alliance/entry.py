"""A record together with the document that it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from gsca_cli.documents.document import Document
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Record
from gsca_cli.records.walk import Part, parts


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
