"""The canonical layout: what it changes, and that it changes nothing else."""

from collections.abc import Sequence
from pathlib import Path
from unicodedata import is_normalized

import pytest
from documents.files import FILES, document_of, name_of
from documents.texts import read
from documents.yaml_texts import records, written
from hypothesis import given, settings

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.documents.reformat import composed, reformat, remarks
from gsca_cli.documents.rewrite import same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.findings import Route


def unordered(_: Route) -> Sequence[str]:
    return ()


def by_letter(_: Route) -> Sequence[str]:
    return "abcdefghij"


def formatted(text: str) -> str:
    return reformat(read(text), unordered).text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a:   1\n", "a: 1\n"),
        ("a : 1\n", "a: 1\n"),
        ("a: 1", "a: 1\n"),
        ("a: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        ("\n\na: 1   \n", "a: 1\n"),
        ("---\na: 1\n", "a: 1\n"),
        ("--- # c\na: 1\n", "# c\na: 1\n"),
        ("a:\n    b: 1\n    c:\n        d: 2\n", "a:\n  b: 1\n  c:\n    d: 2\n"),
        ("a:\n- x\n-   w\n", "a:\n  - x\n  - w\n"),
        ("a:\n  -\n    b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("a:\n  - - x\n    - w\n", "a:\n  - - x\n    - w\n"),
        ("'a': 'x'\n", "a: x\n"),
        ("a: NO\nb: 1_000\n", 'a: "NO"\nb: "1_000"\n'),
        ("a: 'NO'\nb: '1.10'\n", 'a: "NO"\nb: "1.10"\n'),
        ("a: '2022-06'\nb: '2022'\n", 'a: 2022-06\nb: "2022"\n'),
        ("a: '<25'\nb: ../2022\n", 'a: "<25"\nb: ../2022\n'),
        ("a: 'say \"x\" it''s: so'\n", 'a: "say \\"x\\" it\'s: so"\n'),
        ("a: '\"x\"'\n", "a: '\"x\"'\n"),
        ('a: "\\u00e9"\n', "a: é\n"),
        ("a: True\nb: ~\nc: null\nd: 012\ne: 1.10\n", "a: true\nb:\nc:\nd: 012\ne: 1.10\n"),
        ("a: { b: 1,c: [ x,w ] }\n", "a: {b: 1, c: [x, w]}\n"),
        ("a: [x: 1, w]\n", "a: [{x: 1}, w]\n"),
        ("a: {b, c: }\n", "a: {b: , c: }\n"),
        ("a: [~, x]\n", "a: [null, x]\n"),
        ("a: {\n  b: 1\n}\n", "a: {b: 1}\n"),
        ("{a: 1, b: {c: 2}}\n", "a: 1\nb: {c: 2}\n"),
        ("a: [x,  # c\n  w]\n", "a:\n  - x  # c\n  - w\n"),
        ("a: {b: 1, # c\n  # d\n  e: [x]} # f\n", "# f\na:\n  b: 1  # c\n  # d\n  e: [x]\n"),
        ("a:\n    one\n    two\n", "a: one\n  two\n"),
        ("a: 'one\n\n    two'\n", "a: 'one\n\n  two'\n"),
        ("a: |\n      x\n        w\n\nb: 1\n", "a: |\n  x\n    w\n\nb: 1\n"),
        ("a: |4\n      x\n", "a: |2\n    x\n"),
        ("a: |+\n x\n\nb: 1\n", "a: |+\n  x\n\nb: 1\n"),
        ("a: |\n  x", "a: |-\n  x\n"),
        ("a: >-   # c\n  x\n  w\n", "a: >-  # c\n  x\n  w\n"),
        ("? a\n: 1\n", "a: 1\n"),
        ("? a # c\n# d\n: 1\n", "# c\n# d\na: 1\n"),
        ("a:\n  # c\n  x\n", "# c\na: x\n"),
        (
            "a: # c\n  # d\n  b: 1 # e\n  # f\n# g\nh: 2\n",
            "a:  # c\n  # d\n  b: 1  # e\n  # f\n# g\nh: 2\n",
        ),
        (
            "a: 1     # one\nbb: 22   # two\n",
            "a: 1     # one\nbb: 22   # two\n".replace("   #", "  #"),
        ),
        ("a: 1 # c\nbb: 22      # d\n", "a: 1  # c\nbb: 22  # d\n"),
        ("name: e\u0301\n# e\u0301\n", "name: é\n# é\n"),
        ("a: 1\r\nb:   2\r\n", "a: 1\r\nb: 2\r\n"),
        ("a: 1\r\nb:   2\n", "a: 1\nb: 2\n"),
    ],
)
def test_the_layout_is_canonical_and_stays_so(text: str, after: str) -> None:
    assert formatted(text) == after
    assert formatted(after) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("b: 2\na: 1\n", "a: 1\nb: 2\n"),
        ("z: 0\nb: 2\na: 1\nx: 9\n", "a: 1\nb: 2\nz: 0\nx: 9\n"),
        ("b: {d: 1, c: 2}\na: 1\n", "a: 1\nb: {d: 1, c: 2}\n"),
        ("b: 2  # two\n# about a\na: 1\n", "# about a\na: 1\nb: 2  # two\n"),
        ("# the file\nb: 2\na: 1\n", "# the file\na: 1\nb: 2\n"),
        ("# the file\n\n# about b\nb: 2\na: 1\n", "# the file\n\na: 1\n# about b\nb: 2\n"),
        (
            "b:\n  d: 1\n  # more\n  c: 2\na: 1\n# end\n",
            "a: 1\nb:\n  # more\n  c: 2\n  d: 1\n# end\n",
        ),
    ],
)
def test_keys_go_with_their_comments(text: str, after: str) -> None:
    # The map within braces is on one line, and stays as it is.
    assert reformat(read(text), by_letter).text == after
    assert reformat(read(after), by_letter).text == after


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("a: 1  # one two\nb: 2  # three\n", "a: 1  # one three\nb: 2  # two\n"),
        ("a: 1  # one\n# two\nb: 2\n", "a: 1  # two\nb: 2\n"),
        ("a: 1  # one\n####\nb: 2\n", "a: 1  # one\nb: 2\n"),
    ],
)
def test_a_layout_that_changes_a_comment_is_refused(
    text: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gsca_cli.documents.reformat.canonical", lambda _layout, _order: other)
    with pytest.raises(UneditableError, match="it is left as it is"):
        reformat(read(text), unordered)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("a: 1  # one\n# two\n", "a: 1  # one # two\n"),
        ("a: 1  # one   two\n#### ##\n", "a: 1  # one two #### ##\n"),
    ],
)
def test_comments_on_one_line_are_the_same_as_on_two(text: str, other: str) -> None:
    assert remarks(read(text)) == remarks(read(other))


