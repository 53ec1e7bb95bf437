"""Which files hold what stood at another place before, even where they cannot be read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief_of import names_of
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.older import read_what_fits
from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.snapshots.repository import RecordPath

Moved = Mapping[RecordPath, RecordPath]
"""Where records stand now, by where they stood before."""

_ALIKE: Final = 0.5
"""How many of their lines two texts must share, for one to be the other."""
_MOST_COMPARED: Final = 1_000
"""As many pairs of texts as are compared by their lines."""


def moved_files(before: Alliance, after: Alliance) -> Moved:
    """The records whose files stand elsewhere now, in another folder or under another id.

    A file that cannot be read is known by its id, by what fits of it, or else by its text.
    """
    was, now = _places(before), _places(after)
    gone = [place for path, place in was.items() if path not in now]
    come = [place for path, place in now.items() if path not in was]
    found: dict[RecordPath, RecordPath] = {}
    for kind in dict.fromkeys(place.kind for place in come):
        left = {place.id: place for place in gone if place.kind is kind}
        new = {place.id: place for place in come if place.kind is kind}
        found |= {left.pop(key): new.pop(key) for key in (*new,) if key in left}
        if left and new:
            found |= _under_another_id(before, after, left, new)
    return found


def other_paths(moved: Moved) -> Mapping[str, str]:
    """The paths of records now, by those before."""
    return {was.path: now.path for was, now in moved.items()}


def other_ids(moved: Moved) -> Mapping[tuple[str, str], str]:
    """The ids that records have now instead of others, by kind and by the id before."""
    return {(str(was.kind), was.id): now.id for was, now in moved.items() if was.id != now.id}


def unread_files(before: Alliance, after: Alliance) -> set[str]:
    """The paths of records that cannot be read on one side: there, and where they moved."""
    unread = {place.path for each in (before, after) for place in each.left_out}
    if not unread:
        return unread
    ends = [{was.path, now.path} for was, now in moved_files(before, after).items()]
    return unread.union(*(each for each in ends if each & unread))


def moved_and_unread(before: Alliance, after: Alliance) -> Mapping[tuple[str, str], RecordPath]:
    """The files of now that cannot be read, by the kind and the other id that each had before."""
    unread = {place.path for place in after.left_out}
    return {
        (str(was.kind), was.id): now
        for was, now in (moved_files(before, after) if unread else {}).items()
        if now.path in unread and was.id != now.id
    }


def _places(alliance: Alliance) -> dict[str, RecordPath]:
    """Where every record stands, by path, also of those that could not be read."""
    found = {each.path: RecordPath(each.path, each.kind, each.id) for each in alliance.everything()}
    return found | {place.path: place for place in alliance.left_out}


def _under_another_id(
    before: Alliance,
    after: Alliance,
    left: Mapping[str, RecordPath],
    new: Mapping[str, RecordPath],
) -> Iterator[tuple[RecordPath, RecordPath]]:
    """The records of one kind that have another id; those of the same id are no part of it."""
    gone, come = _fitting(before, left.values()), _fitting(after, new.values())
    former = renamed(gone, come)
    yield from ((left[old], new[key]) for key, old in former.items())
    rest = [place for key, place in left.items() if key not in former.values()]
    others = [place for key, place in new.items() if key not in former]
    pairs = [
        (was, now) for was in rest for now in others if was.id not in gone or now.id not in come
    ]
    if len(pairs) > _MOST_COMPARED:
        return
    taken: set[str] = set()
    for was, now in pairs:
        names = _names(gone.get(was.id)) or _names(come.get(now.id))
        if {was.path, now.path} & taken or not _is_alike(before, was, after, now, names):
            continue
        taken |= {was.path, now.path}
        yield was, now


def _fitting(alliance: Alliance, places: Iterable[RecordPath]) -> dict[str, Entry]:
    """What can be read of some records, as far as it fits the schema of today."""
    found = {place.id: _read(alliance, place) for place in places}
    return {key: each for key, each in found.items() if each}


def _read(alliance: Alliance, place: RecordPath) -> Entry | None:
    brief = alliance.of(place.kind).get(place.id)
    if brief and brief.path == place.path:
        return alliance.entry(brief)
    try:
        found = read_what_fits(alliance.snapshot, place)
    except OSError:
        return None
    return found if isinstance(found, Entry) else None


def _names(entry: Entry | None) -> frozenset[str]:
    return frozenset(map(folded, names_of(entry.record).values())) if entry else frozenset()


def _is_alike(
    before: Alliance, was: RecordPath, after: Alliance, now: RecordPath, names: frozenset[str]
) -> bool:
    """Have two texts most lines in common, and do both name the record, if its name is known?"""
    texts = _text(before, was), _text(after, now)
    if names and not all(any(name in text for name in names) for text in texts):
        return False
    one, other = ({line.strip() for line in text.splitlines()} - {""} for text in texts)
    return len(one & other) >= _ALIKE * max(1, len(one), len(other))


def _text(alliance: Alliance, place: RecordPath) -> str:
    try:
        content = alliance.snapshot.read(place.path)
    except OSError:
        return ""
    return folded(content.decode("utf-8", "replace"))
