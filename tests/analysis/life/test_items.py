from typing import Any

import pytest

from gsca_cli.analysis.life.items import Found, asked, at_route, routes
from gsca_cli.errors import UsageError

LIST: Any = {
    "sources": ["paper", {"source": "web", "supports": ["name"]}],
    "links": ["https://example.org/a", "https://example.org/a.b"],
    "notes": [{"text": "x"}, {"date": "2022", "text": "y"}, {"date": "2022", "text": "z"}],
    "steps": [{"id": "plan", "name": "Plan", "former_ids": ["work-plan"], "sources": ["paper"]}],
    "releases": [{"version": "1.0", "date": "2021"}, {"version": "1", "date": "2020"}],
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sources", "sources"),
        ("sources.0", "sources.paper"),
        ("sources.paper", "sources.paper"),
        ("sources.1.supports.0", "sources.web.supports.name"),
        ("sources.2", "sources.2"),
        ("links.1", "links.https://example.org/a.b"),
        ("notes.1", "notes.2022"),
        ("notes.2022.text", "notes.2022.text"),
        ("steps.0.name", "steps.plan.name"),
        ("steps.work-plan.sources.0", "steps.plan.sources.paper"),
        ("steps.letter", "steps.letter"),
        # A name comes before a number.
        ("releases.1", "releases.1"),
        ("releases.0", "releases.1.0"),
        ("nothing.0", "nothing.0"),
    ],
)
def test_an_item_that_is_meant_by_its_number_goes_by_its_name(typed: str, meant: str) -> None:
    assert asked(LIST, typed).route == meant


def test_an_item_without_a_name_cannot_be_asked_for() -> None:
    with pytest.raises(UsageError) as raised:
        asked(LIST, "notes.0.text")
    assert str(raised.value) == (
        "`notes.0` has neither a name nor a date by which older versions could be asked for it; "
        "ask for `notes`, where all that came and went is told"
    )


@pytest.mark.parametrize(
    ("route", "value"),
    [
        ("sources.paper", "paper"),
        ("sources.web.supports", ["name"]),
        ("links.https://example.org/a.b", "https://example.org/a.b"),
        ("releases.1.0.date", "2021"),
        ("releases.1.date", "2020"),
        ("notes.2022", LIST["notes"][1:]),
        ("sources.gone", None),
        ("sources.paper.x", None),
    ],
)
def test_what_an_item_says_is_found_by_its_name(route: str, value: Any) -> None:
    assert at_route(LIST, route, {}) == Found(value, listed=True)


def test_an_item_is_found_under_the_name_that_it_had() -> None:
    old = {"steps": [{"id": "work-plan", "name": "Work plan"}]}
    for typed in ("steps.work-plan.name", "steps.0.name", "steps.plan.name"):
        assert at_route(old, *asked(LIST, typed)) == Found("Work plan", listed=True)
    assert at_route(old, "steps.plan.name", {}) == Found(None, listed=True)


def test_what_stands_in_maps_is_no_item() -> None:
    data = {"inferred": {"steps.plan.since": "as of May"}, "steps": {"plan": {"since": "2022"}}}
    assert at_route(data, "inferred.steps.plan.since", {}) == Found("as of May")
    assert at_route(data, "steps.plan", {}) == Found({"since": "2022"})
    assert at_route(data, "steps.plan.until", {}) == Found(None)
    assert at_route(data, "", {}) == Found(data)


def test_each_item_with_a_name_has_a_route() -> None:
    found = set(routes({"sources": ["paper"], "notes": [{"text": "x"}], "steps": LIST["steps"]}))
    steps = {"steps", "steps.plan", "steps.plan.id", "steps.plan.name", "steps.plan.sources"}
    steps |= {"steps.plan.sources.paper", "steps.plan.former_ids"}
    steps |= {"steps.plan.former_ids.work-plan"}
    old = {route.replace("steps.plan", "steps.work-plan") for route in steps}
    assert found == {"sources", "sources.paper", "notes", *steps, *old}
