"""A text, a route and a wish to a new text: the one place changes, every other byte stays."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewriting.deleting import delete
from gsca_cli.documents.rewriting.inserting import insert
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.replacing import replace
from gsca_cli.documents.rewriting.requoting import requote
from gsca_cli.documents.rewriting.splices import Splice, spliced
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.documents.rewriting.values import key_text
from gsca_cli.findings import Route, dotted, shown


@dataclass(frozen=True, slots=True)
class Set:
    """Put a value at a route, whether something stands there or not.

    What should hold it must be there. `order` is the order of the keys around it, for a new one.
    """

    route: Route
    value: Any
    order: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Insert:
    """Put an item into a list, before the one at the route or behind the last one."""

    route: Route
    value: Any


@dataclass(frozen=True, slots=True)
class Delete:
    """Take away what stands at a route, with its own comments."""

    route: Route


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the key at a route another name."""

    route: Route
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Put the word at a route in quotes: it becomes the text that it looks like."""

    route: Route
    key: bool = False


Wish = Set | Insert | Delete | Rename | Quote


def rewrite(document: Document, wish: Wish) -> Document:
    """The document with a wish fulfilled; all of its text but the place meant is the same.

    Raises:
        UneditableError: it cannot be done without touching more than that.
    """
    for step in _steps(document, wish):
        document = _rewritten(document, step)
    return document


def _rewritten(document: Document, wish: Wish) -> Document:
    reason = _CANNOT
    try:
        wanted = fulfilled(deepcopy(document.data), wish)
        layout = Layout(document.text)
        # Of several ways, the first that proves right is taken.
        for splices in ways(layout, document, wish):
            text = spliced(document.text, splices)
            found = parse(document.path, text.encode())
            if not isinstance(found, Document):
                reason = f"cannot be changed so: {found[0].message}"
            elif same(found.data, wanted):
                return found
    except (KeyError, ValueError) as error:
        raise UneditableError(_told(wish, _CANNOT)) from error
    raise UneditableError(_told(wish, reason))


def _told(wish: Wish, reason: str) -> str:
    return f"{shown(dotted(wish.route))} {reason}"


_CANNOT = (
    "cannot be changed without touching more of the file: change it by hand, or run `gsca fmt` "
    "on the file first"
)


def ways(layout: Layout, document: Document, wish: Wish) -> Iterator[list[Splice]]:
    """The pieces to replace, in one or several ways.

    Raises:
        UneditableError: a comment stands within what would go, or nothing would be left.
        KeyError: nothing stands at the route.
        ValueError: its text is not one that the engine knows.
    """
    match wish:
        case Set(route, value) if route in document.places:
            yield replace(layout, route, value)
        case Set(route, value, order):
            yield from insert(layout, route, value, order)
        case Insert(route, value):
            yield from insert(layout, route, value, ())
        case Delete(route):
            yield delete(layout, route)
            yield delete(layout, route, blanks=False)
        case Rename(route, name):
            yield [_renamed(layout, route, name)]
        case Quote(route, key):
            yield [requote(layout, route, key=key)]


def _renamed(layout: Layout, route: Route, name: str) -> Splice:
    key = layout.tree.entry(route).key
    if key is None:
        raise KeyError(route)
    text = key_text(name, key.style, flow=layout.in_flow(route))
    return Splice(key.start, key.end, text)


def _steps(document: Document, wish: Wish) -> Iterator[Wish]:
    """A wish in steps: a map or a list changes only where it differs."""
    if not isinstance(wish, Set) or wish.route not in document.places:
        yield wish
        return
    old, new = document.value(wish.route), wish.value
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _steps_in_map(document, wish)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _steps_in_list(document, wish)
    else:
        yield wish


def _steps_in_map(document: Document, wish: Set) -> Iterator[Wish]:
    route, old = wish.route, document.value(wish.route)
    for key, value in wish.value.items():
        yield from _steps(document, Set((*route, key), value, list(wish.value)))
    yield from (Delete((*route, key)) for key in old if key not in wish.value)


def _steps_in_list(document: Document, wish: Set) -> Iterator[Wish]:
    """The items at the beginning and at the end that are the same stay as they are."""
    route, old, new = wish.route, document.value(wish.route), wish.value
    most = min(len(old), len(new))
    first = next((n for n in range(most) if not same(old[n], new[n])), most)
    last = next(
        (n for n in range(most - first) if not same(old[-1 - n], new[-1 - n])), most - first
    )
    changed = min(len(old), len(new)) - last
    for number in range(first, changed):
        yield from _steps(document, Set((*route, number), new[number]))
    yield from (Insert((*route, number), new[number]) for number in range(changed, len(new) - last))
    yield from (Delete((*route, number)) for number in range(len(old) - last - 1, changed - 1, -1))


def fulfilled(data: Any, wish: Wish) -> Any:
    """The data as they must be afterwards; they are changed in place.

    Raises:
        UneditableError: the wish makes no sense here.
        KeyError: nothing stands at the route.
    """
    *above, last = wish.route
    holder: Any = data
    for part in above:
        holder = holder[part]
    match wish:
        case Insert(_, value):
            holder.insert(last, value)
        case Set(_, value):
            holder[last] = value
        case Delete():
            del holder[last]
        case Rename(_, name):
            if name in holder:
                message = f"{shown(name)} is there already"
                raise UneditableError(message)
            holder[name] = holder.pop(last)
        case Quote(key=False):
            holder[last] = str(getattr(holder[last], "written", holder[last]))
    return data


def same(one: Any, other: Any) -> bool:
    """Are two pieces of data the same, of the same types, whatever the order of their keys?"""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return _number(one) == _number(other)
    return type(one) is type(other) and one == other


def _number(value: float) -> tuple[type, str]:
    """A number by its type and spelling: `1.10` is not `1.1`."""
    base = next(each for each in (bool, int, float) if isinstance(value, each))
    return base, str(getattr(value, "written", value))
