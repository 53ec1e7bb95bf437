"""Figures as plain values: what JSON shows, and what templates get."""

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from gsca_cli.analysis.figures import IF_ANY


def plain(figure: Any, *, whole: bool = True) -> Any:
    """A figure as maps, lists, texts, numbers and nothing else.

    If it need not be whole, the fields that few reports fill are left out while they are empty.
    """
    if is_dataclass(figure):
        return {
            field.name: plain(value, whole=whole)
            for field in fields(figure)
            if (value := getattr(figure, field.name)) or whole or not field.metadata.get(IF_ANY)
        }
    if isinstance(figure, Enum):
        return figure.value
    if isinstance(figure, tuple | list):
        return [plain(item, whole=whole) for item in figure]
    if isinstance(figure, dict):
        return {str(key): plain(value, whole=whole) for key, value in figure.items()}
    return figure
