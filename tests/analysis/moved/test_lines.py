import pytest
from editions import NORTH, OSLO, between, city, north, oslo

from gsca_cli.analysis.moved.lines import (
    MovedLine,
    called,
    place_lines,
    policies_of,
    region_lines,
    selection_lines,
    step_lines,
)
from gsca_cli.kinds import Kind


def test_a_line_says_what_a_sentence_needs() -> None:
    edition = between(
        {OSLO: city("policies: {open-data: {steps: {plan: to-be-developed}}}\n")},
        {OSLO: city("policies: {open-data: {steps: {plan: {status: completed, since: 2023}}}}\n")},
    )
    assert list(selection_lines(edition, oslo(edition), ["open-data", "dig-once"])) == [
        MovedLine(
            Kind.CITY,
            "oslo",
            "Oslo",
            "advanced",  # type: ignore[arg-type]
            at="policies.open-data.steps.plan",
            part="Plan",
            within="Open Data",
            before="to be developed",
            after="completed",
            when="2023",
        )
    ]
    (line,) = step_lines(edition, oslo(edition), [edition.alliance.tracks["adoption"]])
    assert (line.at, line.part, line.within, line.derived) == ("steps.plan", "Plan", "", True)


@pytest.mark.parametrize(("place", "role"), [("", ""), ("observer", "observer")])
def test_a_city_that_joins_has_the_role_that_its_file_gives(place: str, role: str) -> None:
    edition = between({OSLO: None}, {OSLO: city(place=place)})
    (line,) = place_lines(edition, oslo(edition), ["north"])
    assert (line.what, line.part, line.after) == ("joined", "North", role)


def test_the_steps_of_a_selection_that_was_withdrawn_are_not_told() -> None:
    steps = "{until: 2023, steps: {plan: completed}}"
    edition = between({}, {OSLO: city(f"policies: {{open-data: {steps}}}\n")})
    lines = selection_lines(edition, oslo(edition), ["open-data"])
    assert [(line.what, line.at) for line in lines] == [("withdrawn", "policies.open-data")]


def test_a_step_of_a_selection_that_is_no_longer_named_is_told() -> None:
    edition = between(
        {OSLO: city("policies: {open-data: {steps: {letter: completed, plan: completed}}}\n")},
        {OSLO: city("policies: {open-data: {steps: {letter: completed}}}\n")},
    )
    lines = selection_lines(edition, oslo(edition), ["open-data"])
    assert [(line.what, line.at) for line in lines] == [
        ("unknown", "policies.open-data.steps.plan")
    ]


def test_the_policies_of_a_city_are_those_of_the_table_then_its_own_then_those_it_gave_up() -> None:
    edition = between(
        {OSLO: city("policies: {old: , renamed: , open-data: }\n")},
        {OSLO: city("policies: {own: , open-data: }\n")},
    )
    found = policies_of(edition, oslo(edition), ["dig-once", "open-data"])
    assert found == ["dig-once", "open-data", "own", "old", "renamed"]


def test_a_region_tells_of_its_columns_and_its_own_steps() -> None:
    then = "name: North\ncolumns: [open-data, gone]\nsteps: {open: in-progress, shut: completed}\n"
    now = "name: North\ncolumns: [dig-once, open-data]\nsteps: {open: completed}\n"
    edition = between({NORTH: then}, {NORTH: now})
    assert [
        (line.what.value, line.at, line.part) for line in region_lines(edition, north(edition))
    ] == [
        ("added", "columns", "Dig Once"),
        ("removed", "columns", "gone"),
        ("advanced", "steps.open", "open"),
        ("unknown", "steps.shut", "shut"),
    ]


def test_what_is_gone_is_called_what_it_was_called() -> None:
    edition = between({}, {"data/policies/dig-once.yaml": None})
    assert called(edition, Kind.POLICY, "dig-once") == "Dig Once"
    assert called(edition, Kind.POLICY, "open-data") == "Open Data"
    assert called(edition, Kind.POLICY, "nonsense") == "nonsense"
