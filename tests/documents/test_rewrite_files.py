"""The laws of edits on several hundred files as people write them, the oddest ones included."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from documents.edited import around, new_lines
from gsca import ROOT

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Delete, Insert, Rename, Set, rewrite, same
from gsca_cli.findings import Route

FOLDERS = ("data", "tests/alliances", "tests/corpus")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.y*ml"))]
MOST = 5
"""As many places of one file as are tried: they are spread over all of it."""


@pytest.fixture(scope="module", params=FILES, ids=lambda path: str(path.relative_to(ROOT)))
def document(request: pytest.FixtureRequest) -> Document:
    path: Path = request.param
    found = parse(path.name, path.read_bytes())
    if not isinstance(found, Document):
        pytest.skip("the reader refuses this file, which is what it is for")
    return found


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


def files_with_a_status() -> Iterator[tuple[Path, Route]]:
    for path in FILES:
        if path.is_relative_to(ROOT / "data"):
            found = parse(path.name, path.read_bytes())
            assert isinstance(found, Document)
            routes = [
                each
                for each in found.places
                if each
                and (each[-1] == "status" or (len(each) == 2 and each[0] == "steps"))
                and isinstance(found.value(each), str)
            ]
            yield from ((path, route) for route in routes)


def test_a_status_of_a_shipped_file_changes_one_line_and_the_diff_shows_no_other() -> None:
    tried = 0
    for path, route in files_with_a_status():
        content = path.read_bytes()
        document = parse(path.name, content)
        assert isinstance(document, Document)
        after = rewrite(document, Set(route, "completed-in-part"))
        changed = [
            pair for pair in zip(document.lines, after.lines, strict=True) if pair[0] != pair[1]
        ]
        assert len(changed) == 1
        tried += 1
    assert tried > 40
