"""What is merged: three versions of one thing, and what two of them cannot agree on."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NamedTuple, Protocol

from gsca_cli.findings import Route


class Side(Enum):
    """One of three versions; where two contradict each other, the one that is to stand."""

    BASE = "base"
    OURS = "ours"
    THEIRS = "theirs"


class Absence(Enum):
    """The value of what is not there."""

    ABSENT = "absent"


ABSENT: Final = Absence.ABSENT


class Versions(NamedTuple):
    """One thing as it was, and as each of two sides made it."""

    base: Any
    ours: Any
    theirs: Any

    def on(self, side: Side) -> Any:
        """The version of a side."""
        return getattr(self, side.value)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both sides changed, and not alike. Items of a list go by name in its route."""

    route: Route
    versions: Versions


class Meaning(Protocol):
    """What must be known of the data to merge them."""

    def name(self, route: Route, item: Any) -> str | None:
        """What an item of the list at a route is called, wherever in the list it stands."""

    def whole(self, route: Route, value: Any) -> dict[str, Any] | None:
        """The map that a value at a route is, or is short for; None if it is none."""
