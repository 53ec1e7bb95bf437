"""A word without quotes means something else to other tools.

YAML was changed in 2009. In version 1.1, which many editors, scripts and importers still read,
`NO`, `y` and `on` are false and true, `12:30` is the number 750, `010` is 8 and `1_000` is 1000;
gsca reads version 1.2, in which they are what they look like. Quotes make both agree. The same
goes for a text that is written like a number, such as the version `1.10`: it is 1.1 to others. A
date such as `2022-06-11` is read as a date by all, which it is, and is not reported.

Wrong: `country: NO`, `version: 1.10`
Right: `country: 'NO'`, `version: '1.10'`
To fix it: put the word in quotes; write a number in plain digits, without `_`, `e` or a leading 0.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.documents.document import Document
from gsca_cli.documents.older_scalars import LONGEST, UNREADABLE, resolve_older
from gsca_cli.documents.scalars import WrittenFloat, WrittenInt, resolve
from gsca_cli.documents.writing import scalars
from gsca_cli.findings import PutInQuotes, PutValue, Route, Severity, shown

if TYPE_CHECKING:
    from gsca_cli.records.record import Record

_WRITTEN = frozenset((WrittenInt, WrittenFloat))
_IS_SHORT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?").fullmatch


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every key and value that stands there without quotes."""
    document = entry.document
    if not _may_hold_one(document):
        return
    for route, value, key in scalars(document, _may_be_one):
        word = str(getattr(value, "written", value))
        if document.source(route, key=key) != word:
            continue
        other = resolve_older(word)
        number = isinstance(value, float | int) and _is_number(entry.record, route)
        if other != value or (isinstance(value, float | int) and not number):
            mend = _as_number(route, word, value) if number else PutInQuotes(route, key)
            hint = f"write {shown(_plainly(value))}" if number else f"write {shown(repr(word))}"
            yield Problem(route, f"{shown(word)} {_means(other)}", hint, key=key, mend=mend)


def _as_number(route: Route, written: str, value: float) -> PutValue | None:
    """The same digits without what makes them a trap; another notation was chosen by somebody."""
    plain = _plainly(value)
    if written.lstrip("+-0") != plain.lstrip("-0") or not _IS_SHORT(plain):
        return None
    return PutValue(route, value, resolve(plain))


def _may_hold_one(document: Document) -> bool:
    """A quick look, for all the files that are fine."""
    short = (word for word in document.strings if len(word) <= LONGEST)
    return any(map(_differs, short)) or not _WRITTEN.isdisjoint(map(type, document.words))


def _may_be_one(value: Any) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST and _differs(value)
    return type(value) in _WRITTEN


@lru_cache(maxsize=1 << 12)
def _differs(word: str) -> bool:
    """Is a word no text in YAML 1.1? Files say the same words."""
    return resolve_older(word) is not word


def _is_number(record: "Record", route: Route) -> bool:
    """Does the record hold a number at a route, or a part that is written as a bare number?"""
    from gsca_cli.records.values import Model  # noqa: PLC0415 (loaded, where there is a record)

    value: Any = record
    for part in route:
        if isinstance(value, Model):
            fields = type(value).model_fields.items()
            names = {field.alias or name: name for name, field in fields}
            value = getattr(value, names.get(str(part), ""), None)
        elif isinstance(value, Mapping):
            value = value.get(part)
        else:
            value = value[part] if isinstance(value, tuple) and not isinstance(part, str) else None
    inner = vars(value).values() if isinstance(value, Model) else (value,)
    return any(isinstance(each, float | int) and not isinstance(each, bool) for each in inner)


def _means(other: object) -> str:
    if other is UNREADABLE:
        return "is nothing that other tools can read"
    if isinstance(other, bool):
        return f"is {'true' if other else 'false'} to other tools"
    if isinstance(other, str):
        return "is a text to other tools"
    return f"is the number {other} to other tools"


def _plainly(number: Any) -> str:
    """In digits, with a point if it is no integer."""
    from decimal import Decimal  # noqa: PLC0415 (only a mend needs it)

    return f"{Decimal(str(number)):f}"


# What is written plainly means the same in any version of YAML.
CHECK = Check("yaml-trap", Severity.NOTICE, look=look, finds_from=never)
