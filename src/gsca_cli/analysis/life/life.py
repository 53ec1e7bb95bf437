"""What happened to one record, commit by commit: the figures of `gsca log`."""

from collections.abc import Iterator
from dataclasses import replace

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.change import Change, RecordChanges, What
from gsca_cli.analysis.changes.parts import part_of
from gsca_cli.analysis.changes.plain import plain_record
from gsca_cli.analysis.changes.record_changes import record_changes
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.life.figures import Event, Life, committed
from gsca_cli.analysis.life.leaves import Leaf, leaves
from gsca_cli.analysis.life.lineage import Passage
from gsca_cli.analysis.life.past import Past
from gsca_cli.analysis.life.within import known_routes, require_route, within
from gsca_cli.findings import Route
from gsca_cli.snapshots.repository import RecordPath


def life(sides: Sides, past: Past, place: RecordPath, now: Entry | None, route: str = "") -> Life:
    """What happened to a record, or to what stands at a route of it.

    `now` is the record as the files have it, which may not be committed yet.

    Raises:
        UsageError: the record never had anything at the route.
    """
    teller = _Teller(sides, past, route)
    events = [event for passage in reversed(past.passages) if (event := teller.told(passage))]
    if event := teller.unsaved(past.last, now):
        events.append(event)
    if route:
        require_route(f"{place.kind}/{place.id}", route, teller.routes)
    return Life(
        place.kind,
        place.id,
        sides.named(place.kind, place.id),
        place.path,
        route,
        tuple(reversed(events)),
        teller.layout,
    )


class _Teller:
    """Tells of passages, the oldest first.

    Lines of work that go on beside each other stand in one list. So it keeps what the list has
    said so far: whatever is the same there is told already, and a merge tells only the rest.
    """

    def __init__(self, sides: Sides, past: Past, route: str) -> None:
        self._sides = sides
        self._past = past
        self._route = route
        self._said: frozenset[Leaf] = frozenset()
        self.layout = 0
        self.routes: set[str] = set()

    def told(self, passage: Passage) -> Event | None:
        """What a commit did; None if nothing that is to be told."""
        place = passage.place
        event = Event(committed(passage.commit), What.CHANGED, place.id, place.path)
        event = replace(event, oldest=self._past.is_cut(passage))
        if mistakes := self._past.mistakes(passage):
            what = What.CHANGED if passage.before else What.ADDED
            return replace(event, what=what, mistakes=mistakes)
        old, new = self._nearest(self._past.before(passage)), self._past.after(passage)
        found = record_changes(self._sides, old, new)
        mended = self._past.was_unreadable(passage)
        self.layout += not (found or mended or passage.merge)
        event = _with_what(replace(event, mended=mended), old, new, found)
        event = replace(event, changes=tuple(self._news(found, old, new)))
        self._note(old, new, whole=passage.merge)
        return self._kept(event, old, new)

    def unsaved(self, old: Entry | None, new: Entry | None) -> Event | None:
        """What the files say beyond the last commit."""
        self._note(old, new, whole=True)
        found = record_changes(self._sides, old, new)
        if found is None:
            return None
        event = Event(None, found.what, found.id, found.path, found.former, changes=found.changes)
        return self._kept(event, old, new)

    def _kept(self, event: Event, old: Entry | None, new: Entry | None) -> Event | None:
        """An event, if it tells anything of what is asked for."""
        if self._route:
            return within(event, self._route, old, new)
        says_nothing = event.what is What.CHANGED and not event.changes and not event.mended
        return None if says_nothing else event

    def _news(
        self, found: RecordChanges | None, old: Entry | None, new: Entry | None
    ) -> Iterator[Change]:
        """The changes that the list has not told already."""
        if found is None:
            return
        for change in found.changes:
            part = part_of(found.kind, change.values[0].route)
            before, told, after = (
                _below(part, said) for said in (_said(old), self._said, _said(new))
            )
            if before == told or told != after:
                yield change

    def _nearest(self, entries: list[Entry]) -> Entry | None:
        """The record before a commit; before a merge, that which is most like what is told."""
        return max(entries, key=lambda each: len(self._said & _said(each)), default=None)

    def _note(self, old: Entry | None, new: Entry | None, *, whole: bool) -> None:
        """Keep what the list has said now."""
        before, after = _said(old), _said(new)
        self._said = after if whole else (self._said - (before - after)) | (after - before)
        self.routes |= known_routes(new) if new else set()


def _with_what(
    event: Event, old: Entry | None, new: Entry | None, found: RecordChanges | None
) -> Event:
    """Say whether the record came, went, or is called otherwise."""
    if new is None:
        return replace(event, what=What.REMOVED)
    if found is None or (old is None and event.mended):
        # Where nobody can read what it said before, it was there all the same.
        return event
    return replace(event, what=found.what, former=found.former)


def _said(entry: Entry | None) -> frozenset[Leaf]:
    return frozenset(leaves(plain_record(entry.record))) if entry else frozenset()


def _below(part: Route, said: frozenset[Leaf]) -> set[Leaf]:
    return {leaf for leaf in said if leaf[0][: len(part)] == part}
