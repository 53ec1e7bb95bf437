from itertools import permutations

import pytest
from analysis.life.written import HERE, THERE, change, move, oslo, past, place, sides, step, told
from small_alliance import OSLO

from gsca_cli.analysis.life.life import life
from gsca_cli.analysis.life.versions import Version
from gsca_cli.snapshots.history import Touch

A = oslo()
BEGUN = oslo("{status: in-progress, since: 2022-05}")
DONE = oslo("{status: completed, since: 2022-06}")
SIGNED = oslo(letter="in-progress")
BOTH = oslo("{status: in-progress, since: 2022-05}", letter="in-progress")
BROKEN = "country: [\n"
FIRST = step("1", change(None, A))
STEPS = [step("3", change(BEGUN, DONE)), step("2", change(A, BEGUN))]


def test_each_commit_is_told_newest_first() -> None:
    found = told([*STEPS, FIRST], DONE)
    assert found[:2] == [
        "3: changed; Plan, in progress -> completed (2022-06)",
        "2: changed; Plan, unknown -> in progress (2022-05)",
    ]
    assert found[2].startswith("1: added; joined North as member (2021); selected Open Data")


def test_layout_alone_is_counted_and_not_told() -> None:
    quiet = f"# A comment\n{A}"
    steps = [step("3", change(quiet, A)), step("2", change(A, quiet)), FIRST]
    found = past(steps, A)
    figures = life(sides(), found, place(), found.last)
    assert [event.commit and event.commit.subject for event in figures.events] == ["1"]
    assert figures.layout == 2


def test_a_clean_merge_tells_nothing_of_its_own() -> None:
    steps = [step("merge", change(BEGUN, BOTH, HERE, SIGNED))]
    steps += [step("main", change(A, BEGUN)), step("side", change(A, SIGNED))]
    assert told([*steps, FIRST], BOTH)[:2] == [
        "main: changed; Plan, unknown -> in progress (2022-05)",
        "side: changed; Letter, completed -> in progress",
    ]
    assert life(sides(), past([*steps, FIRST], BOTH), place(), None).layout == 0


A_LETTER, A_NAME, A_DATE = "letter: in-progress", "name: Christiania", "joined: 2020"
CALLED = A.replace("name: Oslo", A_NAME)
EARLIER = A.replace("joined: 2021", A_DATE)
TWO = SIGNED.replace("name: Oslo", A_NAME)
THREE = TWO.replace("joined: 2021", A_DATE)
FOUR = THREE + "subdivision: NO-03\n"
PLACED = A + "subdivision: NO-03\n"
OTHERWISE = A.replace("name: Oslo", "name: Kristiania")
SETTLED = OTHERWISE.replace("letter: completed", A_LETTER)
LINES_OF_WORK = {
    "letter": change(A, SIGNED),
    "name": change(A, CALLED),
    "date": change(A, EARLIER),
    "place": change(A, PLACED),
    "other name": change(A, OTHERWISE),
}
TOLD = {
    "letter": "letter: changed; Letter, completed -> in progress",
    "name": "name: changed; name: Oslo -> Christiania",
    "date": "date: changed; North: joined: 2021 -> 2020",
    "place": "place: changed; subdivision: added NO-03",
    "other name": "other name: changed; name: Oslo -> Kristiania",
}


@pytest.mark.parametrize("order", [*permutations(["letter", "name", "date", "place"])])
def test_merges_of_many_lines_of_work_tell_nothing_of_their_own(order: tuple[str, ...]) -> None:
    merges = [
        step("third", change(THREE, FOUR, HERE, PLACED)),
        step("second", change(TWO, THREE, HERE, EARLIER)),
        step("first", change(SIGNED, TWO, HERE, CALLED)),
    ]
    work = [step(name, LINES_OF_WORK[name]) for name in order]
    found = told([*merges, *work, FIRST], FOUR)
    assert found[:-1] == [TOLD[name] for name in order]


@pytest.mark.parametrize("order", [*permutations(["letter", "name", "other name"])])
def test_what_waits_for_another_merge_is_told_by_that_one(order: tuple[str, ...]) -> None:
    merges = [
        step("second", change(TWO, SETTLED, HERE, OTHERWISE)),
        step("first", change(SIGNED, TWO, HERE, CALLED)),
    ]
    work = [step(name, LINES_OF_WORK[name]) for name in order]
    found = told([*merges, *work, FIRST], SETTLED)
    assert found[0] == "second: changed; name: Christiania -> Kristiania"
    assert found[1:-1] == [TOLD[name] for name in order]


