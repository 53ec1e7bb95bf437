import pytest

from gsca_cli.alliance.names import Wording, in_language

NAMES = {"en": "Mexico City", "es": "Ciudad de México", "pt-BR": "Cidade do México"}


@pytest.mark.parametrize(
    ("names", "language", "text", "fallback"),
    [
        (NAMES, "en", "Mexico City", False),
        (NAMES, "es", "Ciudad de México", False),
        (NAMES, "es-MX", "Ciudad de México", False),
        (NAMES, "es-419", "Ciudad de México", False),
        (NAMES, "pt-BR", "Cidade do México", False),
        (NAMES, "pt", "Mexico City", True),
        (NAMES, "pt-PT", "Mexico City", True),
        (NAMES, "ja", "Mexico City", True),
        (NAMES, "", "Mexico City", True),
        ({"und": "Oslo"}, "ja", "Oslo", False),
        ({"und": "Oslo"}, "en", "Oslo", False),
        ({"und": "Oslo", "ja": "オスロ"}, "ja", "オスロ", False),
        ({"und": "Oslo", "en": "Oslo!"}, "ja", "Oslo", False),
        ({"ja": "オスロ"}, "es", "オスロ", True),
        ({"ja": "オスロ", "fr": "Oslo"}, "es", "オスロ", True),
        ({}, "en", "", True),
    ],
)
def test_a_text_is_in_the_language_or_says_that_it_is_not(
    names: dict[str, str], language: str, text: str, *, fallback: bool
) -> None:
    assert in_language(names, language, "en") == Wording(text, fallback)


def test_the_default_language_is_that_of_the_alliance() -> None:
    assert in_language(NAMES, "ja", "es") == Wording("Ciudad de México", fallback=True)
    assert in_language(NAMES, "es", "es") == Wording("Ciudad de México")
