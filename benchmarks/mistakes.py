"""Mistakes with a known place, each of which is one finding."""

import re
from typing import Final, NamedTuple


class Mistake(NamedTuple):
    """What is found, and what is written where: the group `put` of a pattern.

    It is found there too, or else at the group `at`.
    """

    code: str
    where: re.Pattern[str]
    wrong: str


class Planted(NamedTuple):
    """What gsca has to find, and where."""

    path: str
    line: int
    column: int
    code: str

    def __str__(self) -> str:
        """As gsca writes it."""
        return f"{self.path}:{self.line}:{self.column} {self.code}"


MISTAKES: Final = (
    Mistake(
        "unknown-reference", re.compile(r"^policies:\n  (?P<put>[a-z-]+)", re.MULTILINE), "no-such"
    ),
    Mistake("impossible-coordinates", re.compile(r"lat: (?P<put>[-\d.]+)"), "123.4567"),
    Mistake("invalid-value", re.compile(r"joined: (?P<put>[\d-]+)}\npolicies"), "2016-13"),
    Mistake("unknown-field", re.compile(r"^(?P<put>population):", re.MULTILINE), "poplation"),
    Mistake("invalid-value", re.compile(r"^country: (?P<put>\S+)", re.MULTILINE), "'XX'"),
    Mistake("duplicate-key", re.compile(r"^(?P<put>subdivision):", re.MULTILINE), "country"),
    Mistake("yaml-syntax", re.compile(r"^location: (?P<at>{).*(?P<put>})$", re.MULTILINE), "]"),
)


def plant(path: str, text: str, number: int) -> tuple[str, Planted]:
    """A text with the next of the mistakes in it, and what is to be found."""
    mistake = MISTAKES[number % len(MISTAKES)]
    found = mistake.where.search(text)
    if found is None:
        message = f"{path} has no place for {mistake.code}"
        raise ValueError(message)
    start, end = found.span("put")
    spot = found.start("at") if "at" in found.groupdict() else start
    line, column = text.count("\n", 0, spot) + 1, spot - text.rfind("\n", 0, spot)
    return text[:start] + mistake.wrong + text[end:], Planted(path, line, column, mistake.code)
