import pytest
from checks.notes import LINE, only, with_note
from small_alliance import OSLO

found, in_note, cures = only("odd-spacing")

START, END = "a space at the start of the text", "a space at the end of the text"
TWO = "2 spaces in a row"
NO_BREAK = "a space of an odd kind: no-break space (U+00A0)"


def reported(*places: tuple[str, str]) -> list[str]:
    """What is reported at places."""
    return [f"{place} odd-spacing: {message}" for place, message in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b", [("2-4", TWO)]),
        ("a    b", [("2-6", "4 spaces in a row")]),
        ("a  b  c", [("2-4", TWO), ("5-7", TWO)]),
        ("'a  b'", [("3-5", TWO)]),
        ('"a  b"', [("3-5", TWO)]),
        ("' a'", [("2-3", START)]),
        ("'   a'", [("2-5", START)]),
        ("'a '", [("3-4", END)]),
        ('"a  "', [("3-5", END)]),
        ("' a  b '", [("2-3", START), ("4-6", TWO), ("7-8", END)]),
        ("a\u00a0b", [("2-3", NO_BREAK)]),
        ("a\u00a0\u00a0b", [("2-3", NO_BREAK), ("3-4", NO_BREAK)]),
        ('"a\\u00a0b"', [("1-11", NO_BREAK)]),
        ('"a\\x20\\x20b"', [("1-13", TWO)]),
        ("{en: ' a'}", [("7-8", START)]),
        ("{en: x, es: 'a  b'}", [("15-17", TWO)]),
    ],
)
def test_spaces_that_trip_a_search_are_reported_where_they_stand(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert in_note(text) == reported(*expected)


@pytest.mark.parametrize(
    ("space", "called"),
    [
        ("\u1680", "ogham space mark (U+1680)"),
        ("\u2000", "en quad (U+2000)"),
        ("\u2007", "figure space (U+2007)"),
        ("\u2009", "thin space (U+2009)"),
        ("\u200a", "hair space (U+200A)"),
        ("\u202f", "narrow no-break space (U+202F)"),
        ("\u205f", "medium mathematical space (U+205F)"),
        ("\u3000", "ideographic space (U+3000)"),
    ],
)
def test_a_space_of_an_odd_kind_is_named(space: str, called: str) -> None:
    assert in_note(f"a{space}b") == reported(("2-3", f"a space of an odd kind: {called}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|\n      a  b\n        c\n", [(f"{LINE + 1}:8-10", TWO)]),
        (">-\n      a\n      b  c\n", [(f"{LINE + 2}:8-10", TWO)]),
        ("a\n      b  c", [(f"{LINE + 1}:8-10", TWO)]),
        (">-\n      a \n      b", [(f"{LINE}:11-12", TWO)]),
        ("'a\n      b '", [(f"{LINE + 1}:8-9", END)]),
        ("' a\n      b'", [(f"{LINE}:12-13", START)]),
        ('"\\x20a\n      b"', [(f"{LINE}:11-12", START)]),
        ("|2-\n         a\n      b", [(f"{LINE}:11-12", START)]),
    ],
)
def test_a_long_text_is_judged_by_what_it_reads_as(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(with_note(text)) == reported(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        "a   # two spaces before a comment",
        "'a b'",
        "|\n      a\n\n        b\n",
        "|\n      a  \n      b\n",
        ">\n      a\n\n      b\n",
        "'a\n\n        b'",
        "a\n         b",
        "\u6771\u3000\u4eac",
        "\u6771\u3000\u3000\u4eac",
        "\uff21\u3000\u30ab\u30ca\u3002\u3000\ud55c",
        "\U00020000\u3000\u3001",
    ],
)
def test_one_space_indentation_and_the_wide_space_of_japanese_are_fine(text: str) -> None:
    assert found(with_note(text)) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("text", ["Oui_:", "Oui_;", "Oui_!", "Oui_?", "x \u00ab_Oui_\u00bb"])
def test_the_space_that_french_sets_is_fine(space: str, text: str) -> None:
    assert in_note(f"'{text.replace('_', space)} x'") == []


@pytest.mark.parametrize(
    "text", ["a_,", "a_.", "\u201c_a", "a_%", "10_000", "\u00bb_a", "a_\u00ab"]
)
def test_elsewhere_that_space_is_odd(text: str) -> None:
    column = text.index("_") + 2
    text = text.replace("_", "\u00a0")
    assert in_note(f"'{text}'") == reported((f"{column}-{column + 1}", NO_BREAK))


@pytest.mark.parametrize("text", ["\u2009:", "\u2009\u00bb"])
def test_a_space_that_is_only_narrow_is_odd_there_too(text: str) -> None:
    assert len(in_note(f"'a{text}'")) == 1


@pytest.mark.parametrize(("text", "column"), [("a\u3000\u4eac", 2), ("\u6771\u3000b", 2)])
def test_the_wide_space_beside_a_latin_letter_is_odd(text: str, column: int) -> None:
    assert in_note(text)[0].startswith(f"{column}-{column + 1} odd-spacing")


def test_a_key_is_looked_at_too() -> None:
    text = f"{OSLO}inferred: {{'na  me ': a guess}}\n"
    assert found(text) == reported(("11:15-17", TWO), ("11:19-20", END))


@pytest.mark.parametrize(
    ("text", "cure"),
    [("a  b", "leave one of them"), ("a\u00a0b", "write a plain space"), ("' a'", "delete it")],
)
def test_the_cure_is_one_plain_space_or_none(text: str, cure: str) -> None:
    assert cures(text) == [cure]
