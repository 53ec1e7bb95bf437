import pytest
from small_alliance import FILES, OSLO, findings


def test_a_state_that_moves_in_the_future_is_reported_at_its_date() -> None:
    later = OSLO.replace("since: 2022-05", "since: 2202-05")
    assert findings({"data/cities/oslo.yaml": later}) == [
        "data/cities/oslo.yaml:9:38 future-date: `since: 2202-05` lies after today, 2024-06-01"
    ]


def test_an_imprecise_date_that_may_lie_in_the_past_is_fine() -> None:
    this_year = OSLO.replace("since: 2022-05", "since: 2024")
    assert findings({"data/cities/oslo.yaml": this_year}) == []


def test_what_is_due_may_lie_ahead() -> None:
    planned = OSLO.replace("since: 2022-05", "due: 2030-01")
    assert findings({"data/cities/oslo.yaml": planned}) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("joined: 2021", "joined: 2024-06-02", "4:48 future-date: `joined: 2024-06-02`"),
        ("joined: 2021", "left: 2025", "4:46 future-date: `left: 2025`"),
        ("since: 2022-05", "as_of: 2024-07", "9:38 future-date: `as_of: 2024-07`"),
        ("since: 2022-05", "until: 2025/..", "9:38 future-date: `until: 2025/..`"),
        (
            "sources:",
            "population: {value: 1, as_of: 2030}\nsources:",
            "10:31 future-date: `as_of: 2030`",
        ),
    ],
)
def test_every_date_of_what_has_happened_is_looked_at(old: str, new: str, place: str) -> None:
    assert findings({"data/cities/oslo.yaml": OSLO.replace(old, new)}) == [
        f"data/cities/oslo.yaml:{place} lies after today, 2024-06-01"
    ]


@pytest.mark.parametrize("dates", ["joined: 2024-06-01", "joined: 2024", "joined: ../2030"])
def test_today_and_a_bound_that_allows_the_past_are_fine(dates: str) -> None:
    oslo = OSLO.replace("joined: 2021", dates)
    assert findings({"data/cities/oslo.yaml": oslo}) == []


def test_a_meeting_may_lie_ahead() -> None:
    north = FILES["data/regions/north.yaml"] + "meetings: [{date: 2030-01}]\n"
    assert findings({"data/regions/north.yaml": north}) == []


@pytest.mark.parametrize(
    ("path", "more", "place"),
    [
        ("data/policies/open-data.yaml", "releases: [{date: 2202}]\n", "4:19"),
        ("gsca.yaml", "events: [{date: 2202, text: Fair}]\n", "2:17"),
    ],
)
def test_a_release_and_an_event_lie_in_the_past(path: str, more: str, place: str) -> None:
    assert findings({path: FILES[path] + more}) == [
        f"{path}:{place} future-date: `date: 2202` lies after today, 2024-06-01"
    ]
