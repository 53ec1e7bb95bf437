"""What the contents say that a file had at its commits; each is read once."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_content
from gsca_cli.findings import Severity
from gsca_cli.snapshots.repository import RecordPath

if TYPE_CHECKING:
    from gsca_cli.kinds import Kind


class Versions:
    """Reads records by the ids of their contents."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._found: dict[tuple[Kind, str], Entry | int] = {}

    def of(self, place: RecordPath, content: str) -> Entry | int:
        """What a content says of the record at a place, or how many mistakes keep it from that."""
        key = (place.kind, content)
        if key not in self._found:
            found = read_content(place, self._read(content))
            if not isinstance(found, Entry):
                self._found[key] = sum(each.severity is Severity.ERROR for each in found)
                return self._found[key]
            self._found[key] = found
        entry = self._found[key]
        if isinstance(entry, Entry) and entry.path != place.path:
            # A file that moves says the same, under another name.
            return replace(entry, id=place.id, document=replace(entry.document, path=place.path))
        return entry
