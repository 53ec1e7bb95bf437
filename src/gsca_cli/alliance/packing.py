"""Briefs to plain lists and back: what is remembered of a record between two runs.

What thousands of files have in common, as a state or a mention, is one text: it is unpacked once,
and all of them share it.
"""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, Final, NamedTuple

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
from gsca_cli.alliance.references import Mention, OnLine, References
from gsca_cli.alliance.small_map import SmallMap, shared_texts
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When

Packed = list[Any]
"""Texts, numbers, lists and maps: what JSON can hold."""

_SHARED: Final = 1 << 16


def pack(brief: Brief) -> Packed | None:
    """What `unpack` makes the same brief of; None for one with claims, which are few."""
    if brief.claims:
        return None
    parts = _PARTS[type(brief)]
    return [str(brief.kind), *[part.pack(getattr(brief, name)) for name, part in parts]]


def unpack(packed: Packed) -> Brief:
    """The brief that was packed.

    Raises:
        ValueError: it is none.
    """
    kind = Kind(packed[0])
    cls = _CLASSES.get(kind, Brief)
    parts = zip(_PARTS[cls], packed[1:], strict=True)
    return cls(kind=kind, **{name: part.unpack(value) for (name, part), value in parts})


class _Part(NamedTuple):
    """How a field is packed, and unpacked."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


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


def _states(states: Mapping[str, StateBrief]) -> Mapping[str, str]:
    return {key: _state(each) for key, each in states.items()}


def _unpacked_states(states: Mapping[str, str]) -> Mapping[str, StateBrief]:
    if not states:
        return NO_STATES
    return SmallMap({intern(key): _unpacked_state(text) for key, text in states.items()})


def _selections(selections: Mapping[str, SelectionBrief]) -> Packed:
    return [
        [key, each.chosen, _state(each.state), _states(each.steps)]
        for key, each in selections.items()
    ]


def _unpacked_selections(packed: Packed) -> Mapping[str, SelectionBrief]:
    return SmallMap(
        {
            intern(key): selection_of(
                _unpacked_state(state), _unpacked_states(steps), chosen=chosen
            )
            for key, chosen, state, steps in packed
        }
    )


def _membership(each: MembershipBrief) -> str:
    texts = (each.role, each.cohort, each.standing, _text(each.joined), _text(each.left))
    return _as_text(*texts, "note" if each.has_note else None)


@lru_cache(maxsize=_SHARED)
def _unpacked_membership(text: str) -> MembershipBrief:
    role, cohort, standing, joined, left, note = _parted(text)
    return MembershipBrief(role, cohort, standing, _when(joined), _when(left), note is not None)


def _references(references: References) -> Packed:
    return [
        references.path,
        list(references.lines),
        [_on_line(each) for each in references.on_lines],
    ]


def _unpacked_references(packed: Packed) -> References:
    path, lines, on_lines = packed
    return References.on(path, lines, [*map(_unpacked_on_line, on_lines)])


@lru_cache(maxsize=_SHARED)
def _on_line(on_line: OnLine) -> str:
    columns = " ".join(map(str, on_line.columns))
    texts = [columns, *map(_mention, on_line.mentions)]
    text = ",".join(texts)
    return text if text.split(",") == texts else _encode(texts)


@lru_cache(maxsize=_SHARED)
def _unpacked_on_line(text: str) -> OnLine:
    columns, *mentions = json.loads(text) if text[:1] == "[" else text.split(",")
    return OnLine.of(map(_unpacked_mention, mentions), map(int, columns.split(" ")))


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


_SAME: Final = _Part(_as_it_is, _as_it_is)
_MAP: Final = _Part(dict, lambda found: {intern(key): each for key, each in found.items()})
_NAMES: Final = _Part(dict, lambda found: SmallMap(_MAP.unpack(found)))
_ROW: Final = _Part(list, tuple)
_ROWS: Final = _Part(
    lambda found: {key: list(each) for key, each in found.items()},
    lambda found: {intern(key): tuple(each) for key, each in found.items()},
)
_STATES: Final = _Part(_states, _unpacked_states)
_DEGREES: Final = _Part(
    lambda degrees: None if degrees is None else [degrees.real, degrees.imag],
    lambda packed: None if packed is None else complex(*packed),
)
_RELEASES: Final = _Part(
    lambda found: None if found is None else [_text(each) for each in found],
    lambda found: None if found is None else tuple(_when(each) for each in found),
)
_MEMBERSHIPS: Final = _Part(
    lambda found: {key: _membership(each) for key, each in found.items()},
    lambda found: memberships_of(
        {intern(key): _unpacked_membership(each) for key, each in found.items()}
    ),
)

_Parts = tuple[tuple[str, _Part], ...]
_ANY: Final[_Parts] = (
    ("id", _SAME),
    ("path", _SAME),
    ("names", _NAMES),
    ("aliases", _ROW),
    ("former_ids", _ROW),
    ("references", _Part(_references, _unpacked_references)),
    ("remarked", _Part(sorted, lambda found: frozenset(found) if found else NOTHING)),
)
_PARTS: Final[Mapping[type[Brief], _Parts]] = {
    Brief: _ANY,
    CityBrief: (
        *_ANY,
        ("country", _Part(_as_it_is, intern)),
        ("subdivision", _Part(_as_it_is, lambda text: text and intern(text))),
        ("degrees", _DEGREES),
        ("memberships", _MEMBERSHIPS),
        ("programmes", _Part(list, lambda found: shared_texts(tuple(found)))),
        ("selections", _Part(_selections, _unpacked_selections)),
        ("steps", _STATES),
        ("has_dated_notes", _SAME),
    ),
    RegionBrief: (
        *_ANY,
        ("columns", _ROW),
        ("track", _SAME),
        ("cohorts", _MAP),
        ("steps", _STATES),
    ),
    PolicyBrief: (*_ANY, ("principle", _SAME), ("foundational", _SAME), ("releases", _RELEASES)),
    TrackBrief: (
        *_ANY,
        ("walked_by", _Part(str, Kind)),
        ("steps", _ROW),
        ("phases", _ROW),
        ("statuses", _ROW),
        ("former_steps", _ROWS),
    ),
    PartnerBrief: (*_ANY, ("partner_kind", _SAME), ("listed_in", _ROW)),
}
_CLASSES: Final[Mapping[Kind, type[Brief]]] = {
    Kind.CITY: CityBrief,
    Kind.REGION: RegionBrief,
    Kind.POLICY: PolicyBrief,
    Kind.TRACK: TrackBrief,
    Kind.PARTNER: PartnerBrief,
}
