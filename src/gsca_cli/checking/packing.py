"""Outcomes to texts and back: what is remembered of files, and what processes tell each other."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import NoneType
from typing import Any, Final

from gsca_cli.alliance.columns import one_by_one, shared
from gsca_cli.alliance.packing import may_be_packed as may_be_packed_brief
from gsca_cli.alliance.packing import pack as pack_briefs
from gsca_cli.alliance.packing import unpack as unpack_briefs
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


Packed = list[Any]
"""Texts, numbers, lists and maps: what JSON can hold."""


def as_text(packed: Packed) -> str:
    """What was packed as one text."""
    return _encode(packed)


def may_be_packed(outcome: Outcome) -> bool:
    """Can `pack` tell all of it?

    Not of what has claims, nor of a mend of a number that knows how it was written.
    """
    brief, findings = outcome.brief, outcome.findings
    return (brief is None or may_be_packed_brief(brief)) and all(map(_is_plain, findings))


def pack(outcomes: Sequence[Outcome]) -> Packed:
    """What `unpack` makes the same outcomes of.

    They are packed by columns, and their briefs by kind, for most say the same as those beside
    them; few have findings or allow some.
    """
    by_kind: dict[str, list[int]] = {}
    for at, outcome in enumerate(outcomes):
        if outcome.brief:
            by_kind.setdefault(outcome.brief.kind, []).append(at)
    briefs = [
        [places, pack_briefs([brief for at in places if (brief := outcomes[at].brief)])]
        for places in by_kind.values()
    ]
    told = [
        [
            at,
            [_finding(each) for each in outcome.findings],
            [[str(since), _finding(each)] for since, each in outcome.foreseen],
            [_allowance(each) for each in outcome.allowances],
        ]
        for at, outcome in enumerate(outcomes)
        if outcome.findings or outcome.foreseen or outcome.allowances
    ]
    return [_DAYS.pack([outcome.days for outcome in outcomes]), briefs, told]


def unpack(packed: Packed) -> list[Outcome]:
    """The outcomes that were packed."""
    days, briefs, told = packed
    outcomes = [Outcome(None, days=each) for each in _DAYS.unpack(days)]
    for places, packed_briefs in briefs:
        for at, brief in zip(places, unpack_briefs(packed_briefs), strict=True):
            outcomes[at] = Outcome(brief, days=outcomes[at].days)
    for at, findings, foreseen, allowances in told:
        outcomes[at] = outcomes[at]._replace(
            findings=tuple(map(_unpacked_finding, findings)),
            foreseen=tuple(Foreseen(_day(day), _unpacked_finding(each)) for day, each in foreseen),
            allowances=tuple(map(_unpacked_allowance, allowances)),
        )
    return outcomes


_DAYS: Final = shared(
    one_by_one(lambda days: [*map(str, days)], lambda packed: Days(*map(_day, packed)))
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
