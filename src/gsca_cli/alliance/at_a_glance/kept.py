"""What the alliance keeps of the parts of a record, made of the values of their fields."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.brief import (
    NO_STATES,
    SelectionBrief,
    StateBrief,
    membership_of,
    selection_of,
    state_of,
)
from gsca_cli.alliance.small_map import SmallMap


def states(values: Values) -> Mapping[str, StateBrief]:
    """What is kept of the steps of whatever has these values."""
    steps = values.get("steps")
    return SmallMap(steps) if steps else NO_STATES


def _selection(values: Values) -> SelectionBrief:
    chosen = values.get("chosen", "yes") == "yes"
    return selection_of(state_of(values), states(values), chosen=chosen)


Keep = Callable[[Values], Any]
"""What is kept of a part with some values."""

KEPT: Final[Mapping[str, Keep]] = {
    "State": state_of,
    "Selection": _selection,
    "Membership": membership_of,
}
"""By the names of their models. Of all others, the values themselves are kept."""
