"""What the alliance keeps of the parts of a city, made of the values of their fields."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.brief import (
    MembershipBrief,
    SelectionBrief,
    StateBrief,
    membership_brief,
    state_brief,
)
from gsca_cli.records.city import Membership, Selection
from gsca_cli.records.record import State
from gsca_cli.records.values import Model

_NO_STATES: Final[Mapping[str, StateBrief]] = {}


def states(values: Values) -> Mapping[str, StateBrief]:
    """What is kept of the steps of whatever has these values."""
    return values.get("steps") or _NO_STATES


def _state(values: Values) -> StateBrief:
    return state_brief(values.get("status"), values.get("since"), values.get("until"))


def _selection(values: Values) -> SelectionBrief:
    return SelectionBrief(values.get("chosen", "yes") == "yes", _state(values), states(values))


def _membership(values: Values) -> MembershipBrief:
    return membership_brief(
        values.get("role"),
        values.get("cohort"),
        values.get("standing"),
        values.get("joined"),
        values.get("left"),
    )


KEPT: Final[Mapping[type[Model], Callable[[Values], Any]]] = {
    State: _state,
    Selection: _selection,
    Membership: _membership,
}
"""Of all others, the values themselves."""
