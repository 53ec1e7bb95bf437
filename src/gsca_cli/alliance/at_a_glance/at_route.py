"""What stands at a route that a remark names, among the values that a glance shows."""

from collections.abc import Mapping
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.brief import MembershipBrief, SelectionBrief, StateBrief
from gsca_cli.records.texts import ANY_LANGUAGE

SHORT: Final = frozenset(("name", "policy", "role", "status", "text", "value"))
"""What a bare value may stand for: then it has no route of its own."""
_OWN: Final = "inferred."
"""No remark is about another one."""


def at_route(values: Values, route: str) -> Any:
    """What certainly stands at a route of the file; None if that is in doubt."""
    if route.startswith(_OWN):
        return None
    found: Any = values
    for part in route.split("."):
        found = _within(found, part)
    return found


def _within(value: Any, part: str) -> Any:
    match value:
        case StateBrief():
            return _field(value._asdict(), part)
        case MembershipBrief():
            return _field(value._asdict(), part)
        case SelectionBrief():
            steps = {"steps": value.steps} if value.steps else {}
            return _field({**value.state._asdict(), **steps}, part)
        case Mapping():
            return None if part == ANY_LANGUAGE else _field(value, part)
        case _:
            return None


def _field(fields: Mapping[str, Any], part: str) -> Any:
    """One of some fields; that of a short form only where another stands beside it."""
    is_alone = part in SHORT and sum(map(bool, fields.values())) == 1
    return None if is_alone else fields.get(part)
