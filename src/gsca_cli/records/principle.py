"""A guiding principle of the alliance."""

from pydantic import Field

from gsca_cli.records.record import Record
from gsca_cli.records.values import LocalText


class Principle(Record):
    """A guiding principle, under which policies stand."""

    name: LocalText = Field(description="The full name.")
    short_name: LocalText | None = Field(default=None, description="The name in one word.")
