"""A record together with the document that it was read from."""

from dataclasses import dataclass

from gsca_cli.documents.document import Document
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Record


@dataclass(frozen=True, slots=True)
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
