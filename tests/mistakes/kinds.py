"""The kinds of mistake: each takes a right record and gives what somebody made of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mistakes.blanks import indentation, no_break_space, tab
from mistakes.mistake import Mistake
from mistakes.specimens import Specimen, Specimens
from mistakes.structure import (
    another_kind,
    dropped,
    duplicated,
    emptied,
    misspelt_key,
    swapped,
    wrong_type,
)
from mistakes.values import (
    capitals,
    comma,
    curly_quotes,
    full_width,
    in_the_future,
    misspelt_value,
    mojibake,
    out_of_range,
)

Make = Callable[[Specimen, Specimens], Iterator[Mistake]]

MISTAKES: Final[Mapping[str, Make]] = {
    "dropped": dropped,
    "duplicated": duplicated,
    "typo in the key": misspelt_key,
    "typo in the value": misspelt_value,
    "another kind's id": another_kind,
    "wrong type": wrong_type,
    "swapped": swapped,
    "out of range": out_of_range,
    "in the future": in_the_future,
    "mojibake": mojibake,
}
"""What people do to a record."""

SLIPS: Final[Mapping[str, Make]] = {
    "emptied": emptied,
    "capitals": capitals,
    "full-width": full_width,
    "comma": comma,
    "curly quotes": curly_quotes,
    "tab": tab,
    "no-break space": no_break_space,
    "indentation": indentation,
}
"""Slips of the keyboard, and of the programs that help with typing."""
