"""What the alliance keeps of an entry: small enough for two hundred thousand of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from gsca_cli.alliance.references import References
from gsca_cli.alliance.small_map import SmallMap
from gsca_cli.findings import Location
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When

if TYPE_CHECKING:
    from gsca_cli.records.city import City, Selection
    from gsca_cli.records.record import Claim, State

Names = Mapping[str, str]
"""A name by language; `und` for every language."""


class StateBrief(NamedTuple):
    """How far something has come."""

    status: str | None = None
    since: When | None = None
    until: When | None = None


class SelectionBrief(NamedTuple):
    """A city's selection of a policy; `chosen` is false where it is only practised."""

    chosen: bool
    state: StateBrief
    steps: Mapping[str, StateBrief]


class MembershipBrief(NamedTuple):
    """A city's place in a region; `has_note` if a note of it is worth reading."""

    role: str | None
    cohort: str | None
    standing: str | None
    joined: When | None
    left: When | None
    has_note: bool = False


class PlacedClaim(NamedTuple):
    """A count that a source states, and where it stands."""

    claim: "Claim"
    location: Location


NOTHING: Final = frozenset[str]()
"""One for all: an empty one takes a quarter of what a whole city does."""


@dataclass(slots=True, kw_only=True)
class Brief:
    """What is kept of any entry: nobody changes it once it is made.

    It is not `frozen`, for then it would take several times as long to make one.

    `remarked` are the routes of values that are inferred, or of which another source says
    something else.
    """

    kind: Kind
    id: str
    path: str
    names: Names
    aliases: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    references: References = field(default_factory=References)
    claims: tuple[PlacedClaim, ...] = ()
    remarked: frozenset[str] = NOTHING

    @property
    def key(self) -> str:
        """What names the record on the command line, whatever else has its id."""
        return f"{self.kind}/{self.id}"


@dataclass(slots=True, kw_only=True)
class CityBrief(Brief):
    """What is kept of a city.

    `degrees` are a latitude and a longitude, as one number: that is a quarter of two in a tuple.
    `has_dated_notes` if it says what happened, and when.
    """

    country: str
    subdivision: str | None = None
    degrees: complex | None = None
    memberships: Mapping[str, MembershipBrief] = field(default_factory=dict)
    programmes: tuple[str, ...] = ()
    selections: Mapping[str, SelectionBrief] = field(default_factory=dict)
    steps: Mapping[str, StateBrief] = field(default_factory=dict)
    has_dated_notes: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        """Where it lies: its latitude and its longitude in degrees."""
        return None if self.degrees is None else (self.degrees.real, self.degrees.imag)


@dataclass(slots=True, kw_only=True)
class RegionBrief(Brief):
    """What is kept of a region; `cohorts` tells which of them are founding ones."""

    columns: tuple[str, ...] = ()
    track: str | None = None
    cohorts: Mapping[str, bool] = field(default_factory=dict)
    steps: Mapping[str, StateBrief] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class PolicyBrief(Brief):
    """What is kept of a policy; its releases are None where they are not known."""

    principle: str | None = None
    foundational: bool = False
    releases: tuple[When | None, ...] | None = None


@dataclass(slots=True, kw_only=True)
class TrackBrief(Brief):
    """What is kept of a track; `former_steps` are ids that its steps once had."""

    walked_by: Kind
    steps: tuple[str, ...]
    phases: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    former_steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class PartnerBrief(Brief):
    """What is kept of a partner."""

    partner_kind: str | None = None
    listed_in: tuple[str, ...] = ()


def selections_of(city: "City") -> Mapping[str, SelectionBrief]:
    """What is kept of the selections of a city."""
    return SmallMap({key: _selection(each) for key, each in city.policies.items()})


NO_STATES: Final[Mapping[str, StateBrief]] = {}
_SHARED: Final = 1 << 14
"""What so many records may have in common is one and the same for all of them."""


def state_of(values: Mapping[str, Any]) -> StateBrief:
    """What is kept of a state, by the values of its fields."""
    return _state_brief(values.get("status"), values.get("since"), values.get("until"))


_state_brief = lru_cache(maxsize=_SHARED)(StateBrief)


def states_of(states: "Mapping[str, State]") -> Mapping[str, StateBrief]:
    """What is kept of the states of some steps."""
    if not states:
        return NO_STATES
    return SmallMap({key: state_of(vars(state)) for key, state in states.items()})


def _selection(selection: "Selection") -> SelectionBrief:
    chosen = selection.chosen == "yes"
    return selection_of(state_of(vars(selection)), states_of(selection.steps), chosen=chosen)


def selection_of(
    state: StateBrief, steps: Mapping[str, StateBrief], *, chosen: bool
) -> SelectionBrief:
    """What is kept of a selection: few have steps of their own."""
    return SelectionBrief(chosen, state, steps) if steps else _selection_alone(chosen, state)


@lru_cache(maxsize=_SHARED)
def _selection_alone(chosen: bool, state: StateBrief) -> SelectionBrief:  # noqa: FBT001 (a key)
    return SelectionBrief(chosen, state, NO_STATES)


def membership_of(values: Mapping[str, Any]) -> MembershipBrief:
    """What is kept of a membership, by the values of its fields."""
    fields = ("role", "cohort", "standing", "joined", "left")
    return _membership_brief(*map(values.get, fields), bool(values.get("note")))


_membership_brief = lru_cache(maxsize=_SHARED)(MembershipBrief)


def memberships_of(given: Mapping[str, MembershipBrief]) -> Mapping[str, MembershipBrief]:
    """What is kept of the memberships of a city: thousands may have joined with it."""
    return _memberships(tuple(given.items()))


@lru_cache(maxsize=_SHARED)
def _memberships(given: tuple[tuple[str, MembershipBrief], ...]) -> Mapping[str, MembershipBrief]:
    return dict(given)
