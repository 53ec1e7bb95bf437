"""Records of an older schema are read as far as they fit."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_alliance import FILES, OSLO, TODAY, alliance_of, snapshot_of

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.older import read_what_fits, with_older
from gsca_cli.checking import check
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory, StoredFile

PATH = "data/cities/oslo.yaml"
PLACE = RecordPath(PATH, Kind.CITY, "oslo")
BARE = "name: Oslo\ncountry: 'NO'\n"


def read(text: str) -> Entry | None:
    """Oslo, as far as its file fits the schema."""
    found = read_what_fits(InMemory({PATH: text.encode()}), PLACE)
    return found if isinstance(found, Entry) else None


def what_fits(text: str) -> Mapping[str, Any]:
    """What remains of the data of Oslo."""
    entry = read(text)
    assert entry
    data: Mapping[str, Any] = entry.document.data
    return data


def test_a_record_that_fits_is_read_whole() -> None:
    entry = read(OSLO)
    assert entry
    assert entry.document.text == OSLO
    assert entry == read_what_fits(snapshot_of(), PLACE)


def test_what_does_not_fit_is_kept_beside_the_record() -> None:
    entry = read(f"{BARE}mayor: Ada\nnotes: [One, {{text: Two, of: me}}, {{date: 2022}}]\n")
    assert entry
    assert entry.passed_over == (
        (("mayor",), "Ada"),
        (("notes", 1, "of"), "me"),
        (("notes", 2), {"date": 2022}),
    )


REST = {"name": "Oslo", "country": "NO"}
OLDER: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "a field that no longer exists": ("mayor: yes\n", {}),
    "a field within that no longer exists": (
        "steps:\n  plan: {status: done, phase: 2}\n",
        {"steps": {"plan": {"status": "done"}}},
    ),
    "a value of another type": ("population: [many]\n", {}),
    "a list in place of a map": ("steps: [plan, letter]\n", {}),
    "a map in place of a list": ("notes: {a: b}\n", {}),
    "one item of a list": (
        "notes: [One, {text: Two, of: me}, {date: 2022}, Three]\n",
        {"notes": ["One", {"text": "Two"}, "Three"]},
    ),
    "a key": (
        "aliases: [{name: X, note: {e!: a, en: b}}]\n",
        {"aliases": [{"name": "X", "note": {"en": "b"}}]},
    ),
    "a short form": ("sources: [paper, {paper: 5}, 7]\n", {"sources": ["paper"]}),
    "an entry that lacks what it needs": (
        "variants: [{value: 3}, {at: name, value: 4}]\n",
        {"variants": [{"at": "name", "value": 4}]},
    ),
    "a place that would be half of one": ("location: {lat: 59.9}\n", {}),
    "an empty value": ("notes: [{date: , text: A}]\n", {"notes": [{"date": None, "text": "A"}]}),
    "a key that stands twice": ("population: 1\npopulation: 2\n", {"population": 1}),
}


@pytest.mark.parametrize("case", OLDER)
def test_what_does_not_fit_is_taken_out(case: str) -> None:
    text, rest = OLDER[case]
    assert what_fits(BARE + text) == {**REST, **rest}


@pytest.mark.parametrize(
    "text",
    [
        "country: 'NO'\n",
        "name: \ncountry: 'NO'\n",
        "name: [Oslo]\ncountry: 'NO'\n",
        "name: {}\ncountry: 'NO'\n",
        "name: Oslo\ncountry: Norway\n",
        "",
        "- name\n",
        "name: [\n",
        "name: &a Oslo\ncountry: 'NO'\n",
    ],
)
def test_a_record_without_what_it_needs_is_left_out(text: str) -> None:
    assert read(text) is None


def test_each_value_that_is_left_keeps_its_place() -> None:
    entry = read(f"{BARE}notes:\n  - {{of: me}}\n  - One\n  - {{text: Two, of: me}}\n  - Three\n")
    assert entry
    assert isinstance(entry.record, City)
    assert [note.text for note in entry.record.notes] == [
        {"und": w} for w in ("One", "Two", "Three")
    ]
    routes = [("notes", 0), ("notes", 1, "text"), ("notes", 2)]
    assert [entry.document.locate(route).line for route in routes] == [5, 6, 7]
    assert ("notes", 3) not in entry.document.places
    assert set(entry.document.places) >= {(), ("name",), ("notes",)}


def test_older_records_are_linked_with_the_others() -> None:
    changes = {PATH: OSLO + "mayor: yes\n", "data/cities/x.yaml": "name: X\n"}
    strict = alliance_of(changes)
    assert [place.id for place in strict.left_out] == ["oslo", "x"]
    alliance = with_older(strict)
    assert [place.id for place in alliance.left_out] == ["x"]
    assert [city.id for city, _ in alliance.members("north")] == ["oslo"]
    oslo = alliance.cities["oslo"]
    assert isinstance(alliance.entry(oslo).record, City)
    assert "mayor" not in alliance.entry(oslo).document.data
    assert alliance.document(oslo).data["mayor"] == "yes"


def test_older_settings_hold() -> None:
    statuses = "statuses: [{id: open, name: Open, symbol: o, class: unknown, old: 1}]\n"
    strict = alliance_of({"gsca.yaml": f"name: Older\n{statuses}"})
    assert strict.settings.name == {"und": "the alliance"}
    alliance = with_older(strict)
    assert alliance.settings.name == {"und": "Older"}
    assert [status.id for status in alliance.settings.statuses] == ["open"]
    assert alliance.of(Kind.ALLIANCE).keys() == {"gsca"}


def test_an_alliance_that_fits_remains_as_it_is() -> None:
    strict = alliance_of()
    alliance = with_older(strict)
    assert alliance.briefs == strict.briefs
    assert alliance.settings is strict.settings


def test_of_two_records_with_one_id_the_first_has_it_even_if_it_is_older() -> None:
    older, other = "data/cities/a/oslo.yaml", PATH
    strict = alliance_of({older: OSLO + "mayor: yes\n"})
    assert strict.cities["oslo"].path == other
    alliance = with_older(strict)
    assert alliance.cities["oslo"].path == older
    assert [(double.path, first.path) for double, first in alliance.doubles] == [(other, older)]


class Unreadable(InMemory):
    """A snapshot in which one file cannot be read."""

    def read(self, path: str) -> bytes:
        if path == PATH:
            raise PermissionError(path)
        return super().read(path)

    def files(self) -> list[StoredFile]:
        return [StoredFile(path) for path in sorted(FILES)]


def test_a_file_that_cannot_be_read_stays_left_out() -> None:
    snapshot = Unreadable({path: text.encode() for path, text in FILES.items()})
    alliance = with_older(check(snapshot, TODAY).alliance)
    assert [place.path for place in alliance.left_out] == [PATH]
