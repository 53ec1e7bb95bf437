from unicodedata import normalize

import pytest
from checks.notes import LINE, only, with_note
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import OSLO

found, in_note, cures = only("not-nfc")

BOGOTA = "Bogota\u0301"
SAO = "Sa\u0303o"


def reported(*places: tuple[str, str]) -> list[str]:
    """What is reported of letters at places."""
    message = "is not in the composed form of Unicode, NFC"
    return [f"{place} not-nfc: `{letter}` {message}" for place, letter in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOGOTA, [("6-8", "a\u0301")]),
        (f"'{BOGOTA}'", [("7-9", "a\u0301")]),
        (f"In {BOGOTA} and {SAO}", [("9-11", "a\u0301"), ("17-19", "a\u0303")]),
        ("e\u0301e\u0301", [("1-3", "e\u0301")]),
        ("\u00e9e\u0301", [("2-4", "e\u0301")]),
        ("a\u0302\u0301", [("1-4", "a\u0302\u0301")]),
        ("\u212bngstr\u00f6m", [("1-2", "\u212b")]),
        ("\u1112\u1161\u11ab", [("1-2", "\u1112")]),
        ('"Bogota\\u0301"', [("1-15", "a\u0301")]),
        ('"x Bogota\\u0301"', [("1-17", "a\u0301")]),
        (f"{{en: {BOGOTA}}}", [("11-13", "a\u0301")]),
    ],
)
def test_a_letter_with_a_separate_accent_is_reported_where_it_stands(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert in_note(text) == reported(*expected)


def test_each_word_on_its_line_of_a_long_text_is_reported() -> None:
    text = with_note(f">-\n      One {BOGOTA}\n      and {SAO} again")
    first, second = f"{LINE + 1}:16-18", f"{LINE + 2}:12-14"
    assert found(text) == reported((first, "a\u0301"), (second, "a\u0303"))


def test_a_key_is_looked_at_too() -> None:
    text = f"{OSLO}claims: []\ninferred: {{n{SAO}: a guess}}\n"
    assert found(text) == reported(("12:14-16", "a\u0303"))


def test_the_cure_shows_the_word_in_the_composed_form() -> None:
    assert cures(f"In {BOGOTA}") == ["write `Bogot\u00e1`"]


@pytest.mark.parametrize(
    "text",
    [
        "Bogot\u00e1 and S\u00e3o Paulo",
        "\u00c5ngstr\u00f6m",
        "\ud55c\uad6d \u6771\u4eac \u1ebf",
        "'x\u0301'",
        '"Bogot\\u00e1"',
        "plain",
    ],
)
def test_the_composed_form_is_fine_and_so_is_what_has_none(text: str) -> None:
    assert in_note(text) == []


WORDS = st.text(st.sampled_from("aeioun\u0301\u0303\u0327\u00e1\u1112\u1161 "), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


@given(WORDS)
def test_a_text_is_reported_if_and_only_if_it_is_not_in_that_form(text: str) -> None:
    reported = any("not-nfc" in each for each in in_note(f"'{text}'"))
    assert reported == (text != normalize("NFC", text))
