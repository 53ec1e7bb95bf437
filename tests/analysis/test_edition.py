from typing import Any

import pytest
from editions import records_read
from small_alliance import OSLO, TODAY, alliance_of

from gsca_cli.analysis.edition import Edition, Footnote, Named, SourceLine, Value, Wish
from gsca_cli.kinds import Kind
from gsca_cli.records.city import City
from gsca_cli.records.region import Region
from gsca_cli.records.values import Citation
from gsca_cli.records.when import When

Changes = dict[str, str | bytes | None]


def edition_of(changes: Changes | None = None, language: str = "en") -> Edition:
    return Edition(alliance_of(changes), Wish(language, TODAY))


def oslo(more: str) -> Changes:
    """The small alliance with something more said of Oslo."""
    return {"data/cities/oslo.yaml": OSLO + more}


def marks(edition: Edition, key: str, *routes: str) -> tuple[str, ...]:
    alliance = edition.alliance
    return edition.marks(alliance.entry(alliance.cities[key]), *routes)


def citations(*keys: str) -> list[Citation]:
    return [Citation(source=key) for key in keys]


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    edition = edition_of({"data/sources/report.yaml": "title: A report\n"})
    assert edition.cite(citations("report", "paper")) == (1, 2)
    assert edition.cite(citations("paper")) == (2,)
    assert edition.cite(citations("paper", "paper", "report", "paper")) == (2, 1)
    assert edition.cite([]) == ()
    assert [(line.number, line.id) for line in edition.ending().sources] == [
        (1, "report"),
        (2, "paper"),
    ]


def test_a_source_is_listed_with_all_that_a_reader_needs() -> None:
    text = (
        "title: {en: A report, es: Un informe}\npublisher: {en: The press, es: La prensa}\n"
        "date: ../2022\nlink: https://example.org/a\n"
    )
    edition = edition_of({"data/sources/report.yaml": text}, "es")
    edition.cite(citations("report", "paper", "gone"))
    assert edition.ending().sources == (
        SourceLine(1, "report", "Un informe", "La prensa", "../2022", "https://example.org/a"),
        SourceLine(2, "paper", "A paper", "", "", ""),
        SourceLine(3, "gone", "gone", "", "", ""),
    )


def test_a_text_is_in_the_language_of_the_report_and_a_fallback_is_noted_once() -> None:
    edition = edition_of(language="ja")
    assert edition.text({"en": "Oslo", "ja": "オスロ"}) == "オスロ"
    assert edition.text({"und": "Oslo"}) == "Oslo"
    assert edition.ending().untranslated == ()
    assert [edition.text({"en": name}) for name in ("Rome", "Lima", "Rome")] == [
        "Rome",
        "Lima",
        "Rome",
    ]
    assert edition.text({"fr": "Paris"}) == "Paris"
    assert edition.text({}) == ""
    assert edition.text(None) == ""
    assert edition.ending().untranslated == ("Rome", "Lima", "Paris")


def test_the_default_language_is_never_a_fallback_of_itself() -> None:
    edition = edition_of(language="en")
    edition.text({"en": "Oslo", "ja": "オスロ"})
    assert edition.ending().untranslated == ()


def test_a_record_is_named_in_the_language_of_the_report() -> None:
    changes = {"data/policies/open-data.yaml": "name: {en: Open, es: Abiertos}\nsources: [paper]\n"}
    edition = edition_of({**changes}, "es")
    assert edition.named(Kind.POLICY, "open-data") == Named("open-data", "Abiertos")
    assert edition.named(Kind.POLICY, "gone") == Named("gone", "gone")
    assert edition.named(Kind.SOURCE, "paper") == Named("paper", "A paper")


def test_what_is_inferred_is_marked_with_its_reason() -> None:
    edition = edition_of(oslo("inferred: {country: on the map}\n"))
    assert marks(edition, "oslo", "name", "country") == ("a",)
    assert marks(edition, "oslo", "name") == ()
    assert edition.ending().footnotes == (
        Footnote("a", ("Oslo",), "country", inferred="on the map"),
    )


def test_those_that_say_the_same_share_a_footnote() -> None:
    changes = oslo("inferred: {steps.letter.since: so it seems, steps.plan.since: so it seems}\n")
    changes["data/cities/bergen.yaml"] = OSLO.replace("Oslo", "Bergen") + (
        "inferred: {steps.plan.since: so it seems, steps.plan.status: so it seems}\n"
    )
    edition = edition_of(changes)
    assert marks(edition, "oslo", "steps.letter.since", "steps.plan.since") == ("a",)
    assert marks(edition, "bergen", "steps.plan.since", "steps.plan.status") == ("a", "b")
    assert edition.ending().footnotes == (
        Footnote("a", ("Oslo", "Bergen"), "since", inferred="so it seems"),
        Footnote("b", ("Bergen",), "status", inferred="so it seems"),
    )


