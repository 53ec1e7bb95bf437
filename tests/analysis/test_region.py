import pytest
from editions import NORTH, city, north, records_read, since

from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.region import RegionReport, region_report

DATED = "notes: [{date: 2021, text: The bridge was opened.}, {text: Without a date.}]\n"


def edition_of(**cities: str) -> Edition:
    files = {f"data/cities/{key}.yaml": text for key, text in cities.items()}
    return since("2020", {"data/cities/oslo.yaml": None, **files})


def report_of(**cities: str) -> RegionReport:
    edition = edition_of(**cities)
    return region_report(edition, north(edition))


def test_a_membership_is_told_with_its_note_and_its_sources() -> None:
    place = "{joined: 2020, note: On trial., sources: [paper, {paper: [joined]}]}"
    oslo = report_of(oslo=city(place=place)).memberships[0]
    assert (oslo.joined, oslo.note) == ("2020", "On trial.")
    assert oslo.sources == oslo.city_sources == (1,)


def test_the_sources_of_a_city_are_those_of_the_whole_record() -> None:
    text = city("policies: {open-data: {sources: [paper]}}\n").replace("sources: [paper]\n", "", 1)
    oslo = report_of(oslo=text).memberships[0]
    assert (oslo.sources, oslo.city_sources) == ((), ())


def test_of_its_cities_a_region_tells_the_dated_notes() -> None:
    notes = report_of(oslo=city(DATED), rome=city(name="Rome")).notes
    assert [(note.about, note.date, note.text) for note in notes if note.about] == [
        ("Oslo", "2021", "The bridge was opened.")
    ]


def test_a_city_is_read_whole_only_for_a_note_that_no_glance_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A report on twenty thousand cities would read each of them once more."""
    edition = edition_of(
        plain=city("policies: {open-data: }\nsteps: {plan: completed}\n"),
        dated=city(DATED),
        member=city(place="{note: On trial.}"),
        other=city("notes: [{text: Without a date.}]\n"),
    )
    read = records_read(monkeypatch)
    region_report(edition, north(edition))
    # A list of maps within one line is read by nobody at a glance.
    assert "dated" in read
    assert {"plain", "other", "member"}.isdisjoint(read)


def test_a_meeting_that_is_still_to_come_says_so() -> None:
    meetings = "[{date: 2024-06-02}, {date: 2024-06-01}, {date: 2024-06}, {date: ../2030}]"
    edition = since("2020", {NORTH: f"name: North\nmeetings: {meetings}\n"})
    found = region_report(edition, north(edition)).meetings
    assert {each.date: each.is_ahead for each in found} == {
        "2024-06-02": True,
        "2024-06-01": False,
        "2024-06": False,
        "../2030": False,
    }
