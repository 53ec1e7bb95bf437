"""What happened to one record: it is new, gone, called otherwise, or says something else."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.change import Change, Lost, RecordChanges, What
from gsca_cli.analysis.changes.difference import ValueChange, differences
from gsca_cli.analysis.changes.losses import lost_with
from gsca_cli.analysis.changes.parts import part_changes, part_of
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.changes.unread import unread_changes
from gsca_cli.analysis.plain import Keyed, plain_record
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City

if TYPE_CHECKING:
    from gsca_cli.findings import Route

_OWN = "former_ids"
_TOLD_OF_NEW = ("regions", "policies", "steps", "programmes")
"""What is said of a new record besides that it is new; its file says the rest."""


def record_changes(sides: Sides, old: Entry | None, new: Entry | None) -> RecordChanges | None:
    """What happened to a record; None if it says the same as before."""
    entry = new or old
    if entry is None:
        return None
    what = _what(old, new)
    changes = tuple(_changes(sides, old, new)) if new else ()
    if what is What.CHANGED and not changes:
        return None
    return RecordChanges(
        what,
        entry.kind,
        entry.id,
        sides.named(entry.kind, entry.id),
        entry.path,
        former=old.id if old and old.id != entry.id else "",
        is_announced=what is not What.RENAMED or old is None or old.id in entry.record.former_ids,
        regions=_regions(sides, old, new),
        lost=_lost(sides, old) if old and new is None else None,
        changes=changes,
    )


def differ(old: Entry, new: Entry) -> bool:
    """Do two versions of a record differ in what they say, word by word?"""
    return plain_record(old.record) != plain_record(new.record)


def _lost(sides: Sides, old: Entry) -> Lost | None:
    """What goes with a city; of other records, what still names them is told instead."""
    before = sides.before.alliance
    city = before.cities.get(old.id) if old.kind is Kind.CITY else None
    return lost_with(city, before.settings, sides.named, sides.step) if city else None


def _what(old: Entry | None, new: Entry | None) -> What:
    if old is None:
        return What.ADDED
    if new is None:
        return What.REMOVED
    return What.CHANGED if old.id == new.id else What.RENAMED


def _changes(sides: Sides, old: Entry | None, new: Entry) -> Iterator[Change]:
    before, after = old.record if old else None, new.record
    found = differences(plain_record(before), plain_record(after))
    values = [part for value in found for part in _split(value)]
    if old is None:
        values = [value for value in values if value.route[0] in _TOLD_OF_NEW]
    elif old.id != new.id:
        values = [value for value in values if value.route[0] != _OWN]
    parts: dict[Route, list[ValueChange]] = {}
    for value in values:
        parts.setdefault(part_of(new.kind, value.route), []).append(value)
    for part, group in parts.items():
        yield from part_changes(sides, part, before, after, tuple(group))
    if old is not None:
        yield from unread_changes(old, new)


def _split(value: ValueChange) -> Iterator[ValueChange]:
    """A whole part that came or went, and the parts within it, each by itself."""
    whole = value.after if value.before is None else value.before
    if not isinstance(whole, dict) or (value.before and value.after):
        yield value
        return
    inner = {key for key, each in whole.items() if isinstance(each, Keyed)}
    rest = {key: each for key, each in whole.items() if key not in inner}
    yield replace(
        value,
        before=None if value.before is None else rest,
        after=None if value.after is None else rest,
    )
    for key in inner:
        sides = ({}, {key: whole[key]}) if value.before is None else ({key: whole[key]}, {})
        yield from differences(*sides, value.route)


def _regions(sides: Sides, old: Entry | None, new: Entry | None) -> tuple[str, ...]:
    """What the regions of a city are called, those that it was in included."""
    keys = [
        key
        for each in (new, old)
        if each and isinstance(each.record, City)
        for key in each.record.regions
    ]
    return tuple(sides.named(Kind.REGION, key) for key in dict.fromkeys(keys))
