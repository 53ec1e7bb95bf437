"""Everything in one repository, linked, with lookups both ways."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar, cast

from gsca_cli.alliance.brief import (
    Brief,
    CityBrief,
    MembershipBrief,
    PartnerBrief,
    PolicyBrief,
    RegionBrief,
    SelectionBrief,
    TrackBrief,
)
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.references import Reference
from gsca_cli.alliance.settings import Position, Settings
from gsca_cli.documents.document import Document
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot

if TYPE_CHECKING:
    from gsca_cli.alliance.read import Reader

B = TypeVar("B", bound=Brief)

_MOST_ENTRIES: Final = 500
"""No more whole records are held at once: a report may ask for each of thousands."""

Target = tuple[str, str]
"""What is referred to: a kind of record or a word of the alliance, and its id."""


@dataclass(frozen=True)
class Alliance:
    """All records of a snapshot, as briefs; a whole entry is read when one is shown.

    `left_out` are the records that could not be read, `doubles` those whose id is taken, each
    with the record that has it. `reader` reads an entry, if not as usual.
    """

    snapshot: Snapshot
    settings: Settings
    briefs: Mapping[Kind, Mapping[str, Brief]]
    left_out: tuple[RecordPath, ...] = ()
    doubles: tuple[tuple[Brief, Brief], ...] = ()
    reader: "Reader | None" = None

    def of(self, kind: Kind) -> Mapping[str, Brief]:
        """The records of a kind, by id."""
        return self.briefs.get(kind, {})

    @cached_property
    def cities(self) -> Mapping[str, CityBrief]:
        """The cities, by id."""
        return _only(self.of(Kind.CITY), CityBrief)

    @cached_property
    def regions(self) -> Mapping[str, RegionBrief]:
        """The regions, by id."""
        return _only(self.of(Kind.REGION), RegionBrief)

    @cached_property
    def policies(self) -> Mapping[str, PolicyBrief]:
        """The policies, by id."""
        return _only(self.of(Kind.POLICY), PolicyBrief)

    @cached_property
    def tracks(self) -> Mapping[str, TrackBrief]:
        """The tracks, by id."""
        return _only(self.of(Kind.TRACK), TrackBrief)

    @cached_property
    def partners(self) -> Mapping[str, PartnerBrief]:
        """The partners, by id."""
        return _only(self.of(Kind.PARTNER), PartnerBrief)

    def everything(self) -> Iterator[Brief]:
        """Every record that was read, by kind and id, and those whose id is taken."""
        for briefs in self.briefs.values():
            yield from briefs.values()
        yield from (double for double, _ in self.doubles)

    def members(self, region: str) -> Sequence[tuple[CityBrief, MembershipBrief]]:
        """The cities with a place in a region, whatever their role."""
        return self._members.get(region, ())

    def selectors(self, policy: str) -> Sequence[tuple[CityBrief, SelectionBrief]]:
        """The cities that name a policy, chosen or only practised."""
        return self._selectors.get(policy, ())

    def participants(self, programme: str) -> Sequence[CityBrief]:
        """The cities that take part in a programme."""
        return [city for city in self.cities.values() if programme in city.programmes]

    def referrers(self, target: str, key: str) -> Sequence[tuple[Brief, Reference]]:
        """Who refers to something, and where."""
        return self._referrers.get((target, key), ())

    @cached_property
    def _members(self) -> Mapping[str, Sequence[tuple[CityBrief, MembershipBrief]]]:
        found: dict[str, list[tuple[CityBrief, MembershipBrief]]] = {}
        for city in self.cities.values():
            for region, membership in city.memberships.items():
                found.setdefault(region, []).append((city, membership))
        return found

    @cached_property
    def _selectors(self) -> Mapping[str, Sequence[tuple[CityBrief, SelectionBrief]]]:
        found: dict[str, list[tuple[CityBrief, SelectionBrief]]] = {}
        for city in self.cities.values():
            for policy, selection in city.selections.items():
                found.setdefault(policy, []).append((city, selection))
        return found

    @cached_property
    def _referrers(self) -> Mapping[Target, Sequence[tuple[Brief, Reference]]]:
        found: dict[Target, list[tuple[Brief, Reference]]] = {}
        for brief in self.everything():
            for reference in brief.references:
                found.setdefault((reference.target, reference.id), []).append((brief, reference))
        return found

    def role(self, key: str | None) -> Position:
        """A role by its id; the first one is usual."""
        return _position(self.settings.roles, key)

    def standing(self, key: str | None) -> Position:
        """A standing by its id; the first one is usual."""
        return _position(self.settings.standings, key)

    def counts(self, membership: MembershipBrief) -> bool:
        """Is a city with this place a member? Observers and those who left are not."""
        role, standing = self.role(membership.role), self.standing(membership.standing)
        return role.counts and standing.counts and membership.left is None

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {}

    def entry(self, brief: Brief) -> Entry:
        """The whole of a record, read again.

        Raises:
            CannotRunError: the file has changed since, and no longer holds the record.
        """
        # Whoever asks for briefs alone is spared the models.
        from gsca_cli.alliance.read import read_file  # noqa: PLC0415

        if brief.path not in self._entries:
            try:
                entry = (self.reader or read_file)(self.snapshot, _place_of(brief))
            except OSError as error:
                raise CannotRunError(_changed(brief)) from error
            if not isinstance(entry, Entry):
                raise CannotRunError(_changed(brief))
            if len(self._entries) >= _MOST_ENTRIES:
                self._entries.clear()
            self._entries[brief.path] = entry
        return self._entries[brief.path]

    def document(self, brief: Brief) -> Document:
        """All that the file of a record says, also what its entry may lack.

        Raises:
            CannotRunError: the file has changed since, and no longer holds the record.
        """
        from gsca_cli.alliance.read import opened  # noqa: PLC0415 (as above)

        try:
            document, _ = opened(self.snapshot, _place_of(brief))
        except OSError as error:
            raise CannotRunError(_changed(brief)) from error
        if document is None:
            raise CannotRunError(_changed(brief))
        return document


def _place_of(brief: Brief) -> RecordPath:
    return RecordPath(brief.path, brief.kind, brief.id)


def _changed(brief: Brief) -> str:
    return f"{brief.path} changed while it was read; try again"


def _only(briefs: Mapping[str, Brief], cls: type[B]) -> Mapping[str, B]:
    found = {key: each for key, each in briefs.items() if isinstance(each, cls)}
    # As a rule they all are: the same map need not be held twice.
    return cast("Mapping[str, B]", briefs) if len(found) == len(briefs) else found


def _position(positions: Sequence[Position], key: str | None) -> Position:
    return next((each for each in positions if each.id == key), positions[0])
