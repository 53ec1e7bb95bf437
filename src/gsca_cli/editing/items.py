"""Which item of a list is meant by what somebody typed."""

import re
from collections.abc import Sequence
from typing import Any, Final

from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.documents.rewrite import same
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.records.naming import names_of_item
from gsca_cli.records.spelling import as_written

_IS_NUMBER: Final = re.compile(r"[0-9]{1,9}").fullmatch


def item_called(items: Sequence[Any], name: str, where: str) -> int:
    """The item with a name, else the one of a date, else that with the number; the first is 0.

    Raises:
        UsageError: there is none, or several have the date.
    """
    for number, item in enumerate(items):
        if name in names_of_item(item):
            return number
    dated = [n for n, item in enumerate(items) if _date_of(item) == name]
    if len(dated) == 1:
        return dated[0]
    if dated:
        numbers = " or ".join(f"`{number}`" for number in dated)
        message = f"{where} has {len(dated)} items of {name}: give the number of one, {numbers}"
        raise UsageError(message)
    if _IS_NUMBER(name) and int(name) < len(items):
        return int(name)
    names = [each for item in items for each in (*names_of_item(item), _date_of(item) or "")]
    message = f"{where} has no item {shown(name)}{did_you_mean(name, filter(None, names))}"
    raise UsageError(message)


def item_saying(items: Sequence[Any], wanted: Any, where: str) -> int:
    """The one item that says all that a map says, and perhaps more.

    Raises:
        UsageError: there is none, or several say so.
    """
    found = [number for number, item in enumerate(items) if _says(item, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{where} has {len(found)} such items: give more fields of the one that is meant"
        raise UsageError(message)
    message = f"{where} has no such item"
    raise UsageError(message)


def _says(item: Any, wanted: Any) -> bool:
    if not isinstance(item, dict) or not isinstance(wanted, dict):
        return same(item, wanted)
    return all(key in item and same(item[key], value) for key, value in wanted.items())


def _date_of(item: Any) -> Any:
    return as_written(item.get("date")) if isinstance(item, dict) else None