def test_the_same_field_for_another_reason_has_another_footnote() -> None:
    changes = oslo(
        "inferred: {regions.north.joined: one, programmes.pioneers.joined: two, country: one}\n"
        "programmes: {pioneers: {joined: 2021}}\n"
    )
    edition = edition_of(changes)
    routes = ("regions.north.joined", "programmes.pioneers.joined", "country")
    assert marks(edition, "oslo", *routes) == ("a", "b", "c")
    assert [note.at for note in edition.ending().footnotes] == ["joined", "joined", "country"]


@pytest.mark.parametrize("route", ["subdivision", "population", "steps.plan.until", "notes.x"])
def test_a_reason_that_outlived_its_value_has_no_footnote(route: str) -> None:
    edition = edition_of(oslo(f"inferred: {{{route}: so it seems}}\nsubdivision:\n"))
    assert marks(edition, "oslo", route) == ()
    assert edition.ending().footnotes == ()


def test_a_whole_record_may_be_inferred() -> None:
    edition = edition_of(oslo("inferred: {.: nobody names it}\n"))
    assert marks(edition, "oslo", ".", "name") == ("a",)
    assert edition.ending().footnotes[0].inferred == "nobody names it"


def test_what_another_source_says_stands_in_a_footnote_with_its_sources() -> None:
    more = (
        "variants:\n"
        "  - {at: name, value: Christiania, sources: [report], note: The old name.}\n"
        "  - {at: name, value: {en: Kristiania, no: Kristiania!}}\n"
        "  - {at: population, value: 1.10, sources: [paper]}\n"
    )
    edition = edition_of({**oslo(more), "data/sources/report.yaml": "title: A report\n"})
    assert marks(edition, "oslo", "name", "population") == ("a", "b", "c")
    assert edition.ending().footnotes == (
        Footnote("a", ("Oslo",), "name", other="Christiania", note="The old name.", sources=(1,)),
        Footnote("b", ("Oslo",), "name", other="Kristiania"),
        Footnote("c", ("Oslo",), "population", other="1.10", sources=(2,)),
    )
    assert [line.id for line in edition.ending().sources] == ["report", "paper"]


def test_a_value_may_be_inferred_and_disputed() -> None:
    more = "inferred: {country: a guess}\nvariants: [{at: country, value: SE}]\n"
    edition = edition_of(oslo(more))
    assert marks(edition, "oslo", "country") == ("a", "b")
    assert marks(edition, "oslo", "country") == ("a", "b")
    assert [note.inferred or note.other for note in edition.ending().footnotes] == ["a guess", "SE"]


def test_two_sources_that_say_the_same_both_stand() -> None:
    more = (
        "variants:\n"
        "  - {at: country, value: SE, sources: [paper], note: Until 1905.}\n"
        "  - {at: country, value: SE, sources: [report]}\n"
    )
    edition = edition_of({**oslo(more), "data/sources/report.yaml": "title: A report\n"})
    marks(edition, "oslo", "country")
    footnotes = edition.ending().footnotes
    assert {number for note in footnotes for number in note.sources} == {1, 2}
    assert [note.note for note in footnotes if note.note] == ["Until 1905."]


def test_a_note_that_is_a_part_of_another_stands_too() -> None:
    more = (
        "variants:\n"
        "  - {at: country, value: SE, note: in 15 papers}\n"
        "  - {at: country, value: SE, note: 5 papers}\n"
        "  - {at: country, value: SE, note: 5 papers}\n"
    )
    edition = edition_of(oslo(more))
    marks(edition, "oslo", "country")
    (footnote,) = edition.ending().footnotes
    assert footnote.note == "in 15 papers 5 papers"


def test_every_source_that_a_source_leads_to_is_listed() -> None:
    chain = {"paper": "a", "a": "b", "b": "c", "c": "paper"}
    sources = {
        f"data/sources/{key}.yaml": (
            f"title: The {key}\nvariants: [{{at: title, value: X, sources: [{other}]}}]\n"
        )
        for key, other in chain.items()
    }
    edition = edition_of({**oslo(""), **sources})
    edition.cite_record(edition.alliance.entry(edition.alliance.cities["oslo"]).record)
    ending = edition.ending()
    assert [line.id for line in ending.sources] == ["paper", "a", "b", "c"]
    cited = {number for note in ending.footnotes for number in note.sources}
    assert cited <= {line.number for line in ending.sources}


