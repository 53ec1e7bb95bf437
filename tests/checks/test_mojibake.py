import pytest
from checks.notes import LINE, only, with_note
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import OSLO

from gsca_cli.checks.mojibake import repaired, suspects
from gsca_cli.findings import printable

found, in_note, cures = only("mojibake")


def misread(text: str, encoding: str = "cp1252") -> str:
    """The text as a program shows it that takes its UTF-8 for another encoding."""
    return text.encode().decode(encoding)


def reported(place: str, word: str) -> list[str]:
    return [f"{place} mojibake: `{word}` was read in a wrong encoding"]


BOGOTA, SAO = "Bogot\u00e1", "S\u00e3o"


@pytest.mark.parametrize(
    ("right", "place"),
    [
        (BOGOTA, "6-8"),
        (SAO, "2-4"),
        ("it\u2019s", "3-6"),
        ("5\u00b0", "2-4"),
        ("10\u00a0km", "3-5"),
        ("\u00d3scar", "1-3"),
        ("caf\u00e9", "4-6"),
        ("\u03b1\u03b2", "1-3"),
        ("\u0416\u0443\u043a", "1-3"),
        ("\u4eac", "1-4"),
        ("\ud55c", "1-4"),
        ("\u20ac5", "1-4"),
        ("a\u0303o", "2-4"),
        ("\u0915\u0916", "1-4"),
        ("\U0001f600", "1-5"),
        ("\u015eanl\u0131urfa", "1-3"),
        ("N\u1ed9i", "2-5"),
    ],
)
def test_what_was_read_as_windows_1252_is_reported_with_the_text_it_was(
    right: str, place: str
) -> None:
    wrong = misread(right)
    text = f"'{wrong}'"
    start, end = (int(each) + 1 for each in place.split("-"))
    assert in_note(text) == reported(f"{start}-{end}", printable(wrong))
    assert cures(text) == [f"write `{printable(right)}`"]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp437", "cp850"])
@pytest.mark.parametrize("right", [BOGOTA, SAO, "it\u2019s", "caf\u00e9", "5\u00b0"])
def test_what_was_read_as_that_of_an_old_macintosh_or_of_dos_is_reported_too(
    encoding: str, right: str
) -> None:
    wrong = misread(right, encoding)
    assert [each.partition(" ")[2] for each in in_note(wrong)] == [
        each.strip() for each in reported("", wrong)
    ]
    assert cures(wrong) == [f"write `{right}`"]


def test_what_went_wrong_several_times_is_mended_as_often() -> None:
    wrong = BOGOTA
    for _ in range(3):
        wrong = misread(wrong)
        assert repaired(wrong) == BOGOTA
        assert cures(wrong) == [f"write `{BOGOTA}`"]
    assert repaired(misread(wrong)) == misread(BOGOTA)


def test_a_text_is_reported_once_at_its_first_such_place() -> None:
    wrong = misread(f"In {BOGOTA} and {SAO}")
    assert in_note(wrong) == reported("9-11", misread(BOGOTA))
    assert cures(wrong) == [f"write `{BOGOTA}`"]


def test_a_text_on_several_lines_is_reported_on_the_line_it_stands() -> None:
    text = with_note(f">-\n      One\n      or {misread(BOGOTA)} two")
    assert found(text) == reported(f"{LINE + 2}:15-17", misread(BOGOTA))


def test_what_an_escape_makes_is_reported_at_the_text() -> None:
    assert in_note('"Bogot\\xc3\\xa1"') == reported("1-16", misread(BOGOTA))


def test_a_key_is_looked_at_too() -> None:
    wrong = misread(SAO)
    assert found(f"{OSLO}inferred: {{{wrong}: a guess}}\n") == reported("11:13-15", wrong)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a \ufffd b", "3-4", "\ufffd"),
        ("Bogot\ufffd", "6-7", "Bogot\ufffd"),
        ("in Bogot\ufffd now", "9-10", "Bogot\ufffd"),
        ('"Bogot\\ufffd"', "1-14", "Bogot\ufffd"),
    ],
)
def test_a_letter_that_was_lost_is_reported(text: str, place: str, word: str) -> None:
    assert in_note(text) == [f"{place} mojibake: a letter of `{word}` was lost in a wrong encoding"]
    assert cures(text) == ["look it up in the source, and type it anew"]


