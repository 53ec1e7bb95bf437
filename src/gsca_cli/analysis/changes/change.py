"""What changed in one record: the values, and what they mean."""

from dataclasses import dataclass
from enum import StrEnum

from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.kinds import Kind


class What(StrEnum):
    """What happened to a record, or to a part of one.

    `KNOWN`: a status that nobody had published before; `UNKNOWN` is the contrary. `MOVED`: another
    status, neither further nor less far. `DATED`: a move of which only the date is known, not the
    status before. `PRACTISED`: a policy at work that no source calls chosen.
    `UNLISTED`: nothing is said of it any more. `UNREAD`: what is said does not fit today.
    """

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    JOINED = "joined"
    LEFT = "left"
    SELECTED = "selected"
    PRACTISED = "practised"
    WITHDRAWN = "withdrawn"
    UNLISTED = "unlisted"
    KNOWN = "known"
    ADVANCED = "advanced"
    BACK = "back"
    MOVED = "moved"
    DATED = "dated"
    UNKNOWN = "unknown"
    CHANGED = "changed"
    UNREAD = "unread"


MOVES = frozenset({What.KNOWN, What.ADVANCED, What.BACK, What.MOVED, What.UNKNOWN})
"""A status became another one."""


class Proof(StrEnum):
    """What a state rests on."""

    EVIDENCE = "evidence"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Detail:
    """What a state has lost and gained of what it rests on."""

    of: Proof
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


class Risk(StrEnum):
    """Why a reviewer should look twice."""

    BACK = "moved back"
    UNKNOWN = "no longer known"
    EVIDENCE = "evidence removed"
    OTHER_EVIDENCE = "evidence replaced"
    SOURCE = "source removed"
    OTHER_SOURCE = "source replaced"
    UNDATED = "no new date or source"
    NOT_LEFT = "no date of leaving"
    NOT_WITHDRAWN = "no date of withdrawal"
    REFERRED = "others still name it"
    UNCOUNTED = "no table counts it any more"
    UNANNOUNCED = "the id before is lost"
    RECOUNTED = "tables count it otherwise"
    SILENCED = "a check says nothing now"
    CHOSEN = "cities have selected it"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a part of a record.

    `at` is the route of the part, `part` its name: of a step, a policy, a region, a programme, or
    the field itself. `within` names the policy for which a step is followed. `before` and `after`
    are statuses in words. `when` is when it happened, as far as the record says.
    """

    what: What
    at: str
    part: str
    within: str = ""
    before: str = ""
    after: str = ""
    when: str = ""
    details: tuple[Detail, ...] = ()
    risks: tuple[Risk, ...] = ()
    values: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """What goes with a city that is deleted, by name: what it selected, completed and took part in.

    What it withdrew, or left, was gone before.
    """

    selections: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What happened to one record, and to its parts.

    `what` is `CHANGED` where it was there before, and has its id still. `former` is its id before,
    where it is another one; `is_announced` if its `former_ids` say so. `regions` names those that
    it belongs to, or did. `referrers` are the records that refer to an id that is gone.
    """

    what: What
    kind: Kind
    id: str
    name: str
    path: str
    former: str = ""
    is_announced: bool = True
    regions: tuple[str, ...] = ()
    referrers: tuple[str, ...] = ()
    lost: Lost | None = None
    changes: tuple[Change, ...] = ()

    @property
    def own_risks(self) -> tuple[Risk, ...]:
        """Why a reviewer should look at the record itself twice, whatever happened to its parts."""
        is_lost = self.what is What.REMOVED and self.kind is Kind.CITY
        found = [
            (Risk.UNANNOUNCED, not self.is_announced),
            (Risk.REFERRED, bool(self.referrers)),
            (Risk.UNCOUNTED, is_lost),
        ]
        return tuple(risk for risk, holds in found if holds)
