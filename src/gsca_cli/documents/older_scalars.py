"""The YAML 1.1 schema: what older tools take an unquoted word for."""

import re

from gsca_cli.documents.scalars import LONGEST_NUMBER, NUMBER_STARTS, WORDS

UNREADABLE = ValueError("no value")
"""What stands for a word that such a tool stumbles over."""

_TRUE = ("y", "Y", "yes", "Yes", "YES", "on", "On", "ON")
_FALSE = ("n", "N", "no", "No", "NO", "off", "Off", "OFF")
OLDER_WORDS = {
    **WORDS,
    **dict.fromkeys(_TRUE, True),
    **dict.fromkeys(_FALSE, False),
    **dict.fromkeys(("=", "<<"), UNREADABLE),
}
_FLOAT = re.compile(
    r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
).fullmatch
_INTEGER = re.compile(
    r"[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)"
).fullmatch
LONGEST = 2 * LONGEST_NUMBER
"""A longer word is left as it is: it is no number that anybody wrote by hand."""


def resolve_older(text: str) -> object:
    """The value of a plain scalar in YAML 1.1; a date stays text, for it is one in any version."""
    if text in OLDER_WORDS:
        return OLDER_WORDS[text]
    if text[0] not in NUMBER_STARTS or len(text) > LONGEST:
        return text
    if _FLOAT(text):
        return _float(text.replace("_", ""))
    if _INTEGER(text):
        return _integer(text.replace("_", ""))
    return text


def _float(text: str) -> float:
    if ":" not in text:
        return float(text)
    sign = -1 if text[0] == "-" else 1
    *higher, seconds = text.lstrip("+-").split(":")
    return sign * (60.0 * _base_60(higher) + float(seconds))


def _integer(text: str) -> object:
    sign, digits = (-1 if text[0] == "-" else 1), text.lstrip("+-")
    try:
        if digits == "0":
            return 0
        if digits[:2] in {"0b", "0x"}:
            return sign * int(digits[2:], 2 if digits[1] == "b" else 16)
        if digits[0] == "0":
            return sign * int(digits, 8)
        return sign * _base_60(digits.split(":"))
    except ValueError:
        # `0x_` and the like: the tools themselves fail.
        return UNREADABLE


def _base_60(digits: list[str]) -> int:
    value = 0
    for each in digits:
        value = 60 * value + int(each)
    return value
