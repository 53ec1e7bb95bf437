"""A publication that records cite."""

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import Date, Link, LocalText, Text


class Source(Record):
    """A publication that records cite."""

    title: LocalText = Field(description="The title.")
    publisher: LocalText | None = Field(default=None, description="Who published it.")
    date: Date | None = Field(default=None, description="When it was published.")
    link: Link | None = Field(default=None, description="Where it can be read.")
    kind: Text | None = Field(default=None, description="Primary, secondary, a copy, ...")
    read: LocalText | None = Field(default=None, description="How much of it was read.")
