"""A brief is small: two hundred thousand of them are held at once."""

import gc
import json
from collections.abc import Iterator
from sys import getsizeof
from typing import Any

from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.packing import pack, unpack
from gsca_cli.alliance.read import read_file
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory

CITY = """\
name:
  en: {name}
  nb: {name}
country: 'NO'
subdivision: NO-03
location: {{lat: {lat}, lon: 10.7522}}
programmes:
  pioneers: {{joined: 2020-11}}
regions:
  north: {{role: member, cohort: first, joined: 2021}}
policies:
  open-data:
    since: 2021-03
  dig-once:
    since: 2021-08
  clean-air:
    since: 2022-01
steps:
  letter: {{status: completed, since: 2018-11, sources: [report-2015]}}
  plan: {{status: completed, since: 2019-05, sources: [report-2016]}}
  map: {{status: completed, since: 2020-05, sources: [report-2021]}}
  review: {{status: completed, since: 2021-07, sources: [report-2014]}}
sources:
  - report-2019
  - report-2022
"""
MOST_BYTES = 880
"""Dicts for the maps, and pointers to what the lines mention, would make it 1,300 and more."""


def place(name: str) -> RecordPath:
    return RecordPath(f"data/cities/{name}.yaml", Kind.CITY, name)


def content(name: str, lat: float) -> bytes:
    return CITY.format(name=name.capitalize(), lat=lat).encode()


def at_a_glance(name: str, lat: float) -> Brief:
    glance = Glances(lambda _: False).at(place(name), content(name, lat))
    assert glance
    return glance.brief


def closely(name: str, lat: float) -> Brief:
    where = place(name)
    entry = read_file(InMemory({where.path: content(name, lat)}), where)
    assert isinstance(entry, Entry)
    return brief(entry)


def remembered(name: str, lat: float) -> Brief:
    (found,) = unpack(json.loads(json.dumps(pack([closely(name, lat)]))))
    return found


def parts(whole: object) -> Iterator[Any]:
    """Everything that is held by something, each once."""
    met, left = set(), [whole]
    while left:
        one = left.pop()
        if id(one) not in met and not isinstance(one, type):
            met.add(id(one))
            yield one
            left += gc.get_referents(one)


def own_bytes(one: Brief, other: Brief) -> int:
    """What a brief takes beside what it has in common with another."""
    common = {id(each) for each in parts(other)}
    return sum(getsizeof(each) for each in parts(one) if id(each) not in common)


def test_what_a_city_does_not_share_is_small_however_it_was_read() -> None:
    for read in (at_a_glance, closely, remembered):
        oslo, moss = read("oslo", 59.9139), read("moss", 59.4339)
        assert own_bytes(oslo, moss) <= MOST_BYTES, read
        # Was it counted at all?
        assert own_bytes(oslo, moss) > MOST_BYTES / 2, read


def test_what_a_city_says_is_the_same_however_it_was_read() -> None:
    assert at_a_glance("oslo", 59.9139) == closely("oslo", 59.9139) == remembered("oslo", 59.9139)
