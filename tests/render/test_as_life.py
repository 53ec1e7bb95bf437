"""The life of a record as text and Markdown."""

from dataclasses import replace

import pytest

from gsca_cli.analysis.changes.change import Change, Detail, Proof, What
from gsca_cli.analysis.changes.difference import ValueChange
from gsca_cli.analysis.life.figures import Committed, Event, Life
from gsca_cli.kinds import Kind
from gsca_cli.render.as_life import render_life, render_life_markdown

ANA = Committed("1a2b3c4d" * 5, "2022-06-14", "Ana", "Record the work plan")
MOVE = Change(
    What.ADVANCED,
    "steps.work-plan",
    "Work plan",
    before="in progress",
    after="completed",
    when="2022-06",
    details=(Detail(Proof.EVIDENCE, gained=("https://example.org",)),),
)
GAINED = ValueChange(("subdivision",), None, "X")
AREA = Change(What.CHANGED, "subdivision", "subdivision", values=(GAINED,))
PLAIN = Event(ANA, What.CHANGED, "oslo", "data/cities/oslo.yaml")


def life(*events: Event, route: str = "", layout: int = 0) -> Life:
    return Life(Kind.CITY, "oslo", "Oslo", "data/cities/oslo.yaml", route, events, layout)


def lines(*events: Event, route: str = "", layout: int = 0) -> list[str]:
    heading, *rest = render_life(life(*events, route=route, layout=layout)).splitlines()
    assert heading == f"city/oslo  Oslo  {route or 'data/cities/oslo.yaml'}"
    return rest


COMMIT = "2022-06-14  1a2b3c4  Ana  Record the work plan"


def test_a_commit_says_when_and_who_above_what_it_changed() -> None:
    event = replace(PLAIN, changes=(MOVE, AREA))
    move = "Work plan, in progress -> completed (2022-06, evidence attached)"
    assert lines(event) == ["", COMMIT, f"  {move}", "  subdivision: added X"]
    assert lines(event, replace(event, commit=None, changes=(AREA,))) == [
        *lines(event),
        *("", "not committed yet", "  subdivision: added X"),
    ]


@pytest.mark.parametrize("route", ["steps.work-plan", "steps.work-plan.status"])
def test_who_asks_for_one_cell_knows_its_name(route: str) -> None:
    event = replace(PLAIN, changes=(MOVE,))
    told = "in progress -> completed (2022-06, evidence attached)"
    assert lines(event, route=route) == ["", COMMIT, f"  {told}"]
    assert lines(event, route="steps") == ["", COMMIT, f"  Work plan, {told}"]


HEADINGS = {
    "new city": replace(PLAIN, what=What.ADDED),
    "is back": replace(PLAIN, what=What.ADDED, again=True),
    "deleted": replace(PLAIN, what=What.REMOVED),
    "has the id oslo now, before: bergen": replace(PLAIN, what=What.RENAMED, former="bergen"),
    "cannot be read here: 1 mistake": replace(PLAIN, mistakes=1),
    "new city; cannot be read here: 2 mistakes": replace(PLAIN, what=What.ADDED, mistakes=2),
    "the city that had this id was renamed to bergen": replace(PLAIN, became="bergen"),
    "can be read again": replace(PLAIN, mended=True),
}


@pytest.mark.parametrize("told", HEADINGS)
def test_what_happened_to_the_whole_record_is_a_line_of_its_own(told: str) -> None:
    assert lines(HEADINGS[told]) == ["", COMMIT, f"  {told}"]


def test_a_commit_may_lack_a_name_and_an_author() -> None:
    event = replace(PLAIN, commit=replace(ANA, author="", subject=""), mended=True)
    assert lines(event) == ["", "2022-06-14  1a2b3c4  nobody", "  can be read again"]


def test_commits_that_changed_the_layout_are_counted_at_the_end() -> None:
    rest = "changed only its layout, the ids of others, or what gsca does not read."
    assert lines(layout=1) == ["", f"1 commit {rest}"]
    assert lines(layout=1200) == ["", f"1,200 commits {rest}"]
    assert lines(layout=1, route="name") == []


def test_a_clone_that_ends_says_so() -> None:
    *first, empty, ending = lines(replace(PLAIN, what=What.ADDED, oldest=True))
    assert first == ["", COMMIT, "  the oldest version in this clone"]
    assert empty == ""
    assert ending.startswith("This clone is shallow: it ends at 1a2b3c4, and the record may be ")


def test_a_record_that_is_gone_says_how_to_see_it() -> None:
    gone = replace(life(replace(PLAIN, what=What.REMOVED)), seen_at=f"{ANA.id}~1")
    seen = "`gsca show city/oslo --at 1a2b3c4~1` shows it as it was."
    assert render_life(gone).splitlines()[-2:] == ["", seen]
    assert render_life(replace(gone, seen_at="HEAD")).endswith("--at HEAD` shows it as it was.\n")


def test_markdown_has_a_list_for_each_commit() -> None:
    event = replace(PLAIN, commit=replace(ANA, author="A|b"), changes=(MOVE, AREA))
    not_yet = replace(event, commit=None, changes=(AREA,))
    assert render_life_markdown(life(not_yet, event)).splitlines()[4:] == [
        "**not committed yet**",
        "",
        "- subdivision: added X",
        "",
        r"**2022-06-14** · 1a2b3c4 · A\|b · Record the work plan",
        "",
        "- Work plan, in progress -> completed (2022-06, evidence attached)",
        "- subdivision: added X",
    ]
