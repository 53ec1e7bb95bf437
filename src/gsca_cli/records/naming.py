"""What names an item of a list, so that a route needs no numbers."""

from collections.abc import Iterator
from typing import Any, Final

from gsca_cli.records.spelling import as_written

NAMING: Final = ("id", "policy", "source", "count", "version", "name")
"""The fields that name an item: no other item of its list should have the same."""
PERHAPS_NAMING: Final = ("at", "date")
"""Fields by which an item is known again if it is the only one that has the value.

They give no name: two notes may well be of one day. A merge would make a conflict of those that two
branches add, where both belong, and a route could mean the one or the other.
"""


def names_of_item(item: Any) -> Iterator[str]:
    """The names of an item as a file has it: itself, or the fields that name it."""
    if isinstance(item, str):
        yield item
    if isinstance(item, dict):
        found = (as_written(item.get(field)) for field in NAMING)
        yield from (name for name in found if isinstance(name, str))
        # The short form of a citation: `{paper: [name]}`.
        yield from (
            key for key, value in item.items() if len(item) == 1 and isinstance(value, list)
        )
