"""What happened to one record, commit by commit: the figures of `gsca log`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.change import Change, RecordChanges, What
from gsca_cli.analysis.changes.parts import part_of
from gsca_cli.analysis.changes.record_changes import record_changes
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.life.figures import Event, Life, committed
from gsca_cli.analysis.life.items import Asked, asked
from gsca_cli.analysis.life.leaves import Leaf, below
from gsca_cli.analysis.life.lineage import Passage
from gsca_cli.analysis.life.past import Past
from gsca_cli.analysis.life.versions import Version
from gsca_cli.analysis.life.within import require_route, within
from gsca_cli.analysis.plain import plain_record
from gsca_cli.snapshots.repository import RecordPath

Now = Version | int | None
"""A record as the files have it, or how many mistakes keep it from being read; None if gone."""


def life(sides: Sides, past: Past, place: RecordPath, now: Now, route: str = "") -> Life:
    """What happened to a record, or to what stands at a route of it.

    `now` is the record as the files have it, which may not be committed yet.

    Raises:
        UsageError: the record never had anything at the route, or only items without a name.
    """
    latest = now if isinstance(now, Version) else past.latest
    meant = asked(plain_record(latest.entry.record if latest else None), route)
    teller = _Teller(sides, past, meant)
    events = [event for passage in reversed(past.passages) if (event := teller.told(passage))]
    if event := teller.unsaved(place, now):
        events.append(event)
    if route:
        require_route(f"{place.kind}/{place.id}", meant.route, teller.routes)
    return Life(
        place.kind,
        place.id,
        sides.named(place.kind, place.id),
        place.path,
        meant.route,
        tuple(reversed(events)),
        teller.layout,
        "" if now is not None else past.seen_at(place),
    )


class _Teller:
    """Tells of passages, the oldest first.

    Lines of work that go on beside each other stand in one list. So it keeps what the list has
    said so far: whatever is the same there is told already, and a merge tells only the rest. Of
    lines that a merge does not bring together, the list may have said more: that counts later.
    """

    def __init__(self, sides: Sides, past: Past, asked: Asked) -> None:
        self._sides = sides
        self._past = past
        self._asked = asked
        self._route = asked.route
        self._said: frozenset[Leaf] = frozenset()
        self._is_gone = False
        self.layout = 0
        self.routes: set[str] = set()

    def told(self, passage: Passage) -> Event | None:
        """What a commit did; None if nothing that is to be told."""
        place = passage.place
        event = Event(committed(passage.commit), What.CHANGED, place.id, place.path)
        event = replace(event, oldest=self._past.is_cut(passage))
        if passage.became:
            return None if self._route else replace(event, became=passage.became)
        if mistakes := self._past.mistakes(passage):
            what = What.CHANGED if passage.before else What.ADDED
            again = what is What.ADDED and self._is_gone
            self._is_gone = False
            return replace(event, what=what, mistakes=mistakes, again=again)
        old, new = self._nearest(passage), self._past.after(passage)
        found = record_changes(self._sides, _entry(old), _entry(new))
        mended = new is not None and self._past.was_unreadable(passage)
        self.layout += not (found or mended or passage.merge or new is None)
        event = _with_what(replace(event, mended=mended), old, new, found)
        event = replace(event, again=event.what is What.ADDED and self._is_gone)
        self._is_gone = new is None
        sides = [_said(each) for each in self._past.before(passage)]
        event = replace(event, changes=tuple(self._news(found, old, new, sides)))
        self._note(sides, new, alone=passage.merge and len(sides) == 1)
        return self._kept(event, old, new)

    def unsaved(self, place: RecordPath, now: Now) -> Event | None:
        """What the files say beyond the last commit."""
        event = Event(None, What.CHANGED, place.id, place.path)
        old, unread = self._past.last, self._past.unread
        if isinstance(now, int):
            what = What.CHANGED if self._past.is_there else What.ADDED
            return None if now == unread else replace(event, what=what, mistakes=now)
        self._note([_said(old)], now)
        found = record_changes(self._sides, _entry(old), _entry(now))
        if found is None and not unread:
            return None
        event = _with_what(replace(event, mended=bool(unread and now)), old, now, found)
        event = replace(event, changes=found.changes if found else ())
        return self._kept(event, old, now)

    def _kept(self, event: Event, old: Version | None, new: Version | None) -> Event | None:
        """An event, if it tells anything of what is asked for."""
        if self._route:
            return within(event, self._asked, _entry(old), _entry(new))
        says_nothing = event.what is What.CHANGED and not event.changes and not event.mended
        return None if says_nothing else event

    def _news(
        self,
        found: RecordChanges | None,
        old: Version | None,
        new: Version | None,
        sides: Sequence[frozenset[Leaf]],
    ) -> Iterator[Change]:
        """The changes that the list has not told already."""
        if found is None:
            return
        parts = [part_of(found.kind, change.values[0].route) for change in found.changes]
        here = self._said & _said(new).union(*sides)
        before, told, after = (below(parts, said) for said in (_said(old), here, _said(new)))
        for part, change in zip(parts, found.changes, strict=True):
            if before[part] == told[part] or told[part] != after[part]:
                yield change

    def _nearest(self, passage: Passage) -> Version | None:
        """The record before a commit; before a merge, that which is most like what is told."""

        def likeness(version: Version) -> tuple[bool, int]:
            # A line of work that has renamed the record told so itself.
            return version.entry.id == passage.place.id, len(self._said & version.meant)

        return max(self._past.before(passage), key=likeness, default=None)

    def _note(
        self, sides: Sequence[frozenset[Leaf]], new: Version | None, *, alone: bool = False
    ) -> None:
        """Keep what the list has said now; what all sides say, this commit did not change.

        A side is `alone` if the others that a merge brings together do not have the record.
        """
        after = _said(new)
        common = frozenset[Leaf]() if alone or not sides else sides[0].intersection(*sides)
        gone = frozenset[Leaf]().union(*sides) - after
        self._said = (self._said - gone) | (after - common)
        self.routes |= new.routes if new and self._route else set()


def _with_what(
    event: Event, old: Version | None, new: Version | None, found: RecordChanges | None
) -> Event:
    """Say whether the record came, went, or is called otherwise."""
    if new is None:
        return replace(event, what=What.REMOVED)
    if found is None or (old is None and event.mended):
        # Where nobody can read what it said before, it was there all the same.
        return event
    return replace(event, what=found.what, former=found.former)


def _said(version: Version | None) -> frozenset[Leaf]:
    return version.meant if version else frozenset()


def _entry(version: Version | None) -> Entry | None:
    return version.entry if version else None
