"""Each wish on texts as people write them: what changes is exactly what is meant."""

from typing import Any

import pytest
from documents.texts import read

from gsca_cli.documents.rewrite import Delete, Insert, Quote, Rename, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.documents.scalars import resolve


def rewritten(text: str, *wishes: Wish) -> str:
    document = read(text)
    for wish in wishes:
        document = rewrite(document, wish)
    return document.text


@pytest.mark.parametrize(
    ("text", "route", "value", "after"),
    [
        ("a: x\n", ("a",), "w", "a: w\n"),
        ("a: x", ("a",), "w", "a: w"),
        ("a: 'x'  # c\n", ("a",), "w", "a: 'w'  # c\n"),
        ('a: "x"\n', ("a",), "w", 'a: "w"\n'),
        ("a: 'x'\n", ("a",), 5, "a: 5\n"),
        ("a: 5\n", ("a",), "5", 'a: "5"\n'),
        ("a: x\nb: 'q'\n", ("a",), "NO", "a: 'NO'\nb: 'q'\n"),
        ("a:\n", ("a",), "x", "a: x\n"),
        ("a:  # c\n", ("a",), "x", "a: x  # c\n"),
        ("a: x  # c\n", ("a",), None, "a:  # c\n"),
        ("a: ~\n", ("a",), "x", "a: x\n"),
        ("a :   x\n", ("a",), "w", "a :   w\n"),
        ("a:\n  x\n", ("a",), "w", "a:\n  w\n"),
        ("a: one\n  two # c\nb: 1\n", ("a",), "three", "a: three # c\nb: 1\n"),
        ("? a\n: x\n", ("a",), "w", "? a\n: w\n"),
        ("a: {b: x, c: w}\n", ("a", "b"), "z", "a: {b: z, c: w}\n"),
        ("a: {b: x, c: w}\n", ("a", "b"), None, "a: {b: , c: w}\n"),
        ("a: {b, c: w}\n", ("a", "b"), "x", "a: {b: x, c: w}\n"),
        ("a: [x, w]\n", ("a", 1), "p, q", 'a: [x, "p, q"]\n'),
        ("a: [x, w]\n", ("a", 0), None, "a: [null, w]\n"),
        ("a: [b: x]\n", ("a", 0, "b"), "w", "a: [b: w]\n"),
        ("- a: x\n", (0, "a"), "w", "- a: w\n"),
        ("a:\n- x\n- w\n", ("a", 1), "z", "a:\n- x\n- z\n"),
        ("a:\n-\n- w\n", ("a", 0), "z", "a:\n- z\n- w\n"),
        ("é: 加賀👍  # 市\n", ("é",), "x", "é: x  # 市\n"),
        ("a: |\n  one\n  two\n\n# c\nb: 1\n", ("a",), "x\nw\n", "a: |\n  x\n  w\n\n# c\nb: 1\n"),
        ("a: |  # c\n    one\n", ("a",), "x", "a: |-  # c\n    x\n"),
        ("a: >-\n  one\n  two\nb: 1\n", ("a",), "three", "a: >-\n  three\nb: 1\n"),
        ("a: x\n", ("a",), "one\ntwo\n", "a: |\n  one\n  two\n"),
        ("a: x  # c\n", ("a",), " one\ntwo", 'a: " one\\ntwo"  # c\n'),
        ("a: |\n  one\nb: 1\n", ("a",), 7, "a: 7\nb: 1\n"),
    ],
)
def test_a_value_takes_the_place_of_another(
    text: str, route: tuple[str | int, ...], value: Any, after: str
) -> None:
    if isinstance(route[0], int):
        text, after, route = _in_a_map(text), _in_a_map(after), ("list", *route)
    assert rewritten(text, Set(route, value)) == after
    crlf = text.replace("\n", "\r\n")
    assert rewritten(crlf, Set(route, value)) == after.replace("\n", "\r\n")


def _in_a_map(text: str) -> str:
    return "list:\n" + text


