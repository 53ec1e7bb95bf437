from itertools import combinations

import pytest

from gsca_cli.alliance.brief import CityBrief, SelectionBrief, StateBrief
from gsca_cli.alliance.settings import Settings, Status
from gsca_cli.alliance.states import (
    StepState,
    class_before,
    class_of,
    derive,
    derived_class,
    given_state,
    step_state,
    unknown_status,
)
from gsca_cli.kinds import Kind
from gsca_cli.records.default_words import StatusClass
from gsca_cli.records.when import When

STATUSES: tuple[tuple[str, StatusClass], ...] = (
    ("sealed", "done"),
    ("filed", "done"),
    ("open", "active"),
    ("planned", "pending"),
    ("nobody-knows", "unknown"),
    ("not-for-us", "excluded"),
)
SETTINGS = Settings(
    {"und": "Test Alliance"},
    statuses=tuple(Status(key, {"und": key}, "x", cls) for key, cls in STATUSES),
)
SINCE = When.parse("2022-05")

DERIVED: tuple[tuple[str, StatusClass], ...] = (
    ("", "unknown"),
    ("done", "done"),
    ("active", "active"),
    ("pending", "pending"),
    ("unknown", "unknown"),
    ("done active", "active"),
    ("done pending", "active"),
    ("done unknown", "unknown"),
    ("active pending", "active"),
    ("active unknown", "active"),
    ("pending unknown", "unknown"),
    ("done active pending", "active"),
    ("done active unknown", "active"),
    ("done pending unknown", "active"),
    ("active pending unknown", "active"),
    ("done active pending unknown", "active"),
)


def state(
    status: str | None, *, since: When | None = None, until: When | None = None
) -> StateBrief:
    return StateBrief(status, since, until)


def selection(
    status: str | None = None, *, chosen: bool = True, until: When | None = None
) -> SelectionBrief:
    """A selection that says where it stands on the plan, or nothing."""
    steps = {"plan": state(status)} if status else {}
    return SelectionBrief(chosen, state(None, until=until), steps)


def city(*selections: SelectionBrief, plan: StateBrief | None = None) -> CityBrief:
    return CityBrief(
        kind=Kind.CITY,
        id="oslo",
        path="data/cities/oslo.yaml",
        names={"und": "Oslo"},
        country="NO",
        selections={f"policy-{n}": each for n, each in enumerate(selections)},
        steps={"plan": plan} if plan else {},
    )


def named(found: StepState) -> tuple[str, str | None, bool]:
    return found.status.id, found.since.text if found.since else None, found.derived


@pytest.mark.parametrize(("seen", "derived"), DERIVED)
def test_the_class_of_a_city_wide_step_follows_from_those_of_its_selections(
    seen: str, derived: StatusClass
) -> None:
    classes = [each for _, each in STATUSES if each in seen.split()]
    assert derive(classes) == derived
    assert derive(reversed(classes)) == derived
    assert derive([*classes, *classes]) == derived
    assert derive([*classes, "excluded"]) == derived


def test_the_table_has_every_combination() -> None:
    classes = ("done", "active", "pending", "unknown")
    every = {" ".join(each) for size in range(5) for each in combinations(classes, size)}
    assert {seen for seen, _ in DERIVED} == every


@pytest.mark.parametrize(
    ("given", "cls"),
    [
        (None, "unknown"),
        (state(None), "unknown"),
        (state("no-such-status"), "unknown"),
        (state("open"), "active"),
        (state("not-for-us"), "excluded"),
        (state("open", until=SINCE), "unknown"),
    ],
)
def test_a_state_of_no_known_status_is_unknown(given: StateBrief | None, cls: str) -> None:
    assert class_of(SETTINGS, given) == cls


@pytest.mark.parametrize(
    ("given", "cls"),
    [
        (state("open"), "active"),
        (state("open", until=SINCE), "active"),
        (state(None, until=SINCE), "unknown"),
        (state("no-such-status"), "unknown"),
    ],
)
def test_what_a_state_was_before_it_was_withdrawn_is_still_known(
    given: StateBrief, cls: str
) -> None:
    assert class_before(SETTINGS, given) == cls


