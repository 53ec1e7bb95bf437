"""An assignment to what must change in the text of one record."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Delete, Insert, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.address import Address, address
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.editing.items import item_called, item_saying
from gsca_cli.editing.typed import is_map, parsed, typed
from gsca_cli.errors import UsageError
from gsca_cli.findings import Route, shown
from gsca_cli.records.naming import names_of_item
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Words, inner


@dataclass(frozen=True, slots=True)
class Customs:
    """What the alliance decides: its default language, and the order of ids such as steps."""

    language: str = "en"
    orders: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def order(self, shape: Shape) -> Sequence[str]:
        """The order in which the keys of a map stand, as far as there is one."""
        match shape:
            case Fields():
                return list(shape.names())
            case Entries():
                return self.orders.get(shape.key.refers_to or "", ())
            case Words():
                return [self.language]
        return ()


@dataclass(frozen=True, slots=True)
class Shorten:
    """Let a bare value stand for the map at a route, unless a comment there would be lost."""

    route: Route
    value: Any


def wished(record: Shape, document: Document, asked: Assignment, customs: Customs) -> Document:
    """The document once an assignment is carried out.

    Raises:
        UsageError: a record of this kind has no such place, or the value does not fit there.
        UneditableError: it cannot be done without touching more than that.
    """
    for wish in wishes(record, document, asked, customs):
        if isinstance(wish, Shorten):
            with suppress(UneditableError):
                document = rewrite(document, Set(wish.route, wish.value))
        else:
            document = rewrite(document, wish)
    return document


def wishes(
    record: Shape, document: Document, asked: Assignment, customs: Customs
) -> list[Wish | Shorten]:
    """What must change in a document; nothing if all is so already.

    Raises:
        UsageError: a record of this kind has no such place, or the value does not fit there.
    """
    where = address(record, document.data, asked.route)
    match asked.sign:
        case Sign.SET if asked.value:
            value = typed(where.shape, asked.value, asked.route)
            return [_put(document, where, value, customs)]
        case Sign.SET:
            return list(_removal(document, where))
        case Sign.ADD:
            return _addition(document, where, asked, customs)
        case Sign.REMOVE:
            return list(_subtraction(document, where, asked))


def _put(document: Document, where: Address, value: Any, customs: Customs) -> Wish:
    """Put a value at an address; what is missing on the way there is made."""
    data = document.data
    for depth, part in enumerate(where.route):
        shape = where.shapes[depth]
        if isinstance(data, dict) and part not in data:
            made = _nested(where, depth + 1, value)
            return Set(where.route[: depth + 1], made, customs.order(shape))
        if not isinstance(data, dict | list):
            kept = _as_map(data, shape, customs)
            made = _nested(where, depth, value)
            return Set(where.route[:depth], _in_order({**kept, **made}, shape, customs))
        data = data[part]  # type: ignore[index]  # a list has numbers, a map has names
    return _over(where, data, value, customs)


def _over(where: Address, old: Any, value: Any, customs: Customs) -> Wish:
    """Put a value over one that is there: a bare one goes into the map that it is short for."""
    shape = where.shape
    if isinstance(old, dict) and not isinstance(value, dict | list):
        if isinstance(shape, Fields) and shape.short:
            return Set((*where.route, shape.short), value, customs.order(shape))
        if isinstance(shape, Words):
            return Set((*where.route, customs.language), value, customs.order(shape))
    return Set(where.route, value)


def _nested(where: Address, depth: int, value: Any) -> Any:
    """A value within the maps that lead to it from some depth of its route on."""
    for part, shape in reversed(list(zip(where.route, where.shapes, strict=False))[depth:]):
        is_short = (
            isinstance(shape, Fields) and shape.short == part and depth < len(where.route) - 1
        )
        value = value if is_short and not isinstance(value, dict | list) else {part: value}
    return value


def _as_map(bare: Any, shape: Shape, customs: Customs) -> dict[str, Any]:
    """The map that a bare value is short for; an empty one if it is nothing."""
    if bare is None:
        return {}
    if isinstance(shape, Words):
        return {customs.language: bare}
    if isinstance(shape, Fields) and shape.short:
        return {shape.short: bare}
    return {}


def _in_order(made: dict[str, Any], shape: Shape, customs: Customs) -> dict[str, Any]:
    ranks = {name: rank for rank, name in enumerate(customs.order(shape))}
    return dict(sorted(made.items(), key=lambda item: ranks.get(item[0], len(ranks))))


def _removal(document: Document, where: Address) -> Iterator[Wish | Shorten]:
    """Take away what stands at an address, and what would be left empty by that."""
    route = where.route
    if route not in document.places:
        return
    while len(route) > 1:
        above, shape = document.value(route[:-1]), where.shapes[len(route) - 1]
        if len(above) > 1:
            yield from _shortened(above, shape, route)
            return
        if isinstance(shape, Fields) and shape.may_be_empty:
            yield Set(route[:-1], None)
            return
        route = route[:-1]
    yield Delete(route)


def _shortened(above: Any, shape: Shape, route: Route) -> Iterator[Wish | Shorten]:
    """Take an entry out of a map; one bare value that is left stands for the map again."""
    yield Delete(route)
    rest = [key for key in above if key != route[-1]] if isinstance(above, dict) else []
    is_short = isinstance(shape, Fields) and rest == [shape.short]
    if is_short and not isinstance(above[rest[0]], dict | list):
        yield Shorten(route[:-1], above[rest[0]])


def _addition(
    document: Document, where: Address, asked: Assignment, customs: Customs
) -> list[Wish | Shorten]:
    held = document.value(where.route) if where.route in document.places else None
    match where.shape:
        case Items():
            items = typed(where.shape, asked.value, asked.route)
            items = items if isinstance(items, list) else [items]
            new = [item for item in items if not _is_among(item, held or [])]
            if not held:
                return [_put(document, where, new, customs)] if new else []
            return [Insert((*where.route, len(held) + n), item) for n, item in enumerate(new)]
        case Entries(value=Fields(may_be_empty=True)) as shape:
            keys = [key.strip() for key in asked.value.split(",")]
            steps = [Address((*where.route, key), [*where.shapes, shape.value]) for key in keys]
            missing = [step for step in steps if step.route not in document.places]
            if held is None and missing:
                entries = dict.fromkeys(str(step.route[-1]) for step in missing)
                return [_put(document, where, entries, customs)]
            return [_put(document, step, None, customs) for step in missing]
    raise UsageError(_no_list(asked))


def _subtraction(document: Document, where: Address, asked: Assignment) -> Iterator[Wish | Shorten]:
    """Take one item out of a list, or one entry out of a map, by its name."""
    if not isinstance(where.shape, Items | Entries):
        raise UsageError(_no_list(asked))
    held = document.value(where.route) if where.route in document.places else None
    part = _named(held, asked)
    shapes = [*where.shapes, inner(where.shape, part)]
    yield from _removal(document, Address((*where.route, part), shapes))


def _named(held: Any, asked: Assignment) -> str | int:
    """The part of a list or map that is to be taken away.

    Raises:
        UsageError: there is no such part.
    """
    where, name = shown(asked.route), asked.value
    if isinstance(held, list):
        if is_map(name):
            return item_saying(held, parsed(name, asked.route), where)
        return item_called(held, name, where)
    if isinstance(held, dict) and name in held:
        return name
    message = f"{where} holds no {shown(name)}"
    raise UsageError(message)


def _no_list(asked: Assignment) -> str:
    return f"{shown(asked.route)} is no list: write `{asked.route}={asked.value}`"


def _is_among(item: Any, held: Sequence[Any]) -> bool:
    """Is an item in a list, or what it names?"""
    return any(
        same(item, each) or (isinstance(item, str) and item in names_of_item(each)) for each in held
    )
