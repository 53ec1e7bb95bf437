"""What names an item of a list, so that a route needs no numbers."""

from collections.abc import Iterator
from typing import Any

from gsca_cli.records.values import as_written

NAMING_FIELDS = ("id", "policy", "count", "name", "version", "source")
"""The fields that name an item."""


def names_of_item(item: Any) -> Iterator[str]:
    """The names of an item as a file has it: itself, or the fields that name it."""
    if isinstance(item, str):
        yield item
    if isinstance(item, dict):
        found = (as_written(item.get(field)) for field in NAMING_FIELDS)
        yield from (name for name in found if isinstance(name, str))
        # The short form of a citation: `{paper: [name]}`.
        yield from (
            key for key, value in item.items() if len(item) == 1 and isinstance(value, list)
        )
