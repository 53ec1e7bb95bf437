"""A glance shows what a close look does, or nothing: the same brief, and no finding missed."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from full_records import FULL, PLACES
from gsca import ROOT
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import OSLO, TODAY

from gsca_cli.alliance.at_a_glance.glance import Glance, Glances
from gsca_cli.checking.checking import CODES, NO_SETTINGS
from gsca_cli.checking.closely import read
from gsca_cli.checking.closely import shared as shared_closely
from gsca_cli.checking.outcome import Outcome, outcome_at_a_glance
from gsca_cli.checking.reader import is_worth_a_look, shared
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.checks.run import Silence
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath, identify

CONTEXT = Context(NO_SETTINGS, TODAY, codes=CODES)
SILENCE = Silence(CONTEXT)
GLANCES = Glances(is_worth_a_look)
SHIPPED = [ROOT / "gsca.yaml", *sorted((ROOT / "data").glob("*/*.yaml"))]


def glance(text: str, place: RecordPath = PLACES[Kind.CITY]) -> Glance | None:
    return GLANCES.at(place, text.encode("utf-8", "surrogatepass"))


def closely(text: str, place: RecordPath, today: date = TODAY) -> Outcome:
    unread = Unread(place, text.encode("utf-8", "surrogatepass"))
    return read(unread, Context(NO_SETTINGS, today, codes=CODES), looks=True)


def compare(text: str, place: RecordPath = PLACES[Kind.CITY]) -> bool:
    """Compare what a glance shows with a close look; was there anything to be seen?"""
    # From the third time on, all of its lines are known.
    glances = [glance(text, place) for _ in range(3)]
    glanced = glances[-1]
    if glanced is None:
        assert glances == [None] * 3
        return False
    close = closely(text, place)
    if place.kind is Kind.ALLIANCE:
        unread = Unread(place, text.encode())
        assert shared(unread) == shared_closely(unread)
    assert [each and each.brief for each in glances] == [close.brief] * 3
    outcome = outcome_at_a_glance(glanced, SILENCE)
    if outcome is None:
        return False
    assert outcome.brief == close.brief
    assert not close.allowances
    since, until = outcome.days
    last = until if until == date.max else until - timedelta(days=1)
    for day in {max(since, date(1900, 1, 1)), TODAY, min(last, date(2900, 1, 1))}:
        assert closely(text, place, day).found(day) == []
    return True


@pytest.mark.parametrize("kind", Kind)
def test_a_plain_record_is_read_at_a_glance(kind: Kind) -> None:
    assert compare(FULL[kind], PLACES[kind])


def test_a_small_city_is_read_at_a_glance() -> None:
    assert compare(OSLO)


@pytest.mark.parametrize("kind", Kind)
def test_it_may_have_other_line_ends(kind: Kind) -> None:
    assert compare(FULL[kind].replace("\n", "\r\n"), PLACES[kind])


def place_of(file: Path) -> RecordPath:
    place = identify(str(file.relative_to(ROOT)))
    assert isinstance(place, RecordPath)
    return place


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_shipped_records_are_seen_alike(file: Path) -> None:
    compare(file.read_text(encoding="utf-8"), place_of(file))


def test_most_of_the_shipped_records_are_read_at_a_glance() -> None:
    """Were it few, a glance would cost more than it saves."""
    seen = [glance(file.read_text(encoding="utf-8"), place_of(file)) for file in SHIPPED]
    assert seen.count(None) < len(seen) / 8


IN_DOUBT = {
    "a field that is not known": "colour: red\n",
    "a field that is empty": "subdivision:\n",
    "a field that is given twice": "country: SE\n",
    "a list in place of a map": "location:\n  - 5\n",
    "a map in place of a text": "subdivision:\n  a: b\n",
    "a text in place of a list": "sources: paper\n",
    "a number in place of a text": "subdivision: 5\n",
    "a text in place of a number": "population: many\n",
    "a negative count": "population: -5\n",
    "a number that is no date": "population: {value: 5, as_of: 20222}\n",
    "a month that there is not": "population: {value: 5, as_of: 2022-13}\n",
    "a part of a location": "location: {lat: 5.1234}\n",
    "no link": "steps: {plan: {evidence: [example]}}\n",
    "no language": "notes:\n  - {English: It is so.}\n",
    "another word": "policies:\n  open-data: {chosen: maybe}\n",
    "what few cities have": "variants:\n  - {at: country, value: SE, sources: [paper]}\n",
    "a text in literal style": "notes:\n  - |-\n    It is so.\n",
    "a folded text of two paragraphs": "notes:\n  - >-\n    It is so.\n\n    So it is.\n",
    "a folded text indented in two ways": "notes:\n  - >-\n    It is so.\n      So it is.\n",
    "a folded text of one word": "policies:\n  open-data: >-\n    completed\n",
    "a folded text that is not there": "notes:\n  - >-\n",
    "a folded text with both kinds of quotes": 'notes:\n  - >-\n    It\'s "so".\n',
    "a folded text with a long space": "notes:\n  - >-\n    It is  so.\n",
    "a comment that a folded text may hold": "notes:\n  - >-\n    It is so.\n\n    # Is it?\n",
    "a text on two lines": "notes:\n  - It is\n    so.\n",
    "an indentation of its own": "notes:\n    - It is so.\n  - So it is.\n",
    "a comment that speaks to gsca": "# gsca: allow stale-state because it is so\n",
}


@pytest.mark.parametrize("more", IN_DOUBT.values(), ids=IN_DOUBT)
def test_any_doubt_ends_the_glance(more: str) -> None:
    assert glance(OSLO + more) is None


def test_a_line_that_was_suspect_once_is_suspect_again() -> None:
    suspect = OSLO.replace("name: Oslo", "name: BogotÃ¡")
    assert [glance(suspect), glance(suspect)] == [None, None]
    assert glance(OSLO)


@pytest.mark.parametrize("number", range(4))
def test_among_several_only_those_with_a_suspect_line_are_left_alone(number: int) -> None:
    suspect = OSLO.replace("name: Oslo", "name: BogotÃ¡")
    texts = [OSLO.replace("Oslo", name) for name in ("Oslo", "Bergen", "Ósló", "Drammen")]
    texts[number:number] = [suspect, suspect]
    place = PLACES[Kind.CITY]
    found = Glances(is_worth_a_look).at_each([(place, text.encode()) for text in texts])
    assert [text == suspect for text in texts] == [each is None for each in found]


def test_the_new_lines_of_several_files_are_asked_for_at_once_and_each_of_them_once() -> None:
    asked: list[list[str]] = []

    def ask(lines: Sequence[str]) -> bool:
        asked.append([*lines])
        return False

    glances = Glances(ask)
    for names in (("Oslo", "Bergen", "Drammen"), ("Hamar", "Bergen")):
        texts = [f"name: {name}\ncountry: 'NO'" for name in names]
        glances.at_each([(PLACES[Kind.CITY], text.encode()) for text in texts])
    assert asked == [
        ["name: Oslo", "country: 'NO'", "name: Bergen", "name: Drammen"],
        ["name: Hamar", "name: Bergen"],
    ]


def test_it_lasts_until_something_may_be_late_or_old() -> None:
    glanced = glance(
        FULL[Kind.CITY].replace(
            "  plan: {status: in-progress, since: 2022-05", "  plan: {since: 2022-05"
        )
    )
    assert glanced
    outcome = outcome_at_a_glance(glanced, SILENCE)
    assert outcome
    # The newest date has begun in May; the year in which something is due begins in January.
    assert outcome.days == (date(2024, 5, 1), date(2025, 1, 1))
    # Without that, `since: 2024-01` is under way, and old a year after its last day.
    glanced = glance(FULL[Kind.CITY].replace("    due: 2025\n", ""))
    assert glanced
    outcome = outcome_at_a_glance(glanced, SILENCE)
    assert outcome
    assert outcome.days == (date(2024, 5, 1), date(2025, 2, 1))


def test_every_check_that_looks_says_what_it_makes_of_a_glance() -> None:
    """Without that, every city would be looked at closely."""
    looking = [check for check in ALL_CHECKS if check.look]
    assert [
        each.code
        for each in looking
        if not (each.suspects or each.finds_at or each.finds_in or each.finds_from)
    ] == []


PIECES = st.sampled_from(
    [
        *(
            "NO",
            "~",
            "012",
            "1.10",
            "2022-06",
            "2022-13",
            "2999",
            "../2023",
            "2023/..",
            "true",
            "-5",
        ),
        *("'a  b'", "''", '"a"', "“a”", "[a]", "[a, a]", "{}", "{a: 1}", "&a x", "*a", "|", "a: b"),
        *("jane.doe@example.org", "tel 22334455", "Оslo", "Осло", "BogotÃ¡", "a\u200bb", "e\u0301"),
        *("paper", "open-data", "completed", "in-progress", "unknown", "Oslo", "minutes: [steps]"),
        *("since: 2023-01", "until: 2021", "due: 2023-01", "status: completed", "note: It is so."),
        *("name: Oslo", "country: 'SE'", "subdivision: SE-AB", "location: {lat: 1.5, lon: 2.5}"),
        *("sources: [paper, paper]", "- paper", "- paper: [nam]", "# gsca: allow x because y", "#"),
    ]
)
LINES = {kind: text.splitlines() for kind, text in FULL.items()}


@st.composite
def edited(draw: st.DrawFn, kind: Kind) -> str:
    """A full record after a few small edits, of lines or within them."""
    lines = list(LINES[kind])
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line, piece = lines[at], draw(PIECES)
        match draw(st.integers(0, 6)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, draw(st.sampled_from(lines)))
            case 2:
                lines[at] = " " * draw(st.integers(0, 6)) + line.strip()
            case 3:
                lines[at] = line[: line.find(":") + 1] + " " + piece
            case 4:
                lines.insert(at, " " * draw(st.sampled_from([0, 2, 4, 6])) + piece)
            case 5:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], line
            case _:
                where = draw(st.integers(0, len(line)))
                lines[at] = line[:where] + piece + line[where + draw(st.integers(0, 8)) :]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_a_glance_at_an_edited_record_misses_nothing(kind: Kind, data: st.DataObject) -> None:
    compare(data.draw(edited(kind)), PLACES[kind])


@given(st.lists(edited(Kind.CITY), min_size=2, max_size=5))
def test_among_others_each_file_shows_what_it_shows_alone(texts: list[str]) -> None:
    place = PLACES[Kind.CITY]
    alone = [Glances(is_worth_a_look).at(place, text.encode()) for text in texts]
    expected = [each and (each.brief, each.values) for each in alone]
    glances = Glances(is_worth_a_look)
    # From the third time on, what they have in common is known.
    for _ in range(3):
        found = glances.at_each([(place, text.encode()) for text in texts])
        assert [each and (each.brief, each.values) for each in found] == expected