def test_a_merge_tells_which_side_it_took_and_what_it_made_up() -> None:
    settled = DONE + "subdivision: NO-03\n"
    steps = [step("merge", change(BEGUN, settled, HERE, DONE))]
    steps += [step("main", change(A, BEGUN)), step("side", change(A, DONE))]
    assert told([*steps, FIRST], settled)[:3] == [
        "merge: changed; subdivision: added NO-03; Plan, in progress -> completed (2022-06)",
        "main: changed; Plan, unknown -> in progress (2022-05)",
        "side: changed; Plan, unknown -> completed (2022-06)",
    ]


def test_what_two_lines_of_work_do_alike_is_told_once() -> None:
    merged = BOTH + "subdivision: NO-03\n"
    steps = [step("merge", change(BEGUN, merged, HERE, BOTH))]
    steps += [step("main", change(A, BEGUN)), step("side", change(A, BOTH))]
    assert told([*steps, FIRST], merged)[:3] == [
        "merge: changed; subdivision: added NO-03",
        "side: changed; Letter, completed -> in progress; Plan, unknown -> in progress (2022-05)",
        told([*steps, FIRST], merged)[2],
    ]
    assert told([*steps, FIRST], merged)[2].startswith("1: added")


def test_another_order_of_what_has_an_order_is_told() -> None:
    region = "name: N\ntrack: adoption\nsources: [paper]\ncolumns: [{}]\n"
    one, other = region.format("open-data, dig-once"), region.format("dig-once, open-data")
    path = "data/regions/north.yaml"
    steps = [step("2", change(one, other, path)), step("1", change(None, one, path))]
    found = life(sides(), past(steps, other, path), place(path), None)
    second = next(event for event in found.events if event.commit and event.commit.subject == "2")
    assert [each.at for each in second.changes] == ["columns"]


def test_a_version_that_cannot_be_read_is_passed_over() -> None:
    steps = [step("3", change(BROKEN, BEGUN)), step("2", change(A, BROKEN)), FIRST]
    found = past(steps, BEGUN)
    events = life(sides(), found, place(), found.last).events
    assert [(event.mistakes, event.mended) for event in events] == [
        (0, True),
        (1, False),
        (0, False),
    ]
    assert told(steps, BEGUN)[0] == "3: changed; Plan, unknown -> in progress (2022-05)"


UNREAD_AT_HAND = {
    "broken by now": ([FIRST], A, 1, ("changed", 1, False)),
    "new": ([], None, 2, ("added", 2, False)),
    "more mistakes": ([step("2", change(A, BROKEN)), FIRST], BROKEN, 2, ("changed", 2, False)),
    "mended": ([step("2", change(A, BROKEN)), FIRST], BROKEN, A, ("changed", 0, True)),
    "mended at last": ([step("1", change(None, BROKEN))], BROKEN, A, ("changed", 0, True)),
    "gone": ([step("1", change(None, BROKEN))], BROKEN, None, ("removed", 0, False)),
}


@pytest.mark.parametrize("case", UNREAD_AT_HAND)
def test_a_file_at_hand_that_cannot_be_read_is_told_and_so_is_its_mending(case: str) -> None:
    steps, content, at_hand, said = UNREAD_AT_HAND[case]
    now = past([step("x", change(None, at_hand))], at_hand).last if at_hand == A else at_hand
    assert isinstance(now, Version | int | None)
    event = life(sides(), past(steps, content), place(), now).events[0]
    assert event.commit is None
    assert (event.what, event.mistakes, event.mended) == said


def test_what_cannot_be_read_as_it_is_committed_is_told_once() -> None:
    steps = [step("2", change(A, BROKEN)), FIRST]
    events = life(sides(), past(steps, BROKEN), place(), 1).events
    assert [each.commit and each.commit.subject for each in events] == ["2", "1"]


