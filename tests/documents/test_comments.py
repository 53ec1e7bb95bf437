"""Comments that speak to gsca, and which lines they speak of."""

from collections.abc import Iterator

import pytest
from documents.texts import PATH, read
from documents.yaml_texts import records, written
from hypothesis import given

from gsca_cli.documents import comments
from gsca_cli.documents.comments import Allowance, allowances
from gsca_cli.documents.document import Document
from gsca_cli.documents.events import Reader, libyaml_reader, ruamel_reader
from gsca_cli.findings import Finding, Severity

READERS = pytest.mark.parametrize("reader", [libyaml_reader(), ruamel_reader()], ids=["c", "py"])
COMMENT = "# gsca: allow x because y"


def said(text: str | bytes, reader: Reader | None = None) -> list[str]:
    """What the comments say: where each stands, and what it allows on which lines."""
    return [_shown(each) for each in allowances(read(text, reader))]


def _shown(each: Allowance | Finding) -> str:
    at = each.location
    assert at.path == PATH
    place = f"{at.line}:{at.column}-{at.end_column}"
    if isinstance(each, Finding):
        return f"{place} {each.code}: {each.message}"
    lines = f"{each.line}" if each.line == each.end_line else f"{each.line} to {each.end_line}"
    return f"{place} {each.code} on {lines}: {each.reason}"


ON_THEIR_LINE = {
    "after a plain text": ("a: b # gsca: allow x because y", 6),
    "after a text in quotes": ("a: 'b' # gsca: allow x because y", 8),
    "after double quotes": ('a: "b" # gsca: allow x because y', 8),
    "after an empty value": ("a: # gsca: allow x because y", 4),
    "after a number": ("a: 1 # gsca: allow x because y", 6),
    "after a list in brackets": ("a: [b, c] # gsca: allow x because y", 11),
    "within a list in brackets": ("a: [b, # gsca: allow x because y\n  c]", 8),
    "after a text within brackets": ("a: [b # gsca: allow x because y\n  ]", 7),
    "within a map in braces": ("a: {b: c, # gsca: allow x because y\n  d: e}", 11),
    "after an item": ("a:\n- b # gsca: allow x because y", 5),
    "after a key": ("a: # gsca: allow x because y\n  b: c", 4),
    "after letters outside ASCII": ("é: 加賀 👍 # gsca: allow x because y", 9),
    "after a sign that is a text": ("a: 'b # c' # gsca: allow x because y", 12),
    "after a text that looks like it": (f"a: 'b {COMMENT}' # gsca: allow x because y", 34),
    "after another comment": ("a: b # so it is # gsca: allow x because y", 17),
    "behind a comment that stands alone": ("# so it is # gsca: allow x because y\na: b", 12),
    "after nothing but braces": ("{} # gsca: allow x because y", 4),
    "at the end of the file": ("a: b # gsca: allow x because y\n", 6),
    "after an apostrophe": ("a: it's # gsca: allow x because y", 9),
}


@READERS
@pytest.mark.parametrize(("text", "column"), ON_THEIR_LINE.values(), ids=ON_THEIR_LINE)
def test_a_comment_behind_something_speaks_of_its_own_line(
    reader: Reader, text: str, column: int
) -> None:
    line = 2 if text.startswith("a:\n") else 1
    place = f"{line}:{column}-{column + len(COMMENT)}"
    assert said(text, reader) == [f"{place} x on {line}: y"]


NO_COMMENTS = {
    "single quotes": f"a: 'b {COMMENT}'",
    "double quotes": f'a: "b {COMMENT}"',
    "quotes on two lines": f"a: 'b\n  {COMMENT}\n  c'",
    "double quotes on two lines": f'a: "b\n  c {COMMENT}\n  d"',
    "the beginning of a text in quotes": f"a: '{COMMENT}'",
    "a key in quotes": f"'{COMMENT}': b",
    "the end of a key in quotes": f"'a {COMMENT}': b",
    "a literal text": f"a: |\n  b\n  {COMMENT}\n  c",
    "the first line of a literal text": f"a: |\n  {COMMENT}\n  c",
    "the last line of a literal text": f"a: |\n  b\n  {COMMENT}\n",
    "the last line of the file": f"a: |\n  b\n  {COMMENT}",
    "a folded text": f"a: >-\n  b {COMMENT}\n  c\n\n  {COMMENT}\n",
    "a text in an item": f"a:\n  - |\n    {COMMENT}\n  - >\n    c {COMMENT}\n",
    "glued to a plain text": "a: b#gsca:allow x because y",
    "glued to a plain text, twice": "a: b# gsca:allow x because y",
    "a space that does not break": "a: b\u00a0# gsca:allow x because y",
    "a wide space": "a: b\u3000# gsca:allow x because y",
    "another tool": "a: b # gscan: allow x because y",
    "no colon": "a: b # gsca allow x because y",
    "talking about it": "a: b # write `# gsca: allow x because y` here",
    "not at the beginning": "a: b # see gsca: allow x because y",
}


