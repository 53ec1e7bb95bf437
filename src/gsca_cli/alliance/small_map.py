"""Maps of a few entries that never change, as small as they can be: an alliance holds a million."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from functools import lru_cache
from typing import Any, Final, TypeVar, overload

T = TypeVar("T")
V = TypeVar("V")

_SHARED: Final = 1 << 14


class SmallMap(Mapping[str, V]):
    """A map as it was when this was made of it: equal to it, and in the same order.

    All with the same keys share them. A key is looked for among them one by one: for a few, that is
    as fast as anything else.
    """

    __slots__ = ("_keys", "_values")

    def __init__(self, given: Mapping[str, V]) -> None:
        self._keys = shared_texts(tuple(given))
        self._values = tuple(given.values())

    @classmethod
    def of(cls, keys: tuple[str, ...], values: tuple[V, ...]) -> "SmallMap[V]":
        """One with keys that are shared already; there must be as many values."""
        made = cls.__new__(cls)
        made._keys, made._values = keys, values  # noqa: SLF001 (it is one of these)
        return made

    @property
    def parts(self) -> tuple[tuple[str, ...], tuple[V, ...]]:
        """The keys, which all with the same keys share, and the values."""
        return self._keys, self._values

    def __getitem__(self, key: str) -> V:
        try:
            return self._values[self._keys.index(key)]
        except ValueError:
            raise KeyError(key) from None

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, default: V | T, /) -> V | T: ...
    def get(self, key: str, default: Any = None, /) -> Any:
        """The value of a key; something else if there is none, as often as not."""
        return self._values[self._keys.index(key)] if key in self._keys else default

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def values(self) -> ValuesView[V]:
        """The values, in the order of the keys."""
        return dict(zip(self._keys, self._values)).values()  # noqa: B905 (there are as many)

    def items(self) -> ItemsView[str, V]:
        """The keys, each with its value."""
        # For whoever asks for all of it, that is faster than a look for each of the keys.
        return dict(zip(self._keys, self._values)).items()  # noqa: B905 (there are as many)

    def __repr__(self) -> str:
        return f"SmallMap({dict(self)})"

    def __reduce__(self) -> tuple[Any, ...]:
        # The keys that it shares are those of the process that it comes to.
        return SmallMap, (dict(self),)


def parts_of(given: Mapping[str, V]) -> tuple[tuple[str, ...], tuple[V, ...]]:
    """The keys of a map, one and the same for all that have the same, and its values."""
    if type(given) is SmallMap:
        return given.parts
    return shared_texts(tuple(given)), tuple(given.values())


@lru_cache(maxsize=_SHARED)
def shared_texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    """One and the same for all that are equal."""
    return texts
