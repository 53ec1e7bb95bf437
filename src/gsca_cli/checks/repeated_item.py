"""A list holds the same item twice.

The second one adds nothing, so it is likely to stand for something else: another source, another
language. Reports would count and number it twice.

Wrong: `sources: [annual-report, annual-report]`
Right: `sources: [annual-report, survey-2022]`
To fix it: delete one of the two, or write what was meant.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.seen import Seen
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import Route, Severity, shown

_LISTS_OF_IDS: Final = {"columns", "former_ids"}
"""These are looked at as ids: `duplicate-id` reports what stands twice there."""


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every list of the file."""
    document = entry.document
    if not any(map(_may_repeat, document.lists)):
        return
    for route, items in document.holders():
        if isinstance(items, list) and not _LISTS_OF_IDS.intersection(route[-1:]):
            yield from _repeated(items, route)


def _may_repeat(items: list[Any]) -> bool:
    """A quick look, for all the lists whose items are words that differ."""
    try:
        return len(set(items)) < len(items)
    except TypeError:
        return len(items) > 1


def _repeated(items: list[Any], route: Route) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    name = next(part for part in reversed(route) if isinstance(part, str))
    for index, item in enumerate(items):
        if isinstance(item, dict) and "id" in item:
            continue
        written = json.dumps(item, sort_keys=True)
        first = seen.setdefault(written, index)
        if first != index:
            called = "an item" if isinstance(item, dict | list) else shown(item)
            yield Problem(
                (*route, index),
                f"{called} stands twice in {shown(name)}",
                "delete one of the two, or write what was meant",
                related=(((*route, first), "first given here"),),
            )


def finds_in(seen: Seen, _: Context) -> date:
    """A file in which no item says the same as another one of its list."""
    return unless(not seen.repeats)


CHECK = Check("repeated-item", Severity.WARNING, look=look, finds_in=finds_in)
