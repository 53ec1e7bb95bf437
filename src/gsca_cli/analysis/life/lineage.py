"""Which commits made one record what it is: followed backwards, through all of its names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.renames import renamed
from gsca_cli.analysis.life.versions import Versions
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Commit
from gsca_cli.snapshots.history import Step, Touch
from gsca_cli.snapshots.repository import RecordPath, Stray, identify

Identity = tuple[Kind, str]
Origin = tuple[RecordPath, tuple[str, ...]]
"""Where a record stood before, and its contents there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one commit did to a record.

    `was` is its place before, `before` are its contents in those commits from which this one was
    made, `after` is its content since; None if it is gone. `first` is a commit before which git
    knows of none.
    """

    commit: Commit
    place: RecordPath
    was: RecordPath
    before: tuple[str, ...]
    after: str | None
    merge: bool = False
    first: bool = False


def lineage(
    steps: Sequence[Step], place: RecordPath, content: str | None, versions: Versions
) -> Iterator[Passage]:
    """The passages that led to a content at a place, newest first; None: to that it is gone.

    A content that a merge did not take leads to nothing, and is left out.
    """
    wanted: set[tuple[Identity, str | None]] = {(identity(place), content)}
    for step in steps:
        for touch in step.touched:
            passage = _arrival(step, touch, wanted, versions)
            passage = passage or _departure(step, touch, wanted, versions)
            if passage:
                wanted |= {(identity(passage.was), each) for each in passage.before}
                wanted |= set() if passage.before else _earlier(passage, versions)
                yield passage


def identity(place: RecordPath) -> Identity:
    """By what a record is known, wherever its file stands."""
    return place.kind, place.id


def _arrival(
    step: Step, touch: Touch, wanted: set[tuple[Identity, str | None]], versions: Versions
) -> Passage | None:
    """How a content came about that is looked for."""
    place = identify(touch.path)
    if isinstance(place, Stray) or (identity(place), touch.after) not in wanted:
        return None
    was, before = _origin(step, touch, place, versions)
    return Passage(
        step.commit, place, was, before, touch.after, merge=bool(touch.others), first=step.first
    )


def _departure(
    step: Step, touch: Touch, wanted: set[tuple[Identity, str | None]], versions: Versions
) -> Passage | None:
    """How a record went for which git sees another one in its place."""
    was = identify(touch.was)
    if touch.was == touch.path or touch.before is None or isinstance(was, Stray):
        return None
    if (identity(was), None) not in wanted or successor(touch, versions):
        return None
    return Passage(step.commit, was, was, (touch.before,), None)


def successor(touch: Touch, versions: Versions) -> RecordPath | None:
    """The place to which a record moved, if git says so and what it says does not deny it."""
    was, place = identify(touch.was), identify(touch.path)
    if isinstance(was, Stray) or isinstance(place, Stray) or was.kind is not place.kind:
        return None
    if touch.before is None or touch.after is None or touch.was == touch.path:
        return None
    old, new = versions.of(was, touch.before), versions.of(place, touch.after)
    if was.id == place.id or not (isinstance(old, Entry) and isinstance(new, Entry)):
        return place
    return place if renamed({was.id: old}, {place.id: new}) else None


def _origin(step: Step, touch: Touch, place: RecordPath, versions: Versions) -> Origin:
    """Where a record stood before a commit, and what it held there."""
    held = tuple(each for each in (touch.before, *touch.others) if each)
    if touch.after is None or (held and touch.was == touch.path):
        return place, held
    own = {place.id, *former_ids(place, touch.after, versions)}
    for other in step.touched:
        left = _left(other)
        if left and other.before and left.kind is place.kind and left.id in own:
            return left, (other.before,)
    was = identify(touch.was)
    if held and isinstance(was, RecordPath) and successor(touch, versions):
        return was, held
    return place, ()


def former_ids(place: RecordPath, content: str, versions: Versions) -> Sequence[str]:
    """The ids that a record had before, as one of its contents says."""
    found = versions.of(place, content)
    return found.record.former_ids if isinstance(found, Entry) else ()


def _left(touch: Touch) -> RecordPath | None:
    """The place that stands empty after a commit."""
    place = identify(touch.was)
    is_empty = touch.after is None or touch.was != touch.path
    return place if is_empty and isinstance(place, RecordPath) else None


def _earlier(passage: Passage, versions: Versions) -> set[tuple[Identity, str | None]]:
    """What a record may have been that begins with a passage: the same, or one of another id."""
    keys = {passage.place.id}
    if passage.after:
        keys |= {*former_ids(passage.place, passage.after, versions)}
    return {((passage.place.kind, key), None) for key in keys}