@pytest.mark.parametrize(
    ("text", "route", "value", "after"),
    [
        ("a: x\n", ("a",), {"b": 1, "c": "w"}, "a:\n  b: 1\n  c: w\n"),
        ("a: x  # c\nb: 1\n", ("a",), {"k": "v"}, "a:  # c\n  k: v\nb: 1\n"),
        ("m:\n  a: x  # c\n", ("m", "a"), {"s": "x", "t": 1}, "m:\n  a: {s: x, t: 1}  # c\n"),
        ("m:\n  a: 'x'\n", ("m", "a"), {"s": "x"}, "m:\n  a: {s: x}\n"),
        (
            "m:\n  a:\n    s: x\n  b: w\n",
            ("m", "b"),
            {"s": "w"},
            "m:\n  a:\n    s: x\n  b:\n    s: w\n",
        ),
        ("m: {a: x}\n", ("m", "a"), {"s": "x"}, "m: {a: {s: x}}\n"),
        ("a:\n  b: 1\n  c: 2\nd: 3\n", ("a",), "x", "a: x\nd: 3\n"),
        ("a:  # c\n  b: 1\nd: 3\n", ("a",), "x", "a: x  # c\nd: 3\n"),
        ("l:\n  - b: 1\n    c: 2\n  - x\n", ("l", 0), "w", "l:\n  - w\n  - x\n"),
        ("a: [x]\n", ("a",), ["x", "w"], "a: [x, w]\n"),
        ("a:\n  - x  # c\n  - w\n", ("a",), ["x", "z", "w"], "a:\n  - x  # c\n  - z\n  - w\n"),
        ("a:\n  - x  # c\n  - w\n", ("a",), ["w"], "a:\n  - w\n"),
        ("a: {b: 1, c: 2}\n", ("a",), {"b": 1, "d": 3}, "a: {b: 1, d: 3}\n"),
        ("a:\n  b: 1  # c\n", ("a",), {"b": 2}, "a:\n  b: 2  # c\n"),
        ("a:  # c\n  b: 1\n  d: 2\n", ("a",), "one\ntwo\n", "a: |  # c\n  one\n  two\n"),
        ("a: x\n", ("a",), [], "a: []\n"),
        ("a: x\n", ("a",), {}, "a: {}\n"),
        (
            "a:\n   b:\n      c: 1\nd: x\n",
            ("d",),
            {"e": "x"},
            "a:\n   b:\n      c: 1\nd:\n   e: x\n",
        ),
    ],
)
def test_a_bare_value_becomes_a_map_and_a_map_a_bare_value(
    text: str, route: tuple[str | int, ...], value: Any, after: str
) -> None:
    assert rewritten(text, Set(route, value)) == after


