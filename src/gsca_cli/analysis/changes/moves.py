"""What a new state means beside the old one: further, back, known at last."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from gsca_cli.alliance.settings import Status
from gsca_cli.analysis.changes.change import MOVES, Detail, Proof, Risk, What
from gsca_cli.records.default_words import StatusClass
from gsca_cli.records.record import State
from gsca_cli.records.when import When

_LOST: Final = {
    (Proof.EVIDENCE, False): Risk.EVIDENCE,
    (Proof.EVIDENCE, True): Risk.OTHER_EVIDENCE,
    (Proof.SOURCE, False): Risk.SOURCE,
    (Proof.SOURCE, True): Risk.OTHER_SOURCE,
}
"""Why to look twice where something was lost, without another in its place or with one."""
_WORSE: Final = {What.BACK: Risk.BACK, What.UNKNOWN: Risk.UNKNOWN}
_BEGINNINGS: Final = (What.SELECTED, What.PRACTISED)
_RANKS: Final[dict[StatusClass, int]] = {"pending": 0, "active": 1, "done": 2}


def move(old: Status, new: Status) -> What:
    """What it means that one status became another one; those of one class are not compared."""
    if old.id == new.id or (old.cls, old.name) == (new.cls, new.name):
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
    """What a state has lost and gained of evidence and sources."""
    old, new = old or State(), new or State()
    then, now = ([each.source for each in state.sources] for state in (old, new))
    found = (
        _difference(Proof.EVIDENCE, old.evidence, new.evidence),
        _difference(Proof.SOURCE, then, now),
    )
    return tuple(each for each in found if each.lost or each.gained)


def _difference(of: Proof, then: Sequence[str], now: Sequence[str]) -> Detail:
    return Detail(of, _without(then, now), _without(now, then))


def _without(some: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    there = set(others)
    return tuple(dict.fromkeys(each for each in some if each not in there))


def risks(
    what: What, old: State | None, new: State | None, found: Collection[Detail]
) -> tuple[Risk, ...]:
    """Why a reviewer should look at a state twice."""
    came_back = what is What.SELECTED and old is not None and old.until is not None
    status = new.status if new else None
    says_how_far = what in _BEGINNINGS and status not in {None, old.status if old else None}
    moved = what in MOVES or came_back or says_how_far
    is_undated = moved and new is not None and not _is_told(old, new, found)
    return (
        *([_WORSE[what]] if what in _WORSE else ()),
        *(_LOST[each.of, bool(each.gained)] for each in found if each.lost),
        *([Risk.UNDATED] if is_undated else ()),
    )


def _is_told(old: State | None, new: State, found: Collection[Detail]) -> bool:
    """Does anything say when it moved, or who says so?"""
    dated = new.since is not None and new.since != (old.since if old else None)
    return dated or any(each.gained for each in found)
