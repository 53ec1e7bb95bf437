from datetime import date

import pytest

from gsca_cli.analysis.periods import By, Period, calendar, last_possible_day, meetings
from gsca_cli.records.when import When

TODAY = date(2024, 6, 10)


def told(periods: list[Period]) -> list[str]:
    return [f"{each.name}: {each.first}..{each.last}" for each in periods]


def test_months_go_from_the_first_day_until_today() -> None:
    assert told(calendar(By.MONTH, date(2023, 12, 24), date(2024, 2, 10))) == [
        "2023-12: 2023-12-01..2023-12-31",
        "2024-01: 2024-01-01..2024-01-31",
        "2024-02: 2024-02-01..2024-02-10",
    ]


def test_quarters_and_years_begin_with_january() -> None:
    assert told(calendar(By.QUARTER, date(2023, 12, 24), TODAY)) == [
        "2023-Q4: 2023-10-01..2023-12-31",
        "2024-Q1: 2024-01-01..2024-03-31",
        "2024-Q2: 2024-04-01..2024-06-10",
    ]
    assert told(calendar(By.YEAR, date(2023, 12, 24), TODAY)) == [
        "2023: 2023-01-01..2023-12-31",
        "2024: 2024-01-01..2024-06-10",
    ]


def test_the_ends_of_the_calendar_are_no_reason_to_stop() -> None:
    assert told(calendar(By.YEAR, date.max, date.max)) == ["9999: 9999-01-01..9999-12-31"]
    assert told(calendar(By.MONTH, date.min, date.min)) == ["0001-01: 0001-01-01..0001-01-01"]


def test_a_meeting_ends_a_period_and_the_last_one_ends_today() -> None:
    held = [(When.parse("2024-03-20"), "Second"), (When.parse("2023-05"), "First")]
    found = meetings(held, TODAY)
    assert told(found) == [
        "2023-05-31: None..2023-05-31",
        "2024-03-20: 2023-06-01..2024-03-20",
        "2024-06-10: 2024-03-21..2024-06-10",
    ]
    assert [each.title for each in found] == ["First", "Second", "since the last meeting"]


def test_meetings_of_one_day_are_one() -> None:
    found = meetings([(When.parse(str(TODAY)), name) for name in ("", "Open day", "Board")], TODAY)
    assert [(each.last, each.title) for each in found] == [(TODAY, "Open day, Board")]


@pytest.mark.parametrize("text", ["2024-06-11", "2024-06", "2024-05/.."])
def test_a_meeting_that_may_be_to_come_ends_no_period(text: str) -> None:
    assert meetings([(When.parse(text), "")], TODAY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-05-03", date(2022, 5, 3)),
        ("2022", date(2022, 12, 31)),
        ("../2022-05", date(2022, 5, 31)),
        ("2024", TODAY),
        ("2022/..", TODAY),
        ("2024-06-11", None),
        ("2025/..", None),
    ],
)
def test_a_date_counts_from_its_last_day_today_at_the_latest(text: str, day: date | None) -> None:
    assert last_possible_day(When.parse(text), TODAY) == day
