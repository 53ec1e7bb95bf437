"""The paths and ids of an alliance: a file that gets another name must not meet one there."""

from collections import Counter
from functools import cached_property

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import Snapshot

_Key = str | tuple[Kind, str]


class Taken:
    """What is taken in a snapshot, and by the moves that were made since."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def move(self, before: str, after: str) -> bool:
        """Move a file, if no other has its new path on any system, and no other record its id."""
        own, wanted = _keys(before), _keys(after)
        if any(self._taken[key] > (key in own) for key in wanted):
            return False
        self._taken.subtract(own)
        self._taken.update(wanted)
        return True

    @cached_property
    def _taken(self) -> Counter[_Key]:
        paths = (file.path for file in self._snapshot.files() if holds_records(file.path))
        return Counter(key for path in paths for key in _keys(path))


def _keys(path: str) -> set[_Key]:
    """What a file takes: its path in any capitals, and the id of its record."""
    place = identify(path)
    keys: set[_Key] = {path.casefold()}
    return keys | {(place.kind, place.id)} if isinstance(place, RecordPath) else keys
