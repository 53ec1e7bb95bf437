"""What is met while a record is read at a glance."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gsca_cli.records.when import When

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


_NOTHING: Final[list[Any]] = []
_NOBODY: Final = (None, date.min, date.min)


class Seen:
    """What was seen on a line, or on several: ids that refer to something, texts, dates and states.

    `columns` are two for each id: where it begins, and that behind it. `fields` are those that
    citations name; `supports` are the same, once it is known what they are fields of. `repeats`
    tells whether a list holds something twice. Where it `is_shared`, many files have it: so `quiet`
    keeps for whom the checks were asked of it, and between which days they find nothing.
    """

    __slots__ = (
        *("columns", "dates", "fields", "is_shared", "mentions", "quiet", "repeats", "states"),
        *("supports", "texts"),
    )

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.columns: list[int] = []
        self.texts: list[Mapping[str, str]] = []
        self.dates: list[GivenDate] = []
        self.states: list[Values] = []
        self.fields: list[str] = []
        self.supports: list[Support] = []
        self.repeats = False
        self.is_shared = False
        self.quiet: tuple[object, date, date] = _NOBODY

    def share(self) -> None:
        """From now on it is shared, and nothing is added: it needs no empty lists of its own."""
        self.is_shared = True
        for name in self.__slots__:
            if getattr(self, name) == []:
                setattr(self, name, _NOTHING)

    def take(self, other: "Seen") -> None:
        """Take in what was seen elsewhere, beside ids and fields."""
        self.texts += other.texts
        self.dates += other.dates
        self.states += other.states
        self.repeats |= other.repeats

    def says_more(self) -> bool:
        """Was anything seen beside ids?"""
        return bool(self.texts or self.dates or self.states or self.fields or self.repeats)
