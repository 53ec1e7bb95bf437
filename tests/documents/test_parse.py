from collections.abc import Iterator
from typing import Any

import pytest
from documents.texts import PATH, read, refused

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import Reader, libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Location

READERS = pytest.mark.parametrize("reader", [libyaml_reader(), ruamel_reader()], ids=["c", "py"])


@READERS
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("1:30", "1:30"),
        ("2022-06", "2022-06"),
        ("2022-06-11", "2022-06-11"),
        ("1_000", "1_000"),
        ("\uff12\uff10\uff12\uff11", "\uff12\uff10\uff12\uff11"),
        ("2022", 2022),
        ("-74.0818", -74.0818),
        ("0x1F", 31),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ('"NO"', "NO"),
        ("'2022'", "2022"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
        ("a plain text\n  on two lines", "a plain text on two lines"),
        ("{lat: 1.5, lon: 2}", {"lat": 1.5, "lon": 2}),
        ("[a, 'b', {c: }]", ["a", "b", {"c": None}]),
        ("\n  - a\n  - b", ["a", "b"]),
        ("Å 加賀市 👍", "Å 加賀市 👍"),
    ],
)
def test_values_follow_the_core_schema_of_yaml_1_2(
    reader: Reader, text: str, value: object
) -> None:
    data = read(f"a: {text}", reader).data
    assert data == {"a": value}
    assert isinstance(data["a"], type(value))
    assert isinstance(data["a"], bool) == isinstance(value, bool)


@READERS
@pytest.mark.parametrize("text", ["012", "1.10", "+1", "0o17", "1.", "-0"])
def test_a_number_remembers_how_it_is_written(reader: Reader, text: str) -> None:
    assert read(f"a: {text}", reader).data["a"].written == text


