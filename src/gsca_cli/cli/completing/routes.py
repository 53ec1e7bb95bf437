"""Routes of `gsca set`, level by level, and the values that may stand at their end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from gsca_cli.cli.completing.offers import Offers

Pairs = Iterable[tuple[str, str]]
Shape = Mapping[str, Any]
"""What may stand at a place, as `scripts/completion_table.py` writes it; empty: a plain value."""

_LISTS: Final = ("+=", "-=", "=")
_MAPS: Final = (".", "+=", "-=")
_BOTH: Final = ("=", ".")


def routes(table: Mapping[str, Any], offers: Offers, kind: str, text: str) -> Pairs:
    """How a word that changes a record of a kind may go on."""
    levels = _Levels(table, offers, kind)
    return levels.values(text) if "=" in text else levels.names(text)


class _Levels:
    """The shapes within the records of one kind."""

    def __init__(self, table: Mapping[str, Any], offers: Offers, kind: str) -> None:
        self._models = table["models"]
        self._static: Mapping[str | None, Mapping[str, str]] = {
            "country": table["country"],
            "check": table["check"],
        }
        self._offers = offers
        self._kind = kind
        self._top: Shape = {"fields": table["records"][kind]}

    def names(self, text: str) -> Pairs:
        """The names on the level that is being typed, each with a sign behind it.

        Where one name alone is possible, all that may follow it is; else the usual one.
        """
        head, dot, begun = text.rpartition(".")
        trail = head.split(".") if dot else []
        shape = self._at(trail)
        below = [] if shape is None else list(self._below(shape, trail))
        found = [each for each in below if each[0].startswith(begun)]
        for name, about, inner in found:
            for sign in _signs(inner)[: None if len(found) == 1 else 1]:
                yield f"{head}{dot}{name}{sign}", about

    def values(self, text: str) -> Pairs:
        """What may stand behind the sign."""
        before, _, value = text.partition("=")
        route = before.rstrip("+-")
        trail = route.split(".")
        shape = self._at(trail)
        if shape is None:
            return
        sign = text[len(route) : len(before) + 1]
        several = "items" in shape or sign == "-="
        kept = value.rpartition(",")
        head = f"{before}={''.join(kept[:2]) if several else ''}"
        given = kept[0].split(",") if several else []
        for word, about in self._words(shape, trail, sign):
            if word not in given:
                yield head + word, about

    def _at(self, trail: Sequence[str]) -> Shape | None:
        """What stands at the end of a trail; None where nothing may."""
        shape = self._top
        for name in trail:
            if "fields" in shape and not shape.get("citation"):
                field = self._models[shape["fields"]].get(name)
                if field is None:
                    return None
                shape = field["shape"]
            elif "of" in shape:
                shape = shape["of"]
            elif "texts" in shape:
                shape = {}
            else:
                return None
        return shape

    def _below(self, shape: Shape, trail: Sequence[str]) -> Iterator[tuple[str, str, Shape]]:
        """The names that may stand below a place, what each is about, and what stands there."""
        if "fields" in shape and not shape.get("citation"):
            for name, field in self._models[shape["fields"]].items():
                yield name, field["about"], field["shape"]
        elif "of" in shape:
            for name, about in self._ids(shape["key"], trail):
                yield name, about, shape["of"]
        elif "texts" in shape:
            for name, about in self._offers.of("language"):
                yield name, about, {}

    def _words(self, shape: Shape, trail: Sequence[str], sign: str) -> Pairs:
        """The words that a value may be."""
        if "words" in shape:
            return ((word, "") for word in shape["words"])
        if "value" in shape:
            return self._ids(shape["value"], trail[:-1])
        if "items" in shape:
            return self._words(shape["items"], trail, sign)
        if shape.get("citation"):
            return self._ids("source", trail)
        if "short" in shape:
            field = self._models[shape["fields"]][shape["short"]]
            return self._words(field["shape"], [*trail, shape["short"]], sign)
        if "of" in shape and sign != "=":
            return self._ids(shape["key"], trail)
        return ()

    def _ids(self, target: str | None, trail: Sequence[str]) -> Pairs:
        if target in self._static:
            return self._static[target].items()
        return self._offers.of(target, trail, self._kind) if target else ()


def _signs(shape: Shape) -> Sequence[str]:
    """What may follow a name, the usual first."""
    if "items" in shape:
        return _LISTS
    if "of" in shape:
        return _MAPS
    if "texts" in shape or "short" in shape:
        return _BOTH
    return (".",) if "fields" in shape else ("=",)
