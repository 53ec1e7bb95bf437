"""The words that records may use where `gsca.yaml` gives none of its own."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

StatusClass = Literal["done", "active", "pending", "unknown", "excluded"]
"""What a status means for totals."""


class DefaultStatus(NamedTuple):
    """A status that every alliance has which gives none."""

    id: str
    symbol: str
    colour: str
    cls: StatusClass

    @property
    def name(self) -> str:
        """The word that readers see."""
        return self.id.replace("-", " ")


DEFAULT_STATUSES: Final = (
    DefaultStatus("completed", "●", "#2e7d32", "done"),
    DefaultStatus("in-progress", "◐", "#f9a825", "active"),
    DefaultStatus("to-be-developed", "○", "#c62828", "pending"),
    DefaultStatus("unknown", "?", "#757575", "unknown"),
)
DEFAULT_ROLES: Final[Mapping[str, bool]] = {"member": True, "observer": False}
"""Does a city with it count as a member?"""
DEFAULT_STANDINGS: Final[Mapping[str, bool]] = {
    "active": True,
    "reactivation": True,
    "paused": True,
    "left": False,
}