REFUSED: dict[str, tuple[str | bytes, list[str]]] = {
    "duplicate key": ("a: 1\nb: 2\na: 3", ["3:1-2 duplicate-key"]),
    "duplicate key, nested": ("a:\n  b: 1\n  'b': 2", ["3:3-6 duplicate-key"]),
    "anchor": ("a: &x 1", ["1:4-8 anchor"]),
    "anchor on a map": ("a: &x\n  b: 1", ["1:4-5 anchor"]),
    "anchor on a key": ("&x a: 1", ["1:1-5 anchor"]),
    "alias": ("a: *x", ["1:4-6 alias"]),
    "alias as a key": ("*x : 1", ["1:1-3 alias"]),
    "merge key": ("a: 1\n<<: {b: 1}", ["2:1-3 merge-key"]),
    "tag": ("a: !!str 1", ["1:4-11 tag"]),
    "tag on a list": ("a: !!set [b]", ["1:4-11 tag"]),
    "own tag": ("a: !python/object x", ["1:4-20 tag"]),
    "two documents": ("a: 1\n---\nb: 2", ["2:1-4 several-documents"]),
    "end of a document": ("a: 1\n...\n", ["2:1-4 several-documents"]),
    "list as a key": ("? [a]\n: b", ["1:3-4 key-not-text"]),
    "number as a key": ("1: a", ["1:1-2 key-not-text"]),
    "null as a key": ("a:\n  null: b", ["2:3-7 key-not-text"]),
    "empty key": ("? \n: b", ["1:2-3 key-not-text"]),
    "tab as indentation": ("a:\n\tb: 1", ["2:1-2 tab"]),
    "tab after spaces": ("a:\n  \tb: 1", ["2:3-4 tab"]),
    "not UTF-8": (b"a: caf\xe9\n", ["1:7-8 not-utf-8"]),
    "not UTF-8, later": ("é: 1\nb: ".encode() + b"\xff", ["2:4-5 not-utf-8"]),
    "UTF-16": ("a: 1".encode("utf-16"), ["1:1-2 not-utf-8"]),
    "NUL": ("a: 1\nb: \0", ["2:4-5 control-character"]),
    "bell": ("a: x\ay", ["1:5-6 control-character"]),
    "DEL": ("a: \x7f", ["1:4-5 control-character"]),
    "U+0085 hides a key": ("a: b\x85c: d", ["1:5-6 control-character"]),
    "U+2028 hides a key": ("a: b\u2028c: d", ["1:5-6 control-character"]),
    "U+2029 hides a key": ("a: b\u2029c: d", ["1:5-6 control-character"]),
    "lone CR hides a key": ("a: b\rc: d", ["1:5-6 control-character"]),
    "BOM in the middle": ("a: 1\nb: \ufeff", ["2:4-5 control-character"]),
    "a run of NUL": ("a: \0\0\0", ["1:4-7 control-character"]),
    "turned around": ("a: \u202egnorw", ["1:4-5 control-character"]),
    "turned around, escaped": ('a: "\\u202e"', ["1:4-12 control-character"]),
    "escaped NUL": ('a: "\\0"', ["1:4-8 control-character"]),
    "escaped U+2028": ('a: "\\L"', ["1:4-8 control-character"]),
    "half a surrogate": ('a: "\\ud800"', ["1:5-11 control-character"]),
    "beyond Unicode": ('a: "\\U00110000"', ["1:5-15 control-character"]),
    "YAML directive": ("%YAML 1.1\n---\na: NO", ["1:1-10 directive"]),
    "unknown directive": ("%FOO\n---\na: 1", ["1:1-5 directive"]),
    "too large": ("a: " + "x" * (1 << 20), ["1:1-1 file-too-large"]),
    "too deep": ("a: " + "[" * 30, ["1:23-24 nested-too-deep"]),
    "too deep, blocks": ("a:\n" + " ".join("-" * 30), ["2:39-40 nested-too-deep"]),
    "too many values": (
        "a: [" + "1," * 10_001 + "]",
        ["1:20001-20002 too-many-values"],
    ),
    "merge conflict": (
        "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n",
        ["1:1-13 merge-conflict"],
    ),
    "merge conflict in lines that end with CRLF": (
        "a: 1\r\n<<<<<<< ours\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> theirs\r\n",
        ["2:1-13 merge-conflict"],
    ),
    "merge conflict with long markers": (
        "<<<<<<<<< ours\na: 1\n||||||||| base\n=========\na: 2\n>>>>>>>>> theirs\n",
        ["1:1-15 merge-conflict"],
    ),
    "two conflicts": (
        "a: 1\n<<<<<<< x\n=======\n>>>>>>> y\nb: 1\n<<<<<<< x\n=======\n>>>>>>> y\n",
        ["2:1-10 merge-conflict", "6:1-10 merge-conflict"],
    ),
    "infinity": ("a: .inf", ["1:4-8 unusable-number"]),
    "not a number": ("a: .NaN", ["1:4-8 unusable-number"]),
    "overflow": ("a: 1e999", ["1:4-9 unusable-number"]),
    "very long number": ("a: 1234567890123456789", ["1:4-23 unusable-number"]),
    "empty file": ("", ["1:1-1 not-a-record"]),
    "comments only": ("# nothing\n", ["1:1-1 not-a-record"]),
    "null": ("null", ["1:1-1 not-a-record"]),
    "a list": ("- a", ["1:1-1 not-a-record"]),
    "a text": ("a", ["1:1-1 not-a-record"]),
    "a colon in a text": ("note: Figure 3: colours", ["1:15-16 yaml-syntax"]),
    "a number with a sign, unquoted": ("percent: >50", ["1:10-11 yaml-syntax"]),
    "a key without its colon": ("a:\n  b\n  c:\n", ["2:3-4 yaml-syntax"]),
    "quotes that close too late": ('a: "b\nc: 1  # "d"\n', ["1:4-5 yaml-syntax"]),
    "an apostrophe in quotes": ("a: 'It's\n  b'\nc: 1\n", ["1:7-8 yaml-syntax"]),
    "missing colon": ("a: 1\nb\nc: 2\n", ["2:1-2 yaml-syntax"]),
    "quotes never closed": ("a: 1\nb: 'x\nc: 2\n", ["2:4-5 yaml-syntax"]),
    "bracket never closed": ("a: [x, y\nb: 1\n", ["1:4-5 yaml-syntax"]),
    "comma too many": ("a: [x, , y]", ["1:8-9 yaml-syntax"]),
    "wrong indentation": ("a:\n    b: 1\n  c: 2\n", ["3:3-4 yaml-syntax"]),
    "unknown escape": ('a: "\\q"', ["1:4-5 yaml-syntax"]),
    "reserved character": ("a: @home", ["1:4-5 yaml-syntax"]),
    "list on the line of its key": ("a: - b", ["1:4-5 yaml-syntax"]),
    "empty block text": ("a: |\n\nb: 1", ["1:4-5 yaml-syntax"]),
    "block text that begins with blanks": ("a: |\n  \n    b\n", ["3:5-6 yaml-syntax"]),
    "glued comment": ("a: |# x\n  y", ["1:5-6 yaml-syntax"]),
}


