from itertools import product

import pytest
from small_alliance import OSLO, findings, hints, related

STATUSES = {
    "done": "completed",
    "active": "in-progress",
    "pending": "to-be-developed",
    "unknown": "unknown",
    "excluded": "not-applicable",
}
SELECTIONS = {
    "done": ["done", "done"],
    "active": ["done", "pending"],
    "pending": ["pending", "excluded"],
    "unknown": ["done", "unknown"],
}
"""A derived class, and what two selections may say so that it follows."""
CONTRADICTING = {
    ("done", "pending"),
    ("done", "active"),
    ("pending", "done"),
    ("pending", "active"),
}
GSCA = "name: Test Alliance\nstatuses:\n" + "".join(
    f"  - {{id: {key}, name: {key}, symbol: {key}, class: {cls}}}\n"
    for cls, key in STATUSES.items()
)


def city(step: str, *selections: str) -> str:
    """A city with a step of its own, and two selections."""
    return (
        "name: Oslo\n"
        "country: 'NO'\n"
        "sources: [paper]\n"
        f"{step}"
        "policies:\n"
        f"  open-data: {{{selections[0]}}}\n"
        f"  dig-once: {{{selections[1]}}}\n"
        "regions: {north: }\n"
    )


@pytest.mark.parametrize(("given", "derived"), list(product(STATUSES, SELECTIONS)))
def test_what_is_given_is_held_against_what_follows(given: str, derived: str) -> None:
    step = f"steps:\n  letter: {{status: {STATUSES[given]}}}\n"
    selections = [f"steps: {{letter: {STATUSES[each]}}}" for each in SELECTIONS[derived]]
    found = findings({"gsca.yaml": GSCA, "data/cities/oslo.yaml": city(step, *selections)})
    expected = (
        "data/cities/oslo.yaml:5:20 contradicting-states: "
        f"`letter` is given as {given}, but the city's selections make it {derived}"
    )
    assert found == ([expected] if (given, derived) in CONTRADICTING else [])


@pytest.mark.parametrize(
    "selection",
    [
        "chosen: unknown, steps: {letter: to-be-developed}",
        "until: 2023, steps: {letter: to-be-developed}",
        "steps: {plan: to-be-developed}",
        "steps: {letter: }",
    ],
)
def test_a_selection_that_is_not_chosen_or_withdrawn_or_silent_contradicts_nothing(
    selection: str,
) -> None:
    oslo = city("steps: {letter: completed}\n", selection, "")
    assert findings({"data/cities/oslo.yaml": oslo}) == []


def test_a_city_without_steps_of_its_own_contradicts_nothing() -> None:
    oslo = city("", "steps: {letter: completed}", "steps: {letter: to-be-developed}")
    assert findings({"data/cities/oslo.yaml": oslo}) == []


def test_a_bare_status_that_contradicts_is_reported_at_the_status() -> None:
    oslo = OSLO.replace("  open-data:\n", "  open-data: {steps: {letter: to-be-developed}}\n")
    assert findings({"data/cities/oslo.yaml": oslo}) == [
        (
            "data/cities/oslo.yaml:8:11 contradicting-states: "
            "`letter` is given as done, but the city's selections make it pending"
        )
    ]


@pytest.mark.parametrize(
    ("given", "selections", "places"),
    [
        ("completed", ("completed", "to-be-developed"), ["8:39 pending for `dig-once`"]),
        ("completed", ("in-progress", "completed"), ["7:40 active for `open-data`"]),
        (
            "completed",
            ("in-progress", "to-be-developed"),
            ["7:40 active for `open-data`", "8:39 pending for `dig-once`"],
        ),
        ("completed", ("in-progress", "unknown"), ["7:40 active for `open-data`"]),
        ("to-be-developed", ("to-be-developed", "completed"), ["8:39 done for `dig-once`"]),
        (
            "to-be-developed",
            ("in-progress", "completed"),
            ["7:40 active for `open-data`", "8:39 done for `dig-once`"],
        ),
    ],
)
def test_the_selections_that_make_the_difference_are_shown(
    given: str, selections: tuple[str, str], places: list[str]
) -> None:
    step = f"steps:\n  letter: {{status: {given}}}\n"
    states = [f"steps: {{letter: {{status: {each}}}}}" for each in selections]
    assert related({"data/cities/oslo.yaml": city(step, *states)}) == [
        [f"data/cities/oslo.yaml:{place}" for place in places]
    ]


@pytest.mark.parametrize(
    "silent",
    [
        "chosen: unknown, steps: {letter: in-progress}",
        "until: 2023, steps: {letter: in-progress}",
        "status: not-applicable, steps: {letter: in-progress}",
    ],
)
def test_a_selection_without_a_say_is_not_shown(silent: str) -> None:
    step = "steps:\n  letter: {status: completed}\n"
    oslo = city(step, "steps: {letter: {status: to-be-developed}}", silent)
    assert related({"gsca.yaml": GSCA, "data/cities/oslo.yaml": oslo}) == [
        ["data/cities/oslo.yaml:7:40 pending for `open-data`"]
    ]


def test_the_hint_says_what_to_do() -> None:
    oslo = OSLO.replace("  open-data:\n", "  open-data: {steps: {letter: to-be-developed}}\n")
    assert hints({"data/cities/oslo.yaml": oslo}) == [
        (
            "data/cities/oslo.yaml:8:11 contradicting-states => "
            "correct the one that is out of date, or leave the city-wide step out"
        )
    ]


def test_ten_such_selections_are_shown() -> None:
    policies = {f"data/policies/p{n}.yaml": "name: P\nsources: [paper]\n" for n in range(11)}
    selections = "".join(f"  p{n}: {{steps: {{letter: in-progress}}}}\n" for n in range(11))
    (places,) = related(
        {**policies, "data/cities/oslo.yaml": OSLO.replace("  open-data:\n", selections)}
    )
    assert len(places) == 10
