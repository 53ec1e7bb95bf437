"""Figures as plain values: what JSON shows, and what templates get."""

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def plain(figure: Any) -> Any:
    """A figure as maps, lists, texts, numbers and nothing else."""
    if is_dataclass(figure):
        return {field.name: plain(getattr(figure, field.name)) for field in fields(figure)}
    if isinstance(figure, Enum):
        return figure.value
    if isinstance(figure, tuple | list):
        return [plain(item) for item in figure]
    if isinstance(figure, dict):
        return {str(key): plain(value) for key, value in figure.items()}
    return figure