@pytest.mark.parametrize(
    ("selections", "cls"),
    [
        ([], "unknown"),
        ([selection()], "unknown"),
        ([selection("sealed")], "done"),
        ([selection("sealed"), selection("filed")], "done"),
        ([selection("sealed"), selection()], "unknown"),
        ([selection("open"), selection()], "active"),
        ([selection("sealed"), selection("not-for-us")], "done"),
        ([selection("not-for-us")], "unknown"),
        ([selection("sealed"), selection("planned", chosen=False)], "done"),
        ([selection("sealed"), selection("planned", until=SINCE)], "done"),
        ([selection("planned", chosen=False)], "unknown"),
        ([selection("sealed"), selection("no-such-status")], "unknown"),
    ],
)
def test_only_selections_that_stand_have_a_say(selections: list[SelectionBrief], cls: str) -> None:
    assert derived_class(SETTINGS, city(*selections).selections, "plan") == cls


def test_what_is_given_holds_whatever_the_selections_say() -> None:
    oslo = city(selection("planned"), plan=state("filed", since=SINCE))
    assert named(step_state(SETTINGS, oslo, "plan")) == ("filed", "2022-05", False)


def test_what_is_not_given_is_derived() -> None:
    oslo = city(selection("sealed"), selection("planned"))
    assert named(step_state(SETTINGS, oslo, "plan")) == ("open", None, True)


def test_what_is_given_as_unknown_is_derived_and_keeps_its_date() -> None:
    oslo = city(selection("filed"), plan=state("nobody-knows", since=SINCE))
    assert named(step_state(SETTINGS, oslo, "plan")) == ("sealed", "2022-05", True)


def test_a_step_that_was_withdrawn_holds_no_more() -> None:
    withdrawn = state("filed", since=When.parse("2021"), until=SINCE)
    alone = step_state(SETTINGS, city(plan=withdrawn), "plan")
    assert alone == StepState(unknown_status(SETTINGS), SINCE, withdrawn=True)
    assert given_state(SETTINGS, withdrawn) == alone
    # What follows from the selections is known all the same, and has no date.
    oslo = city(selection("sealed"), plan=withdrawn)
    assert named(step_state(SETTINGS, oslo, "plan")) == ("sealed", None, True)


def test_what_does_not_apply_is_given_and_not_derived() -> None:
    oslo = city(selection("filed"), plan=state("not-for-us"))
    assert named(step_state(SETTINGS, oslo, "plan")) == ("not-for-us", None, False)


def test_where_nothing_follows_what_is_given_stands() -> None:
    assert named(step_state(SETTINGS, city(), "plan")) == ("nobody-knows", None, False)
    vague = city(plan=state("nobody-knows", since=SINCE))
    assert named(step_state(SETTINGS, vague, "plan")) == ("nobody-knows", "2022-05", False)
    strange = city(plan=state("no-such-status", since=SINCE))
    assert named(step_state(SETTINGS, strange, "plan")) == ("nobody-knows", "2022-05", False)


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ((), "sealed"),
        (("filed", "planned"), "filed"),
        (("filed", "sealed"), "sealed"),
        (("planned",), "sealed"),
    ],
)
def test_a_derived_state_takes_the_first_status_of_its_class_that_the_track_uses(
    statuses: tuple[str, ...], status: str
) -> None:
    oslo = city(selection("sealed"))
    assert named(step_state(SETTINGS, oslo, "plan", statuses)) == (status, None, True)


def test_a_class_without_a_status_is_not_derived() -> None:
    statuses = tuple(each for each in SETTINGS.statuses if each.cls != "active")
    two = Settings(SETTINGS.name, statuses=statuses)
    oslo = city(selection("sealed"), selection("planned"))
    assert named(step_state(two, oslo, "plan")) == ("nobody-knows", None, False)


def test_nothing_given_is_unknown() -> None:
    assert unknown_status(SETTINGS).id == "nobody-knows"
    assert given_state(SETTINGS, None) == StepState(unknown_status(SETTINGS))
    assert given_state(SETTINGS, state(None, since=SINCE)).since == SINCE
