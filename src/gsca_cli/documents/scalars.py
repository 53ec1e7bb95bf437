"""The YAML 1.2 core schema: what an unquoted word means."""

import math
import re
from typing import Self

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z").match
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"
    r"|[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z"
).match
NUMBER_STARTS = frozenset("0123456789+-.")
LONGEST_NUMBER = 18
"""An integer of more digits is none that a record needs, and loses its last ones elsewhere."""


class UnusableNumber(ValueError):  # noqa: N818 (it becomes a finding)
    """A number that is infinite, undefined or too long to be kept exactly."""


class WrittenInt(int):
    """An integer that is not written in its plain form: `012` is 12 but says 012."""

    written: str

    @classmethod
    def of(cls, text: str, value: int) -> Self:
        """The value, remembering its spelling."""
        number = cls(value)
        number.written = text
        return number


class WrittenFloat(float):
    """A number that is not written in its plain form: `1.10` is 1.1 but says 1.10."""

    written: str

    @classmethod
    def of(cls, text: str, value: float) -> Self:
        """The value, remembering its spelling."""
        number = cls(value)
        number.written = text
        return number


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar; `NO`, `on`, `1:30` and `2022-06` stay text.

    Raises:
        UnusableNumber: it is a number that no record can keep.
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    if _INTEGER(text):
        if len(text.lstrip("+-")) > LONGEST_NUMBER:
            raise UnusableNumber(text)
        value = int(text, 0) if text[:2] in {"0x", "0o"} else int(text)
        return value if str(value) == text else WrittenInt.of(text, value)
    if _FLOAT(text):
        if "n" in text.lower():
            raise UnusableNumber(text)
        number = float(text)
        if not math.isfinite(number):
            raise UnusableNumber(text)
        return number if str(number) == text else WrittenFloat.of(text, number)
    return text
