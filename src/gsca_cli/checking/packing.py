"""Outcomes to texts and back: what is remembered of a file, and what processes tell each other."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from types import NoneType
from typing import Any, Final

from gsca_cli.alliance.packing import pack, unpack
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checks.run import Days, Foreseen
from gsca_cli.documents.comments import Allowance
from gsca_cli.findings import (
    Finding,
    Location,
    Mend,
    PutInQuotes,
    PutTogether,
    PutValue,
    Related,
    RenameFile,
    RenameKey,
    ReplaceText,
    Severity,
)

_PLAIN: Final = (str, bool, int, float, NoneType)
_day: Final = lru_cache(maxsize=1 << 12)(date.fromisoformat)
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_outcome(outcome: Outcome) -> str | None:
    """A text that `unpack_outcome` makes the same outcome of; None where no text can.

    That is so for what has claims, and for a mend of a number that knows how it was written.
    """
    packed = outcome.brief and pack(outcome.brief)
    if (outcome.brief and not packed) or not all(map(_is_plain, outcome.findings)):
        return None
    findings = [_finding(each) for each in outcome.findings]
    foreseen = [[str(since), _finding(each)] for since, each in outcome.foreseen]
    allowances = [_allowance(each) for each in outcome.allowances]
    return _encode([packed, findings, foreseen, allowances, [str(day) for day in outcome.days]])


def unpack_outcome(text: str) -> Outcome:
    """The outcome that was packed."""
    packed, findings, foreseen, allowances, days = json.loads(text)
    return Outcome(
        packed and unpack(packed),
        tuple(map(_unpacked_finding, findings)),
        tuple(Foreseen(_day(since), _unpacked_finding(each)) for since, each in foreseen),
        tuple(map(_unpacked_allowance, allowances)),
        Days(*map(_day, days)),
    )


def _is_plain(finding: Finding) -> bool:
    mend = finding.mend
    return not isinstance(mend, PutValue) or {type(mend.old), type(mend.new)} <= {*_PLAIN}


def _finding(finding: Finding) -> list[Any]:
    return [
        finding.code,
        str(finding.severity),
        _location(finding.location),
        finding.message,
        finding.hint,
        [[_location(each.location), each.message] for each in finding.related],
        _mend(finding.mend),
    ]


def _unpacked_finding(packed: list[Any]) -> Finding:
    code, severity, location, message, hint, related, mend = packed
    return Finding(
        code,
        Severity(severity),
        Location(*location),
        message,
        hint,
        tuple(Related(Location(*where), words) for where, words in related),
        mend=_unpacked_mend(mend),
    )


def _allowance(each: Allowance) -> list[Any]:
    return [each.code, each.reason, _location(each.location), each.line, each.end_line]


def _unpacked_allowance(packed: list[Any]) -> Allowance:
    code, reason, location, line, end_line = packed
    return Allowance(code, reason, Location(*location), line, end_line)


def _location(location: Location) -> list[Any]:
    return [location.path, location.line, location.column, location.end_column]


def _mend(mend: Mend | None) -> list[Any] | None:
    match mend:
        case None:
            return None
        case PutValue(route, old, new):
            return ["put", route, old, new]
        case RenameKey(route, name):
            return ["key", route, name]
        case PutInQuotes(route, key):
            return ["quotes", route, key]
        case ReplaceText(at, old, new):
            return ["text", _location(at), old, new]
        case PutTogether(at, text, route, pieces):
            return ["together", _location(at), text, route, pieces]
        case RenameFile(path):
            return ["file", path]


def _unpacked_mend(packed: list[Any] | None) -> Mend | None:
    return None if packed is None else _MENDS[packed[0]](*packed[1:])


_MENDS: Final[Mapping[str, Callable[..., Mend]]] = {
    "put": lambda route, old, new: PutValue(tuple(route), old, new),
    "key": lambda route, name: RenameKey(tuple(route), name),
    "quotes": lambda route, key: PutInQuotes(tuple(route), key=key),
    "text": lambda at, old, new: ReplaceText(Location(*at), old, new),
    "together": lambda at, text, route, pieces: PutTogether(
        Location(*at), text, tuple(route), tuple(pieces)
    ),
    "file": RenameFile,
}
