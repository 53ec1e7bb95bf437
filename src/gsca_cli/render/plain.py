"""Figures as plain values: what JSON shows, and what templates get."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final

from gsca_cli.analysis.figures import IF_ANY

_PLAIN: Final = frozenset({str, int, bool, float, type(None)})


def plain(figure: Any, *, whole: bool = True) -> Any:
    """A figure as maps, lists, texts, numbers and nothing else.

    If it need not be whole, the fields that few reports fill are left out while they are empty.
    """
    # A matrix has hundreds of thousands of these.
    kind: Any = type(figure)
    if kind in _PLAIN:
        return figure
    if (known := _fields_of(kind)) is not None:
        return {
            name: plain(value, whole=whole)
            for name, is_kept in known
            if (value := getattr(figure, name)) or whole or is_kept
        }
    if isinstance(figure, Enum):
        return figure.value
    if isinstance(figure, tuple | list):
        return [plain(item, whole=whole) for item in figure]
    if isinstance(figure, Mapping):
        return {str(key): plain(value, whole=whole) for key, value in figure.items()}
    return figure


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a figure, and whether each is kept while it is empty: of a tuple, all are.

    None for a kind that has none.
    """
    if is_dataclass(kind):
        return tuple((each.name, not each.metadata.get(IF_ANY)) for each in fields(kind))
    names = getattr(kind, "_fields", None)
    return None if names is None else tuple((name, True) for name in names)
