"""Selections that are on record no more."""

from collections.abc import Callable

import pytest
from editions import OSLO, between, city, oslo, since

from gsca_cli.analysis.city import city_report
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.lost import cities_lost, policies_lost
from gsca_cli.analysis.policy import policy_report
from gsca_cli.render.as_document import render_markdown

ONCE = "data/policies/dig-once.yaml"
BOTH = {OSLO: city("policies: {open-data: , dig-once: completed}\n")}
PRACTISED = {OSLO: city("policies: {open-data: {chosen: unknown}, dig-once: {until: 2021}}\n")}
NONE = {OSLO: city()}

LOST = {
    "nothing": (BOTH, BOTH, [], []),
    "all of them": (BOTH, NONE, ["Open Data", "Dig Once"], ["Oslo"]),
    "one that is withdrawn": (
        BOTH,
        {OSLO: city("policies: {dig-once: {until: 2024}}\n")},
        ["Open Data"],
        ["Oslo"],
    ),
    "what was no selection": (PRACTISED, NONE, [], []),
    "with its policy": (BOTH, {**NONE, ONCE: None}, ["Open Data", "Dig Once"], ["Oslo"]),
    "of a policy with another id": (
        BOTH,
        {
            OSLO: city("policies: {once: , open-data: }\n"),
            ONCE: None,
            "data/policies/once.yaml": "name: Once\nformer_ids: [dig-once]\n",
        },
        [],
        [],
    ),
}


@pytest.mark.parametrize(("then", "now", "policies", "cities"), LOST.values(), ids=LOST)
def test_a_selection_that_nobody_names_any_more_is_lost(
    then: dict[str, str], now: dict[str, str], policies: list[str], cities: list[str]
) -> None:
    edition = between(then, now)
    assert [each.name for each in policies_lost(edition, oslo(edition))] == policies
    assert [each.name for each in cities_lost(edition, "open-data")] == cities


def test_a_city_that_is_gone_has_lost_what_it_had_selected() -> None:
    edition = between(BOTH, {OSLO: None})
    assert [each.name for each in cities_lost(edition, "open-data")] == ["Oslo"]
    assert cities_lost(between(PRACTISED, {OSLO: None}), "open-data") == ()


def test_by_dates_nobody_can_tell() -> None:
    edition = since("2022-05", NONE)
    assert policies_lost(edition, oslo(edition)) == cities_lost(edition, "open-data") == ()


REPORTS: dict[str, tuple[Callable[[Edition], object], str]] = {
    "city": (
        lambda edition: city_report(edition, oslo(edition)),
        "| Open Data | no longer on record | | |",
    ),
    "policy": (
        lambda edition: policy_report(edition, edition.alliance.policies["open-data"]),
        "No longer on record since 1a2b3c4 of 2022-06-10: Oslo.",
    ),
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, (_, line) in REPORTS.items()])
def test_its_report_says_so_beside_what_is_on_record(kind: str, line: str) -> None:
    report, _ = REPORTS[kind]
    assert line in render_markdown(kind, report(between(BOTH, NONE)), {}).splitlines()
    assert "no longer on" not in render_markdown(kind, report(between(BOTH, BOTH)), {}).lower()