def test_two_kinds_that_share_an_id_have_footnotes_of_their_own() -> None:
    variant = "variants: [{at: name, value: X, sources: [%s]}]\n"
    edition = edition_of(
        {
            "data/cities/north.yaml": OSLO + variant % "paper",
            "data/regions/north.yaml": "name: North\nsources: [paper]\n" + variant % "report",
            "data/sources/report.yaml": "title: A report\n",
        }
    )
    alliance = edition.alliance
    edition.marks(alliance.entry(alliance.cities["north"]), "name")
    edition.marks(alliance.entry(alliance.regions["north"]), "name")
    assert [(note.about, note.sources) for note in edition.ending().footnotes] == [
        (("Oslo",), (1,)),
        (("North",), (2,)),
    ]


def test_footnotes_are_lettered_like_the_columns_of_a_spreadsheet() -> None:
    number = 26 + 26 * 26 + 2
    reasons = "".join(f"  aliases.r{index}: reason {index}\n" for index in range(number))
    names = ", ".join(f"r{index}" for index in range(number))
    edition = edition_of(oslo(f"aliases: [{names}]\ninferred:\n{reasons}"))
    given = marks(edition, "oslo", *(f"aliases.r{index}" for index in range(number)))
    assert given[:3] == ("a", "b", "c")
    assert given[24:29] == ("y", "z", "aa", "ab", "ac")
    assert given[50:54] == ("ay", "az", "ba", "bb")
    assert given[700:] == ("zy", "zz", "aaa", "aab")
    assert len(set(given)) == number
    assert tuple(note.mark for note in edition.ending().footnotes) == given


def test_a_value_comes_with_its_footnotes_and_nothing_with_none() -> None:
    edition = edition_of(oslo("inferred: {country: a guess}\n"))
    entry = edition.alliance.entry(edition.alliance.cities["oslo"])
    assert edition.value(entry, "country", "Norway") == Value("Norway", ("a",))
    assert edition.value(entry, "name", "Oslo") == Value("Oslo")
    assert edition.value(entry, "country", "") is None


def test_the_files_that_could_not_be_read_are_named_at_the_end() -> None:
    edition = edition_of({"data/cities/x.yaml": "name: [", "data/sources/y.yaml": "nme: Y\n"})
    assert sorted(edition.ending().left_out) == ["data/cities/x.yaml", "data/sources/y.yaml"]


def test_a_record_is_of_the_type_of_its_kind() -> None:
    edition = edition_of()
    assert edition.record(edition.alliance.cities["oslo"], City).country == "NO"
    with pytest.raises(TypeError):
        edition.record(edition.alliance.cities["oslo"], Region)


def test_an_edition_without_anything_ends_with_nothing() -> None:
    ending = edition_of().ending()
    assert (ending.footnotes, ending.sources, ending.untranslated, ending.left_out) == (
        (),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ({}, ""),
        ({"since": When.parse("2022-05")}, "2022-05"),
        ({"since": When.parse("2022-05"), "since_label": "the last meeting"}, "the last meeting"),
        ({"before": alliance_of(), "since_label": "1a2b3c4"}, "1a2b3c4"),
        ({"before": alliance_of()}, "the earlier snapshot"),
    ],
)
def test_a_reader_is_told_since_when_things_are_new(asked: dict[str, Any], moment: str) -> None:
    assert Wish("en", TODAY, **asked).moment == moment


def test_a_record_is_read_for_its_footnotes_only_where_it_has_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A report on twenty thousand cities would read each of them once more."""
    remarks = (
        "inferred: {country: a guess}\n"
        "variants: [{at: name, value: Kristiania, sources: [paper]}]\n"
    )
    edition = edition_of(
        {**oslo(remarks), "data/cities/bergen.yaml": "name: Bergen\ncountry: 'NO'\n"}
    )
    read = records_read(monkeypatch)
    cities = edition.alliance.cities
    assert edition.marks_on(cities["bergen"], ".", "name", "country") == ()
    assert edition.marks_on(cities["oslo"], "subdivision") == ()
    assert read == []
    assert edition.marks_on(cities["oslo"], "country") == ("a",)
    assert edition.marks_on(cities["oslo"], "name") == ("b",)
    assert set(read) == {"oslo"}
