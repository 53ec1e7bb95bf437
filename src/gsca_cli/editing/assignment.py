"""What somebody types to change a value: `ROUTE=VALUE`, `ROUTE+=VALUE`, `ROUTE-=VALUE`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gsca_cli.errors import UsageError
from gsca_cli.findings import shown

_WORD = re.compile(r"([^=+]+?)(\+=|-=|=)(.*)", re.DOTALL)


class Sign(StrEnum):
    """What is to be done at a route: give it a value, add to what is there, or take from it."""

    SET = "="
    ADD = "+="
    REMOVE = "-="


@dataclass(frozen=True, slots=True)
class Assignment:
    """A route, names and ids joined by dots, and what is to stand there; no text takes it away."""

    route: str
    sign: Sign
    value: str

    def __str__(self) -> str:
        return f"{self.route}{self.sign}{self.value}"


def assignments(words: Iterable[str]) -> list[Assignment]:
    """What some words ask for, one after the other; what is taken away with commas, one by one.

    Raises:
        UsageError: one of them is no assignment, or adds nothing.
    """
    return [each for word in words for each in _one_by_one(assignment(word))]


def _one_by_one(asked: Assignment) -> list[Assignment]:
    if asked.sign is not Sign.REMOVE:
        return [asked]
    if asked.value.startswith("{"):
        return [asked]
    names = [name.strip() for name in asked.value.split(",")]
    return [replace(asked, value=name) for name in names if name]


def is_assignment(word: str) -> bool:
    """Does a word change something, rather than name a record?"""
    return "=" in word


def assignment(word: str) -> Assignment:
    """What a word asks for.

    Raises:
        UsageError: it is no assignment, or adds nothing.
    """
    found = _WORD.fullmatch(word)
    if not found:
        message = f"{shown(word)} changes nothing: write ROUTE=VALUE, as in name.es=Roma"
        raise UsageError(message)
    route, sign, value = found[1].strip(), Sign(found[2]), found[3].strip()
    if not value and sign is not Sign.SET:
        message = f"{shown(word)} names nothing to {'add' if sign is Sign.ADD else 'take away'}"
        raise UsageError(message)
    return Assignment(route, sign, value)