@pytest.mark.parametrize(
    ("text", "wish", "after"),
    [
        ("a: 1\nc: 3\n", Set(("b",), 2, "abc"), "a: 1\nb: 2\nc: 3\n"),
        ("a: 1\nc: 3", Set(("d",), 4, "abcd"), "a: 1\nc: 3\nd: 4"),
        ("b: 2\nc: 3\n", Set(("a",), 1, "abc"), "a: 1\nb: 2\nc: 3\n"),
        ("# top\nb: 2\nc: 3\n", Set(("a",), 1, "abc"), "# top\nb: 2\na: 1\nc: 3\n"),
        ("a: 1\n# about c\nc: 3\n", Set(("b",), 2, "abc"), "a: 1\nb: 2\n# about c\nc: 3\n"),
        (
            "a:\n  x: 1\n  # more\nc: 3\n",
            Set(("b",), 2, "abc"),
            "a:\n  x: 1\n  # more\nb: 2\nc: 3\n",
        ),
        ("a: 1\n\nc: 3\n", Set(("d",), 4), "a: 1\n\nc: 3\n\nd: 4\n"),
        ("a: |+\n  x\n\nc: 3\n", Set(("b",), 2, "abc"), "a: |+\n  x\n\nb: 2\nc: 3\n"),
        ("a: |\n  x", Set(("b",), 2, "abc"), "a: |-\n  x\nb: 2"),
        ("m: {a: 1, c: 3}\n", Set(("m", "b"), 2, "abc"), "m: {a: 1, b: 2, c: 3}\n"),
        ("m: { a: 1 }\n", Set(("m", "b"), 2), "m: { a: 1, b: 2 }\n"),
        ("m: {a: }\n", Set(("m", "b"), 2), "m: {a: , b: 2}\n"),
        ("m: {}\n", Set(("m", "b"), 2), "m: {b: 2}\n"),
        ("m: {b: 2}\n", Set(("m", "a"), 1, "ab"), "m: {a: 1, b: 2}\n"),
        (
            "m: {\n  a: 1,  # c\n  c: 3\n}\n",
            Set(("m", "b"), 2, "abc"),
            "m: {\n  a: 1,  # c\n  b: 2,\n  c: 3\n}\n",
        ),
        ("m: {\n  a: 1  # c\n}\n", Set(("m", "b"), 2), "m: {\n  a: 1,  # c\n  b: 2\n}\n"),
        ("m: [a: 1]\n", Set(("m", 0, "b"), 2), "m: [{a: 1, b: 2}]\n"),
        ("m:\n  - a: 1\n    b: 2\n", Set(("m", 0, "c"), 3), "m:\n  - a: 1\n    b: 2\n    c: 3\n"),
        ("m:\n  - b: 2\n", Set(("m", 0, "a"), 1, "ab"), "m:\n  - a: 1\n    b: 2\n"),
        ("m:\n  - {k: v}\n", Insert(("m", 1), {"k": 1}), "m:\n  - {k: v}\n  - {k: 1}\n"),
        ("m:\n- x\n", Insert(("m", 1), "w"), "m:\n- x\n- w\n"),
        ("m:\n-   x\n", Insert(("m", 0), "w"), "m:\n- w\n-   x\n"),
        ("m:\n  - x\n", Insert(("m", 1), {"k": ["v"]}), "m:\n  - x\n  - k: [v]\n"),
        ("m: [x]\n", Insert(("m", 1), None), "m: [x, null]\n"),
        ("m: []  # none\n", Insert(("m", 0), "x"), "m: [x]  # none\n"),
        ("m: [\n  x,\n]\n", Insert(("m", 1), "w"), "m: [\n  x,\n  w,\n]\n"),
        ("m:\n", Set(("m",), {"a": None}), "m:\n  a:\n"),
        ("m: 1\n", Set(("o",), ["x", "w"]), "m: 1\no:\n  - x\n  - w\n"),
        ("l: [a]\nm:\n- b\n", Set(("o",), ["x"]), "l: [a]\nm:\n- b\no: [x]\n"),
    ],
)
def test_something_new_stands_where_it_belongs(text: str, wish: Wish, after: str) -> None:
    assert rewritten(text, wish) == after
    crlf = rewritten(text.replace("\n", "\r\n"), wish)
    assert crlf == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "route", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\n# about b\nb: 2  # two\n# about c\nc: 3\n", ("b",), "a: 1\n# about c\nc: 3\n"),
        ("a: 1\n# general\n\n# about b\nb: 2\n", ("b",), "a: 1\n# general\n"),
        ("# top\na: 1\nb: 2\n", ("a",), "# top\nb: 2\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
        ("a: 1\nb:\n  x: 1\n  # more\n# c\nc: 3\n", ("b",), "a: 1\n# c\nc: 3\n"),
        ("a:\n  b: 1\n\n  c: 2\nd: 3\n", ("a", "c"), "a:\n  b: 1\nd: 3\n"),
        ("m:\n  a: |+\n    x\n\n  b: 2\nc: 3\n", ("m", "b"), "m:\n  a: |+\n    x\n\nc: 3\n"),
        ("m:\n  a: 1\n\n  b: 2\n\n  c: 3\n", ("m", "a"), "m:\n  b: 2\n\n  c: 3\n"),
        ("l:\n-\n  a: 1\n\n  b: 2\n", ("l", 0, "a"), "l:\n-\n  b: 2\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("a:\n  b: 1\nc: 2\n", ("a", "b"), "a: {}\nc: 2\n"),
        ("a:  # x\n  - b\nc: 2\n", ("a", 0), "a: []  # x\nc: 2\n"),
        ("l:\n  - a: 1\n    b: 2\n", ("l", 0, "a"), "l:\n  - b: 2\n"),
        ("l:\n  - a: 1\n    # b\n    b: 2\n", ("l", 0, "a"), "l:\n  -\n    # b\n    b: 2\n"),
        ("l:\n  - a: 1\n", ("l", 0, "a"), "l:\n  - {}\n"),
        ("l:\n- x\n- w\n", ("l", 0), "l:\n- w\n"),
        ("m: {a: 1, b: 2}\n", ("m", "a"), "m: {b: 2}\n"),
        ("m: {a: 1, b: 2}\n", ("m", "b"), "m: {a: 1}\n"),
        ("m: {a: , b: 2}\n", ("m", "b"), "m: {a: }\n"),
        ("m: {a: 1,}\n", ("m", "a"), "m: {}\n"),
        ("m: [x, w, z]\n", ("m", 1), "m: [x, z]\n"),
        ("m: [\n  x,\n  # w\n  w,  # why\n  z\n]\n", ("m", 1), "m: [\n  x,\n  z\n]\n"),
        ("m: [a: 1, b]\n", ("m", 0, "a"), "m: [{}, b]\n"),
        ("? a\n: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: |\n  x\n\nb: 2\n", ("a",), "b: 2\n"),
    ],
)
def test_what_goes_takes_its_own_comments_along_and_no_others(
    text: str, route: tuple[str | int, ...], after: str
) -> None:
    assert rewritten(text, Delete(route)) == after
    assert rewritten(text.replace("\n", "\r\n"), Delete(route)) == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "wish", "after"),
    [
        ("a: 1  # c\n", Rename(("a",), "b"), "b: 1  # c\n"),
        ("'a': 1\n", Rename(("a",), "b"), "'b': 1\n"),
        ("a: 1\n", Rename(("a",), "NO"), '"NO": 1\n'),
        ("m: {a: 1}\n", Rename(("m", "a"), "b c"), "m: {b c: 1}\n"),
        ("? a\n: 1\n", Rename(("a",), "b"), "? b\n: 1\n"),
        ("m: [a: 1]\n", Rename(("m", 0, "a"), "b"), "m: [b: 1]\n"),
        ("a: NO  # c\n", Quote(("a",)), 'a: "NO"  # c\n'),
        ("a: 1.10\nb: 'x'\n", Quote(("a",)), "a: '1.10'\nb: 'x'\n"),
        ("on: 1\n", Quote(("on",), key=True), '"on": 1\n'),
    ],
)
def test_keys_get_other_names_and_words_get_quotes(text: str, wish: Wish, after: str) -> None:
    assert rewritten(text, wish) == after


