import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.verdicts import LETTERS, TEXTS

from gsca_cli.render.encodable import encodable, json_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("加賀市 👍\n", "加賀市 👍\n"),
        ("a\ud800b", "a\\ud800b"),
        ("\udfff\ud7ff\ue000", "\\udfff\ud7ff\ue000"),
    ],
)
def test_half_of_a_letter_shows_as_its_code(text: str, shown: str) -> None:
    assert encodable(text) == shown
    assert json.loads(json_text(text)) == shown


@pytest.mark.parametrize(
    "letter", "\x00\x1b\x7f\x85\x9f\u061c\u200e\u200f\u2028\u202e\u2066\u2069\ufeff"
)
def test_json_never_shows_what_steers_a_terminal_or_ends_a_line(letter: str) -> None:
    text = json_text(f"a{letter}b")
    assert text.isascii()
    assert json.loads(text) == f"a{letter}b"


@pytest.mark.parametrize("letter", "~\u00a0\u200d\u2027\u202f\u2065\u206a\ufefe")
def test_json_shows_all_other_letters(letter: str) -> None:
    assert json_text(f"a{letter}b") == f'"a{letter}b"'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_json_has_no_word_for_some_numbers(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text([number])


def test_json_is_indented_for_people_unless_it_is_a_line() -> None:
    assert json_text({"a": [1]}) == '{\n  "a": [\n    1\n  ]\n}'
    assert json_text({"a": [1]}, indent=None) == '{"a": [1]}'


@given(st.dictionaries(TEXTS, st.text(LETTERS) | st.integers() | st.booleans() | st.none()))
def test_any_value_is_read_back_in_one_line_of_utf_8(value: dict[str, Any]) -> None:
    text = json_text(value, indent=None)
    read = json.loads(text.encode())
    assert read == {
        encodable(key): encodable(each) if isinstance(each, str) else each
        for key, each in value.items()
    }
    assert text.splitlines() == [text]
