import pytest

from gsca_cli.alliance.plain_id import is_full_width, look_alike, plain_id, script

CYRILLIC_SMALL = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
)
CYRILLIC_LARGE = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0408\u0405"
)
GREEK_SMALL = "\u03b1\u03b9\u03bd\u03bf\u03c1\u03c5"
GREEK_LARGE = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        ("New York", "new-york"),
        ("new_york", "new-york"),
        ("--new...york--", "new-york"),
        ("São Paulo", "sao-paulo"),
        ("Sa\u0303o Paulo", "sao-paulo"),
        ("ｎｅｗ　ｙｏｒｋ２", "new-york2"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Ørsted", "orsted"),
        ("œuvre", "oeuvre"),
        ("Łódź", "lodz"),
        ("Đakovo", "dakovo"),
        ("Seyðisfjörður", "seydisfjordur"),
        ("Þingvellir", "thingvellir"),
        ("Diyarbak\u0131r", "diyarbakir"),
        ("L'Aquila", "l-aquila"),
        (CYRILLIC_SMALL, "aeopcyxijshdqw"),
        (CYRILLIC_LARGE, "abekmhopctxyijs"),
        (GREEK_SMALL, "aivopu"),
        (GREEK_LARGE, "abezhikmnoptyx"),
        ("a" * 60, "a" * 60),
    ],
)
def test_an_id_in_plain_letters_says_the_same(key: str, plain: str) -> None:
    assert plain_id(key) == plain


@pytest.mark.parametrize(
    "key", ["", "--", "1oslo", "東京", "осло", "oslo東", "a\udcffb", "a\u200bb", "a\x07b", "a" * 61]
)
def test_what_cannot_be_said_in_plain_letters_has_no_such_id(key: str) -> None:
    assert plain_id(key) == ""


def test_full_width_letters_are_those_of_japanese_typesetting() -> None:
    assert is_full_width("osloＡ")
    assert is_full_width("oslo－2")
    assert not is_full_width("東京")
    assert not is_full_width("oslo-2")


@pytest.mark.parametrize(
    ("key", "letter"),
    [
        ("\u043eslo", "\u043e"),
        ("osl\u03bf-2", "\u03bf"),
        ("\u041eslo_\u03bf", "\u041e"),
        ("\u0441\u043e\u0440", "\u0441"),
        ("s\u043c\u043e", ""),
        ("oslo", ""),
        ("ørsted", ""),
        ("東京", ""),
    ],
)
def test_a_letter_looks_like_a_latin_one_where_all_else_is_latin(key: str, letter: str) -> None:
    assert look_alike(key) == letter


def test_a_script_is_called_by_its_name() -> None:
    assert script("\u043e") == "Cyrillic"
    assert script("\u03bf") == "Greek"