def test_a_record_that_could_not_be_read_at_first_was_there_all_the_same() -> None:
    steps = [step("2", change(BROKEN, A)), step("1", change(None, BROKEN))]
    assert [line.partition(";")[0] for line in told(steps, A)] == ["2: changed", "1: added"]


def test_what_is_not_committed_comes_first() -> None:
    found = past([FIRST], A)
    now = past([step("x", change(None, BEGUN))], BEGUN).last
    event = life(sides(), found, place(), now).events[0]
    assert (event.commit, [each.at for each in event.changes]) == (None, ["steps.plan"])
    gone = life(sides(), found, place(), None).events[0]
    assert (gone.commit, gone.what) == (None, "removed")


def test_a_status_that_is_no_more_keeps_its_id() -> None:
    old = oslo("half-way")
    steps = [step("2", change(old, BEGUN)), step("1", change(A, old)), step("0", change(None, A))]
    assert told(steps, BEGUN)[:2] == [
        "2: changed; Plan, half-way -> in progress (2022-05)",
        "1: changed; Plan, unknown -> half-way",
    ]


@pytest.mark.parametrize("route", ["steps", "steps.plan", "steps.plan.status"])
def test_a_route_leaves_out_the_rest(route: str) -> None:
    aliases = DONE + "subdivision: NO-03\n"
    steps = [step("4", change(DONE, aliases)), *STEPS, FIRST]
    assert told(steps, aliases, route)[:2] == [
        "3: changed; Plan, in progress -> completed (2022-06)",
        "2: changed; Plan, unknown -> in progress (2022-05)",
    ]


def test_the_small_alliance_writes_the_city_as_these_tests_do() -> None:
    plan = "{status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}"
    assert oslo(plan) == OSLO


def test_a_record_that_was_deleted_is_there_again() -> None:
    steps = [step("3", change(None, A)), step("2", change(A, None)), FIRST]
    found = past(steps, A)
    events = life(sides(), found, place(), found.last).events
    assert [(event.what, event.again) for event in events] == [
        ("added", True),
        ("removed", False),
        ("added", False),
    ]


def test_what_is_deleted_is_not_read_again() -> None:
    steps = [step("4", change(None, A)), step("3", change(BROKEN, None))]
    steps += [step("2", change(A, BROKEN)), FIRST]
    found = past(steps, A)
    figures = life(sides(), found, place(), found.last)
    assert [(each.what, each.mistakes, each.mended, each.again) for each in figures.events] == [
        ("added", 0, False, True),
        ("removed", 0, False, False),
        ("changed", 1, False, False),
        ("added", 0, False, False),
    ]
    assert figures.layout == 0


def test_a_record_that_is_back_may_be_unreadable() -> None:
    steps = [step("4", change(BROKEN, A)), step("3", change(None, BROKEN))]
    steps += [step("2", change(A, None)), FIRST]
    found = past(steps, A)
    events = life(sides(), found, place(), found.last).events
    assert [(each.what, each.mistakes, each.mended, each.again) for each in events[:2]] == [
        ("changed", 0, True, False),
        ("added", 1, False, True),
    ]


def test_an_id_that_is_used_again_begins_another_life() -> None:
    steps = [step("3", change(None, SIGNED)), step("2", move(HERE, THERE, A, A)), FIRST]
    found = past(steps, SIGNED)
    events = life(sides(), found, place(), found.last).events
    assert [(each.what, each.again, each.became) for each in events] == [
        ("added", False, ""),
        ("changed", False, "bergen"),
    ]
    assert found.seen_at(place()) == "HEAD"
    assert told(steps, SIGNED, "steps.plan")[0].startswith("3: added")
    assert len(told(steps, SIGNED, "steps.plan")) == 1


def test_a_merge_does_not_tell_a_rename_that_one_of_its_sides_made() -> None:
    text, named = oslo("completed"), "former_ids: [bergen]\n"
    merged, renamed = oslo("completed", more=named), oslo(more=named)
    merge = Touch(HERE, THERE, text, merged, ((HERE, renamed),))
    steps = [step("merge", merge), step("main", change(A, text, THERE))]
    steps += [step("side", move(THERE, HERE, A, renamed)), step("1", change(None, A, THERE))]
    assert [line.partition(";")[0] for line in told(steps, merged)] == [
        "main: changed",
        "side: renamed",
        "1: added",
    ]
