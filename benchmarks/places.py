"""Where the cities lie: on a grid in each of some countries, nowhere two within two kilometres."""

from typing import Final, NamedTuple

ROWS: Final = 80
COLUMNS: Final = 75
HEIGHT: Final = 0.03
WIDTH: Final = 0.08
"""Three kilometres and more between two points of the grid, as far north as the grids go."""


class Country(NamedTuple):
    """A country, its region, a language of it, and the south-west corner of its grid."""

    code: str
    region: str
    language: str
    south: float
    west: float


COUNTRIES: Final = (
    Country("MX", "latin-america", "es", 18, -104),
    Country("DE", "europe", "de", 50, 7),
    Country("JP", "east-asia", "ja", 35, 135),
    Country("KE", "africa", "sw", -1, 34.5),
    Country("IN", "south-asia", "hi-Latn", 20, 75),
    Country("AU", "oceania", "en-AU", -30, 140),
    Country("US", "north-america", "es", 38, -100),
    Country("TR", "west-asia", "tr", 38, 30),
    Country("NO", "europe", "nb", 60.5, 5),
    Country("CO", "latin-america", "es", 3, -77),
    Country("KR", "east-asia", "ko", 35, 124.1),
    Country("EG", "africa", "ar", 25, 28),
    Country("GR", "europe", "el", 38.5, 20),
    Country("UA", "europe", "uk", 48, 28),
    Country("BR", "latin-america", "pt", -20, -50),
    Country("SA", "west-asia", "ar", 22, 41),
    Country("KZ", "west-asia", "ru", 47, 65),
    Country("CA", "north-america", "fr", 50, -110),
    Country("NZ", "oceania", "mi", -41, 171),
    Country("PK", "south-asia", "en-PK", 29, 66),
    Country("AR", "latin-america", "es", -35, -66),
    Country("PE", "latin-america", "es", -12, -78),
    Country("EC", "latin-america", "es", -3, -81),
    Country("BO", "latin-america", "es", -18, -67),
    Country("VE", "latin-america", "es", 6, -69),
    Country("FR", "europe", "fr", 45, 0),
    Country("ES", "europe", "es", 39, -6),
    Country("IT", "europe", "it", 41, 11),
    Country("PL", "europe", "pl", 51.5, 15),
    Country("SE", "europe", "sv", 60, 13),
    Country("FI", "europe", "fi", 62, 22),
    Country("RO", "europe", "ro", 44.5, 21),
    Country("MA", "africa", "ar", 31, -9),
    Country("DZ", "africa", "ar", 28, 0),
    Country("NG", "africa", "ha", 8, 4),
    Country("ET", "africa", "om", 7, 36),
    Country("TZ", "africa", "sw", -7, 31),
    Country("ZA", "africa", "af", -30, 21),
    Country("CN", "east-asia", "en-CN", 30, 105),
    Country("TH", "east-asia", "en-TH", 14, 99),
    Country("VN", "east-asia", "vi", 20.5, 103),
    Country("ID", "east-asia", "id", -3, 112),
)
REGIONS: Final = tuple(sorted({country.region for country in COUNTRIES}))
MOST: Final = len(COUNTRIES) * ROWS * COLUMNS
"""As many cities as have a place."""


def place(number: int, north: int, east: int) -> tuple[Country, float, float]:
    """The country of a city, and its point on the grid, moved by some ten thousandths of a degree.

    They move it less than a third of the way to the next one: 99 at most.
    """
    turn, index = divmod(number, len(COUNTRIES))
    column, row = divmod(turn, ROWS)
    country = COUNTRIES[index]
    lat = country.south + row * HEIGHT + north / 10_000
    lon = country.west + column * WIDTH + east / 10_000
    return country, lat, lon
