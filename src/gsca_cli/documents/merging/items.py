"""Lists whose items have no names: what two sides did to one, by places, in one."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from gsca_cli.documents.merging.versions import Versions

MOST_COMPARED: Final = 250_000
"""As many pairs of items as are compared: a crafted list could keep a machine busy for minutes."""


class Edit(NamedTuple):
    """Some items of a list, from one number to before another, and what stands in their place."""

    start: int
    end: int
    items: list[Any]


def merged_by_place(lists: Versions) -> list[Any] | None:
    """Lists whose items have no names; None if both sides changed the same items."""
    base, ours, theirs = lists
    mine, other = list(edits(base, ours)), list(edits(base, theirs))
    known = {_comparable(edit) for edit in mine}
    other = [edit for edit in other if _comparable(edit) not in known]
    if any(_meet(one, two) for one in mine for two in other):
        return None
    other = [edit._replace(items=_not_added(edit, mine)) for edit in other]
    # At one place, what comes in goes before what takes the place of something; ours goes first.
    merged, done = [], 0
    for edit in sorted([*mine, *other], key=lambda each: each[:2]):
        merged += [*base[done : edit.start], *edit.items]
        done = edit.end
    return [*merged, *base[done:]]


def edits(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Edit]:
    """What makes one list of another."""
    for kind, start, end, first, last in opcodes(_frozen_all(old), _frozen_all(new)):
        if kind != "equal":
            yield Edit(start, end, list(new[first:last]))


def opcodes(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Which runs of two rows are equal, and which take the place of which, as difflib says it."""
    if len(old) * len(new) > MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def frozen(value: Any) -> Hashable:
    """Data as something to look up: equal where the data are the same."""
    if isinstance(value, dict):
        return frozenset((key, frozen(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return tuple(_frozen_all(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return isinstance(value, int), str(getattr(value, "written", value))
    return type(value), value


def _frozen_all(items: Sequence[Any]) -> list[Hashable]:
    return [frozen(item) for item in items]


def _comparable(edit: Edit) -> Hashable:
    return edit.start, edit.end, tuple(_frozen_all(edit.items))


def _meet(one: Edit, other: Edit) -> bool:
    """Do two edits change the same items?"""
    return one.start < other.end and other.start < one.end


def _not_added(edit: Edit, others: Sequence[Edit]) -> list[Any]:
    """The items of an edit that none of some others puts at the same place."""
    there = {
        frozen(item)
        for other in others
        if other[:2] == edit[:2] and other.start == other.end
        for item in other.items
    }
    return [item for item in edit.items if frozen(item) not in there]
