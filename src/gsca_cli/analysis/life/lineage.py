"""Which commits made one record what it is: followed backwards, through all of its names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.analysis.life.versions import Held, Version, Versions
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Commit
from gsca_cli.snapshots.history import Step, Touch
from gsca_cli.snapshots.repository import RecordPath, Stray, identify

Identity = tuple[Kind, str]
Wanted = set[tuple[Identity, str | None]]


@dataclass(frozen=True, slots=True)
class Passage:
    """What one commit did to a record.

    `before` is what those commits held of it from which this one was made, `after` is its content
    since; None if it is gone. `first` is a commit before which git knows of none. `became` is the
    id that another record was given then, which had this one's id before.
    """

    commit: Commit
    place: RecordPath
    before: tuple[Held, ...]
    after: str | None
    merge: bool = False
    first: bool = False
    became: str = ""


def lineage(
    steps: Sequence[Step], place: RecordPath, content: str | None, versions: Versions
) -> Iterator[Passage]:
    """The passages that led to a content at a place, newest first; None: to that it is gone.

    A content that a merge did not take leads to nothing, and is left out. Where another record had
    the id, and was given a new one, the passages end: it has a life of its own.
    """
    wanted: Wanted = {(identity(place), content)}
    for step in steps:
        for passage in _passages(step, wanted, versions):
            if passage.became:
                wanted.discard((identity(passage.place), None))
                yield passage
                continue
            wanted |= {(identity(each.place), each.content) for each in passage.before}
            wanted |= set() if passage.before else _earlier(passage, versions)
            yield passage


def identity(place: RecordPath) -> Identity:
    """By what a record is known, wherever its file stands."""
    return place.kind, place.id


def _passages(step: Step, wanted: Wanted, versions: Versions) -> list[Passage]:
    """What a commit did to what is looked for."""
    found = [_arrival(step, touch, wanted, versions) for touch in step.touched]
    arrived = [passage for passage in found if passage]
    # What moved is not gone, even where git sees a file that goes and another that comes.
    moved = {identity(each.place) for passage in arrived for each in passage.before}
    left = [_departure(step, touch, wanted, versions) for touch in step.touched]
    return arrived + [each for each in left if each and identity(each.place) not in moved]


def _arrival(step: Step, touch: Touch, wanted: Wanted, versions: Versions) -> Passage | None:
    """How a content came about that is looked for."""
    place = identify(touch.path)
    if isinstance(place, Stray) or touch.after is None:
        return None
    if (identity(place), touch.after) not in wanted:
        return None
    before = _origin(step, touch, Held(place, touch.after), versions)
    merge = bool(touch.others)
    return Passage(step.commit, place, before, touch.after, merge=merge, first=step.first)


def _departure(step: Step, touch: Touch, wanted: Wanted, versions: Versions) -> Passage | None:
    """How a record went; git may see another one in its place."""
    was = identify(touch.was)
    if isinstance(was, Stray) or (identity(was), None) not in wanted:
        return None
    if touch.after and (touch.was == touch.path or touch.others):
        return None
    new = heir(step, touch, versions)
    if new is None:
        return Passage(step.commit, was, _held(touch), None, merge=bool(touch.others))
    return None if new.id == was.id else Passage(step.commit, was, (), None, became=new.id)


def _held(touch: Touch) -> tuple[Held, ...]:
    """What each parent of a commit held of a file."""
    found = ((identify(path), each) for path, each in ((touch.was, touch.before), *touch.others))
    return tuple(
        Held(place, each) for place, each in found if each and isinstance(place, RecordPath)
    )


def heir(step: Step, touch: Touch, versions: Versions) -> RecordPath | None:
    """The place to which a record moved in a commit: git sees it, or the record itself says so."""
    gone = None if touch.others else _left(touch)
    if gone is None:
        return None
    if seen := successor(touch, versions):
        return seen
    for other in step.touched:
        place = identify(other.path)
        if other.after is None or other.before is not None or isinstance(place, Stray):
            continue
        new = Held(place, other.after)
        if place.kind is gone.place.kind and gone.place.id in _former_ids(new, versions):
            return place
    return None


def successor(touch: Touch, versions: Versions) -> RecordPath | None:
    """The place to which a record moved, if git says so and what it says does not deny it."""
    was, place = identify(touch.was), identify(touch.path)
    if isinstance(was, Stray) or isinstance(place, Stray) or was.kind is not place.kind:
        return None
    if touch.before is None or touch.after is None or touch.was == touch.path:
        return None
    if was.id == place.id:
        return place
    old = versions.as_far_as_it_fits(Held(was, touch.before))
    new = versions.as_far_as_it_fits(Held(place, touch.after))
    if old is None or new is None:
        return place
    return place if renamed({was.id: old}, {place.id: new}) else None


def _origin(step: Step, touch: Touch, now: Held, versions: Versions) -> tuple[Held, ...]:
    """What a record was before a commit."""
    if touch.others or (touch.before and touch.was == touch.path):
        return _held(touch)
    own = {now.place.id, *_former_ids(now, versions)}
    for other in step.touched:
        left = _left(other)
        if left and left.place.kind is now.place.kind and left.place.id in own:
            return (left,)
    return _held(touch) if successor(touch, versions) else ()


def _former_ids(held: Held, versions: Versions) -> Sequence[str]:
    """The ids that a record had before, as one of its contents says."""
    found = versions.of(held)
    return found.entry.record.former_ids if isinstance(found, Version) else ()


def _left(touch: Touch) -> Held | None:
    """What stood at a place that is empty after a commit."""
    place = identify(touch.was)
    if touch.before is None or isinstance(place, Stray):
        return None
    is_empty = touch.after is None or touch.was != touch.path
    return Held(place, touch.before) if is_empty else None


def _earlier(passage: Passage, versions: Versions) -> Wanted:
    """What a record may have been that begins with a passage: the same, or one of another id."""
    place, after = passage.place, passage.after
    keys = {place.id, *(_former_ids(Held(place, after), versions) if after else ())}
    return {((place.kind, key), None) for key in keys}
