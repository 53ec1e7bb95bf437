"""The field that was meant by a key that is none, in view of the value that stands there."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.alliance.suggestions import Suggestion, suggestion
from gsca_cli.records.meant import date_meant
from gsca_cli.records.shape import Fields
from gsca_cli.records.spelling import as_written

_ONE = r"(?:\.\.|[12][0-9]{3}(?:-[0-9]{1,2}){0,2})"
_IN_OUR_FORM = re.compile(f"{_ONE}(?:/{_ONE})?").fullmatch
_IN_NUMBERS = re.compile(r"[0-9]{1,2}[./ -][0-9]{1,2}[./ -][0-9]{2,4}").fullmatch
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

    Of a slip in its letters it is not certain that a date was meant for a text of words: that
    `published: 2022` is near the publisher is chance.
    """
    names, value = list(shape.names()), there.get(name)
    if (known := _called_elsewhere(name, names)) and known not in there:
        return Suggestion(known)
    found = _nearest(name, names)
    if found.name in there and not found.certain:
        return Suggestion()
    if found.name and holds_free_text(shape.at(found.name)) and is_date(value):
        return Suggestion(found.name, certain=plain_id(name) == plain_id(found.name))
    return found


def is_date(value: Any) -> bool:
    """Is a value a date, as far as one can see, whichever of its readings was meant?"""
    text = as_written(value)
    if isinstance(value, bool) or not isinstance(text, str):
        return False
    return bool(_IN_OUR_FORM(text) or _IN_NUMBERS(text) or date_meant(text))


def _called_elsewhere(name: str, names: Collection[str]) -> str | None:
    plain = name.lower().replace("-", "_")
    found = (field for field, others in _ELSEWHERE.items() if plain in others)
    return next((field for field in found if field in names), None)


def _nearest(name: str, names: Collection[str]) -> Suggestion:
    """The nearest field, or the only one that a longer word begins with."""
    found = suggestion(name, names)
    longer = [field for field in names if len(field) >= _SHORTEST and name.startswith(field)]
    return Suggestion(longer[0]) if found.name is None and len(longer) == 1 else found
