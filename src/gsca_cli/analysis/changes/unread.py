"""What a record says that does not fit the schema of today: nobody reads it, but it is told of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.changes.change import Change, What
from gsca_cli.analysis.changes.difference import ValueChange, without
from gsca_cli.findings import Route, dotted
from gsca_cli.records.spelling import as_written


def unread_changes(old: Entry, new: Entry) -> Iterator[Change]:
    """Where two versions of a record differ in what does not fit, place by place."""
    before, after = _values(old), _values(new)
    for route in dict.fromkeys((*after, *before)):
        lost = without(before.get(route, ()), after.get(route, ()))
        gained = without(after.get(route, ()), before.get(route, ()))
        if values := tuple(_differing(route, lost, gained)):
            yield Change(What.UNREAD, dotted(route), dotted(route), values=values)


def _differing(route: Route, lost: Sequence[Any], gained: Sequence[Any]) -> Iterator[ValueChange]:
    if len(lost) == len(gained) == 1:
        yield ValueChange(route, lost[0], gained[0])
        return
    yield from (ValueChange(route, None, value) for value in gained)
    yield from (ValueChange(route, value, None) for value in lost)


def _values(entry: Entry) -> Mapping[Route, Sequence[Any]]:
    """What does not fit, by its route; items of a list have no numbers there, for these change."""
    found: dict[Route, list[Any]] = defaultdict(list)
    for route, value in entry.passed_over:
        if value is not None:
            found[tuple(part for part in route if isinstance(part, str))].append(_spelt(value))
    return found


def _spelt(value: Any) -> Any:
    """A value as its file spells it: nobody knows what is meant by a number."""
    match value:
        case dict():
            return {key: _spelt(each) for key, each in value.items()}
        case list():
            return [_spelt(each) for each in value]
        case None:
            return "null"
    return as_written(value)
