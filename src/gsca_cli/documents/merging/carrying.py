"""A document brought to say what it shall say, with as few changes of its text as there can be."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from gsca_cli.documents.document import Document
from gsca_cli.documents.merging.items import frozen, opcodes
from gsca_cli.documents.merging.naming import named
from gsca_cli.documents.merging.versions import Meaning
from gsca_cli.documents.rewrite import Delete, Insert, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.findings import Route

MOST_WORK: Final = 500_000
"""As many letters as are written for one document: each change writes and reads all of it once."""


def brought(document: Document, data: Any, meaning: Meaning) -> Document:
    """The document with other data.

    Raises:
        UneditableError: it cannot be done without touching more than that.
    """
    wishes = list(_in_map((), document.data, data, meaning))
    if len(wishes) * len(document.text) > MOST_WORK:
        message = "the file is too large for so many changes"
        raise UneditableError(message)
    for wish in wishes:
        document = rewrite(document, wish)
    return document


def _changes(route: Route, old: Any, new: Any, meaning: Meaning) -> Iterator[Wish]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _in_map(route, old, new, meaning)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _in_list(route, old, new, meaning)
    else:
        yield Set(route, new)


def _in_map(
    route: Route, old: dict[str, Any], new: dict[str, Any], meaning: Meaning
) -> Iterator[Wish]:
    for key, value in new.items():
        if key in old:
            yield from _changes((*route, key), old[key], value, meaning)
        else:
            yield Set((*route, key), value, list(new))
    yield from (Delete((*route, key)) for key in old if key not in new)


def _in_list(
    route: Route, old: Sequence[Any], new: Sequence[Any], meaning: Meaning
) -> Iterator[Wish]:
    """Items that stay keep their text and their comments; the others go, and then the new come."""
    pairs = _pairs([named(route, each, meaning) for each in (old, new)], old, new)
    if not pairs:
        yield Set(route, new)
        return
    kept = set(pairs.values())
    yield from (Delete((*route, n)) for n in reversed(range(len(old))) if n not in kept)
    for number, item in enumerate(new):
        if number in pairs:
            yield from _changes((*route, number), old[pairs[number]], item, meaning)
        else:
            yield Insert((*route, number), item)


def _pairs(
    names: Sequence[Mapping[str, Any] | None], old: Sequence[Any], new: Sequence[Any]
) -> dict[int, int]:
    """The numbers of new items, each with that of the old one that it is."""
    if None not in names:
        rows = [list(each or ()) for each in names]
        runs = [run for run in opcodes(*rows) if run[0] == "equal"]
    else:
        found = opcodes([frozen(item) for item in old], [frozen(item) for item in new])
        # As many for as many: each of them was changed, not taken away.
        runs = [run for run in found if run[2] - run[1] == run[4] - run[3]]
    return {
        number: number - first + start
        for _, start, _, first, last in runs
        for number in range(first, last)
    }
