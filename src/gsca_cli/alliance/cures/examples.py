"""A map as an example, in which a value stands where it may belong."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gsca_cli.alliance.cures.fitting import holds_free_text
from gsca_cli.alliance.cures.in_brackets import in_brackets
from gsca_cli.findings import LONGEST_SHOWN
from gsca_cli.records.ids import ID_PATTERN
from gsca_cli.records.links import check_link
from gsca_cli.records.meant import UnfitError
from gsca_cli.records.quantity import read_quantity
from gsca_cli.records.shape import Fields, Sort, Value
from gsca_cli.records.spelling import as_written
from gsca_cli.records.values import read_when

_NUMBERS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").findall
_is_id = re.compile(ID_PATTERN).fullmatch


def example_of(shape: Fields, value: Any) -> str:
    """The fields that must be there, and the one in which the value may belong."""
    names = list(shape.names())
    needed = [key for key, field in shape.names().items() if field.is_required()]
    numbers = _NUMBERS(" ".join(map(str, value)) if isinstance(value, list) else str(value))
    is_of_numbers = all(shape.at(key) == Value(Sort.NUMBER) for key in needed)
    if needed and is_of_numbers and len(numbers) == len(needed):
        given = dict(zip(needed, numbers, strict=True))
    else:
        given = _in_its_field(shape, needed, names, value)
    order = [key for key in names if key in needed or key in given] or names[:1]
    return "{" + ", ".join(f"{key}: {given.get(key, '...')}" for key in order) + "}"


def told_by(shape: Fields, value: Any) -> Sequence[str]:
    """The fields that know a value as one of their words, as the class of a status does."""
    inner = ((key, shape.at(key)) for key in shape.names())
    return [key for key, each in inner if isinstance(each, Value) and value in each.words]


def _in_its_field(
    shape: Fields, needed: Sequence[str], names: Sequence[str], value: Any
) -> dict[str, str]:
    """A bare value, as it is written, and the field in which it may belong; nothing if in none.

    A date or a link belongs in the first field for one; any other text in the first field at all.
    """
    text = as_written(value)
    if not isinstance(text, str) or len(text) > LONGEST_SHOWN:
        return {}
    for key in [*needed, *names]:
        if _is_of_its_sort(shape.at(key), text):
            return {key: text}
    first = (needed or names)[0]
    if not _may_hold(shape.at(first), text):
        return {}
    written = in_brackets(text) if text == value else text
    return {first: written, **dict.fromkeys(set(needed) & set(told_by(shape, text)), text)}


def _is_of_its_sort(inner: Any, text: str) -> bool:
    read = _READERS.get(inner.sort) if isinstance(inner, Value) else None
    try:
        return read is not None and bool(read(text))
    except UnfitError:
        return False


def _may_hold(inner: Any, text: str) -> bool:
    is_reference = isinstance(inner, Value) and inner.refers_to is not None
    return holds_free_text(inner) or (is_reference and bool(_is_id(text)))


_READERS: Final[Mapping[Sort, Callable[[str], Any]]] = {
    Sort.AMOUNT: read_quantity,
    Sort.DATE: read_when,
    Sort.LINK: check_link,
}
