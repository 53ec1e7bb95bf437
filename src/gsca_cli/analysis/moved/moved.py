"""That something moved since a moment, and how that is marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gsca_cli.alliance.settings import Position, Status
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.newness import Newness, newness
from gsca_cli.records.when import When


@dataclass(frozen=True, slots=True)
class Moved:
    """What happened to a state, a selection or a membership, as far as it is known.

    `before` and `after` are statuses, or the roles of a member. `perhaps`: its date may lie before
    the moment. `derived`: it follows from the selections.
    """

    what: What
    when: When | None = None
    before: Status | Position | None = None
    after: Status | Position | None = None
    perhaps: bool = False
    derived: bool = False


GONE: Final = frozenset({Newness.WITHDRAWN, Newness.PERHAPS_WITHDRAWN})
"""Marks of what is no longer there."""

_MARKS: Final[Mapping[What, Newness]] = {
    What.ADVANCED: Newness.ADVANCED,
    What.BACK: Newness.BACK,
    What.UNKNOWN: Newness.UNKNOWN,
    What.WITHDRAWN: Newness.WITHDRAWN,
    What.UNLISTED: Newness.WITHDRAWN,
    What.LEFT: Newness.WITHDRAWN,
}


def mark(moved: Moved | None) -> Newness:
    """How that is marked; whatever else happened is new."""
    if moved is None:
        return Newness.NOT
    found = _MARKS.get(moved.what, Newness.NEW)
    if moved.perhaps:
        return Newness.PERHAPS_WITHDRAWN if found is Newness.WITHDRAWN else Newness.PERHAPS
    return found


def dated(
    edition: Edition, what: What, when: When | None, after: Status | None = None
) -> Moved | None:
    """What happened at a date, if that lies, or may lie, after the moment."""
    new = newness(when, edition.wish.since)
    return Moved(what, when, after=after, perhaps=new is Newness.PERHAPS) if new else None
