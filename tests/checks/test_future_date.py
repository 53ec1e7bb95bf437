from small_alliance import OSLO, findings


def test_a_state_that_moves_in_the_future_is_reported_at_its_date() -> None:
    later = OSLO.replace("since: 2022-05", "since: 2202-05")
    assert findings({"data/cities/oslo.yaml": later}) == [
        "data/cities/oslo.yaml:9:37 future-date: `since: 2202-05` lies after today, 2024-06-01"
    ]


def test_an_imprecise_date_that_may_lie_in_the_past_is_fine() -> None:
    this_year = OSLO.replace("since: 2022-05", "since: 2024")
    assert findings({"data/cities/oslo.yaml": this_year}) == []


def test_what_is_due_may_lie_ahead() -> None:
    planned = OSLO.replace("since: 2022-05", "due: 2030-01")
    assert findings({"data/cities/oslo.yaml": planned}) == []