ALIGNED = "a: 1     # one\nbb: 22   # two\nccc: 333 # three\n"


@pytest.mark.parametrize(
    ("value", "line"),
    [(1, "bb: 1    # two"), (22222, "bb: 22222   # two"), (None, "bb:      # two")],
)
def test_a_comment_stays_in_line_with_those_around_it(value: int | None, line: str) -> None:
    after = rewritten(ALIGNED, Set(("bb",), value))
    assert after.splitlines()[1] == line
    assert rewritten(after, Set(("bb",), 22)) == ALIGNED


def test_a_comment_that_stands_in_no_line_keeps_its_distance() -> None:
    text = "a: 1 # one\nbb: 22      # two\n"
    assert rewritten(text, Set(("bb",), 333)) == "a: 1 # one\nbb: 333      # two\n"


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert rewritten("\ufeffa: x\n", Set(("a",), "w")) == "a: w\n"


@pytest.mark.parametrize(
    ("text", "wish", "reason"),
    [
        ("a: 1\n", Delete(("a",)), "nothing would be left of the record"),
        ("a: 1\nb: 2\n", Rename(("a",), "b"), "`b` is there already"),
        ("a:\n  b: 1\n  # c\n  d: 2\n", Set(("a",), "x"), "a comment stands inside"),
        ("a:\n  # c\n  b: 1\n", Set(("a",), "x"), "a comment stands above"),
        ("a: {b: 1, # c\n  d: 2}\n", Set(("a",), "x"), "a comment stands inside"),
        ("a:\n  b: |  # c\n    x\n", Set(("a",), "x"), "a comment stands inside"),
        ("a: x\n", Set(("a",), "bell\x07"), "`a` cannot be changed so: .* invisible character: U"),
        ("a: x\n", Quote(("b",)), "`b` cannot be changed"),
        ("a: 'x'\n", Quote(("a",)), "`a` cannot be changed"),
    ],
)
def test_what_would_touch_more_is_refused(text: str, wish: Wish, reason: str) -> None:
    with pytest.raises(UneditableError, match=reason):
        rewritten(text, wish)


def test_a_wish_that_is_fulfilled_changes_nothing() -> None:
    text = "a: { x: 1 }\n"
    assert rewritten(text, Set(("a",), {"x": 1}), Set(("a", "x"), 1)) == text


def test_data_are_the_same_only_with_the_same_types_and_spellings() -> None:
    assert same({"a": [1, None]}, {"a": [1, None]})
    assert not same([1], [1, 1])
    assert not same([1], [True])
    assert not same(1, 1.0)
    assert not same("1", 1)
    assert not same(resolve("1.10"), 1.1)
    assert same(resolve("1.10"), resolve("1.10"))
