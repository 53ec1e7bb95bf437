from pathlib import Path

import pytest
from analysis.life.written import HERE, THERE, change, move, oslo, past, place, step, versions

from gsca_cli.analysis.life.past import Chronicle
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.history import Step
from gsca_cli.snapshots.repository import RecordPath

A, B = oslo(), oslo("completed")
BROKEN = "country: [\n"
ALL = tuple(Kind)


def last_place(*steps: Step, kinds: tuple[Kind, ...] = ALL, key: str = "oslo") -> RecordPath | None:
    chronicle = Chronicle(Git(Path("nowhere")), "", "", steps, versions())
    return chronicle.last_place(kinds, key)


def test_a_record_was_last_where_the_newest_commit_saw_it() -> None:
    moved = "data/cities/no/oslo.yaml"
    steps = [step("2", change(None, A, moved)), step("1", change(None, A))]
    assert last_place(*steps) == place(moved)
    assert last_place(*steps, kinds=(Kind.REGION,)) is None
    assert last_place(*steps, key="bergen") is None


def test_a_record_that_moved_is_found_under_its_new_id() -> None:
    other = "name: Bergen\ncountry: 'NO'\nregions: {north: }\naliases: [Rain]\nsources: [paper]\n"
    first = step("1", change(None, A))
    assert last_place(step("2", move(HERE, THERE, A, B)), first) == place(THERE)
    assert last_place(step("2", move(HERE, THERE, A, other)), first) == place()
    said = change(None, f"{other}former_ids: [oslo]\n", THERE)
    assert last_place(step("2", change(A, None), said), first) == place(THERE)
    assert last_place(step("2", change(A, None), change(None, other, THERE)), first) == place()


def test_the_last_version_that_can_be_read_stands_in_for_one_that_cannot() -> None:
    steps = [step("3", change(BROKEN, B)), step("2", change(A, BROKEN)), step("1", change(None, A))]
    found = past(steps, B)
    third, second, first = found.passages
    assert [found.mistakes(each) for each in found.passages] == [0, 1, 0]
    assert [found.was_unreadable(each) for each in found.passages] == [True, False, False]
    assert found.after(second) is None
    assert [each.entry.document.text for each in found.before(third)] == [A]
    assert found.before(first) == []


def test_the_end_may_be_unreadable_or_nothing() -> None:
    steps = [step("2", change(A, BROKEN)), step("1", change(None, A))]
    last = past(steps, BROKEN).last
    assert last is not None
    assert last.entry.document.text == A
    assert [past(steps, BROKEN).unread, past(steps[1:], A).unread] == [1, 0]
    assert [past(steps, BROKEN).is_there, past(steps, None).is_there] == [True, False]
    assert past(steps[1:], None).last is None
    assert past([step("1", change(None, BROKEN))], BROKEN).last is None


BEGUN, BROKEN_BY = step("1", change(None, A)), step("2", change(A, BROKEN))
LAST_SEEN = {
    "deleted": ([step("2", change(A, None)), BEGUN], None, "2~1"),
    "deleted, which is not committed": ([BEGUN], A, "HEAD"),
    "broken, then deleted": ([step("3", change(BROKEN, None)), BROKEN_BY, BEGUN], None, "1"),
    "broken, then deleted, which is not committed": ([BROKEN_BY, BEGUN], BROKEN, "1"),
    "never readable": (
        [step("2", change(BROKEN, None)), step("1", change(None, BROKEN))],
        None,
        "",
    ),
    "never there": ([], None, ""),
}


@pytest.mark.parametrize("case", LAST_SEEN)
def test_what_is_gone_was_seen_last_where_it_can_be_read(case: str) -> None:
    steps, content, seen = LAST_SEEN[case]
    assert past(steps, content).seen_at(place()).lstrip("0") == seen
