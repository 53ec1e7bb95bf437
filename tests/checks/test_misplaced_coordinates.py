import pytest
from small_alliance import checked

from gsca_cli.findings import Finding

PATH = "data/cities/place.yaml"


def found(country: str, location: str) -> list[Finding]:
    """What is found about the coordinates of a city."""
    city = f"name: Place\ncountry: {country}\nlocation: {location}\nsources: [paper]\n"
    findings = checked({PATH: city}).findings
    return [each for each in findings if each.code.endswith("-coordinates")]


def told(country: str, location: str) -> tuple[str, str, str]:
    """Where the one finding stands, what it says, and the cure."""
    (finding,) = found(country, location)
    assert finding.code == "misplaced-coordinates"
    return str(finding.location).removeprefix(PATH), finding.message, finding.hint


@pytest.mark.parametrize(
    ("country", "location"),
    [
        ("NO", "{lat: 59.9127, lon: 10.7461}"),
        ("FJ", "{lat: -18.1416, lon: 178.4419}"),
        ("FJ", "{lat: -16.8, lon: -179.95}"),
        ("US", "{lat: 21.3069, lon: -157.8583}"),
        ("SG", "{lat: 1.2897, lon: 103.8501}"),
        ("GF", "{lat: 48.8534, lon: 2.3488}"),  # no borders are known
    ],
)
def test_a_city_in_its_country_is_fine(country: str, location: str) -> None:
    assert found(country, location) == []


def test_latitude_and_longitude_that_are_exchanged_are_reported_at_the_location() -> None:
    assert told("NO", "{lat: 10.7461, lon: 59.9127}") == (
        ":3:1",
        "`10.7461, 59.9127` lies outside NO; with lat and lon exchanged it lies inside",
        "write `location: {lat: 59.9127, lon: 10.7461}`",
    )


def test_a_latitude_with_the_wrong_sign_is_reported_at_itself() -> None:
    assert told("NO", "{lat: -59.9127, lon: 10.7461}") == (
        ":3:17",
        "`lat: -59.9127` lies outside NO; with the other sign it lies inside",
        "write `lat: 59.9127`",
    )


def test_a_longitude_with_the_wrong_sign_is_reported_at_itself() -> None:
    assert told("US", "{lat: 21.3069, lon: +157.8580}") == (
        ":3:31",
        "`lon: +157.8580` lies outside US; with the other sign it lies inside",
        "write `lon: -157.8580`",
    )


def test_two_wrong_signs_are_reported_at_the_location() -> None:
    assert told("AR", "{lat: 34.6132, lon: 58.3772}") == (
        ":3:1",
        "`34.6132, 58.3772` lies outside AR; with the other signs it lies inside",
        "write `location: {lat: -34.6132, lon: -58.3772}`",
    )


def test_where_several_cures_would_do_the_exchange_is_offered() -> None:
    # 2.35, -48.85 would lie in BR after an exchange, and with another sign of the latitude.
    assert told("BR", "{lat: -48.8534, lon: -2.3488}")[2] == (
        "write `location: {lat: -2.3488, lon: -48.8534}`"
    )


def test_a_city_far_from_its_country_is_reported_beside_the_country() -> None:
    (finding,) = found("NO", "{lat: 41.3888, lon: 2.159}")
    assert str(finding.location) == f"{PATH}:3:1"
    assert finding.message == "`41.3888, 2.159` is not in NO"
    assert finding.hint == "look the place up again, or correct `country`"
    assert [(str(each.location), each.message) for each in finding.related] == [
        (f"{PATH}:2:10", "the country is given here")
    ]


@pytest.mark.parametrize("location", ["{lat: 0, lon: 0}", "{lat: 0.01, lon: -0.01}"])
def test_nowhere_is_reported_whatever_the_country(location: str) -> None:
    numbers = location.strip("{}").replace("lat: ", "").replace("lon: ", "")
    expected = (
        ":3:1",
        f"`{numbers}` lies in the open ocean: nobody looked it up",
        "look the place up, or leave `location` out",
    )
    assert told("NO", location) == expected
    assert told("GF", location) == expected


def test_a_number_is_shown_as_it_is_written_unless_that_is_too_long() -> None:
    assert told("NO", "{lat: 10.70, lon: 59.90}")[2] == (
        "write `location: {lat: 59.90, lon: 10.70}`"
    )
    assert told("NO", "{lat: 10.70000000000000000, lon: 0x3C}")[2] == (
        "write `location: {lat: 60, lon: 10.70000000000000000}`"
    )
    assert told("NO", "{lat: 10.700000000000000000, lon: 60}")[2] == (
        "write `location: {lat: 60, lon: 10.7000000000}`"
    )


def test_a_location_in_block_style_is_reported_at_its_key() -> None:
    assert told("NO", "\n  lat: 10.7461\n  lon: 59.9127")[0] == ":3:1"
    assert told("NO", "\n  lat: -59.9127\n  lon: 10.7461")[0] == ":4:8"


def test_a_city_without_a_location_is_fine() -> None:
    assert found("NO", "") == []
