import sys
from unicodedata import category, name

import pytest
from checks.notes import LINE, only, with_note
from small_alliance import OSLO

from gsca_cli.documents.decode import decode

found, in_note, cures = only("invisible-character")


def reported(*places: tuple[str, str]) -> list[str]:
    """What is reported of characters at places."""
    return [
        f"{place} invisible-character: an invisible character: "
        f"{name(each, 'character without a name').lower()} (U+{ord(each):04X})"
        for place, each in places
    ]


ZERO_WIDTH = "\u200b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Os\u200blo", [("3-4", ZERO_WIDTH)]),
        ("'Os\u200blo'", [("4-5", ZERO_WIDTH)]),
        ("Os\u200b\u200b\u200blo", [("3-6", ZERO_WIDTH)]),
        ("O\u200bs\u2060lo", [("2-3", ZERO_WIDTH), ("4-5", "\u2060")]),
        ("Os\u200b\u2060lo", [("3-4", ZERO_WIDTH), ("4-5", "\u2060")]),
        ("Os\u00adlo", [("3-4", "\u00ad")]),
        ("Oslo # nothing\u200b here", [("15-16", ZERO_WIDTH)]),
        ('"Os\\u200blo"', [("1-13", ZERO_WIDTH)]),
        ('"Os\\u200blo\\u200b"', [("1-19", ZERO_WIDTH)]),
        ('"Os\\u200blo\u2060"', [("1-14", ZERO_WIDTH), ("12-13", "\u2060")]),
        ('"Os\u200blo\\u00e9"', [("4-5", ZERO_WIDTH)]),
        ("a\U000e0041b", [("2-3", "\U000e0041")]),
        ("a\U000e0002b", [("2-3", "\U000e0002")]),
    ],
)
def test_what_cannot_be_seen_is_named_where_it_stands(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert in_note(text) == reported(*expected)


@pytest.mark.parametrize(
    ("character", "called"),
    [
        ("\u3164", "hangul filler (U+3164)"),
        ("\u115f", "hangul choseong filler (U+115F)"),
        ("\u1160", "hangul jungseong filler (U+1160)"),
        ("\uffa0", "halfwidth hangul filler (U+FFA0)"),
        ("\u2800", "braille pattern blank (U+2800)"),
        ("\u180e", "mongolian vowel separator (U+180E)"),
        ("\u034f", "combining grapheme joiner (U+034F)"),
        ("\u17b4", "khmer vowel inherent aq (U+17B4)"),
        ("\u17b5", "khmer vowel inherent aa (U+17B5)"),
        ("\u2065", "character without a name (U+2065)"),
        ("\ufff0", "character without a name (U+FFF0)"),
        ("\U000e007f", "cancel tag (U+E007F)"),
    ],
)
def test_fillers_and_blanks_are_named_too(character: str, called: str) -> None:
    assert in_note(f"a{character}b") == [
        f"2-3 invisible-character: an invisible character: {called}"
    ]


def test_every_line_counts_the_comments_and_the_lines_of_a_long_text() -> None:
    text = f"# a\u2060b\n{OSLO}notes:\n  - |\n    One\n    two\u200b\n"
    assert found(text) == reported(("1:4-5", "\u2060"), ("15:8-9", ZERO_WIDTH))


def test_a_key_is_looked_at_too_an_escape_in_it_included() -> None:
    text = f'{OSLO}inferred: {{"na\\u200bme": a guess}}\n'
    assert found(text) == reported(("11:12-24", ZERO_WIDTH))


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937",
        "\u0d28\u0d4d\u200d",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
        "\u1820\u180b\u200d\u1820",
        "\U0001f469\u200d\U0001f4bb",
        "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "\U0001f469\U0001f3fd\u200d\u2695\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "\u845b\U000e0100\u57ce",
        "\u0600\u0661",
        "\u00c5lesund \u6771\u4eac",
    ],
)
def test_joiners_and_selectors_that_belong_to_a_script_or_an_emoji_are_fine(text: str) -> None:
    assert in_note(f"'{text}'") == []


@pytest.mark.parametrize(
    ("text", "column", "character"),
    [
        ("a\u200db", 2, "\u200d"),
        ("a\u200cb", 2, "\u200c"),
        ("\u0645\u200cb", 2, "\u200c"),
        ("a\u200c\u0645", 2, "\u200c"),
        ("\u0915\u200d", 2, "\u200d"),
        ("\u0915\u094d\u200c", 3, "\u200c"),
        ("\U0001f469\u200cx", 2, "\u200c"),
        ("\U0001f469\u200c\U0001f4bb", 2, "\u200c"),
        ("\U0001f469\u200d", 2, "\u200d"),
        ("\u200d\U0001f469", 1, "\u200d"),
        ("\U0001f3f4\U000e0067\U000e007f", 2, "\U000e0067"),
    ],
)
def test_a_joiner_that_joins_nothing_is_reported(text: str, column: int, character: str) -> None:
    (expected,) = reported((f"{column + 1}-{column + 2}", character))
    assert in_note(f"'{text}'")[0] == expected


VISIBLE = [
    *range(0x0600, 0x0606), 0x06DD, 0x070F, *range(0x0890, 0x0892), 0x08E2, 0x110BD, 0x110CD,
]  # fmt: skip
"""Format characters (Cf) that are seen: they enclose or mark a number."""


def test_every_format_character_of_unicode_is_reported_or_refused_or_seen() -> None:
    formats = [chr(n) for n in range(sys.maxunicode + 1) if category(chr(n)) == "Cf"]
    readable = [each for each in formats if isinstance(decode("x", f"a{each}b".encode()), str)]
    assert len(formats) > len(readable) > 130
    text = with_note("|\n" + "".join(f"      a{each}b\n" for each in readable))
    lines = {int(each.partition(":")[0]) for each in found(text)}
    silent = [each for line, each in enumerate(readable, LINE + 1) if line not in lines]
    assert [ord(each) for each in silent] == VISIBLE


def test_the_cure_is_to_delete_it() -> None:
    assert cures("Os\u200blo") == ["delete it"]


def test_an_escape_in_a_key_is_not_hidden_by_the_same_letter_in_its_value() -> None:
    assert len(found(f'{OSLO}inferred: {{"a\\u200bb": "x\u200by"}}\n')) == 2
