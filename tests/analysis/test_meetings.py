"""The meetings of a region, and the region that a record belongs to."""

from datetime import date

import pytest
from small_alliance import FILES, OSLO, alliance_of

from gsca_cli.analysis.meetings import meetings_before, region_of
from gsca_cli.kinds import Kind
from gsca_cli.records.region import Region

NORTH = "data/regions/north.yaml"
DATES = (
    "2022-06-11",
    "2021",
    "2022-06",
    "2022-07/..",
    "../2022-05",
    "2022-06-11",
    "2022-06-01/2022-06-12",
)
REGION = Region.model_validate({"name": "North", "meetings": [{"date": each} for each in DATES]})


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2021, 12, 31), []),
        (date(2022, 1, 1), ["2021"]),
        (date(2022, 6, 11), ["../2022-05", "2021"]),
        (date(2022, 6, 12), ["2022-06-11", "2022-06-11", "../2022-05", "2021"]),
        (
            date(2022, 6, 30),
            ["2022-06-01/2022-06-12", "2022-06-11", "2022-06-11", "../2022-05", "2021"],
        ),
    ],
)
def test_a_meeting_is_over_after_its_last_day(day: date, held: list[str]) -> None:
    assert [str(each) for each in meetings_before(REGION, day)] == held


def test_a_meeting_of_a_month_may_be_on_its_last_day() -> None:
    assert str(meetings_before(REGION, date(2022, 7, 1))[0]) == "2022-06"


def test_a_region_that_never_met_has_no_meeting() -> None:
    assert meetings_before(Region.model_validate({"name": "North"}), date.max) == []


def test_a_region_is_its_own_and_a_city_has_that_of_its_only_membership() -> None:
    changes = {
        "data/regions/south.yaml": FILES[NORTH],
        "data/cities/both.yaml": OSLO.replace("policies:", "  south:\npolicies:"),
        "data/cities/none.yaml": "name: None\ncountry: 'NO'\nsources: [paper]\n",
        "data/cities/lost.yaml": OSLO.replace("north:", "nowhere:"),
    }
    alliance = alliance_of(changes)
    north = alliance.regions["north"]
    assert region_of(alliance, north) is north
    found = {key: region_of(alliance, city) for key, city in alliance.cities.items()}
    assert found == {"oslo": north, "both": None, "none": None, "lost": None}
    assert region_of(alliance, alliance.of(Kind.POLICY)["open-data"]) is None
