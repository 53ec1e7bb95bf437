from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.analysis.newness import Newness, newness
from gsca_cli.records.when import When

NEW, PERHAPS, NOT = Newness.NEW, Newness.PERHAPS, Newness.NOT

TABLE: list[tuple[str, str, Newness]] = [
    # A day.
    ("2022-05-14", "2022-05-15", NOT),
    ("2022-05-15", "2022-05-15", NEW),
    ("2022-05-16", "2022-05-15", NEW),
    ("2022-04-30", "2022-05", NOT),
    ("2022-05-01", "2022-05", NEW),
    ("2021-12-31", "2022", NOT),
    ("2022-01-01", "2022", NEW),
    # A month.
    ("2022-05", "2022-05-01", NEW),
    ("2022-05", "2022-05-02", PERHAPS),
    ("2022-05", "2022-05-31", PERHAPS),
    ("2022-05", "2022-06-01", NOT),
    ("2022-05", "2022-05", NEW),
    ("2022-05", "2022-06", NOT),
    ("2022-05", "2022-04", NEW),
    ("2022-05", "2022", NEW),
    ("2022-05", "2023", NOT),
    # A year.
    ("2022", "2022", NEW),
    ("2022", "2022-01-01", NEW),
    ("2022", "2022-01-02", PERHAPS),
    ("2022", "2022-12", PERHAPS),
    ("2022", "2023", NOT),
    ("2022", "2021-12-31", NEW),
    # A span.
    ("2021-01/2021-03", "2020-12", NEW),
    ("2021-01/2021-03", "2021-01", NEW),
    ("2021-01/2021-03", "2021-02", PERHAPS),
    ("2021-01/2021-03", "2021-03-31", PERHAPS),
    ("2021-01/2021-03", "2021-04", NOT),
    # By then.
    ("../2022-06", "2022-05", PERHAPS),
    ("../2022-06", "2022-06-30", PERHAPS),
    ("../2022-06", "2022-07", NOT),
    ("../2022-06", "1999", PERHAPS),
    # From then on.
    ("2022-06/..", "2022-05", NEW),
    ("2022-06/..", "2022-06", NEW),
    ("2022-06/..", "2022-07", PERHAPS),
    ("2022-06/..", "2050", PERHAPS),
    # A moment begins with its first day.
    ("2021-02", "2021-01/2021-03", NEW),
    ("2020-12", "2021-01/2021-03", NOT),
    ("2021-02", "2021-01/..", NEW),
]


@pytest.mark.parametrize(("since", "moment", "expected"), TABLE)
def test_a_state_is_new_if_it_moved_on_or_after_the_first_day_of_the_moment(
    since: str, moment: str, expected: Newness
) -> None:
    assert newness(When.parse(since), When.parse(moment)) is expected


@pytest.mark.parametrize(
    ("since", "moment"), [(None, None), (None, "2022"), ("2022", None), ("2022", "../2022")]
)
def test_nothing_is_new_without_two_dates(since: str | None, moment: str | None) -> None:
    dates = [When.parse(text) if text else None for text in (since, moment)]
    found = newness(*dates)
    assert found is NOT
    assert not found


DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(DAYS, st.integers(0, 800), DAYS)
def test_a_state_is_perhaps_new_if_some_of_its_days_are(
    first: date, length: int, moment: date
) -> None:
    last = first + timedelta(days=length)
    found = newness(When("since", first, last), When("moment", moment, moment))
    new = {first >= moment, last >= moment}
    assert found is (NEW if new == {True} else NOT if new == {False} else PERHAPS)
