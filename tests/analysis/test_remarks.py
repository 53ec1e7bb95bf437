from dataclasses import replace
from itertools import permutations

import pytest
from small_alliance import FILES, OSLO, TODAY, alliance_of

from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.remarks import (
    ClaimLine,
    NoteLine,
    StateLine,
    chronological,
    claim_lines,
    note_lines,
    state_line,
)
from gsca_cli.records.record import Note, State
from gsca_cli.records.when import When

IN_ORDER = [
    "../2019",
    "2020",
    "2020-01",
    "2020-01-02",
    "2020-02/2020-03",
    "2020-03",
    "2021",
    "2021-01/..",
    "",
]


def edition_of(changes: dict[str, str | bytes | None]) -> Edition:
    return Edition(alliance_of(changes), Wish("en", TODAY))


def date_of(text: str) -> When | None:
    return When.parse(text) if text else None


@pytest.mark.parametrize("shift", range(len(IN_ORDER)))
def test_dates_are_sorted_by_their_beginning_and_what_has_none_is_last(shift: int) -> None:
    shuffled = IN_ORDER[shift:] + IN_ORDER[:shift]
    assert sorted(shuffled, key=lambda text: chronological(date_of(text))) == IN_ORDER


NOTES = [
    Note.model_validate({"text": "undated"}),
    Note.model_validate({"text": "second", "date": 2022, "sources": ["report", "paper"]}),
    Note.model_validate({"text": {"en": "first", "es": "primera"}, "date": "../2021"}),
]


@pytest.mark.parametrize("notes", [*permutations(NOTES)])
def test_notes_are_in_the_order_of_their_dates(notes: tuple[Note, ...]) -> None:
    assert note_lines(edition_of({}), notes, "Oslo") == (
        NoteLine("../2021", "first", (), "Oslo"),
        NoteLine("2022", "second", (1, 2), "Oslo"),
        NoteLine("", "undated", (), "Oslo"),
    )


def test_no_notes_are_no_lines() -> None:
    assert note_lines(edition_of({}), []) == ()


CLAIMS: list[tuple[str, str, int, bool]] = [
    ("{count: members, value: 2}", "2", 2, True),
    ("{count: members, value: 26}", "26", 2, False),
    ("{count: members, value: 1}", "1", 2, False),
    ("{count: members, value: '>40'}", ">40", 2, False),
    ("{count: members, value: '<40'}", "<40", 2, True),
    ("{count: cities, value: 3}", "3", 3, True),
    ("{count: countries, value: '~2'}", "~2", 2, True),
    ("{count: founders, value: 1}", "1", 1, True),
    ("{count: 'cohort:first', value: 2}", "2", 1, False),
]


def claims_of(*claims: str, region: str = "north") -> tuple[ClaimLine, ...]:
    """What a report says of the claims of a region with two members and an observer."""
    edition = edition_of(
        {
            "data/regions/north.yaml": FILES["data/regions/north.yaml"]
            + "claims:\n"
            + "".join(f"  - {claim}\n" for claim in claims)
            + "inferred: {claims.members: counted by hand}\n",
            "data/cities/rome.yaml": "name: R\ncountry: IT\nregions: {north: }\n",
            "data/cities/turin.yaml": "name: T\ncountry: IT\nregions: {north: observer}\n",
            "data/sources/report.yaml": "title: A report\n",
        }
    )
    brief = edition.alliance.regions[region]
    return claim_lines(edition, brief, edition.alliance.entry(brief))


@pytest.mark.parametrize(("claim", "value", "number", "agrees"), CLAIMS)
def test_a_claim_stands_beside_what_is_listed(
    claim: str, value: str, number: int, *, agrees: bool
) -> None:
    (line,) = claims_of(claim)
    assert (line.value, line.listed, line.agrees) == (value, number, agrees)


def test_a_claim_comes_with_its_date_note_sources_and_footnotes() -> None:
    members, cohort = claims_of(
        "{count: members, value: 26, as_of: 2022-01, sources: [report], note: So they say.}",
        "{count: 'cohort:first', value: 1}",
    )
    assert members == ClaimLine(
        count="members",
        cohort="",
        value="26",
        listed=2,
        agrees=False,
        as_of="2022-01",
        note="So they say.",
        sources=(1,),
        marks=("a",),
    )
    assert (cohort.count, cohort.cohort) == ("cohort:first", "First cohort")


def test_a_claim_that_cannot_be_counted_here_is_no_line() -> None:
    assert claims_of("{count: partners, value: 3}", "{count: 'cohort:none', value: 3}") == ()


def line_of(state: str, more: str = "") -> StateLine:
    """The line of a state that Oslo gives on the plan."""
    text = f"name: Oslo\ncountry: 'NO'\nsteps: {{plan: {state}}}\nsources: [paper]\n{more}"
    edition = edition_of({"data/cities/oslo.yaml": text, "data/sources/report.yaml": "title: R\n"})
    entry = edition.alliance.entry(edition.alliance.cities["oslo"])
    given = State.model_validate(entry.document.data["steps"]["plan"] or {})
    return state_line(edition, entry, "steps.plan", given, ("completed", "●", "done"))


NOTHING = StateLine(
    "completed", "●", "done", "", "", "", "", "", (), (), (), Newness.NOT, "", "", ""
)


def test_a_state_says_nothing_more_than_is_known() -> None:
    assert line_of("") == NOTHING
    assert line_of("{status: completed}") == NOTHING


def test_a_state_says_everything_that_is_known() -> None:
    state = (
        "{status: completed, since: ../2022, as_of: 2023, due: 2024, until: 2025-01, note: N, "
        "evidence: [https://example.org/a], sources: [report], reported_by: city, "
        "reviewed: {date: 2023-05-06, role: secretariat}}"
    )
    assert line_of(state) == replace(
        NOTHING,
        since="../2022",
        as_of="2023",
        due="2024",
        until="2025-01",
        note="N",
        evidence=("https://example.org/a",),
        sources=(1,),
        reported_by="city",
        reviewed="2023-05-06",
        reviewer="secretariat",
    )


def test_a_state_has_the_footnotes_of_all_its_fields() -> None:
    more = "inferred: {steps.plan: a, steps.plan.since: b, steps.plan.due: c, steps.letter: d}\n"
    assert line_of("{since: 2022, due: 2023}", more).marks == ("a", "b", "c")
    assert line_of("{since: 2022}", more).marks == ("a", "b")


def test_the_small_alliance_claims_nothing() -> None:
    edition = edition_of({"data/cities/oslo.yaml": OSLO})
    oslo = edition.alliance.cities["oslo"]
    assert claim_lines(edition, oslo, edition.alliance.entry(oslo)) == ()
