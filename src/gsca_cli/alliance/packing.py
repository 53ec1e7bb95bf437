"""Briefs to columns and back: what is remembered of records between two runs.

What thousands of files have in common, as a state or what a line mentions, is one text: it is
packed and unpacked once, and all of them share it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from sys import intern
from typing import Any, Final

from gsca_cli.alliance.brief import (
    NO_STATES,
    NOTHING,
    Brief,
    CityBrief,
    MembershipBrief,
    PartnerBrief,
    PolicyBrief,
    RegionBrief,
    SelectionBrief,
    StateBrief,
    TrackBrief,
    memberships_of,
    selection_of,
)
from gsca_cli.alliance.columns import (
    PLAIN,
    ROWS,
    Column,
    maps,
    one_by_one,
    packed_numbers,
    parted,
    shared,
    unpacked_numbers,
)
from gsca_cli.alliance.references import Mention, OnLine, References
from gsca_cli.alliance.small_map import SmallMap, shared_texts
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When

Packed = list[Any]
"""Texts, numbers, lists and maps: what JSON can hold."""

_SHARED: Final = 1 << 16


def may_be_packed(brief: Brief) -> bool:
    """Can `pack` tell all of it? Not of one with claims, which are few."""
    return not brief.claims


def pack(briefs: Sequence[Brief]) -> Packed:
    """What `unpack` makes the same briefs of; all of them are of one kind."""
    kind = briefs[0].kind
    parts = _PARTS[_class_of(kind)]
    return [str(kind), *[part.pack([*map(attrgetter(name), briefs)]) for name, part in parts]]


def unpack(packed: Packed) -> Iterator[Brief]:
    """The briefs that were packed, in their order.

    Raises:
        ValueError: they were not.
    """
    kind = Kind(packed[0])
    cls = _class_of(kind)
    parts = zip(_PARTS[cls], packed[1:], strict=True)
    columns = {name: part.unpack(value) for (name, part), value in parts}
    for values in zip(*columns.values(), strict=True):
        fields = dict(zip(columns, values, strict=True))
        fields["references"] = References.numbered(fields["path"], *fields["references"])
        yield cls(kind=kind, **fields)


def _class_of(kind: Kind) -> type[Brief]:
    return _CLASSES.get(kind, Brief)


_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=_SHARED)
def _as_text(*values: str | None) -> str:
    """Some texts as one. JSON takes longer to read: it is for what does not come back otherwise."""
    text = "|".join(each or "" for each in values)
    return text if _comes_back(text, _parted, [*values]) else _encode(values)


def _comes_back(text: str, unpack: Callable[[str], Any], value: Any) -> bool:
    """Is the same value made of a text again, though it may hold the signs that part it?"""
    try:
        return bool(unpack(text) == value)
    except ValueError:
        return False


def _parted(text: str) -> list[str | None]:
    return json.loads(text) if text[:1] == "[" else [each or None for each in text.split("|")]


def _when(text: str | None) -> When | None:
    return None if text is None else When.parse(text)


def _text(when: When | None) -> str | None:
    return None if when is None else when.text


def _state(state: StateBrief) -> str:
    return _as_text(state.status, _text(state.since), _text(state.until))


@lru_cache(maxsize=_SHARED)
def _unpacked_state(text: str) -> StateBrief:
    status, since, until = _parted(text)
    return StateBrief(status, _when(since), _when(until))


def _steps(keys: tuple[str, ...], states: tuple[StateBrief, ...]) -> Mapping[str, StateBrief]:
    return SmallMap.of(keys, states) if keys else NO_STATES


def _selections(found: Sequence[SelectionBrief]) -> Packed:
    chosen, states, steps = zip(*found, strict=True) if found else ((), (), ())
    return [chosen, _STATES.pack(states), _STEPS.pack(steps)]


def _unpacked_selections(packed: Packed) -> Iterator[SelectionBrief]:
    chosen, states, steps = packed
    found = zip(chosen, _STATES.unpack(states), _STEPS.unpack(steps), strict=True)
    return (selection_of(state, steps, chosen=yes) for yes, state, steps in found)


def _membership(each: MembershipBrief) -> str:
    texts = (each.role, each.cohort, each.standing, _text(each.joined), _text(each.left))
    return _as_text(*texts, "note" if each.has_note else None)


@lru_cache(maxsize=_SHARED)
def _unpacked_membership(text: str) -> MembershipBrief:
    role, cohort, standing, joined, left, note = _parted(text)
    return MembershipBrief(role, cohort, standing, _when(joined), _when(left), note is not None)


def _references(found: Sequence[References]) -> Packed:
    lines, numbers = [each.lines for each in found], [each.numbers for each in found]
    flat = [*chain.from_iterable(numbers)]
    lengths, flat_lines = [*map(len, lines)], [*chain.from_iterable(lines)]
    return [packed_numbers(lengths), packed_numbers(flat_lines), _ON_LINES.pack(flat)]


def _unpacked_references(packed: Packed) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    lengths, lines = map(unpacked_numbers, packed[:2])
    numbers = [*_ON_LINES.unpack(packed[2])]
    return zip(parted(lines, lengths), parted(numbers, lengths), strict=True)


@lru_cache(maxsize=_SHARED)
def _on_line(number: int) -> str:
    on_line = OnLine.numbered(number)
    columns = " ".join(map(str, on_line.columns))
    texts = [columns, *map(_mention, on_line.mentions)]
    text = ",".join(texts)
    return text if text.split(",") == texts else _encode(texts)


@lru_cache(maxsize=_SHARED)
def _unpacked_on_line(text: str) -> int:
    columns, *mentions = json.loads(text) if text[:1] == "[" else text.split(",")
    return OnLine.of(map(_unpacked_mention, mentions), map(int, columns.split(" "))).number


def _mention(mention: Mention) -> str:
    target, name, route, on_key = mention
    where = "/".join(f"#{part}" if isinstance(part, int) else part for part in route)
    text = "|".join((target, name, where, "key" if on_key else ""))
    return text if _comes_back(text, _unpacked_mention, mention) else _encode(mention)


@lru_cache(maxsize=_SHARED)
def _unpacked_mention(text: str) -> Mention:
    if text[:1] == "[":
        target, name, route, on_key = json.loads(text)
        return target, name, tuple(route), on_key
    target, name, where, at = text.split("|")
    return target, name, tuple(map(_part, where.split("/"))), at == "key"


def _part(text: str) -> str | int:
    return int(text[1:]) if text[:1] == "#" else text


def _as_it_is(value: Any) -> Any:
    return value


def _map(keys: tuple[str, ...], values: tuple[Any, ...]) -> Mapping[str, Any]:
    return dict(zip(keys, values, strict=True))


_ON_LINES: Final = shared(one_by_one(_on_line, _unpacked_on_line))
_STATES: Final = shared(one_by_one(_state, _unpacked_state), id)
_STEPS: Final = maps(_STATES, _steps)
_WORDS: Final = shared(one_by_one(_as_it_is, lambda text: text and intern(text)))
_MAPS: Final = maps(PLAIN, _map)
_DEGREES: Final = one_by_one(
    lambda degrees: None if degrees is None else [degrees.real, degrees.imag],
    lambda packed: None if packed is None else complex(*packed),
)
_RELEASES: Final = one_by_one(
    lambda found: None if found is None else [_text(each) for each in found],
    lambda found: None if found is None else tuple(_when(each) for each in found),
)
_MEMBERSHIPS: Final = shared(
    maps(
        one_by_one(_membership, _unpacked_membership),
        lambda keys, found: memberships_of(dict(zip(keys, found, strict=True))),
    ),
    id,
)

_Parts = tuple[tuple[str, Column], ...]
_ANY: Final[_Parts] = (
    ("id", PLAIN),
    ("path", PLAIN),
    ("names", maps(PLAIN)),
    ("aliases", ROWS),
    ("former_ids", ROWS),
    ("references", Column(_references, _unpacked_references)),
    ("remarked", one_by_one(sorted, lambda found: frozenset(found) if found else NOTHING)),
)
_PARTS: Final[Mapping[type[Brief], _Parts]] = {
    Brief: _ANY,
    CityBrief: (
        *_ANY,
        ("country", _WORDS),
        ("subdivision", _WORDS),
        ("degrees", _DEGREES),
        ("memberships", _MEMBERSHIPS),
        ("programmes", shared(one_by_one(list, lambda found: shared_texts(tuple(found))))),
        ("selections", maps(shared(Column(_selections, _unpacked_selections), id))),
        ("steps", _STEPS),
        ("has_dated_notes", PLAIN),
    ),
    RegionBrief: (
        *_ANY,
        ("columns", ROWS),
        ("track", PLAIN),
        ("cohorts", _MAPS),
        ("steps", _STEPS),
    ),
    PolicyBrief: (*_ANY, ("principle", PLAIN), ("foundational", PLAIN), ("releases", _RELEASES)),
    TrackBrief: (
        *_ANY,
        ("walked_by", one_by_one(str, Kind)),
        ("steps", ROWS),
        ("phases", ROWS),
        ("statuses", ROWS),
        ("former_steps", maps(ROWS, _map)),
    ),
    PartnerBrief: (*_ANY, ("partner_kind", PLAIN), ("listed_in", ROWS)),
}
_CLASSES: Final[Mapping[Kind, type[Brief]]] = {
    Kind.CITY: CityBrief,
    Kind.REGION: RegionBrief,
    Kind.POLICY: PolicyBrief,
    Kind.TRACK: TrackBrief,
    Kind.PARTNER: PartnerBrief,
}
