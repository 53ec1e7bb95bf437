"""What the contents say that a file had at its commits; each is read once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.older import read_what_fits
from gsca_cli.alliance.read import read_file
from gsca_cli.analysis.identity.following import following
from gsca_cli.analysis.life.items import routes
from gsca_cli.analysis.life.leaves import Leaf, leaves
from gsca_cli.analysis.plain import plain_record
from gsca_cli.findings import Severity
from gsca_cli.records.new_ids import NewIds
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory, Snapshot

_OLDER: Final = "unknown-field"


class Held(NamedTuple):
    """What a file holds at a place, by the id of its content."""

    place: RecordPath
    content: str


@dataclass(frozen=True)
class Version:
    """What a record says at one moment."""

    entry: Entry

    @cached_property
    def meant(self) -> frozenset[Leaf]:
        """All that it says, however its file writes it."""
        return frozenset(leaves(plain_record(self.entry.record)))

    @cached_property
    def written(self) -> frozenset[Leaf]:
        """All that stands in its file."""
        return frozenset(leaves(self.entry.document.data))

    @cached_property
    def routes(self) -> frozenset[str]:
        """Where something stands; an item of a list goes by its name, if it has one."""
        return frozenset(routes(plain_record(self.entry.record)))


class Versions:
    """Reads records by the ids of their contents; `ids` are those that others have now."""

    def __init__(self, read: Callable[[str], bytes], ids: NewIds | None = None) -> None:
        self._read = read
        self._ids = ids or NewIds()
        self._found: dict[Held, Version | int] = {}
        self._places: dict[tuple[str, str], RecordPath] = {}

    def of(self, held: Held) -> Version | int:
        """What a content says of the record at a place, or how many mistakes keep it from that."""
        if held not in self._found:
            key = (held.place.kind, held.content)
            first = self._places.setdefault(key, held.place)
            same = self._found.get(Held(first, held.content))
            self._found[held] = self._new(held) if same is None else _moved(same, held.place)
        return self._found[held]

    def as_far_as_it_fits(self, held: Held) -> Entry | None:
        """The same without the values that do not fit; None if nothing can be read of it."""
        found = self.of(held)
        if isinstance(found, int):
            contents = InMemory({held.place.path: self._read(held.content)})
            fitting = read_what_fits(contents, held.place)
            return fitting if isinstance(fitting, Entry) else None
        return found.entry

    def read(self, entry: Entry) -> Version:
        """A record that is read already, which may not be committed yet."""
        return Version(following(entry, self._ids))

    def at_hand(self, snapshot: Snapshot, place: RecordPath) -> Version | int:
        """What a file says that may not be committed yet, or how many mistakes it has."""
        try:
            return self._said(place, snapshot.read(place.path))
        except OSError:
            return 1

    def _new(self, held: Held) -> Version | int:
        return self._said(held.place, self._read(held.content))

    def _said(self, place: RecordPath, content: bytes) -> Version | int:
        contents = InMemory({place.path: content})
        found = read_file(contents, place)
        # A field that there is no more is passed over. A value that does not fit is not: it would
        # be told as removed, and as added once it fits again.
        if isinstance(found, list) and all(each.code == _OLDER for each in found):
            found = read_what_fits(contents, place)
        if isinstance(found, Entry):
            return self.read(replace(found, passed_over=()))
        return sum(each.severity is Severity.ERROR for each in found)


def _moved(same: Version | int, place: RecordPath) -> Version | int:
    """A file that moves says the same, under another name."""
    if isinstance(same, int):
        return same
    document = replace(same.entry.document, path=place.path)
    return Version(replace(same.entry, id=place.id, document=document))
