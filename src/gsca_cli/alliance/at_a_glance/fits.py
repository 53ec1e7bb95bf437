"""The fits of all kinds of records, made of their description in `fits.json`.

That is worked out from the models by `scripts/fits.py`. To load the models takes longer than to
read an alliance of sixty cities, so that is left to who must explain or show something.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from gsca_cli.alliance.at_a_glance.fit import (
    Fields,
    FitOfCitation,
    FitOfEntries,
    FitOfFields,
    FitOfItems,
    FitOfNamed,
    FitOfTexts,
)
from gsca_cli.alliance.at_a_glance.kept import KEPT, Keep
from gsca_cli.alliance.at_a_glance.single import (
    Fit,
    FitOfAmount,
    FitOfCount,
    FitOfDate,
    FitOfField,
    FitOfFlag,
    FitOfId,
    FitOfNumber,
    FitOfText,
    FitOfWord,
)
from gsca_cli.kinds import Kind
from gsca_cli.records.countries import check_country
from gsca_cli.records.links import check_link

FITS: Final = Path(__file__).with_name("fits.json")
CHECKS: Final[Mapping[str, Callable[[str], Any]]] = {
    each.__name__: each for each in (check_country, check_link)
}
"""What is asked of texts beside their form, by name."""

Description = Mapping[str, Any]
"""How a value fits: `fit` says in which way, and the rest belongs to that."""


class Fits:
    """The fits that a description gives: of each kind, and of the models that it is made of.

    What is kept of the values of a model is told by its name.
    """

    def __init__(
        self, description: Mapping[str, Mapping[str, Any]], kept: Mapping[str, Keep] = KEPT
    ) -> None:
        self._kept = kept
        self._kinds = description["kinds"]
        self._models = description["models"]
        self._known: dict[str, Fields] = {}

    def of_kind(self, kind: Kind) -> FitOfFields:
        """How a record of a kind fits."""
        return FitOfFields(self._model(self._kinds[kind]))

    def of(self, described: Description) -> Fit:
        """How a value fits that is described."""
        match described:
            case {"fit": "fields", "model": name, **how}:
                return FitOfFields(self._model(name), **how)
            case {"fit": "citation", "model": name}:
                return FitOfCitation(self._model(name))
            case {"fit": "items", "item": item, **asked}:
                return FitOfItems(self.of(item), **asked)
            case {"fit": "entries", "target": target, "value": value}:
                return FitOfEntries(target, self.of(value))
            case {"fit": "named", "value": value}:
                return FitOfNamed(self.of(value))
            case _:
                return _single(described)

    def _model(self, name: str) -> Fields:
        if name not in self._known:
            model = self._models[name]
            called = model.get("names", {})
            fields = {
                key: (called.get(key, key), self.of(each)) for key, each in model["fields"].items()
            }
            is_state = model.get("is_state", False)
            self._known[name] = Fields(fields, model["required"], is_state, self._kept.get(name))
        return self._known[name]


def _single(described: Description) -> Fit:
    """How a value fits in which no other one stands."""
    match described:
        case {"fit": "text", **asked}:
            checks = [CHECKS[name] for name in asked.get("checks", ())]
            return FitOfText(asked.get("patterns", ()), checks)
        case {"fit": "id", "target": target}:
            return FitOfId(target)
        case {"fit": "word", "words": words}:
            return FitOfWord(words)
        case _:
            return _ALONE[described["fit"]]


_ALONE: Final[Mapping[str, Fit]] = {
    "amount": FitOfAmount(),
    "count": FitOfCount(),
    "date": FitOfDate(),
    "doubt": Fit(),
    "field": FitOfField(),
    "flag": FitOfFlag(),
    "number": FitOfNumber(),
    "texts": FitOfTexts(),
}


@cache
def fits() -> Fits:
    """Those of the models of gsca."""
    return Fits(_description())


@cache
def bare_fits() -> Fits:
    """The same for whoever needs the values of all parts as they are written."""
    return Fits(_description(), {})


def _description() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = json.loads(FITS.read_text(encoding="utf-8"))
    return found