@pytest.mark.parametrize(
    "text",
    [
        "\u00c5ngstr\u00f6m, S\u00e3o Paulo, Bogot\u00e1, Malm\u00f6, \u00c9vora, \u00deing",
        "\u0110\u00e0 N\u1eb5ng, H\u00e0 N\u1ed9i, TH\u00c0NH PH\u1ed0 \u0110\u00c0 L\u1ea0T",
        "\u0130stanbul, \u015eanl\u0131urfa, I\u011fd\u0131r, \u00c7e\u015fme",
        "\u6771\u4eac \ub300\ud55c\ubbfc\uad6d \u52a0\u8cc0\u5e02 \u30ab\u30bf\u30ab\u30ca",
        "\u041c\u043e\u0441\u043a\u0432\u0430, \u0395\u03bb\u03bb\u03ac\u03b4\u03b1",
        "\u00abCAF\u00c9\u00bb, \u201cCAF\u00c9\u201d, MANH\u00c3\u201d, IRM\u00c3\u2026 PE\u00c7A",
        "\u201eSpa\u00df\u201c, \u00dc\u201d, \u201d\u00c5\u201d, BL\u00c5\u201d",
        "\u201ccaf\u00e9\u2026\u201d caf\u00e9\u2019\u201d",
        "1.5 \u00c5\u00b2, 2\u00c5\u00b3, N\u00ba 5, \u221a2, \u251c\u2500 x, \u00d45",
        "20\u00b0C, \u20ac5, \u00a35, \u00bd, \u2018a\u2019 \u2013 b \u2014 c\u2026",
        "\u00e2ge, \u00c2ge, \u00c3 b",
        "plain",
        "'\"Bogot\\xe1\"'",
    ],
)
def test_texts_that_are_right_are_fine(text: str) -> None:
    assert [each for each in found(with_note(f"'{text.strip(chr(39))}'")) if "mojib" in each] == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("\u00c3\u00bb", False),
        ("\u00c3\u00bbx", True),
        ("a\u00c3\u00bb", True),
        ("A\u00c3\u00bb", False),
        ("a\u00c3\u00bb.", True),
        ("A\u00c3\u00bb.", False),
        ("A\u00c3\u00a1.", True),
        ("5\u00c2\u00b0", True),
        ("5\u00c3\u00b3", False),
        (" \u00c2\u00b0", False),
        ("a\u00e9\u2026\u201d", False),
        ("a\u00e9\u2026\u201dx", True),
        ("a\u00e9\u0161\u201d", True),
    ],
)
def test_signs_that_may_end_a_word_are_taken_for_wrong_only_where_they_cannot(
    text: str, *, is_wrong: bool
) -> None:
    assert (repaired(text) != text) == is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "\u00c9\u00a1x",
        "\u00cb\u00a1x",
        "\u00dc\u00a1x",
        "\u00df\u00a1x",
        "\u00c1\u00a1x",
        "\u00f5\u00a1x",
    ],
)
def test_letters_that_begin_no_letter_of_use_are_left_alone(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize("text", ["\u00e0\u20ac\u00a1x", "\u00ed\u00a1\u00a1x"])
def test_bytes_that_are_no_letter_in_utf_8_are_left_alone(text: str) -> None:
    assert repaired(text) == text


LATIN = st.text(st.sampled_from("abcdefg \u00e1\u00e3\u00e8\u00f1\u00f6\u00e7"), min_size=1)


@given(LATIN)
def test_latin_letters_are_left_alone_and_come_back_whole(text: str) -> None:
    assert repaired(text) == text
    assert repaired(misread(text)) == text


@pytest.mark.parametrize("text", ["x\u00c2\u20acy", "x\u00cd\u00b8y", "x\u00ee\u20ac\u20acy"])
def test_what_would_be_a_control_or_no_letter_at_all_is_left_alone(text: str) -> None:
    assert in_note(text) == []


@pytest.mark.parametrize("before", ["Ciudad de ", " ", "  "])
def test_only_the_word_is_shown(before: str) -> None:
    (found_,) = in_note(f"'{before}{misread(BOGOTA)} y mas'")
    assert f"`{misread(BOGOTA)}`" in found_


@given(
    st.characters(min_codepoint=0x80, exclude_categories=["Cs"]),
    st.sampled_from(["cp1252", "mac_roman", "cp437"]),
)
def test_a_line_is_suspect_wherever_the_check_finds_something(letter: str, encoding: str) -> None:
    """The quick look asks for two letters beyond ASCII that follow each other."""
    misread = letter.encode().decode(encoding, "ignore")
    if repaired(misread) != misread:
        assert suspects(f"name: A{misread}a")
