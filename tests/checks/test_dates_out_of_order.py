import pytest
from small_alliance import FILES, OSLO, findings

NORTH = "data/regions/north.yaml"


def test_a_city_that_leaves_before_it_joins_is_reported_at_the_later_date() -> None:
    oslo = OSLO.replace("joined: 2021", "joined: 2022-06, left: 2021-04")
    assert findings({"data/cities/oslo.yaml": oslo}) == [
        (
            "data/cities/oslo.yaml:4:63 dates-out-of-order: "
            "`left: 2021-04` lies before `joined: 2022-06`"
        )
    ]


def test_a_state_that_ends_before_it_begins_is_reported_wherever_it_stands() -> None:
    oslo = OSLO.replace(
        "  open-data:\n",
        "  open-data:\n    steps:\n      letter:\n"
        "        since: 2022-05\n        until: ../2022-04\n",
    )
    assert findings({"data/cities/oslo.yaml": oslo}) == [
        (
            "data/cities/oslo.yaml:10:16 dates-out-of-order: "
            "`until: ../2022-04` lies before `since: 2022-05`"
        )
    ]


@pytest.mark.parametrize(
    "dates",
    [
        "joined: 2021, left: 2021-04",
        "joined: 2021-04, left: 2021",
        "joined: 2021-04-01, left: 2021-04-01",
        "joined: ../2022, left: 2021",
        "joined: 2022, left: 2021/..",
        "joined: 2021-04/2022-06, left: 2021-05",
        "left: 2020",
    ],
)
def test_dates_of_which_one_reading_is_in_order_are_fine(dates: str) -> None:
    oslo = OSLO.replace("joined: 2021", dates)
    assert findings({"data/cities/oslo.yaml": oslo}) == []


def test_a_region_that_starts_before_it_is_announced_is_reported() -> None:
    north = f"{FILES[NORTH]}announced: 2022\nlaunched: 2021\n"
    assert findings({NORTH: north}) == [
        (
            "data/regions/north.yaml:8:11 dates-out-of-order: "
            "`launched: 2021` lies before `announced: 2022`"
        )
    ]
