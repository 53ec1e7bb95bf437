"""Reports on the small alliance that ask what is new: since a date, or since a snapshot."""

from collections.abc import Mapping

import pytest
from small_alliance import TODAY, alliance_of

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief
from gsca_cli.alliance.entry import Entry
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.moved.lines import WhatMoved
from gsca_cli.records.when import When
from gsca_cli.render.told import sentence_of

Changes = Mapping[str, str | bytes | None]

OSLO = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
LABEL = "1a2b3c4 of 2022-06-10"


def since(moment: str, now: Changes) -> Edition:
    """A report by the recorded dates."""
    return Edition(alliance_of(now), Wish("en", TODAY, When.parse(moment)))


def between(then: Changes, now: Changes, *, language: str = "en") -> Edition:
    """A report that compares the small alliance, changed one way, with it changed another way."""
    wish = Wish(language, TODAY, before=alliance_of(then), since_label=LABEL)
    return Edition(alliance_of(now), wish)


def city(more: str = "", name: str = "Oslo", place: str = "") -> str:
    """The text of a city with a place in the north."""
    return f"name: {name}\ncountry: 'NO'\nregions: {{north: {place}}}\nsources: [paper]\n{more}"


def oslo(edition: Edition) -> CityBrief:
    """The city as the report sees it now."""
    return edition.alliance.cities["oslo"]


def north(edition: Edition) -> RegionBrief:
    """The region as the report sees it now."""
    return edition.alliance.regions["north"]


def records_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the records that are asked for whole, from now on."""
    read: list[str] = []
    entry = Alliance.entry

    def noted(alliance: Alliance, brief: Brief) -> Entry:
        read.append(brief.id)
        return entry(alliance, brief)

    monkeypatch.setattr(Alliance, "entry", noted)
    return read


def told(moved: WhatMoved | None) -> list[str]:
    """What a list says, line by line."""
    assert moved
    return [f"{line.name}: {sentence_of(line)}" for line in moved.lines]
