import pytest
from small_alliance import OSLO, checked

from gsca_cli.findings import Finding

PATH = "data/cities/oslo.yaml"


def found(location: str, country: str = "NO") -> list[Finding]:
    """What is found about the coordinates of a city."""
    oslo = OSLO.replace("country: 'NO'", f"country: {country}")
    findings = checked({PATH: f"{oslo}location: {location}\n"}).findings
    return [each for each in findings if each.code.endswith("-coordinates")]


def test_each_number_that_is_not_on_the_globe_is_reported_at_itself() -> None:
    findings = found("{lat: -97.0818, lon: 461.0}")
    assert [f"{each.location} {each.code}: {each.message}" for each in findings] == [
        f"{PATH}:11:17 impossible-coordinates: the latitude -97.0818 is not on the globe",
        f"{PATH}:11:32 impossible-coordinates: the longitude 461 is not on the globe",
    ]
    assert [each.hint for each in findings] == [
        "a latitude lies between -90 and 90; look it up again",
        "a longitude lies between -180 and 180; look it up again",
    ]


@pytest.mark.parametrize(
    "point", ["{lat: 90, lon: 180}", "{lat: -90, lon: -180.0}", "{lat: 0, lon: 0}"]
)
def test_the_poles_and_the_date_line_are_on_the_globe(point: str) -> None:
    assert "impossible-coordinates" not in {each.code for each in found(point)}


def test_an_exchanged_pair_that_lies_in_the_country_is_the_cure() -> None:
    (finding,) = found("{lat: -99.1277, lon: 19.4280}", "MX")
    assert finding.message == "the latitude -99.1277 is not on the globe"
    assert finding.hint == (
        "with lat and lon exchanged it lies in MX: write `location: {lat: 19.4280, lon: -99.1277}`"
    )


@pytest.mark.parametrize(
    ("location", "country"),
    [
        ("{lat: -99.1277, lon: 19.4285}", "NO"),
        ("{lat: -99.1277, lon: 19.4285}", "GF"),
        ("{lat: 178.4419, lon: 181.5}", "FJ"),
    ],
)
def test_an_exchange_that_would_not_help_is_not_offered(location: str, country: str) -> None:
    assert "exchanged" not in str([each.hint for each in found(location, country)])
