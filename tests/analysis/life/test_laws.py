"""Whatever a record went through, the log and the blame say what a simple count says."""

from itertools import pairwise

from analysis.life.written import HERE, change, oslo, past, place, sides, step, versions
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import TODAY, snapshot_of

from gsca_cli.analysis.life.blame import blamed
from gsca_cli.analysis.life.life import life
from gsca_cli.analysis.life.versions import Held, Version
from gsca_cli.analysis.record import shown_record
from gsca_cli.checking import check
from gsca_cli.snapshots.history import Step

PLANS = st.sampled_from(["unknown", "in-progress", "completed", "half-way"])
LETTERS = st.sampled_from(["in-progress", "completed"])
LAYOUTS = st.sampled_from(["", "# A comment\n"])
STATES = st.lists(st.tuples(PLANS, LETTERS, LAYOUTS), min_size=1, max_size=12)
State = tuple[str, str, str]


def text_of(state: State) -> str:
    """What the city says in a state."""
    plan, letter, layout = state
    return f"{layout}{oslo(plan, letter)}"


def steps_of(states: list[State]) -> list[Step]:
    """A commit for each state, newest first, known by its number; some change nothing."""
    texts = [text_of(state) for state in states]
    pairs = enumerate(zip([None, *texts], texts, strict=False))
    return [step(str(number), change(*pair)) for number, pair in pairs][::-1]


@given(STATES)
def test_the_life_of_a_cell_is_every_move_of_it(states: list[State]) -> None:
    found = past(steps_of(states), text_of(states[-1]))
    events = life(sides(), found, place(), found.last, "steps.plan.status").events
    told = [
        (event.commit.subject, value.before, value.after)
        for event in reversed(events)
        for each in event.changes
        for value in each.values
        if event.commit and event.what == "changed"
    ]
    plans = [plan for plan, _, _ in states]
    moves = enumerate(pairwise(plans), 1)
    assert told == [(str(number), *pair) for number, pair in moves if pair[0] != pair[1]]


@given(STATES)
def test_commits_are_told_or_counted(states: list[State]) -> None:
    found = past(steps_of(states), text_of(states[-1]))
    figures = life(sides(), found, place(), found.last)
    meant = [state[:2] for state in states]
    same = sum(one == other for one, other in pairwise(meant))
    assert (len(figures.events), figures.layout) == (len(states) - same, same)


@given(STATES)
def test_a_value_is_blamed_on_the_last_commit_that_changed_it(states: list[State]) -> None:
    text = text_of(states[-1])
    alliance = check(snapshot_of({HERE: text}), TODAY).alliance
    now = versions().of(Held(place(), text))
    assert isinstance(now, Version)
    shown = shown_record(alliance, alliance.cities["oslo"])
    values = blamed(shown, now, past(steps_of(states), text)).values
    found = {each.route: each.commit.subject for each in values if each.commit}
    assert len(found) == len(values)
    assert found["steps.plan"] == str(_last_move([plan for plan, _, _ in states]))
    assert found["steps.letter"] == str(_last_move([letter for _, letter, _ in states]))
    assert found["name"] == "0"


def _last_move(values: list[str]) -> int:
    """The number of the last value that differs from the one before."""
    moves = (n for n in range(len(values) - 1, 0, -1) if values[n] != values[n - 1])
    return next(moves, 0)
