"""Numbers as they are published: `17`, `<25`, `~33`."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from gsca_cli.records.amounts import amount_meant
from gsca_cli.records.meant import UnfitError
from gsca_cli.records.spelling import as_written

Relation = Literal["=", "<", ">", "~"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as published: `17`, `<25` (less than), `>80` (more than), `~33` (about)."""

    text: str
    relation: Relation
    number: float

    def __str__(self) -> str:
        return self.text

    def holds(self, count: int) -> bool:
        """Does a count agree with it? `about` allows a tenth either way."""
        match self.relation:
            case "<":
                return count < self.number
            case ">":
                return count > self.number
            case "~":
                return abs(count - self.number) <= self.number / 10
            case "=":
                return count == self.number


_NOT_AN_AMOUNT = "is not a number, with or without a sign"


def read_quantity(value: object) -> Quantity:
    """A quantity from a number or a text such as `<25`.

    Raises:
        ValueError: it is neither.
    """
    text = as_written(value)
    found = re.match(r"([<>~]?)([0-9]+(?:\.[0-9]+)?)\Z", text) if isinstance(text, str) else None
    if not found or not isinstance(text, str):
        meant = amount_meant(text) if isinstance(text, str) else ""
        raise UnfitError(_NOT_AN_AMOUNT, meant)
    relation: Any = found[1] or "="
    return Quantity(text, relation, float(found[2]))
