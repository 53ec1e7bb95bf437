from collections.abc import Iterator

import pytest
from small_alliance import TODAY, alliance_of

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks import run
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Finding, Severity


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
