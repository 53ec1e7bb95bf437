"""Which of many hashes stand more than once."""

from array import array
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

_PILES: Final = 64


def repeated(hashes: Iterable[int]) -> set[int]:
    """Those that stand more than once: of what has the others, nobody needs to keep anything.

    A set of all would take eight times the memory.
    """
    piles = [array("q") for _ in range(_PILES)]
    for each in hashes:
        piles[each % _PILES].append(each)
    return {one for pile in piles for one, next_one in pairwise(sorted(pile)) if one == next_one}