@READERS
@pytest.mark.parametrize("text", NO_COMMENTS.values(), ids=NO_COMMENTS)
def test_what_only_looks_like_such_a_comment_says_nothing(reader: Reader, text: str) -> None:
    assert said(text, reader) == []


@READERS
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a: >- {COMMENT}\n  b\n  c\nd: e", ["1:7-32 x on 1 to 3: y"]),
        (f"a: | {COMMENT}\n  b\n\n\nd: e", ["1:6-31 x on 1 to 4: y"]),
        (f"a: |+2 {COMMENT}\n   b", ["1:8-33 x on 1 to 2: y"]),
        (f"{COMMENT}\na: |\n  b\n{COMMENT}\nd: e", ["1:1-26 x on 1 to 3: y", "4:1-26 x on 5: y"]),
        (f"{COMMENT}\na: b\n  c\nd: e", ["1:1-26 x on 1 to 3: y"]),
        (f"a: 'b\n  c' {COMMENT}\nd: e", ["2:6-31 x on 2: y"]),
        (f"{COMMENT}\na: 'b\n  c'\n", ["1:1-26 x on 1 to 3: y"]),
        (f"a: {COMMENT}\n  'b\n  c'\n", ["1:4-29 x on 1: y"]),
        (f"{COMMENT}\na: [b, 'c\n  d', e]\n", ["1:1-26 x on 1 to 3: y"]),
        (f"{COMMENT}\na: ['b\n c', 'd\n e']\n", ["1:1-26 x on 1 to 3: y"]),
        (f"a: ['b\n c', 'd', {COMMENT}\n e]\n", ["2:11-36 x on 2: y"]),
        (f"a: ['b\n c', {COMMENT}\n 'd\n e']\n", ["2:6-31 x on 2: y"]),
        (f"a:\n  - |\n    b\n  {COMMENT}\n  - c\n", ["4:3-28 x on 5: y"]),
    ],
)
def test_a_comment_speaks_of_the_whole_text_that_begins_on_its_line(
    reader: Reader, text: str, expected: list[str]
) -> None:
    assert said(text, reader) == expected


@READERS
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{COMMENT}\na: b", ["1:1-26 x on 1 to 2: y"]),
        (f"a: b\n  {COMMENT}\n\n# so it is\n  \nc: d\ne: f", ["2:3-28 x on 6: y"]),
        (
            "# gsca: allow p because q\n# gsca: allow r because s\na: b # gsca: allow t because u",
            ["1:1-26 p on 1 to 3: q", "2:1-26 r on 1 to 3: s", "3:6-31 t on 3: u"],
        ),
        (f"a: b\n{COMMENT}", ["2:1-26 x on 2: y"]),
        (f"a: b\n{COMMENT}\n# so it is\n\n", ["2:1-26 x on 2: y"]),
        (f"a: [b,\n  {COMMENT}\n  c]", ["2:3-28 x on 3: y"]),
        (f"a: |\n  b\n{COMMENT}\nc: |\n  # d\n", ["3:1-26 x on 4 to 5: y"]),
        (f"---\n{COMMENT}\na: b", ["2:1-26 x on 3: y"]),
    ],
)
def test_a_comment_that_stands_alone_speaks_of_the_next_line_that_says_something(
    reader: Reader, text: str, expected: list[str]
) -> None:
    assert said(text, reader) == expected


@READERS
@pytest.mark.parametrize(
    "text",
    [
        f"a: b {COMMENT}\r\n",
        f"\ufeffa: b {COMMENT}\r\n",
        f"\ufeffa: b {COMMENT}",
        f"a: b {COMMENT}   \r\nc: d",
        f"a: b {COMMENT}   \nc: d",
    ],
)
def test_the_end_of_a_line_and_a_byte_order_mark_change_no_place(reader: Reader, text: str) -> None:
    assert said(text, reader) == ["1:6-31 x on 1: y"]


@READERS
def test_alone_in_a_file_with_crlf_it_speaks_of_the_next_line(reader: Reader) -> None:
    text = f"\ufeff{COMMENT}\r\n\r\na: >-\r\n  b\r\n  c\r\n"
    assert said(text, reader) == ["1:1-26 x on 1 to 5: y"]


