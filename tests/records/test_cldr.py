import pytest

from gsca_cli.records.cldr import country_name, language_name, usual_language


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("MX", "en", "Mexico"),
        ("MX", "es", "México"),
        ("BR", "pt", "Brasil"),
        ("BR", "pt-BR", "Brasil"),
        ("JP", "ja", "日本"),
        ("IN", "hi", "भारत"),
        ("DE", "es", "Alemania"),
        ("NO", "nb", "Norge"),
        ("TW", "zh-Hant", "台灣"),
    ],
)
def test_a_country_has_its_name_in_the_language(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("es", "en", "Spanish"),
        ("es", "es", "español"),
        ("pt", "pt", "português"),
        ("ja", "ja", "日本語"),
        ("hi", "hi", "हिन्दी"),
        ("fr", "es", "francés"),
    ],
)
def test_a_language_has_its_name_in_the_language(code: str, language: str, name: str) -> None:
    assert language_name(code, language) == name


@pytest.mark.parametrize(
    ("code", "language"), [("JP", "ja"), ("CO", "es"), ("BR", "pt"), ("UA", "uk"), ("Q9", "")]
)
def test_a_country_has_a_usual_language(code: str, language: str) -> None:
    assert usual_language(code) == language


@pytest.mark.parametrize("language", ["xx", "tlh", "qaa", "not a language", "", "und", "e", "en_"])
def test_in_an_unknown_language_names_are_english(language: str) -> None:
    assert country_name("MX", language) == "Mexico"
    assert language_name("es", language) == "Spanish"


@pytest.mark.parametrize("language", ["en", "es", "ja", "xx"])
def test_an_unknown_code_stands_for_itself(language: str) -> None:
    assert country_name("Q9", language) == "Q9"
    assert language_name("qqq", language) == "qqq"
    assert country_name("", language) == ""
