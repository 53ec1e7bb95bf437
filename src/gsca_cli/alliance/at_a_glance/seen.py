"""What is met while a record is read at a glance."""

from typing import TYPE_CHECKING, Any, NamedTuple

from gsca_cli.records.values import When

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gsca_cli.alliance.references import Mention

Values = dict[str, Any]
"""What the fields of a model hold that are given, by their names."""


class DoubtError(Exception):
    """It is not certain at a glance that something fits."""


class Support(NamedTuple):
    """A field that a citation names, and the fields that stand beside the citation."""

    field: str
    beside: Values


GivenDate = tuple[Values, str, When]
"""The fields that stand beside a date, the name of its own, and the date."""


class Seen:
    """Ids that refer to something, each with a line and two columns; texts, dates and states.

    `fields` are those that citations name; `supports` are the same, once it is known what they are
    fields of. `repeats` tells whether a list holds something twice.
    """

    __slots__ = (
        *("dates", "fields", "mentions", "repeats", "spots", "states", "supports", "texts"),
    )

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.spots: list[int] = []
        self.texts: list[Mapping[str, str]] = []
        self.dates: list[GivenDate] = []
        self.states: list[Values] = []
        self.fields: list[str] = []
        self.supports: list[Support] = []
        self.repeats = False

    def says_more(self) -> bool:
        """Was anything seen beside ids?"""
        return bool(self.texts or self.dates or self.states or self.fields or self.repeats)

    def is_blank(self) -> bool:
        """Was nothing seen?"""
        return not self.mentions and not self.says_more()
