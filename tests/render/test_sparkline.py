import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.render.sparkline import BARS, sparkline


@pytest.mark.parametrize(
    ("numbers", "bars"),
    [
        ([], ""),
        ([0, 0], "▁▁"),
        ([1], "█"),
        ([0, 1, 7], "▁▂█"),
        ([0, 1, 700], "▁▂█"),
        ([7, 6, 5, 4, 3, 2, 1, 0], "█▇▆▅▄▃▂▁"),
    ],
)
def test_the_largest_is_high_and_only_nought_is_low(numbers: list[int], bars: str) -> None:
    assert sparkline(numbers, 60) == bars


def test_where_there_is_no_room_each_bar_is_the_last_of_several() -> None:
    assert sparkline([0, 0, 0, 7, 0, 0], 3) == "▁█▁"
    assert sparkline([0, 0, 7], 2) == "▁█"


@given(st.lists(st.integers(0, 10**6), min_size=1), st.integers(1, 100))
def test_a_larger_number_never_has_a_lower_bar(numbers: list[int], columns: int) -> None:
    bars = sparkline(sorted(numbers), columns)
    assert len(bars) == min(columns, len(numbers))
    assert [BARS.index(bar) for bar in bars] == sorted(BARS.index(bar) for bar in bars)
    assert (bars[-1] == BARS[-1]) == any(numbers)
