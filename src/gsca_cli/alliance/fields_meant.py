"""The field that was meant by a key that is none, in view of the value that stands there."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from gsca_cli.alliance.fitting import holds_free_text
from gsca_cli.alliance.suggestions import Suggestion, suggestion
from gsca_cli.records.meant import date_meant
from gsca_cli.records.shape import Fields
from gsca_cli.records.values import as_written

_DIGITS = re.compile(r"[0-9 .,:/+-]*[0-9][0-9 .,:/+-]*").fullmatch
_SHORTEST: Final = 3
"""A shorter field is the beginning of many words."""
_ELSEWHERE: Final[Mapping[str, Sequence[str]]] = {
    "lat": ("latitude",),
    "lon": ("lng", "long", "longitude"),
    "date": ("published", "publication_date", "year"),
    "link": ("url", "website", "homepage"),
}
"""What other programs and people call a field."""


def field_meant(name: str, shape: Fields, there: Mapping[str, Any]) -> Suggestion:
    """The field that was meant by a key among others: by what others call it, or by what is near.

    It is never certain that a date or a number was meant for a text of words: that `published:
    2022` stands near the publisher is chance.
    """
    names, value = list(shape.names()), there.get(name)
    if (known := _called_elsewhere(name, names)) and known not in there:
        return Suggestion(known)
    found = _nearest(name, names)
    if found.name in there and not found.certain:
        return Suggestion()
    if found.name and holds_free_text(shape.at(found.name)) and is_date_or_number(value):
        return Suggestion(found.name)
    return found


def is_date_or_number(value: Any) -> bool:
    """Is a value a date or a number, as far as one can see?"""
    text = as_written(value)
    if isinstance(value, bool) or not isinstance(text, str):
        return False
    return not isinstance(value, str) or bool(_DIGITS(text) or date_meant(text))


def _called_elsewhere(name: str, names: Collection[str]) -> str | None:
    plain = name.lower().replace("-", "_")
    found = (field for field, others in _ELSEWHERE.items() if plain in others)
    return next((field for field in found if field in names), None)


def _nearest(name: str, names: Collection[str]) -> Suggestion:
    """The nearest field, or the only one that a longer word begins with."""
    found = suggestion(name, names)
    longer = [field for field in names if len(field) >= _SHORTEST and name.startswith(field)]
    return Suggestion(longer[0]) if found.name is None and len(longer) == 1 else found
