"""What a report keeps of the files that it shows."""

from pathlib import Path

import pytest
from gsca import ROOT
from small_alliance import TODAY

from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.records_only import records_only
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.query import listing
from gsca_cli.analysis.region import region_report
from gsca_cli.checking import unchecked
from gsca_cli.errors import CannotRunError
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.snapshots.worktree import Worktree


def test_the_entries_hold_the_same_records_and_nothing_of_their_files() -> None:
    alliance = unchecked(Worktree(ROOT), TODAY)
    bare = records_only(alliance)
    for brief in alliance.everything():
        whole, entry = alliance.entry(brief), bare.entry(brief)
        assert (entry.kind, entry.id, entry.path) == (whole.kind, whole.id, whole.path)
        assert entry.record == whole.record
        assert (entry.document.text, len(entry.document.places), entry.document.data) == ("", 0, {})
        assert whole.document.places


def test_a_report_says_the_same() -> None:
    alliance = unchecked(Worktree(ROOT), TODAY)
    brief = alliance.regions["latam"]
    reports = [
        region_report(Edition(each, Wish("es", TODAY)), brief)
        for each in (alliance, records_only(alliance))
    ]
    assert reports[0] == reports[1]


def test_a_file_that_changes_meanwhile_is_told(tmp_path: Path) -> None:
    (tmp_path / "data/cities").mkdir(parents=True)
    (tmp_path / "gsca.yaml").write_text("name: Test\n")
    city = tmp_path / "data/cities/oslo.yaml"
    city.write_text("name: Oslo\ncountry: 'NO'\nsources: [paper]\n")
    alliance = records_only(unchecked(Worktree(tmp_path), TODAY))
    city.write_text("[")
    with pytest.raises(CannotRunError, match="changed while it was read"):
        alliance.entry(alliance.cities["oslo"])


def test_a_list_of_cities_reads_no_file_again(monkeypatch: pytest.MonkeyPatch) -> None:
    alliance = unchecked(Worktree(ROOT), TODAY)
    read: list[str] = []
    content = Worktree.read

    def counted(worktree: Worktree, path: str) -> bytes:
        read.append(path)
        return content(worktree, path)

    monkeypatch.setattr(Worktree, "read", counted)
    cities = list(alliance.cities.values())
    found = listing(alliance, Kind.CITY, cities, (), "es")
    assert read == []
    for row, city in zip(found.rows, cities, strict=True):
        record = alliance.entry(city).record
        assert isinstance(record, City)
        name = in_language(record.name, "es", alliance.settings.language).text
        assert row[1:4] == (name, record.country, list(record.regions))
    assert len(read) == len(cities)
