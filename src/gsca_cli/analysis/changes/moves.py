"""What a new state means beside the old one: further, back, known at last."""

from collections.abc import Collection
from typing import Final, NamedTuple

from gsca_cli.analysis.changes.change import MOVES, Detail, Risk, What
from gsca_cli.records.record import State
from gsca_cli.records.settings import Status, StatusClass
from gsca_cli.records.values import When

_RANKS: Final[dict[StatusClass, int]] = {"pending": 0, "active": 1, "done": 2}


def move(old: Status, new: Status) -> What:
    """What it means that one status became another one; those of one class are not compared."""
    if old.id == new.id:
        return What.CHANGED
    if old.cls == "unknown":
        return What.KNOWN
    if new.cls == "unknown":
        return What.UNKNOWN
    before, after = _RANKS.get(old.cls), _RANKS.get(new.cls)
    if before is None or after is None or before == after:
        return What.MOVED
    return What.ADVANCED if after > before else What.BACK


class Choice(NamedTuple):
    """Was a policy chosen, or is it only practised, and when was it withdrawn?"""

    chosen: bool
    until: When | None

    @property
    def stands(self) -> bool:
        """Was it chosen, and not withdrawn since?"""
        return self.chosen and self.until is None


def choice(old: Choice | None, new: Choice | None) -> What | None:
    """Was the policy chosen, withdrawn, or no longer named? None if it stands as it stood."""
    stood = old is not None and old.stands
    if new is None:
        return What.UNLISTED
    if not new.chosen:
        return What.PRACTISED if old is None or old.chosen else None
    if new.until is None:
        return None if stood else What.SELECTED
    return What.WITHDRAWN if stood or old is None or not old.chosen else None


def details(old: State | None, new: State | None) -> tuple[Detail, ...]:
    """What a state has gained and lost of evidence and sources."""
    old, new = old or State(), new or State()
    sources = [{each.source for each in state.sources} for state in (old, new)]
    found = [
        (Detail.EVIDENCE_ATTACHED, set(new.evidence) - set(old.evidence)),
        (Detail.EVIDENCE_REMOVED, set(old.evidence) - set(new.evidence)),
        (Detail.SOURCE_ADDED, sources[1] - sources[0]),
        (Detail.SOURCE_REMOVED, sources[0] - sources[1]),
    ]
    return tuple(detail for detail, values in found if values)


def risks(
    what: What, old: State | None, new: State | None, found: Collection[Detail]
) -> tuple[Risk, ...]:
    """Why a reviewer should look at a state twice."""
    said = [
        (Risk.BACK, what in {What.BACK, What.UNKNOWN}),
        (Risk.EVIDENCE, Detail.EVIDENCE_REMOVED in found),
        (Risk.UNDATED, what in MOVES and new is not None and not _is_told(old, new, found)),
    ]
    return tuple(risk for risk, holds in said if holds)


def _is_told(old: State | None, new: State, found: Collection[Detail]) -> bool:
    """Does anything say when it moved, or who says so?"""
    dated = new.since is not None and new.since != (old.since if old else None)
    return dated or Detail.EVIDENCE_ATTACHED in found or Detail.SOURCE_ADDED in found
