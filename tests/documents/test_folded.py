"""A text in folded style says on one line what it says on several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.documents.document import Document
from gsca_cli.documents.folded import unfolded
from gsca_cli.documents.parse import parse
from gsca_cli.documents.plain import NotPlainError

TEXT = """\
name:
  en: >-
    A city with a name that is
    longer than its history
  nb: Oslo
notes:
  - >-
   It says "no day".
   It is so: #1 of five.

  - text: >-
        One line alone
    # A comment.
    date: 2022
  - It ends here
"""


def value(text: str) -> object:
    document = parse("data/cities/oslo.yaml", text.encode())
    assert isinstance(document, Document), document
    return document.data


def test_all_lines_keep_their_numbers() -> None:
    lines = TEXT.split("\n")
    found = unfolded(lines)
    assert len(found) == len(lines)
    changed = {number: after for number, after in enumerate(found, 1) if after != lines[number - 1]}
    assert changed == {
        2: '  en: "A city with a name that is longer than its history"',
        **dict.fromkeys((3, 4), ""),
        7: "  - 'It says \"no day\". It is so: #1 of five.'",
        **dict.fromkeys((8, 9), ""),
        11: '  - text: "One line alone"',
        12: "",
    }


def test_they_say_what_they_said() -> None:
    assert value("\n".join(unfolded(TEXT.split("\n")))) == value(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  b\n",
        "a: >-\n",
        "a: >-\nb: c d\n",
        "a: >-\n\n  b c\n",
        "a: >-\n  b c\n\n  d e\n",
        "a: >-\n  b c\n    d e\n",
        "a: >-\n    b c\n  d e\n",
        'a: >-\n  b "c" d\'s\n',
        "- a: >-\n  b c\n",
        ">-\n  b c\n",
        "a: >-\n  b c\n\n  # d\n",
    ],
)
def test_what_takes_more_is_left_alone(text: str) -> None:
    with pytest.raises(NotPlainError):
        unfolded(text.split("\n"))


words = st.lists(st.sampled_from(["It", "is", "so:", "#1", "-", "'no'", '"yes"']), min_size=1)
texts = st.lists(words.map(" ".join), min_size=1, max_size=3)


@given(texts, st.sampled_from(["a: ", "- ", "- a: "]), st.integers(0, 5), st.integers(0, 1))
def test_any_text_is_left_alone_or_says_the_same(
    lines: list[str], head: str, indentation: int, more: int
) -> None:
    below = [" " * (indentation + more * (number % 2)) + line for number, line in enumerate(lines)]
    is_item = head != "a: "
    above, behind = (["b:"], "- c") if is_item else ([], "b: c")
    text = "\n".join([*above, f"{head}>-", *below, behind, ""])
    try:
        found = unfolded(text.split("\n"))
    except NotPlainError:
        return
    assert value("\n".join(found)) == value(text)
