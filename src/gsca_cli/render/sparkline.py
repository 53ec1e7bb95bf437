"""Numbers as a line of small bars; whoever shows one writes the numbers beside it."""

from collections.abc import Sequence
from typing import Final

BARS: Final = "▁▂▃▄▅▆▇█"


def sparkline(numbers: Sequence[int], columns: int) -> str:
    """A bar for each number, from nought to the largest; only nought has the lowest bar.

    Where there are more numbers than columns, each bar stands for the last of several.
    """
    shown = numbers
    if len(numbers) > columns:
        shown = [numbers[(n + 1) * len(numbers) // columns - 1] for n in range(columns)]
    top = max((*shown, 1))
    return "".join(BARS[-(-number * (len(BARS) - 1) // top)] for number in shown)
