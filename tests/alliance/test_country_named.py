"""The country that somebody means: certain, offered, one of several, or rather none."""

import pytest
from babel import Locale

from gsca_cli.alliance.country_named import country_named
from gsca_cli.records.cldr import LANGUAGES
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.country_variants import country_variants

CERTAIN = {
    "CO": "CO|co|Colombia|COLOMBIA|Kolumbien|COL",
    "US": "USA|U.S.A.|EE. UU.|EE.UU.|EUA|United States|United States of America|Estados Unidos",
    "GB": "England|Inglaterra|Wales|Scotland|Great Britain|United Kingdom|Northern Ireland",
    "DE": "Deutschland|DEU",
    "CZ": "Czechia|Czech Republic|República Checa",
    "HK": "Hong Kong|Hongkong|香港",
    "MO": "Macau|Macao",
    "CD": "Congo - Kinshasa|Congo (DRC)|República Democrática del Congo|COD|ZAR",
    "CG": "Congo - Brazzaville|Congo Republic|République du Congo|COG",
    "KR": "South Korea|Republic of Korea|KOR",
    "KP": "North Korea|PRK",
    "GN": "Guinea",
    "GW": "Guinea-Bissau|guinea bissau",
    "CI": "Côte d'Ivoire|Cote d’Ivoire|Ivory Coast",
    "SD": "Sudan",
    "IE": "Ireland",
    "TR": "Turkey|Türkiye",
    "JP": "日本",
}
OFFERED = {
    "GB": "UK|U.K.|uk",
    "GR": "EL",
    "US": "U.S.",
    "NO": "Nrway|Norwy",
    "EC": "Ecuadro",
    "CO": "Columbia",
    "PH": "Phillipines",
    "NL": "The Netherlands",
    "BA": "Bosnia and Herzegovina",
    "MK": "Macedonia",
    "CD": "Kinshasa",
    "CG": "Republic of the Congo",
    "KR": "Korea, Republic of",
}
SEVERAL = {
    "CD CG": "Congo|congo|Kongo|DR Congo|Democratic Republic of the Congo|D.R. Congo",
    "KP KR": "Korea",
    "VG VI": "Virgin Islands",
    "MF SX": "Saint-Martin",
}
NONE = (
    # Codes and names that no country has, some of them near one that was not meant.
    "GER|NYC|XX|XK|EU|ZZ|Lagos|Bali|Geneva|London|New York|Mexico City|Atlantis|San Salvador|"
    # One slip away from two countries.
    "Nigera|Slovania|Austrlia|"
    # Continents and the like, which are parts of names.
    "America|América|Africa|Europe|Caribbean|Latin America|Asia|"
    # Words of many names, or of none.
    "Islands|Republic|the|of|-|?|47|n/a|Republic of China"
)


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(text, codes) for codes, texts in table.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "code"), rows(CERTAIN))
def test_a_code_or_a_name_of_cldr_is_certain(text: str, code: str) -> None:
    found = country_named(text)
    assert (found.code, found.is_certain) == (code, True)


@pytest.mark.parametrize(("text", "code"), rows(OFFERED))
def test_what_is_near_is_offered_and_not_certain(text: str, code: str) -> None:
    found = country_named(text)
    assert (found.code, found.is_certain) == (code, False)


@pytest.mark.parametrize(("text", "codes"), rows(SEVERAL))
def test_of_several_countries_none_is_taken(text: str, codes: str) -> None:
    found = country_named(text)
    assert (" ".join(found.codes), found.code, found.is_certain) == (codes, "", False)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_no_country_is_better_than_a_wrong_one(text: str) -> None:
    assert country_named(text).codes == ()


def test_a_name_in_another_language_is_known_where_an_alliance_uses_it() -> None:
    assert country_named("Sudafrica").code == country_named("Sudáfrica").code == "ZA"
    assert not country_named("Svezia").codes
    assert country_named("Svezia", ("it",)).is_certain
    assert country_named("Svezia", ("it",)).code == "SE"
    # Not even there is a name that is near in such a language offered.
    assert not country_named("Svezja", ("it",)).codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_cldr_means_its_country_or_is_shared(language: str) -> None:
    territories = Locale(language).territories
    for code in COUNTRY_CODES & territories.keys():
        found = country_named(territories[code])
        assert code in found.codes, territories[code]
        assert found.is_certain or len(found.codes) > 1


def test_every_variant_means_its_country_or_is_shared() -> None:
    for code, names in country_variants().items():
        for name in names:
            assert code in country_named(name).codes, name


def test_what_is_offered_is_told_with_the_names() -> None:
    assert country_named("Korea").told() == "`KP` (North Korea) or `KR` (South Korea)"
    assert country_named("UK").told() == "`GB` (United Kingdom)"