@pytest.mark.parametrize(
    ("comment", "code", "reason"),
    [
        ("# gsca: allow odd-spacing because it is so", "odd-spacing", "it is so"),
        ("#gsca:allow x because y", "x", "y"),
        ("#  gsca :  allow   x   because   y   z", "x", "y   z"),
        ("# GSCA: Allow Odd-Spacing BECAUSE It Is", "odd-spacing", "It Is"),
        ("# gsca: allow x because: y", "x", "y"),
        ("# gsca: allow a1-2 because y", "a1-2", "y"),
        ("# gsca: allow x because # y", "x", "# y"),
        ("# gsca: allow x because é 加", "x", "é 加"),
        ("# gsca: allow x because allow y because z", "x", "allow y because z"),
        ("# gsca: allow x because y # gsca: allow p because q", "x", "y # gsca: allow p because q"),
    ],
)
def test_capitals_and_blanks_do_not_matter(comment: str, code: str, reason: str) -> None:
    (found,) = allowances(read(f"a: b {comment}"))
    assert isinstance(found, Allowance)
    assert (found.code, found.reason) == (code, reason)
    assert (found.location.column, found.location.end_column) == (6, 6 + len(comment))


NO_REASON = "this comment allows nothing: it gives no reason"
NO_CODE = "this comment allows nothing: it names no code"


@READERS
@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("allow x", NO_REASON),
        ("allow x because", NO_REASON),
        ("allow x because:", NO_REASON),
        ("Allow X BECAUSE", NO_REASON),
        ("allow", NO_CODE),
        ("allow because", NO_CODE),
        ("allow because it is so", NO_CODE),
        ("allow x y because z", "gsca does not understand `allow x y because z`"),
        ("allow x, because z", "gsca does not understand `allow x, because z`"),
        ("allow x since z", "gsca does not understand `allow x since z`"),
        ("allow x_y because z", "gsca does not understand `allow x_y because z`"),
        ("allowed x because z", "gsca does not understand `allowed x because z`"),
        ("ignore x because z", "gsca does not understand `ignore x because z`"),
        ("allow x becausez", "gsca does not understand `allow x becausez`"),
        ("", "gsca does not understand ``"),
        ("hello", "gsca does not understand `hello`"),
    ],
)
def test_a_comment_that_gsca_cannot_follow_is_reported_where_it_stands(
    reader: Reader, words: str, message: str
) -> None:
    comment = f"# gsca: {words}".rstrip()
    found = said(f"a: b\nc: d {comment}\n", reader)
    assert found == [f"2:6-{6 + len(comment)} malformed-allowance: {message}"]


def test_its_finding_is_a_warning_with_the_form_to_write() -> None:
    (found,) = allowances(read("a: b # gsca: allow x"))
    assert isinstance(found, Finding)
    assert found.severity is Severity.WARNING
    assert found.hint == (
        "write `# gsca: allow CODE because ...`, with the code of the finding and a reason"
    )


@READERS
def test_a_file_of_a_hundred_thousand_comments_looks_at_each_once(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = 100_000
    document = read("#gsca:x\n" * number + "a: b\n", reader)
    asked = counting(monkeypatch, "_is_within")
    assert sum(isinstance(each, Finding) for each in allowances(document)) == number
    assert asked == [number]


def test_all_of_many_comments_above_a_line_speak_of_it() -> None:
    number = 40_000
    found = list(allowances(read(f"{COMMENT}\n" * number + "a: b\n")))
    assert [each.end_line for each in found if isinstance(each, Allowance)] == [number + 1] * number


def test_a_line_of_many_such_words_is_one_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counting(monkeypatch, "_is_within")
    assert len(said("a: b " + "# gsca: x " * 100_000)) == 1
    assert asked == [1]


def counting(monkeypatch: pytest.MonkeyPatch, name: str) -> list[int]:
    """How often a function of the module is called, in a list of one number."""
    function, calls = getattr(comments, name), [0]

    def counted(*arguments: object) -> object:
        calls[0] += 1
        return function(*arguments)

    monkeypatch.setattr(comments, name, counted)
    return calls


def test_a_document_that_says_nothing_to_gsca_is_not_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def texts(_: Document) -> Iterator[object]:
        raise AssertionError

    monkeypatch.setattr(Document, "texts", texts)
    assert said("a: gsca # gscan: b") == []


@READERS
@given(records().flatmap(written))
def test_a_comment_on_a_line_of_its_own_is_found_above_any_record(
    reader: Reader, text: str
) -> None:
    (found,) = said(f"{COMMENT}\n{text.removeprefix(chr(0xFEFF))}", reader)
    assert found.startswith("1:1-26 x on ")
