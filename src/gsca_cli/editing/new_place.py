"""Where a new record is to stand, and whether its id is free."""

from collections.abc import Iterator
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.checks.malformed_id import why_malformed
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import EXTENSIONS, RecordPath, record_path

_FORM: Final = "is not made of small letters, digits and single hyphens"


def new_place(kind: Kind, name: str) -> RecordPath:
    """The place of a record by its id, which may have folders before it: `no/oslo`.

    Raises:
        UsageError: the id, or a folder, is not well-formed.
    """
    *folders, key = name.split("/")
    for folder in folders:
        # A folder may be called `no`: it is no key of a map.
        if plain_id(folder) != folder or not folder:
            message = f"the folder {shown(folder)} {_FORM}{_meant(name)}"
            raise UsageError(message)
    if why := why_malformed(key):
        message = f"the id {shown(key)} {why}{_meant(name)}"
        raise UsageError(message)
    return RecordPath(record_path(kind, name), kind, key)


def _meant(name: str) -> str:
    for extension in EXTENSIONS:
        name = name.removesuffix(extension)
    parts = [plain_id(part) for part in name.split("/") if part]
    if not all(parts) or not parts or why_malformed(parts[-1]):
        return "; an id is like `new-york`"
    return f"; did you mean {shown('/'.join(parts))}?"


def require_free(alliance: Alliance, place: RecordPath) -> None:
    """Make sure that nothing has the id of a new record, or once had it.

    Raises:
        UsageError: it is taken.
    """
    for message in _takers(alliance, place):
        raise UsageError(message)


def _takers(alliance: Alliance, place: RecordPath) -> Iterator[str]:
    briefs = alliance.of(place.kind)
    start = f"the id {shown(place.id)} is taken:"
    if place.id in briefs:
        yield f"{start} {briefs[place.id].path} is the {place.kind} that has it"
    for other in alliance.left_out:
        if (other.kind, other.id) == (place.kind, place.id):
            yield f"{start} {other.path} has it, which cannot be read; `gsca validate` says why"
    for brief in briefs.values():
        if place.id in brief.former_ids:
            yield f"{start} it once was the id of the {place.kind} {shown(brief.id)} ({brief.path})"
