"""The code of a subdivision in another form: never one of another country."""

import pytest

from gsca_cli.alliance.cures.subdivisions import subdivision_form, subdivision_meant


@pytest.mark.parametrize(
    ("country", "text", "meant"),
    [
        ("CO", "CO-DC", "CO-DC"),
        ("CO", "co_dc", "CO-DC"),
        ("CO", " codc ", "CO-DC"),
        ("CO", "CO.DC", "CO-DC"),
        ("CO", "\uff23\uff2f\uff0d\uff24\uff23", "CO-DC"),
        ("co", "co dc", "CO-DC"),
        ("Colombia", "CODC", "CO-DC"),
        ("MX", "mxcmx", "MX-CMX"),
        # These begin with the code of Tonga, Cameroon, Canada and Colombia.
        ("CO", "TOL", ""),
        ("MX", "CMX", ""),
        ("US", "CAL", ""),
        ("CO", "COR", ""),
        ("CO", "to-l", ""),
        ("CO", "MX CMX", ""),
        ("CO", "DC", ""),
        ("CO", "11", ""),
        ("CO", "Bogotá", ""),
        ("CO", "", ""),
        ("Congo", "CODC", ""),
        (None, "co-dc", "CO-DC"),
        (None, "codc", "CO-DC"),
        (None, "tol", ""),
        (None, "xx-1", ""),
        (7, "co-dc", ""),
    ],
)
def test_the_code_is_taken_only_if_it_is_one_of_the_country(
    country: object, text: str, meant: str
) -> None:
    assert subdivision_meant(text, {} if country is None else {"country": country}) == meant


@pytest.mark.parametrize(
    ("country", "begins"),
    [
        ("CO", "`CO-`"),
        ("co", "`CO-`"),
        ("Colombia", "`CO-`"),
        ("Nowhere", "that of the country, as in `CO-DC`"),
        (True, "that of the country, as in `CO-DC`"),
    ],
)
def test_the_form_is_that_of_the_country(country: object, begins: str) -> None:
    said = subdivision_form({"country": country})
    assert said == f"write its code of ISO 3166-2, which begins with {begins}"
