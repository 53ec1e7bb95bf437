from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gsca_cli.records.when import When, day_after

DATES: dict[str, tuple[str, str]] = {
    "2022": ("2022-01-01", "2022-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "2022-01": ("2022-01-01", "2022-01-31"),
    "2022-04": ("2022-04-01", "2022-04-30"),
    "2022-12": ("2022-12-01", "2022-12-31"),
    "2022-02": ("2022-02-01", "2022-02-28"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2022-06-11": ("2022-06-11", "2022-06-11"),
    "2024-02-29": ("2024-02-29", "2024-02-29"),
    "9999-12-31": ("9999-12-31", "9999-12-31"),
    "2021-01/2021-03": ("2021-01-01", "2021-03-31"),
    "2021/2022": ("2021-01-01", "2022-12-31"),
    "2021-12-31/2022": ("2021-12-31", "2022-12-31"),
    "2022/2022-06": ("2022-01-01", "2022-06-30"),
    "2022-06-11/2022-06-11": ("2022-06-11", "2022-06-11"),
    "2022-06/2022": ("2022-06-01", "2022-12-31"),
    "../2022-06": ("", "2022-06-30"),
    "../2022": ("", "2022-12-31"),
    "2022-06/..": ("2022-06-01", ""),
    "2022/..": ("2022-01-01", ""),
}
"""A date, and the first and last day that it can mean; nothing where it is open."""

NO_DATES = {
    "not a date": [
        "",
        " ",
        "June 2022",
        "2022-6",
        "2022-06-1",
        "22",
        "022",
        "20222",
        "202206",
        "20220611",
        "2022/06/11/12",
        "2022-06-11T10:00",
        "2022-06-11Z",
        "-2022",
        "+2022",
        "2022-",
        "2022-06-",
        " 2022",
        "2022 ",
        "2022\n",
        "2022-06\n",
        "\uff12\uff10\uff12\uff12",
        "2022-\uff10\uff16",
        "\u0662\u0660\u0662\u0662",
        "2022\u201306",
        "06/2022",
        "/",
        "/2022",
        "2022/",
        "../",
        "/..",
        "..",
        "../..",
        "..2022",
        "2022..",
        ".../2022",
        "2022 / 2023",
        "2021/2022/2023",
    ],
    "no day of the calendar": [
        "0000",
        "0000-01",
        "2022-13",
        "2022-99",
        "2022-06-31",
        "2022-06-32",
        "2023-02-29",
        "1900-02-29",
        "2021-13/2022",
        "../2022-13",
        "2022-02-30/..",
    ],
    "ends before it begins": ["2022/2021", "2022-06/2022-05", "2022-06-12/2022-06-11"],
}


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("text", DATES)
def test_a_date_knows_the_first_and_last_day_it_can_mean(text: str) -> None:
    earliest, latest = DATES[text]
    assert When.parse(text) == When(text, day(earliest), day(latest))
    assert str(When.parse(text)) == text


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in NO_DATES.items() for text in texts]
)
def test_what_is_no_date_says_why(reason: str, text: str) -> None:
    with pytest.raises(ValueError, match=reason):
        When.parse(text)


@pytest.mark.parametrize(
    "text", ["2022-00", "2022-00-11", "2022-06-00", "2022-00/..", "../2022-00"]
)
def test_no_month_and_no_day_is_zero(text: str) -> None:
    with pytest.raises(ValueError, match="no day of the calendar"):
        When.parse(text)


@pytest.mark.parametrize("text", ["9999-12", "9999-12/..", "../9999-12"])
def test_the_last_month_of_the_calendar_is_a_month(text: str) -> None:
    assert When.parse(text).text == text


DAYS = st.dates(max_value=date(9999, 11, 30))
PERIODS = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda cut: cut[0].isoformat()[: cut[1]])


@given(PERIODS)
def test_a_period_never_ends_before_it_begins(text: str) -> None:
    when = When.parse(text)
    assert when.earliest
    assert when.latest
    assert when.earliest <= when.latest
    assert when.earliest.isoformat().startswith(text)
    assert when.latest.isoformat().startswith(text)
    if when.latest < date.max:
        assert not (when.latest + timedelta(days=1)).isoformat().startswith(text)


@given(PERIODS, PERIODS)
def test_a_span_goes_from_its_first_period_to_its_last(start: str, end: str) -> None:
    first, last = When.parse(start).earliest, When.parse(end).latest
    assert first
    assert last
    assume(first <= last)
    assert When.parse(f"{start}/{end}") == When(f"{start}/{end}", first, last)
    assert When.parse(f"{start}/..") == When(f"{start}/..", first, None)
    assert When.parse(f"../{end}") == When(f"../{end}", None, last)


@given(
    st.text(st.sampled_from("0123456789-/. \uff12"), max_size=24).filter(
        lambda t: "9999-12" not in t
    )
)
def test_any_text_is_a_date_in_order_or_is_refused(text: str) -> None:
    try:
        when = When.parse(text)
    except ValueError:
        return
    assert when.earliest or when.latest
    assert not (when.earliest and when.latest and when.latest < when.earliest)


@pytest.mark.parametrize(
    ("given_day", "next_day"),
    [
        (date(2024, 2, 28), date(2024, 2, 29)),
        (date(2023, 12, 31), date(2024, 1, 1)),
        (date.max, date.max),
    ],
)
def test_the_last_day_of_the_calendar_has_no_next_one(given_day: date, next_day: date) -> None:
    assert day_after(given_day) == next_day
