from itertools import product

import pytest
from small_alliance import OSLO, findings

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
    f"  - {{id: {key}, name: {key}, symbol: x, class: {cls}}}\n" for cls, key in STATUSES.items()
)


def city(step: str, *selections: str) -> str:
    """A city with a step of its own, and two selections."""
    return (
        "name: Oslo\n"
        "country: NO\n"
        "sources: [paper]\n"
        f"{step}"
        "policies:\n"
        f"  open-data: {{{selections[0]}}}\n"
        f"  dig-once: {{{selections[1]}}}\n"
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
