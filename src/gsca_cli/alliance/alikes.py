"""The records that a new one may be a second record of."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.namesakes import Namesakes, called
from gsca_cli.alliance.nearest import folded
from gsca_cli.alliance.neighbours import Neighbours
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.globe import kilometres
from gsca_cli.records.source import Source

_LONG_ENOUGH: Final = 5
"""Letters. Shorter words are often one letter apart, and mean different things."""
_A_PAIR: Final = 2


class Alike(NamedTuple):
    """A record that is there already, and what it has in common with the new one."""

    brief: Brief
    why: str


def alikes(alliance: Alliance, entry: Entry) -> list[Alike]:
    """The records of the same kind that are like a new one, each once, by the first likeness."""
    found: dict[str, Alike] = {}
    for look in (_by_id, _by_place, _by_name, _by_link):
        for alike in look(alliance, entry):
            found.setdefault(alike.brief.id, alike)
    return list(found.values())


def _by_id(alliance: Alliance, entry: Entry) -> Iterator[Alike]:
    new = brief(entry)
    for other in alliance.of(entry.kind).values():
        if _letters(other.id) == _letters(entry.id):
            yield Alike(other, "whose id has the same letters")
        elif one_typo_apart(entry.id, other.id) and not _lie_in_different_countries(new, other):
            yield Alike(other, "whose id is one letter different")


def _by_place(alliance: Alliance, entry: Entry) -> Iterator[Alike]:
    new, cities = brief(entry), list(alliance.cities.values())
    if not isinstance(new, CityBrief):
        return
    namesakes, neighbours = Namesakes([*cities, new]), Neighbours()
    for city in cities:
        list(namesakes.meet(city))
        neighbours.meet(city)
    for city, name in namesakes.meet(new):
        yield Alike(city, f"which is called {shown(called(city, name)[0])} in {city.country} too")
    near = neighbours.meet(new)
    if near and near.point and new.point:
        yield Alike(near, f"which lies {kilometres(near.point, new.point):.1f} km from here")


def _by_name(alliance: Alliance, entry: Entry) -> Iterator[Alike]:
    # Two cities of one name may well lie in two countries.
    names = _names(brief(entry)) if entry.kind is not Kind.CITY else set()
    what = "title" if entry.kind is Kind.SOURCE else "name"
    for other in alliance.of(entry.kind).values():
        if names & _names(other):
            yield Alike(other, f"which has the same {what}")


def _by_link(alliance: Alliance, entry: Entry) -> Iterator[Alike]:
    address = _address(entry)
    for other in alliance.of(Kind.SOURCE).values() if address else ():
        if _address(alliance.entry(other)) == address:
            yield Alike(other, "which has the same link")


def _address(entry: Entry) -> str:
    """The link of a source without what most often differs between two spellings of it."""
    record = entry.record
    link = record.link if isinstance(record, Source) else None
    return re.sub(r"^https?://(www\.)?", "", link or "", flags=re.IGNORECASE).rstrip("/")


def _names(of: Brief) -> set[str]:
    return {folded(name) for name in (*of.names.values(), *of.aliases)} - {""}


def _letters(key: str) -> str:
    """An id without what people write now this way, now that way."""
    return re.sub(r"[\W_]+", "", folded(key))


def _lie_in_different_countries(one: Brief, other: Brief) -> bool:
    return (
        isinstance(one, CityBrief) and isinstance(other, CityBrief) and one.country != other.country
    )


def one_typo_apart(one: str, other: str) -> bool:
    """Is one letter of a long word missing, added, another, or exchanged with its neighbour?

    A digit is no typo: `wef-2021-a` is not `wef-2022-a`.
    """
    pairs = list(zip_longest(one.split("-"), other.split("-"), fillvalue=""))
    different = [pair for pair in pairs if pair[0] != pair[1]]
    if len(different) != 1 or min(map(len, different[0])) < _LONG_ENOUGH:
        return False
    left, right = _middles(*different[0])
    if re.search(r"[0-9]", left + right):
        return False
    return len(left) <= 1 >= len(right) or (len(left) == _A_PAIR and left == right[::-1])


def _middles(one: str, other: str) -> tuple[str, str]:
    """What is left of two words without their common beginning and end."""
    most = min(len(one), len(other))
    start = next((n for n in range(most) if one[n] != other[n]), most)
    end = next((n for n in range(most - start) if one[-1 - n] != other[-1 - n]), most - start)
    return one[start : len(one) - end], other[start : len(other) - end]
