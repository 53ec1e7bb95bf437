import pytest
from small_alliance import checked

PATH = "data/cities/place.yaml"


def found(location: str) -> list[str]:
    """What is found about the coordinates of a city in Norway."""
    city = f"name: Place\ncountry: 'NO'\nlocation: {location}\nsources: [paper]\n"
    return [
        f"{each.location} {each.code} {each.severity}: {each.message} ({each.hint})"
        for each in checked({PATH: city}).findings
        if each.code.endswith("-coordinates")
    ]


@pytest.mark.parametrize(
    "location",
    ["59.9, lon: 10.7", "60, lon: 10", "59.9, lon: 11", "6e1, lon: 1.07e1", "59., lon: 10.0"],
)
def test_a_place_to_a_tenth_of_a_degree_is_reported_at_the_location(location: str) -> None:
    assert found(f"{{lat: {location}}}") == [
        (
            f"{PATH}:3:1 rounded-coordinates notice: "
            f"`{location.replace('lon: ', '')}` is no closer than a tenth of a degree, "
            "which is 11 km (look the place up, and write four decimals)"
        )
    ]


@pytest.mark.parametrize(
    "location",
    [
        "59.91, lon: 10.7",
        "59.9, lon: 10.75",
        "59.90, lon: 10.7",
        "60, lon: 10.7461",
        "6e1, lon: 9.97e0",
    ],
)
def test_one_number_with_two_decimals_is_enough(location: str) -> None:
    assert found(f"{{lat: {location}}}") == []


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("{lat: 0, lon: 0}", "misplaced-coordinates"),
        ("{lat: 91, lon: 10.7}", "impossible-coordinates"),
    ],
)
def test_a_location_that_is_wrong_altogether_is_not_called_rounded(
    location: str, code: str
) -> None:
    (finding,) = found(location)
    assert f" {code} " in finding


def test_what_is_in_the_wrong_place_may_be_rounded_too() -> None:
    misplaced, rounded = found("{lat: 10.7, lon: 59.9}")
    assert " misplaced-coordinates warning: " in misplaced
    assert " rounded-coordinates notice: " in rounded
