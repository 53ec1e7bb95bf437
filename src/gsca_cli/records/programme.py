"""Something that cities join."""

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import Date, Link, LocalText


class Programme(Record):
    """Something that cities join, which is not a region."""

    name: LocalText = Field(description="The name of the programme.")
    summary: LocalText | None = Field(default=None, description="What it is.")
    started: Date | None = Field(default=None, description="When it began.")
    link: Link | None = Field(default=None, description="Where to read about it.")
