"""What a route means that leads into a list: an item goes by its name there, not by its number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gsca_cli.analysis.changes.difference import name_of
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown


class Asked(NamedTuple):
    """A route with names in place of numbers; `former` has the name of today for one of before."""

    route: str
    former: Mapping[str, str]


class Found(NamedTuple):
    """What stands at a route; `listed` if the route leads through a list."""

    value: Any
    listed: bool = False


_NOTHING = Found(None)


def asked(data: Any, route: str) -> Asked:
    """What somebody asks for who looks at a record as it is now: `sources.0` is `sources.paper`.

    Raises:
        UsageError: the item has no name by which it could be known again.
    """
    former: dict[str, str] = {}
    return Asked(".".join(_named(data, route, "", former)), former)


def _named(data: Any, route: str, above: str, former: dict[str, str]) -> Iterator[str]:
    for name, key, each in _below(data):
        if is_at_or_below(route, name):
            if isinstance(data, list):
                former.update(dict.fromkeys(_former_ids(each), key))
            yield key
            if route != name:
                yield from _named(each, rest(route, name), _join(above, key), former)
            return
    number, _, _ = route.partition(".")
    if isinstance(data, list) and number.isdecimal() and int(number) < len(data):
        name = _its_name(data[int(number)], number, above)
        yield from _named(data, name + route.removeprefix(number), above, former)
        return
    yield route


def _its_name(item: Any, number: str, above: str) -> str:
    name = name_in_list(item)
    if name is None:
        message = (
            f"{shown(f'{above}.{number}')} has neither a name nor a date by which older versions "
            f"could be asked for it; ask for {shown(above)}, where all that came and went is told"
        )
        raise UsageError(message)
    return name


def at_route(data: Any, route: str, former: Mapping[str, str]) -> Found:
    """What stands at a route of plain data; None if nothing does.

    Where several items of a list have the name, it is all of them.
    """
    if not route:
        return Found(data)
    if isinstance(data, list):
        return Found(_in_list(data, route, former), listed=True)
    # A key may be a route itself, and so have dots of its own.
    for name, _, each in _below(data):
        if is_at_or_below(route, name):
            return at_route(each, rest(route, name), former)
    return _NOTHING


def _in_list(items: Sequence[Any], route: str, former: Mapping[str, str]) -> Any:
    names = [(former.get(name, name), item) for item in items if (name := name_in_list(item))]
    if found := [item for name, item in names if name == route]:
        return found if len(found) > 1 else found[0]
    inner = (
        at_route(item, rest(route, name), former).value
        for name, item in names
        if is_at_or_below(route, name)
    )
    return next((value for value in inner if value is not None), None)


def routes(data: Any, above: str = "") -> Iterator[str]:
    """The routes of all that stands in maps and lists, as people write them."""
    if above:
        yield above
    for name, _, each in _below(data):
        yield from routes(each, _join(above, name))


def _below(data: Any) -> Iterator[tuple[str, str, Any]]:
    """What a route may go on with, what that is called now, and what stands there."""
    if isinstance(data, dict):
        yield from ((str(key), str(key), each) for key, each in data.items())
    if isinstance(data, list):
        named = [(name, item) for item in data if (name := name_in_list(item))]
        yield from ((name, name, item) for name, item in named)
        yield from ((old, name, item) for name, item in named for old in _former_ids(item))


def _former_ids(item: Any) -> Sequence[str]:
    return item.get("former_ids", ()) if isinstance(item, dict) else ()


def name_in_list(item: Any) -> str | None:
    """By what an item is asked for: itself, or what names it; None if it has no name."""
    if isinstance(item, dict | list):
        return name_of(item)
    return str(item)


def is_at_or_below(route: str, other: str) -> bool:
    """Does a route lead to where another one leads, or further in?"""
    return route == other or route.startswith(f"{other}.")


def rest(route: str, name: str) -> str:
    """What is left of a route behind its first name."""
    return route[len(name) + 1 :]


def _join(above: str, name: str) -> str:
    return f"{above}.{name}" if above else name
