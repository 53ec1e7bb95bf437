"""Notes are told as the records have them, and most records are not read whole for that."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from full_records import FULL
from gsca import ROOT
from small_alliance import OSLO, TODAY, alliance_of

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.notes import CitedSource, DatedNote, Notes, notes_of
from gsca_cli.alliance.read import read_file
from gsca_cli.checking import unchecked
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import Finding
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.when import When
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot
from gsca_cli.snapshots.worktree import Worktree

PATH = "data/cities/oslo.yaml"
NOTED = OSLO.replace("joined: 2021}", "joined: 2021, note: {en: As the host}}") + (
    "notes:\n"
    "  - Not of any day.\n"
    "  - {date: 2022-05, text: The council agreed., sources: [paper]}\n"
    "  - date: 2021\n"
    "    text: {en: It began., nb: Det begynte.}\n"
)
SAID = Notes(
    {"north": {"en": "As the host"}},
    [
        DatedNote(When.parse("2022-05"), {"und": "The council agreed."}, [CitedSource("paper")]),
        DatedNote(When.parse("2021"), {"en": "It began.", "nb": "Det begynte."}, []),
    ],
)
SELDOM = "variants:\n  - {at: country, value: SE, sources: [paper]}\n"


def notes(text: str) -> tuple[Notes, Sequence[str]]:
    """The notes of a city, and which records were read whole for them."""
    read: list[str] = []

    def noted(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        read.append(place.id)
        return read_file(snapshot, place)

    alliance = replace(alliance_of({PATH: text}), reader=noted)
    return notes_of(alliance, [*alliance.cities.values()])[PATH], read


def of_records(alliance: Alliance) -> dict[str, Notes]:
    """The notes of all cities as their records have them."""
    found = {}
    for city in alliance.cities.values():
        record = alliance.entry(city).record
        assert isinstance(record, City)
        found[city.path] = Notes(
            {key: place.note for key, place in record.regions.items() if place.note},
            [
                DatedNote(each.date, each.text, [CitedSource(by.source) for by in each.sources])
                for each in record.notes
                if each.date
            ],
        )
    return found


def test_a_glance_shows_the_notes_of_a_city() -> None:
    assert notes(NOTED) == (SAID, [])


def test_what_a_glance_does_not_show_is_read() -> None:
    assert notes(NOTED + SELDOM) == (SAID, ["oslo"])


@pytest.mark.parametrize("text", [OSLO, FULL[Kind.CITY], FULL[Kind.CITY] + SELDOM])
def test_they_are_those_of_the_record(text: str) -> None:
    assert notes(text)[0] == of_records(alliance_of({PATH: text}))[PATH]


def test_those_of_the_shipped_cities_are_those_of_their_records() -> None:
    alliance = unchecked(Worktree(ROOT), TODAY)
    found = notes_of(alliance, [*alliance.cities.values()])
    assert found == of_records(alliance)
    assert any(each.dated for each in found.values())


@pytest.mark.parametrize("becomes", ["[", None])
def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path, becomes: str | None) -> None:
    (tmp_path / "data/cities").mkdir(parents=True)
    (tmp_path / "gsca.yaml").write_text("name: Test\n")
    city = tmp_path / PATH
    city.write_text(NOTED)
    alliance = unchecked(Worktree(tmp_path), TODAY)
    city.unlink()
    if becomes:
        city.write_text(becomes)
    with pytest.raises(CannotRunError, match="changed while it was read"):
        notes_of(alliance, [*alliance.cities.values()])
