from analysis.life.written import HERE, change, oslo, past, place, step, versions
from small_alliance import TODAY, snapshot_of

from gsca_cli.analysis.life.blame import blamed
from gsca_cli.analysis.life.versions import Held, Version
from gsca_cli.analysis.record import shown_record
from gsca_cli.checking import check
from gsca_cli.snapshots.history import Step

FIRST = oslo("{status: in-progress, since: 2022-05}")
DONE = oslo("{status: completed, since: 2022-05}")


def givers(steps: list[Step], text: str, committed: str | None) -> dict[str, str | None]:
    """The first line of the commit that gave each value."""
    alliance = check(snapshot_of({HERE: text}), TODAY).alliance
    shown = shown_record(alliance, alliance.cities["oslo"])
    now = versions().of(Held(place(), text))
    assert isinstance(now, Version)
    found = blamed(shown, now, past(steps, committed))
    return {each.route: each.commit.subject if each.commit else None for each in found.values}


def test_each_value_has_the_last_commit_that_made_it_what_it_is() -> None:
    steps = [step("2", change(FIRST, DONE)), step("1", change(None, FIRST))]
    found = givers(steps, DONE, DONE)
    assert (found["steps.plan.status"], found["steps.plan.since"]) == ("2", "1")
    assert found["name"] == found["policies.open-data"] == "1"


def test_a_value_that_went_and_came_back_is_as_old_as_its_return() -> None:
    steps = [step("3", change(DONE, FIRST)), step("2", change(FIRST, DONE))]
    steps.append(step("1", change(None, FIRST)))
    assert givers(steps, FIRST, FIRST)["steps.plan.status"] == "3"


def test_another_line_or_another_form_is_the_same_value() -> None:
    short, long = oslo("completed"), f"# Moved\n{oslo('{status: completed}')}"
    steps = [step("2", change(short, long)), step("1", change(None, short))]
    assert set(givers(steps, long, long).values()) == {"1"}
    back = [step("3", change(long, short)), *steps]
    assert set(givers(back, short, short).values()) == {"1"}


def test_an_item_of_a_list_is_known_again_wherever_it_stands() -> None:
    one = FIRST + "aliases: [A, {name: B, note: x}]\n"
    other = FIRST + "aliases: [C, {name: B, note: y}, A]\n"
    steps = [step("2", change(one, other)), step("1", change(None, one))]
    found = givers(steps, other, other)
    assert {route: who for route, who in found.items() if route.startswith("aliases")} == {
        "aliases.0": "2",
        "aliases.1.name": "1",
        "aliases.1.note": "2",
        "aliases.2": "1",
    }


def test_what_is_not_committed_has_nobody() -> None:
    found = givers([step("1", change(None, FIRST))], DONE, FIRST)
    assert [route for route, who in found.items() if who is None] == ["steps.plan.status"]
    assert set(givers([], DONE, None).values()) == {None}


def test_a_merge_gives_only_what_none_of_its_parents_has() -> None:
    side = FIRST.replace("name: Oslo", "name: Christiania")
    both = side.replace("in-progress", "completed") + "aliases: [A]\n"
    steps = [step("merge", change(DONE, both, HERE, side)), step("main", change(FIRST, DONE))]
    steps += [step("side", change(FIRST, side)), step("1", change(None, FIRST))]
    found = givers(steps, both, both)
    assert (found["name"], found["steps.plan.status"]) == ("side", "main")
    assert (found["aliases.0"], found["country"]) == ("merge", "1")


def test_what_could_not_be_read_for_a_while_keeps_its_commit() -> None:
    broken = FIRST + "population: many\n"
    steps = [step("3", change(broken, DONE)), step("2", change(FIRST, broken))]
    steps.append(step("1", change(None, FIRST)))
    found = givers(steps, DONE, DONE)
    assert (found["name"], found["steps.plan.status"]) == ("1", "3")


def test_an_empty_value_has_a_commit_too() -> None:
    text = FIRST + "aliases: []\nprogrammes: {}\n"
    found = givers([step("1", change(None, text))], text, text)
    assert (found["aliases"], found["programmes"]) == ("1", "1")
