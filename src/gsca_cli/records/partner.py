"""An organisation of the alliance."""

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import LocalText, SourceId, Text


class Partner(Record):
    """An organisation that is a partner of the alliance."""

    name: LocalText = Field(description="The name of the organisation.")
    kind: Text | None = Field(default=None, description="What kind of partner it is.")
    listed_in: tuple[SourceId, ...] = Field(
        default=(), description="The ids of the sources that list it as a partner."
    )