@READERS
@pytest.mark.parametrize("case", REFUSED)
def test_what_records_do_not_need_is_refused_at_its_place(reader: Reader, case: str) -> None:
    text, places = REFUSED[case]
    assert refused(text, reader) == places


@pytest.mark.parametrize("case", REFUSED)
def test_both_readers_say_the_same_and_say_what_to_do(case: str) -> None:
    text, _ = REFUSED[case]
    content = text if isinstance(text, bytes) else text.encode()
    found = parse(PATH, content, libyaml_reader())
    assert found == parse(PATH, content, ruamel_reader())
    assert isinstance(found, list)
    assert all(each.message and each.hint for each in found)


@pytest.mark.parametrize("piece", ["\t\n", "\0\n", "\r", "<<<<<<< \n=======\n>>>>>>> \n", "...\n"])
def test_what_stands_there_a_thousand_times_is_said_twenty_times(piece: str) -> None:
    found = refused(piece * 1000)
    assert len(found) == 20
    assert found[-1].startswith(("20:", "58:", "1:20-"))


def test_all_that_is_refused_is_said_at_once() -> None:
    text = "a: &x 1\nb: *x\na: 2\n1: !!str c\n"
    assert refused(text) == [
        "1:4-8 anchor",
        "2:4-6 alias",
        "3:1-2 duplicate-key",
        "4:1-2 key-not-text",
        "4:4-11 tag",
    ]


@READERS
@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_positions_count_code_points_from_1(reader: Reader, before: str, newline: str) -> None:
    lines = ["é👍: 加賀市 # x", "b:", "  - {c: 'd', 👍: \"e\"}", "empty:", "", "last: 1"]
    document = read(before + newline.join(lines), reader)
    places = {
        route: str(document.locate(route)).removeprefix(f"{PATH}:") for route in document.places
    }
    assert places == {
        (): "1:1",
        ("é👍",): "1:5",
        ("b",): "3:3",
        ("b", 0): "3:5",
        ("b", 0, "c"): "3:9",
        ("b", 0, "👍"): "3:17",
        ("empty",): "4:1",
        ("last",): "6:7",
    }
    assert document.locate(("b", 0, "👍"), key=True) == Location(PATH, 3, 14, 15)


def test_what_is_missing_is_placed_at_the_key_of_its_parent() -> None:
    document = read("a:\n  b:\n    c: 1\n")
    assert document.locate(("a", "b", "x", "y")) == Location(PATH, 2, 3, 4)
    assert document.locate(("x",)) == Location(PATH, 1, 1, 1)


HOSTILE = {
    "brackets": b"a: " + b"[" * 1_000_000,
    "dashes": b"a:\n" + b"- " * 500_000,
    "braces": b"{a: " * 250_000,
    "question marks": b"? " * 500_000,
    "keys": b"".join(b"k%d: 1\n" % number for number in range(80_000)),
    "backslashes": b'a: "' + b"\\" * 1_000_000,
    "anchors": b"".join(b"k%d: &a 1\n" % number for number in range(60_000)),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_file_holds_up_the_run(case: str) -> None:
    """A million bytes are given up after the first thousands of events, not read to the end."""
    events = 0
    reader = libyaml_reader()

    def counted(text: str) -> Iterator[Any]:
        nonlocal events
        for event in reader.events(text):
            events += 1
            yield event

    assert not isinstance(parse(PATH, HOSTILE[case], reader._replace(events=counted)), Document)
    assert events < 25_000