def test_a_map_in_braces_that_is_too_long_becomes_a_block() -> None:
    words = ", ".join(f"{'k' * 20}{number}: {'v' * 20}" for number in range(3))
    text = formatted(f"a: {{{words}}}\n")
    assert text.count("\n") == 4
    assert text.startswith("a:\n  kkkk")


def test_the_byte_order_mark_goes() -> None:
    document = parse("data/cities/x.yaml", "\ufeffa: 1\n".encode())
    assert isinstance(document, Document)
    assert reformat(document, unordered).text == "a: 1\n"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_any_file_says_the_same_afterwards_and_is_laid_out_once(path: Path) -> None:
    document = document_of(path)
    for order in (unordered, by_letter):
        after = reformat(document, order)
        assert same(after.data, composed(document.data))
        if is_normalized("NFC", document.text):
            assert remarks(after) == remarks(document)
        assert reformat(after, order).text == after.text
    after = reformat(document, unordered)
    assert parse(after.path, after.text.encode(), ruamel_reader()) == after


@settings(max_examples=150)
@given(records().flatmap(written))
def test_any_text_says_the_same_afterwards_and_is_laid_out_once(text: str) -> None:
    document = read(text)
    after = reformat(document, by_letter)
    assert same(after.data, composed(document.data))
    assert remarks(after) == remarks(document)
    assert reformat(after, by_letter).text == after.text
    assert parse(after.path, after.text.encode(), ruamel_reader()) == after
