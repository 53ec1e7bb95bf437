"""How maps and lists fit that are written plainly, on one line or on several.

A fit within a line is asked for all of a value. Of a map or a list that takes several lines, it is
asked for each entry or item, and in the end what all of them say.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from gsca_cli.alliance.at_a_glance.seen import DoubtError, Seen, Values
from gsca_cli.alliance.at_a_glance.single import Fit, FitOfDate, FitOfText
from gsca_cli.documents.plain import Node
from gsca_cli.findings import Route
from gsca_cli.records.languages import LANGUAGE_TAG
from gsca_cli.records.texts import ANY_LANGUAGE
from gsca_cli.records.when import When

_TEXT: Final = FitOfText()
_MOST_ITEMS: Final = 100
"""Longer lists are not compared here, item by item."""


class FitOfMap(Fit):
    """A map; `inner` tells by which name an entry is kept, and how its value fits."""

    def inner(self, key: str) -> tuple[str, Fit]:
        """The name of an entry, and the fit of its value.

        Raises:
            DoubtError: there is no such entry.
        """
        raise NotImplementedError

    def meet(self, key: str, column: int, route: Route, seen: Seen) -> None:
        """Note what a key says by itself."""

    def said(self, values: Values, seen: Seen) -> Any:
        """What is kept of the values of all entries."""
        raise NotImplementedError

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """What a map says that stands within a line."""
        entries, _, start, _ = node
        if type(entries) is not dict:
            raise DoubtError
        base += start
        values = {}
        for key, each in entries.items():
            name, fit = self.inner(key)
            where = (*route, name)
            self.meet(key, base + each[1], where, seen)
            values[name] = fit.of(each, base, where, seen)
        return self.said(values, seen)


class Fields(NamedTuple):
    """The fields of a model, as files call them: the name of each, and the fit of its value.

    `required` are the names of those that must be given. Something else may be kept of them than
    the values themselves.
    """

    fields: Mapping[str, tuple[str, Fit]]
    required: Sequence[str] = ()
    is_state: bool = False
    keep: Callable[[Values], Any] | None = None


class FitOfFields(FitOfMap):
    """A map whose keys are the fields of a model.

    A bare value stands for a map with the field that is called `short`, if that is not empty.
    """

    def __init__(self, model: Fields, short: str = "", *, may_be_empty: bool = False) -> None:
        self._fields, self._required, self._is_state, self._keep = model
        self._short = short
        self._may_be_empty = may_be_empty
        self._may_be_dated = any(isinstance(fit, FitOfDate) for _, fit in self._fields.values())

    def inner(self, key: str) -> tuple[str, Fit]:
        """The name of a field, and the fit of its value."""
        try:
            return self._fields[key]
        except KeyError:
            raise DoubtError from None

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """What a map says, or the bare value that stands for one."""
        entries, _, start, end = node
        if type(entries) is not dict:
            if not self._short:
                raise DoubtError
            entries = {self._short: (entries, 0, 0, end - start)}
        base += start
        values = {}
        for key, each in entries.items():
            if key not in self._fields:
                raise DoubtError
            name, fit = self._fields[key]
            values[name] = fit.of(each, base, (*route, name), seen)
        return self.said(values, seen)

    def of_nothing(self) -> Any:
        """What an empty map says, where nothing may stand for one."""
        if not self._may_be_empty:
            raise DoubtError
        return self.said({}, Seen())

    def said(self, values: Values, seen: Seen) -> Any:
        """What is kept of the fields that are given.

        Raises:
            DoubtError: one that must be given is not.
        """
        for name in self._required:
            if name not in values:
                raise DoubtError
        if self._may_be_dated:
            for name, value in values.items():
                if type(value) is When:
                    seen.dates.append((values, name, value))
        if self._is_state:
            seen.states.append(values)
        return self._keep(values) if self._keep else values


class FitOfCitation(FitOfFields):
    """A source by its id, or the id and the fields that it supports."""

    def __init__(self, model: Fields) -> None:
        super().__init__(model)
        self._id = model.fields["source"][1] if "source" in model.fields else Fit()

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """What a citation says, in its long form or in the short one."""
        value, key, start, end = node
        if type(value) is str:
            return {"source": self._id.of(node, base, (*route, "source"), seen)}
        if type(value) is dict and len(value) == 1 and "source" not in value:
            ((source, supports),) = value.items()
            at = supports[1]
            named = {"source": (source, at, at, at + len(source)), "supports": supports}
            node = (named, key, start, end)
        return super().of(node, base, route, seen)


class FitOfEntries(FitOfMap):
    """A map whose keys are ids: of what `target` says."""

    def __init__(self, target: str, value: Fit) -> None:
        self._target = target
        self._value = value

    def inner(self, key: str) -> tuple[str, Fit]:
        """The id itself, and the fit of its value."""
        return key, self._value

    def meet(self, key: str, column: int, route: Route, seen: Seen) -> None:
        """Note what the id refers to."""
        seen.mentions.append((self._target, key, route, True))
        seen.columns += column + 1, column + len(key) + 1

    def said(self, values: Values, _seen: Seen) -> Any:
        """What is kept of all entries."""
        return values


class FitOfNamed(FitOfMap):
    """A map whose keys are names that the record itself gives."""

    def __init__(self, value: Fit) -> None:
        self._value = value

    def inner(self, key: str) -> tuple[str, Fit]:
        """The name itself, and the fit of its value."""
        return key, self._value

    def said(self, values: Values, _seen: Seen) -> Any:
        """What is kept of all entries."""
        return values


class FitOfTexts(FitOfMap):
    """A text for readers: one for every language, or a map from language to text."""

    def inner(self, key: str) -> tuple[str, Fit]:
        """The language, and the fit of a text in it."""
        if not _is_language(key):
            raise DoubtError
        return key, _TEXT

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """What a text says, by language."""
        value = node[0]
        if type(value) is str:
            return self.said({ANY_LANGUAGE: value}, seen)
        return super().of(node, base, route, seen)

    def said(self, values: Values, seen: Seen) -> Any:
        """The text by language."""
        seen.texts.append(values)
        return values


@lru_cache(maxsize=1 << 8)
def _is_language(key: str) -> bool:
    return bool(re.search(LANGUAGE_TAG, key))


class FitOfItems(Fit):
    """A list; one of its items may have to have some `one_has` among its values."""

    def __init__(self, item: Fit, one_has: Mapping[str, Any] | None = None) -> None:
        self.item = item
        self._one_has = one_has

    def of(self, node: Node, base: int, route: Route, seen: Seen) -> Any:
        """What a list says that stands within a line."""
        items, _, start, _ = node
        if type(items) is not list:
            raise DoubtError
        base += start
        fit = self.item
        found = [fit.of(each, base, (*route, index), seen) for index, each in enumerate(items)]
        return self.said(found, seen)

    def said(self, values: list[Any], seen: Seen) -> tuple[Any, ...]:
        """What is kept of all items; two that say the same may be one that stands twice."""
        wanted = self._one_has
        if wanted and not any(each.items() >= wanted.items() for each in values):
            raise DoubtError
        if len(values) > 1:
            if len(values) > _MOST_ITEMS:
                raise DoubtError
            for at, each in enumerate(values):
                if at and each in values[:at]:
                    seen.repeats = True
        return tuple(values)
