"""What a pattern finds in the keys and texts of a file, and exactly where."""

import re

import pytest
from documents.texts import PATH, read
from documents.yaml_texts import records, written
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.documents.document import Document, Places
from gsca_cli.documents.events import Reader, libyaml_reader, ruamel_reader
from gsca_cli.documents.writing import find, scalars, texts
from gsca_cli.findings import Location

READERS = pytest.mark.parametrize("reader", [libyaml_reader(), ruamel_reader()], ids=["c", "py"])
STAR = re.compile(r"\*+")


def stars(text: str, reader: Reader | None = None) -> list[str]:
    """Where the stars in the keys and texts of a file are, and which of the places are exact."""
    document = read(text, reader)
    found = sorted(
        (each.location, each.exact)
        for scalar in texts(document, STAR.search)
        for each in find(STAR, document, scalar)
    )
    return [
        f"{at.line}:{at.column}-{at.end_column}{'' if exact else ' or so'}" for at, exact in found
    ]


@READERS
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: x*y", ["1:5-6"]),
        ("a: 'x**y*'", ["1:6-8", "1:9-10"]),
        ('a: "*x"', ["1:5-6"]),
        ("é: [ü*, {b*: c}]", ["1:6-7", "1:11-12"]),
        ("'a*': b", ["1:3-4"]),
        ('"a*": b*', ["1:3-4", "1:8-9"]),
        ("\ufeffa: x*", ["1:5-6"]),
        ("a: b\r\nc: x*\r\n", ["2:5-6"]),
        ("a: x\n  y*\n  z", ["2:4-5"]),
        ("a: x*\r\n  y\r\nb: c", ["1:5-6"]),
        ("a: 'x*\n  y*'", ["1:6-7", "2:4-5"]),
        ("a: |\n  x*\n   y*\nb: c", ["2:4-5", "3:5-6"]),
        ("a: >- # not *\n  x*\n\n  y*\n# nor *\nb: c", ["2:4-5", "4:4-5"]),
        ("a: |-\r\n  x*\r\n  y\r\nb: c", ["2:4-5"]),
        ("a: >\n  x\n  *", ["3:3-4"]),
        ('a: "x*\\u00e9"', ["1:6-7"]),
        ('a: "x\\x2a"', ["1:4-11 or so"]),
        ('a: "x\\x2ay*"', ["1:4-13 or so"]),
        ('a: "x\\x2ay**"', ["1:4-14 or so", "1:4-14 or so"]),
        ("a: 'it''s*'", ["1:10-11"]),
        ("a: b # *", []),
        ("a: \n  - '*'\n  - b", ["2:6-7"]),
    ],
)
def test_a_match_is_placed_at_its_letters_where_they_are_written(
    reader: Reader, text: str, places: list[str]
) -> None:
    assert stars(text, reader) == places


def test_a_part_of_a_match_is_placed_where_the_match_is_exact() -> None:
    pattern = re.compile("b.d")
    document = read('a: xxbcd\ne: "b\\x63d"')
    exact, vague = sorted(
        (
            found
            for scalar in texts(document, lambda _: True)
            for found in find(pattern, document, scalar)
        ),
        key=lambda found: found.location,
    )
    assert exact.part(1, 2) == Location(PATH, 1, 7, 8)
    assert vague.part(1, 2) == vague.location == Location(PATH, 2, 4, 12)


def test_what_a_line_break_makes_is_placed_at_the_whole_text() -> None:
    pattern = re.compile("a b")
    document = read("x: >-\n  a\n  b\n")
    (scalar,) = texts(document, pattern.search)
    (found,) = find(pattern, document, scalar)
    assert (found.location, found.exact) == (document.locate(("x",)), False)


def test_indentation_and_blanks_at_the_end_of_a_line_are_no_part_of_a_text() -> None:
    blanks = re.compile(" +")
    document = read("x: 'a\n    b c  \n    d'\ny: >-\n    e f\n    g\n")
    found = [find(blanks, document, scalar) for scalar in texts(document, blanks.search)]
    assert not any(each.exact for of_text in found for each in of_text)
    document = read("x: 'a\n    b*c  \n    d*'")
    places = [
        each.location
        for scalar in texts(document, STAR.search)
        for each in find(re.compile(r"\S+"), document, scalar)
    ]
    assert places == [
        Location(PATH, 1, 5, 6), Location(PATH, 2, 5, 8), Location(PATH, 3, 5, 7),
    ]  # fmt: skip


def test_every_key_and_every_value_that_is_no_list_or_map_is_seen_once() -> None:
    document = read("a: 1\nb: [x, {c: null}, true]\nd: {}\ne: 1.5")
    seen = list(scalars(document, lambda _: True))
    assert {each.route: each.value for each in seen if each.key} == {
        ("a",): "a", ("b",): "b", ("b", 1, "c"): "c", ("d",): "d", ("e",): "e",
    }  # fmt: skip
    assert {each.route: each.value for each in seen if not each.key} == {
        ("a",): 1, ("b", 0): "x", ("b", 1, "c"): None, ("b", 2): True, ("e",): 1.5,
    }  # fmt: skip
    assert len(seen) == 10
    assert {each.value for each in texts(document, lambda text: text in {"b", "x"})} == {"b", "x"}


MARKER = "marker-7f3a"


@given(records(st.just(MARKER) | st.integers(0, 9) | st.just("x y")).flatmap(written))
def test_a_marker_anywhere_is_found_where_it_stands(text: str) -> None:
    document = read(text)
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    marker = re.compile(MARKER)
    assert {
        (each.location.line, each.location.column)
        for scalar in texts(document, marker.search)
        for each in find(marker, document, scalar)
    } == {
        (number, match.start() + 1)
        for number, line in enumerate(bare, 1)
        for match in marker.finditer(line)
    }


def test_a_document_made_by_hand_needs_no_text() -> None:
    assert list(texts(Document(PATH, {}, Places({})), lambda _: True)) == []
