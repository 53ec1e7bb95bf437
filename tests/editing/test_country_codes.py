"""A country by its code or by its name, in any language the alliance uses."""

import pytest
from small_alliance import FILES, alliance_of

from gsca_cli.editing.assignment import assignments
from gsca_cli.editing.country_codes import with_country_codes
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind

NORTH = "data/regions/north.yaml"
ALLIANCE = alliance_of(
    {
        NORTH: f"{FILES[NORTH]}languages: [es, it]\n",
        "data/cities/kaga.yaml": ("name: {en: Kaga, ja: 加賀市}\ncountry: JP\nsources: [paper]\n"),
    }
)
WRITE = "write its name, or its code of ISO 3166-1, such as CO"


def coded(word: str, kind: Kind = Kind.CITY) -> str:
    (found,) = with_country_codes(ALLIANCE, kind, assignments([word]))
    return str(found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("EC", "EC"),
        ("ec", "EC"),
        ("no", "NO"),
        ("Ecuador", "EC"),
        ("ecuador", "EC"),
        ("Japan", "JP"),
        ("Japón", "JP"),
        ("japon", "JP"),
        ("日本", "JP"),
        ("Côte d’Ivoire", "CI"),
        ("Hong Kong", "HK"),
        ("USA", "US"),
        ("Inglaterra", "GB"),
        ("Czech Republic", "CZ"),
        # No region works in German, and no name is given in it.
        ("Deutschland", "DE"),
        # A language of this alliance alone.
        ("Svezia", "SE"),
    ],
)
def test_a_country_gets_its_code(typed: str, code: str) -> None:
    assert coded(f"country={typed}") == f"country={code}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ecuadro", "country: `Ecuadro` is no country; did you mean `EC` (Ecuador)?"),
        ("UK", "country: `UK` is no country; did you mean `GB` (United Kingdom)?"),
        (
            "Congo",
            (
                "country: `Congo` may mean several countries: "
                "write `CD` (Congo - Kinshasa) or `CG` (Congo - Brazzaville)"
            ),
        ),
        (
            "Atlantis",
            f"country: `Atlantis` is no country; {WRITE}",
        ),
        *(
            (name, f"country: `{name}` is no country; {WRITE}")
            for name in ("Svezja", "America", "GER", "Bali")
        ),
    ],
)
def test_what_is_no_country_is_refused(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        coded(f"country={typed}")
    assert str(raised.value) == said


@pytest.mark.parametrize("word", ["country=", "name=Japan", "country-=Japan", "notes+=Japan"])
def test_nothing_else_is_touched(word: str) -> None:
    assert coded(word) == word


def test_only_a_kind_with_a_country_has_one() -> None:
    assert coded("country=Japan", Kind.SOURCE) == "country=Japan"
