import pytest

from gsca_cli.analysis.life.figures import committed
from gsca_cli.snapshots.git import Commit


@pytest.mark.parametrize(
    ("time", "day"),
    [
        (0, "1970-01-01"),
        (86399, "1970-01-01"),
        (1655164800, "2022-06-14"),
        (-1, "1969-12-31"),
        (1 << 60, "undated"),
    ],
)
def test_a_commit_has_the_day_that_it_was_made_on(time: int, day: str) -> None:
    assert committed(Commit("a" * 40, time, "Ana", "x")).date == day
