"""How single values fit that are written plainly: texts, ids, dates, words and numbers."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from math import isfinite
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen
from gsca_cli.documents.plain import Node
from gsca_cli.findings import Route
from gsca_cli.records.quantity import read_quantity
from gsca_cli.records.when import When


class Fit:
    """How a value fits a type. Of one that nothing is known of, it is always in doubt."""

    def of(self, _node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """What a value says that stands within a line; its columns count from a base.

        Raises:
            DoubtError: it is not certain that it fits.
        """
        raise DoubtError

    def of_nothing(self) -> Any:
        """What is said where nothing stands behind the colon.

        Raises:
            DoubtError: something must.
        """
        raise DoubtError


def _text(node: Node) -> str:
    """A value that is a text.

    Raises:
        DoubtError: it is none.
    """
    value = node[0]
    if type(value) is not str:
        raise DoubtError
    return value


@cache
def _searched(pattern: str) -> Callable[[str], Any]:
    """A pattern, compiled once it is needed."""
    return re.compile(pattern).search


class FitOfText(Fit):
    """A text of which no more is asked than some patterns and checks."""

    def __init__(
        self, patterns: Sequence[str] = (), checks: Sequence[Callable[[str], Any]] = ()
    ) -> None:
        self._patterns = patterns
        self._checks = checks

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The text."""
        value = node[0]
        if type(value) is not str:
            raise DoubtError
        for pattern in self._patterns:
            if not _searched(pattern)(value):
                raise DoubtError
        for check in self._checks:
            try:
                checked = check(value)
            except ValueError:
                raise DoubtError from None
            if checked != value:
                raise DoubtError
        return value


class FitOfId(Fit):
    """The id of something."""

    def __init__(self, target: str) -> None:
        self.target = target

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """The id."""
        value, (_, _, start, end) = _text(node), node
        seen.mentions.append((self.target, value, route, False))
        seen.columns += base + start + 1, base + end + 1
        return value


class FitOfField(Fit):
    """The route of a field of the record."""

    def of(self, node: Node, _base: int, _route: Route, seen: Seen) -> Any:
        """The route."""
        value = _text(node)
        seen.fields.append(value)
        return value


class FitOfDate(Fit):
    """A date; a year alone is a number to YAML."""

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The date."""
        value = node[0]
        try:
            return When.parse(str(value) if type(value) is int else _text(node))
        except ValueError:
            raise DoubtError from None


class FitOfWord(Fit):
    """One of a few words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The word."""
        value = _text(node)
        if value not in self._words:
            raise DoubtError
        return value


class FitOfCount(Fit):
    """A whole number, 0 or more."""

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The number."""
        value = node[0]
        if type(value) is not int or value < 0:
            raise DoubtError
        return value


class FitOfNumber(Fit):
    """A number; one with zeros at its end still knows how it is written."""

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The number."""
        value = node[0]
        if type(value) is not int and not (isinstance(value, float) and isfinite(value)):
            raise DoubtError
        return value


class FitOfFlag(Fit):
    """Yes or no."""

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The flag."""
        value = node[0]
        if type(value) is not bool:
            raise DoubtError
        return value


class FitOfAmount(Fit):
    """A number as it was published, with a sign or without one."""

    def of(self, node: Node, _base: int, _route: Route, _seen: Seen) -> Any:
        """The quantity."""
        try:
            return read_quantity(node[0])
        except ValueError:
            raise DoubtError from None


MUTE: Final = FitOfText | FitOfDate | FitOfWord | FitOfCount | FitOfNumber | FitOfFlag | FitOfAmount
"""Where such a value stands makes no difference, and nothing else is seen of it."""
