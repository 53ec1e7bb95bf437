import pytest
from checks.notes import only
from small_alliance import OSLO

found, in_note, cures = only("mixed-script")

O_CYRILLIC, A_CYRILLIC = "\u041e", "\u0430"


def mixed(word: str, letter: str, script: str) -> str:
    code = f"U+{ord(letter):04X}"
    return f"mixed-script: `{word}` mixes scripts: its `{letter}` ({code}) is a {script} letter"


@pytest.mark.parametrize(
    ("word", "column", "script"),
    [
        (f"{O_CYRILLIC}slo", 1, "Cyrillic"),
        ("c\u03bfast", 2, "Greek"),
        ("c\u1f79ast", 2, "Greek"),
        ("h\u0578use", 2, "Armenian"),
        ("ho\u13dae", 3, "Cherokee"),
        ("\u2c9fslo", 1, "Coptic"),
        ("os\u10dalo", 3, "Georgian"),
        ("os\u2c1fo", 3, "Glagolitic"),
        ("os\u2d4fo", 3, "Tifinagh"),
        ("\ua4eeslo", 1, "Lisu"),
        ("o\U00010335lo", 2, "Gothic"),
        ("o\U00010404lo", 2, "Deseret"),
        ("o\U000104c2lo", 2, "Osage"),
        ("\U0001d40bslo", 1, "Mathematical"),
        ("o\u0301sl\u043e", 5, "Cyrillic"),
        ("\U00017000slo\u043e", 5, "Cyrillic"),
    ],
)
def test_a_letter_of_a_script_that_looks_alike_is_named_where_it_stands(
    word: str, column: int, script: str
) -> None:
    expected = mixed(word, word[column - 1], script)
    assert [each for each in in_note(word) if "mixed" in each] == [
        f"{column}-{column + 1} {expected}"
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"In {O_CYRILLIC}slo", ["4-5"]),
        (f"'{O_CYRILLIC}slo'", ["2-3"]),
        (f"{O_CYRILLIC}slo and cle{A_CYRILLIC}n-{A_CYRILLIC}ir", ["1-2", "13-14", "16-17"]),
        ('"O\\u0441lo"', ["1-12"]),
        (f"{{en: {O_CYRILLIC}slo}}", ["6-7"]),
    ],
)
def test_every_word_of_a_text_is_looked_at(text: str, places: list[str]) -> None:
    assert [each.split()[0] for each in in_note(text)] == places


@pytest.mark.parametrize(
    ("word", "column"),
    [
        ("\u041e\u0441\u043b\u043eo", 5),
        ("\u041e\u0441ab", 1),
        ("\u041e\u0441a", 3),
        ("\u041eab", 1),
    ],
)
def test_the_letters_of_the_script_that_has_fewer_are_the_odd_ones(word: str, column: int) -> None:
    assert in_note(word)[0].startswith(f"{column}-{column + 1} ")


def test_a_key_and_an_id_are_looked_at_too() -> None:
    dirty = OSLO.replace("open-data", f"open-d{A_CYRILLIC}ta")
    assert f"6:9-10 {mixed(f'd{A_CYRILLIC}ta', A_CYRILLIC, 'Cyrillic')}" in found(dirty)


@pytest.mark.parametrize(
    "text",
    [
        "\u041e\u0441\u043b\u043e and Oslo",
        "Oslo-\u041e\u0441\u043b\u043e",
        "Oslo2\u041e\u0441\u043b\u043e",
        "\u6771\u4eacTokyo IoT\u3092 K\u2010\ud31d A\u0915",
        "5 \u03bcm, 3 \u00b5g, 2 \u03bcmol, k\u03a9",
        "\u03b1 and \u03b2-blockers",
        "S\u00e3o Paulo, \u0130stanbul, Ph\u01b0\u1edbc",
        "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1",
        "plain",
        '"caf\\u00e9"',
    ],
)
def test_words_of_one_script_other_scripts_and_units_are_fine(text: str) -> None:
    assert in_note(text) == []


@pytest.mark.parametrize("word", ["\u03bcmolX", "m\u03bc", "Mk\u03a9", "\u03a9k", "\u03bc\u03a9m"])
def test_what_is_longer_than_a_unit_or_the_wrong_way_round_is_none(word: str) -> None:
    assert len(in_note(word)) == 1


def test_the_cure_is_to_type_the_word_anew() -> None:
    assert cures(f"{O_CYRILLIC}slo") == ["type the word anew, all of it in one script"]
