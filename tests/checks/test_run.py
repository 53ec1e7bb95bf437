from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import OSLO, TODAY, alliance_of

from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks import run
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.findings import Finding, Severity
from gsca_cli.snapshots.repository import RecordPath, identify

OSLO_PATH = "data/cities/oslo.yaml"


def talkative(_: Entry, __: Context) -> Iterator[Problem]:
    """A check that finds more in one file than anybody wants to read."""
    return (Problem(("name",), f"number {number}\x1b") for number in range(2_001))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said of one record by such a check."""
    monkeypatch.setattr(run, "ALL_CHECKS", (Check("talkative", Severity.NOTICE, look=talkative),))
    alliance = alliance_of()
    context = Context(alliance.settings, TODAY)
    entry = alliance.entry(alliance.cities["oslo"])
    found = run.look_at(entry, context)
    return [each.message for each in found if isinstance(each, Finding)]


def test_of_one_check_one_file_shows_so_many_findings(found: list[str]) -> None:
    assert len(found) == run.MOST_PROBLEMS == 2_000


def test_what_a_check_says_is_made_printable(found: list[str]) -> None:
    assert found[:2] == ["number 0\\u001b", "number 1\\u001b"]


def quiet(text: str) -> run.Days | None:
    """The days on which nothing is found in a city that is read at a glance."""
    place = identify(OSLO_PATH)
    assert isinstance(place, RecordPath)
    glance = Glances(run.is_suspect).at(place, text.encode())
    assert glance
    return run.Silence(Context(alliance_of().settings, TODAY)).around(glance)


def test_a_city_is_quiet_between_its_last_date_and_the_day_on_which_a_state_grows_old() -> None:
    assert quiet(OSLO) == run.Days(date(2024, 5, 1), date(2025, 6, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2022-05, reviewed: {date: 2024-05, role: mayor}", "2023-05"),
        ("2022-05", "2202-05"),
        ("joined: 2021", "joined: 2021, left: 2020"),
    ],
)
def test_a_city_in_which_something_is_found_today_is_not_quiet(old: str, new: str) -> None:
    assert quiet(OSLO.replace(old, new)) is None


SUSPECT = (
    *("name: BogotÃ¡", "name: a\u200bb", "name: e\u0301", "name: Оslo", "notes: [So, it is]"),
    *("note: it is #1", "note: ask jane.doe@example.org", "note: tel. 555 0100 200", "  en:Oslo"),
    *("link: https://example.org.", "  - see (https://example.org/a),", "- [text:Done]"),
    "name: S\ufffdo",
)
PLAIN = (
    *("name: Oslo", "  nb: Ósló", "  ru: Осло", "policies:", "link: https://example.org  # so"),
    *("population: {value: 709037, as_of: 2023}", "# Kept by hand.", "note: ask by telephone", ""),
)


@given(st.lists(st.sampled_from([*PLAIN, *SUSPECT]), max_size=6))
def test_lines_are_suspect_if_one_of_them_is(lines: list[str]) -> None:
    assert run.is_suspect(lines) == (not set(lines).isdisjoint(SUSPECT))


@pytest.mark.parametrize("line", SUSPECT)
def test_a_check_that_suspects_a_line_suspects_it_among_others(line: str) -> None:
    suspecting = [check for check in ALL_CHECKS if check.suspects and check.suspects(line)]
    assert suspecting
    for check in suspecting:
        assert check.suspects
        for before in PLAIN:
            for after in PLAIN:
                assert check.suspects(f"{before}\n{line}\n{after}")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (OSLO, run.Days(date(2024, 5, 1), date.max)),
        # What is found names today.
        (OSLO.replace("2022-05", "2202-05"), run.Days(TODAY, date(2024, 6, 2))),
        (OSLO.replace("name: Oslo", "name: “Oslo”"), run.Days(date(2024, 5, 1), date.max)),
    ],
)
def test_what_is_found_lasts_until_a_date_comes_that_is_named_or_given(
    text: str, days: run.Days
) -> None:
    alliance = alliance_of({OSLO_PATH: text})
    entry = alliance.entry(alliance.cities["oslo"])
    found = run.look_at(entry, Context(alliance.settings, TODAY))
    told = [each for each in found if isinstance(each, Finding)]
    assert run.lasting(entry, TODAY, told) == days
