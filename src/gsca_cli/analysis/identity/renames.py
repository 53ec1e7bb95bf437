"""Which record had another id before: its file says so, or it has its name and says the same."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from gsca_cli.alliance.brief_of import names_of
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import folded
from gsca_cli.analysis.plain import plain_record
from gsca_cli.findings import Route
from gsca_cli.records.record import Record

_ALIKE: Final = 0.5
"""How much of what two records say must be the same, for one to be the other under a new id."""
_MOST_COMPARED: Final = 10_000
"""As many pairs as are compared by what they say."""


def renamed(gone: Mapping[str, Entry], new: Mapping[str, Entry]) -> dict[str, str]:
    """The id before of each new record that is one of those that are gone; all of one kind.

    Much of what records say is common to them all: without a word in `former_ids`, one that says
    the same as another under another name is another one.
    """
    found = {
        key: former
        for key, entry in new.items()
        for former in entry.record.former_ids
        if former in gone
    }
    left = [key for key in gone if key not in found.values()]
    rest = [key for key in new if key not in found]
    if len(left) * len(rest) > _MOST_COMPARED:
        return found
    said = {key: _said(gone[key]) for key in left}
    for key in rest:
        own = _said(new[key])
        likeness = {
            former: _likeness(own, each)
            for former, each in said.items()
            if _share_a_name(new[key].record, gone[former].record)
        }
        best = max(likeness, key=lambda former: likeness[former], default="")
        if best and likeness[best] >= _ALIKE:
            found[key] = best
            del said[best]
    return found


def _share_a_name(one: Record, other: Record) -> bool:
    """Have two records one name, in whatever language, be it only an alias of one of them?"""
    names, others = (_folded(names_of(each).values()) for each in (one, other))
    aliases, other_aliases = (
        _folded(alias.name for alias in each.aliases) for each in (one, other)
    )
    return bool(names & (others | other_aliases) or aliases & others)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, names))


def _said(entry: Entry) -> frozenset[tuple[Route, str]]:
    return frozenset(_leaves(plain_record(entry.record)))


def _leaves(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """What stands at each route, without what it holds in turn."""
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        parts = data.items()
    elif isinstance(data, list):
        # An item that moves is the same item.
        parts = ((0, each) for each in data)
    else:
        yield route, repr(data)
    for key, each in parts:
        yield from _leaves(each, (*route, key))


def _likeness(one: frozenset[object], other: frozenset[object]) -> float:
    """How much of two records is the same: 0 for nothing, 1 for all."""
    return len(one & other) / max(1, len(one | other))
