import pytest
from analysis.life.written import change, oslo, step, told

from gsca_cli.errors import UsageError

FIRST = oslo("{status: in-progress, since: 2022-05}")
DATED = oslo("{status: in-progress, since: 2022-07}")
DONE = oslo("{status: completed, since: 2022-07}")
REASON = DONE + "inferred: {steps.plan.since: as of May}\npopulation: {value: 5, as_of: 2020}\n"
STEPS = [
    step("5", change(REASON, None)),
    step("4", change(DONE, REASON)),
    step("3", change(DATED, DONE)),
    step("2", change(FIRST, DATED)),
    step("1", change(None, FIRST)),
]


def at(route: str) -> list[str]:
    return told(STEPS[1:], REASON, route)


def test_one_value_is_told_by_itself() -> None:
    assert at("steps.plan.since") == [
        "2: changed; Plan: since: 2022-05 -> 2022-07",
        "1: added; Plan: since added: 2022-05",
    ]
    assert at("steps.plan.status") == [
        "3: changed; Plan, in progress -> completed",
        "1: added; Plan, unknown -> in progress (2022-05)",
    ]
    assert at("population.value") == ["4: changed; population: value added: 5"]


def test_what_a_new_record_brings_is_told_where_it_is_asked_for() -> None:
    assert at("name") == ["1: added; name: added Oslo"]
    assert at("regions.north.joined") == ["1: added; North: joined added: 2021"]


def test_a_key_may_have_dots_of_its_own() -> None:
    assert at("inferred.steps.plan.since") == [
        "4: changed; inferred: steps.plan.since added: as of May"
    ]


def test_a_record_that_goes_takes_the_value_with_it() -> None:
    assert told(STEPS, None, "name")[0] == "5: removed"
    without = [step("3", change(DONE, None)), step("2", change(REASON, DONE))]
    without.append(step("1", change(None, REASON)))
    assert told(without, None, "population") == [
        "2: changed; population: removed value 5, as_of 2020",
        "1: added; population: added value 5, as_of 2020",
    ]


SOURCED = oslo(more="notes:\n- {date: 2022-05, text: x}\n- y\n")
RETOLD = SOURCED.replace("text: x", "text: z").replace("[paper]", "[web, paper]")
ITEMS = [
    step("5", change(RETOLD, None)),
    step("4", change(RETOLD.replace("[web, paper]", "[paper, web]"), RETOLD)),
    step("3", change(SOURCED, RETOLD.replace("[web, paper]", "[paper, web]"))),
    step("2", change(oslo(), SOURCED)),
    step("1", change(None, oslo())),
]


@pytest.mark.parametrize("number", ["2022-05", "0"])
def test_an_item_of_a_list_has_a_life_of_its_own_whatever_its_number(number: str) -> None:
    assert told(ITEMS[1:], RETOLD, f"notes.{number}") == [
        "3: changed; 2022-05: text: x -> z",
        "2: changed; 2022-05: added x",
    ]
    assert told(ITEMS[1:], RETOLD, f"notes.{number}.text") == [
        "3: changed; text: x -> z",
        "2: changed; text: added x",
    ]


def test_an_item_that_only_gets_another_number_has_not_changed() -> None:
    assert told(ITEMS[1:], RETOLD, "sources.1") == ["1: added; paper: added paper"]
    assert told(ITEMS[1:], RETOLD, "sources.0") == ["3: changed; web: added web"]
    assert told(ITEMS, None, "sources.web") == ["5: removed", "3: changed; web: added web"]
    assert told(ITEMS, None, "sources.0") == told(ITEMS, None, "sources.web")


def test_an_item_without_a_name_is_refused_with_what_can_be_asked_instead() -> None:
    with pytest.raises(UsageError, match="ask for `notes`, where all that came and went is told"):
        told(ITEMS[1:], RETOLD, "notes.1")


def test_a_route_that_never_was_is_refused_with_the_nearest_one() -> None:
    def refused(route: str) -> str:
        with pytest.raises(UsageError) as raised:
            at(route)
        return str(raised.value)

    nearest = "no version of city/oslo has anything at `steps.pln`; did you mean `steps.plan`?"
    assert refused("steps.pln") == nearest
    assert refused("x") == (
        "no version of city/oslo has anything at `x`; `gsca show city/oslo` lists those of today"
    )
    # Every city may have programmes; this one never had any.
    assert refused("programmes").startswith("no version of city/oslo has anything at `programmes`")
    assert refused("steps.") == (
        "no version of city/oslo has anything at `steps.`; did you mean `steps`?"
    )
