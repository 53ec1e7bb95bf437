"""A line that is read because it is written plainly says what all of YAML says it does."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.plain import (
    NotPlainError,
    entry_within,
    find_value,
    is_plain,
    number_of,
    read_line,
    value_of,
)
from gsca_cli.findings import Route

PLAIN = {
    "name: Oslo": "Oslo",
    "name: São Paulo": "São Paulo",
    "name: 東京": "東京",
    "note: As in the minutes (page 3): adopted": None,
    "note: It waits: for now#1": None,
    "note: Adopted, with 34 votes to 11.": "Adopted, with 34 votes to 11.",
    "link: https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
    "since: 2022-06": "2022-06",
    "since: ../2022-06": "../2022-06",
    "since: 2022": 2022,
    "lat: -33.8688": -33.8688,
    "lat: 53.1520": 53.152,
    "country: 'NO'  # Norway": "NO",
    'country: "NO"': "NO",
    "percent: '<50'": "<50",
    "symbol: '●'": "●",
    "colour: '#2e7d32'": "#2e7d32",
    "counts: true": True,
    "roles: {counts: false}": {"counts": False},
    "paper:": None,
    "paper:  # to come": None,
    "sources: [paper, 'the web']": ["paper", "the web"],
    "plan: {status: completed, sources: [paper]}": {"status": "completed", "sources": ["paper"]},
}
"""What each line says; those of None are not plain, or say nothing behind the colon."""
NOT_PLAIN = (
    *(
        "country: NO",
        "counts: True",
        "counts: yes",
        "on: x",
        "version: 012",
        "since: 1_000",
        "at: 12:30",
        "number: 0x1F",
    ),
    *("number: .5", "number: 5.", "number: 1e5", "number: +5", "number: -0", "size: .inf"),
    *("name: ~", "name: null", "name: ''", "name: ' Oslo'", "name: 'Oslo '", "name: 'New  Oslo'"),
    *("name: New  Oslo", "name: “Oslo”", "name: '\"Oslo\"'", "name: 'O''Higgins'"),
    *("name: &a Oslo", "name: *a", "name: !t Oslo", "name: |", "name: >-", "name: @a", "name: `a`"),
    *('name: "Osl\\u006f"', "name: a\\b", "name: Os\u200blo", "name: Oslo\u00a0", "name:\tOslo"),
    *("name : Oslo", "name:Oslo", "name: Oslo: Norway", "? name", "- - Oslo", "true: x", "5: x"),
    *("[a, b]: x", "a: {}", "a: []", "a: [b, b: c]", "a: {b}", "a: {b: }", "a: {b: c, b: d}"),
    *("a: [b", "a: {b: c}}", "a: [b] c", "a: [b, ]", "a: [b,c]", "a: {b:c}", "a: [[[b]]]"),
    *("a: [b#c: d]", "a: {b: {c: {d: e}}}", "a: [http://x.y?z]", "a: [b: c]", "a: [*b]"),
    *("name: " + "e\u0301" + 30 * "\u0301", "name: " + 1_000 * "x", 70 * "k" + ": x"),
)


def bare(node: Any) -> Any:
    """A node as plain data."""
    value = node[0]
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items()}
    return [bare(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("line", "said"), [each for each in PLAIN.items() if each[1] is not None])
def test_a_plain_line_is_read(line: str, said: Any) -> None:
    assert bare(read_line(line)[2]) == said


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_what_takes_more_is_not_read(line: str) -> None:
    with pytest.raises(NotPlainError):
        read_line(line)


@pytest.mark.parametrize("line", [*PLAIN, "- paper", "- paper: [name]", "- {date: 2021, text: x}"])
def test_what_is_read_is_what_yaml_says(line: str) -> None:
    compare(line)


SNIPPETS = st.sampled_from(
    [
        *(
            "Oslo",
            "name",
            "é",
            "加",
            "NO",
            "yes",
            "~",
            "2022-06",
            "2022",
            "012",
            "1.50",
            "-3",
            "1e5",
        ),
        *(
            " ",
            "  ",
            ": ",
            ":",
            " #",
            "#",
            ", ",
            ",",
            "- ",
            "-",
            "{",
            "}",
            "[",
            "]",
            "'",
            '"',
            "''",
        ),
        *("&", "*", "!", "|", ">", "%", "@", "`", "?", "=", "<<", "\\", "\t", "..", "/", "(", ")"),
        *(
            "a: b",
            "[a, b]",
            "{a: b}",
            "https://example.org/x",
            "'a b'",
            '"a b"',
            "e\u0301",
            "\u3000",
        ),
    ]
)


@given(st.lists(SNIPPETS, min_size=1, max_size=7).map("".join))
def test_whatever_is_read_is_what_yaml_says(text: str) -> None:
    for line in (text, f"key: {text}", f"- {text}", f"key: [{text}]", f"key: {{a: {text}}}"):
        if line[0] != " ":
            compare(line)


@given(st.lists(SNIPPETS, min_size=1, max_size=7).map("".join))
def test_what_stands_behind_a_known_key_is_what_the_whole_line_says(text: str) -> None:
    line = f"key: {text}"
    try:
        _, _, (value, _, start, end) = read_line(line)
    except NotPlainError:
        value, start, end = None, 0, 0
    found = None
    if is_plain(line):
        with suppress(NotPlainError):
            form, *place = find_value(line, len("key: "))
            if form:
                found = (value_of(line[place[0] : place[1]], form), *place)
    assert found == (None if value is None else (value, start, end))


@given(st.lists(SNIPPETS, min_size=1, max_size=3).map("".join), st.sampled_from(["", ", b: c"]))
def test_an_entry_within_brackets_is_the_same_among_others(text: str, more: str) -> None:
    alone, among = f"{{a: {text}}}", f"{{x: y, a: {text}{more}}}"
    found: list[Any] = []
    for whole, at in ((alone, 1), (among, len("{x: y, "))):
        try:
            key, (value, *columns), _ = entry_within(whole, at)
        except NotPlainError:
            found.append(None)
        else:
            found.append((key, value, [each - at for each in columns]))
    if "," not in text and "}" not in text:
        assert found[0] == found[1]


@pytest.mark.parametrize(
    ("word", "number"),
    [("5", 5), ("-0.5", -0.5), ("53.1520", 53.152), ("0", None), ("05", None), ("x", None)],
)
def test_a_number_is_one_to_all(word: str, number: float | None) -> None:
    assert number_of(word) == number


def compare(line: str) -> None:
    """If a line is read, it is what the whole of YAML reads, with the same places."""
    try:
        is_item, key, node = read_line(line)
    except NotPlainError:
        return
    text = f"list:\n  {line}\n" if is_item else f"{line}\n"
    document = parse("a.yaml", text.encode())
    assert isinstance(document, Document)
    whole: Any = document.data["list"][0] if is_item else document.data
    assert (whole if key or not is_item else {"": whole}) == {key: bare(node)}
    assert is_plain(line)
    above: Route = ("list", 0) if is_item else ()
    route = (*above, key) if key else above
    compare_places(document, route, node, 2 if is_item else 0, 2 if is_item else 1)


def compare_places(document: Document, route: Route, node: Any, base: int, number: int) -> None:
    value, key, start, end = node
    spot = document.places.spot(route, key=True)
    if isinstance(route[-1], str):
        assert spot == (number, base + key + 1, base + key + len(route[-1]) + 1)
    if value is not None:
        where = document.places.spot(route)
        assert where is not None
        assert where[:2] == (number, base + start + 1)
        # A map or a list is placed where it begins.
        assert isinstance(value, dict | list) or where[2] == base + end + 1
    inner: dict[Any, Any] = value if isinstance(value, dict) else {}
    if isinstance(value, list):
        inner = dict(enumerate(value))
    for part, each in inner.items():
        compare_places(document, (*route, part), each, base + start, number)
