"""The laws of edits on several hundred files as people write them, the oddest ones included."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from documents.edited import around, new_lines
from documents.files import FILES, document_of, name_of
from gsca import ROOT

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Delete, Insert, Rename, Set, rewrite, same
from gsca_cli.findings import Route

if TYPE_CHECKING:
    from pathlib import Path

MOST = 5
"""As many places of one file as are tried: they are spread over all of it."""


@pytest.fixture(scope="module", params=FILES, ids=name_of)
def document(request: pytest.FixtureRequest) -> Document:
    path: Path = request.param
    return document_of(path)


def some(document: Document, *, scalars: bool = False, holders: bool = False) -> list[Route]:
    """A few routes: of values that are neither list nor map, or of lists and maps, or of any."""
    routes = [
        route
        for route in document.places
        if route
        and (not (scalars or holders) or isinstance(document.value(route), dict | list) == holders)
    ]
    return routes[:: max(1, len(routes) // MOST)][:MOST]


def test_a_scalar_changes_and_not_a_byte_around_it(document: Document) -> None:
    for route in some(document, scalars=True):
        after = rewrite(document, Set(route, "something else"))
        before, behind = around(document, route)
        assert after.text.startswith(before)
        assert after.text.endswith(behind)
        assert after.value(route) == "something else"
        back = rewrite(after, Set(route, document.value(route)))
        assert same(back.data, document.data)


def test_what_is_new_adds_its_own_line_and_goes_without_a_trace(document: Document) -> None:
    for route in some(document, holders=True):
        held = document.value(route)
        wish = (
            Set((*route, "zz"), "new")
            if isinstance(held, dict)
            else Insert((*route, len(held)), "new")
        )
        after = rewrite(document, wish)
        assert len(new_lines(after, document)) <= 1
        back = rewrite(after, Delete(wish.route))
        assert same(back.data, document.data)
        assert len(new_lines(document, back)) <= 1


def test_what_is_deleted_takes_no_other_line_along(document: Document) -> None:
    for route in some(document):
        if len(document.data) == 1 and len(route) == 1:
            continue
        after = rewrite(document, Delete(route))
        assert len(new_lines(document, after)) <= 1
        holder, value = document.value(route[:-1]), document.value(route)
        again = Set(route, value) if isinstance(holder, dict) else Insert(route, value)
        assert same(rewrite(after, again).data, document.data)


def test_a_key_that_is_renamed_changes_its_line_only(document: Document) -> None:
    for route in some(document):
        if isinstance(route[-1], str):
            after = rewrite(document, Rename(route, "zz-zz"))
            assert len(new_lines(document, after)) == 1
            assert len(after.lines) == len(document.lines)


def test_the_other_reader_finds_the_same_in_what_was_edited(document: Document) -> None:
    for route in some(document, scalars=True)[-1:]:
        after = rewrite(document, Set(route, "it's: new"))
        assert parse(after.path, after.text.encode(), ruamel_reader()) == after


def files_with_a_status() -> Iterator[tuple[Document, Route]]:
    for path in FILES:
        if path.is_relative_to(ROOT / "data"):
            found = document_of(path)
            yield from ((found, route) for route in found.places if is_status(found, route))


def is_status(document: Document, route: Route) -> bool:
    """Is a status given there, in its short form or in the long one?"""
    short = len(route) == 2 and route[0] == "steps"
    return (short or route[-1:] == ("status",)) and isinstance(document.value(route), str)


def test_a_status_of_a_shipped_file_changes_one_line_and_the_diff_shows_no_other() -> None:
    tried = 0
    for document, route in files_with_a_status():
        after = rewrite(document, Set(route, "completed-in-part"))
        changed = [
            pair for pair in zip(document.lines, after.lines, strict=True) if pair[0] != pair[1]
        ]
        assert len(changed) == 1
        tried += 1
    assert tried > 40
