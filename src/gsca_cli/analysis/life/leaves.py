"""The values that stand in a piece of data, each at a route that outlives a new order."""

from collections.abc import Iterable, Iterator
from typing import Any

from gsca_cli.analysis.changes.difference import name_of
from gsca_cli.findings import Route

Leaf = tuple[Route, str]


def leaves(data: Any, route: Route = ()) -> Iterator[Leaf]:
    """Each value that holds no other, with its type; an item of a list goes by its name."""
    match data:
        case dict() if data:
            for key, each in data.items():
                yield from leaves(each, (*route, key))
        case list() if data:
            for each in data:
                yield from leaves(each, (*route, item_key(each)))
        case _:
            yield route, repr(getattr(data, "written", data))


def below(routes: Iterable[Route], found: Iterable[Leaf]) -> dict[Route, set[Leaf]]:
    """For each of some routes, the leaves that stand there or further in."""
    groups: dict[Route, set[Leaf]] = {route: set() for route in routes}
    for leaf in found:
        for length in range(len(leaf[0]) + 1):
            if (group := groups.get(leaf[0][:length])) is not None:
                group.add(leaf)
    return groups


def item_key(item: Any) -> str:
    """By what an item is known again: by its name, or else by all that it says."""
    name = name_of(item)
    if name is not None:
        return str(name)
    return repr(sorted(leaves(item))) if isinstance(item, dict | list) else str(item)


def named(data: Any, route: Route) -> Route:
    """A route with the names of items in place of their numbers."""
    found: list[str | int] = []
    for part in route:
        data = data[part]
        found.append(item_key(data) if isinstance(part, int) else part)
    return tuple(found)
