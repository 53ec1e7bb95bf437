import pytest
from editions import NORTH, OSLO, between, city, north, oslo, since

from gsca_cli.analysis.moved.moved import Moved, mark
from gsca_cli.analysis.moved.states import region_step_moved, selection_step_moved, step_moved

TRACK = "data/tracks/adoption.yaml"


def seen(moved: Moved | None) -> str:
    """What happened, in short: what, from where, to where, when."""
    if moved is None:
        return ""
    statuses = [each.id if each else "-" for each in (moved.before, moved.after)]
    words = [moved.what.value, *statuses, str(moved.when or "-")]
    return " ".join(words) + " perhaps" * moved.perhaps + " derived" * moved.derived


BETWEEN = [
    ("", "", ""),
    ("completed", "completed", ""),
    ("", "unknown", ""),
    ("to-be-developed", "in-progress", "advanced to-be-developed in-progress -"),
    ("in-progress", "completed", "advanced in-progress completed -"),
    ("completed", "in-progress", "back completed in-progress -"),
    ("unknown", "completed", "known unknown completed -"),
    ("", "to-be-developed", "known unknown to-be-developed -"),
    ("completed", "", "unknown completed unknown -"),
    ("completed", "unknown", "unknown completed unknown -"),
    (
        "to-be-developed",
        "{status: in-progress, since: 2023}",
        "advanced to-be-developed in-progress 2023",
    ),
    # An old date says nothing of a new move.
    (
        "{status: to-be-developed, since: 2021}",
        "{status: in-progress, since: 2021}",
        "advanced to-be-developed in-progress -",
    ),
    # Only a later date says that a state moved that reads the same.
    (
        "{status: completed, since: 2021}",
        "{status: completed, since: 2023}",
        "dated - completed 2023",
    ),
    ("{status: completed, since: 2022}", "{status: completed, since: 2022-05}", ""),
    ("{status: completed, since: 2023}", "{status: completed, since: 2021}", ""),
    ("completed", "{status: completed, since: 2021}", ""),
    ("{status: completed, since: 2021}", "completed", ""),
    # Where nothing but the date of a move is known, a date that is found is one.
    ("", "{since: 2022-05}", "dated - unknown 2022-05"),
    ("unknown", "{status: unknown, since: 2022-05}", "dated - unknown 2022-05"),
    # What was withdrawn holds no more.
    ("completed", "{status: completed, until: 2023}", "withdrawn completed unknown 2023"),
    ("", "{status: completed, since: 2021, until: 2023}", "withdrawn unknown unknown 2023"),
    ("{status: completed, until: 2023}", "{status: completed, until: 2023-05}", ""),
    ("{status: completed, until: 2023}", "", ""),
    ("{status: completed, until: 2023}", "completed", "known unknown completed -"),
]


@pytest.mark.parametrize(("then", "now", "expected"), BETWEEN)
def test_a_step_moves_from_one_snapshot_to_another(then: str, now: str, expected: str) -> None:
    cities = [{OSLO: city(f"steps: {{plan: {each}}}\n")} for each in (then, now)]
    edition = between(*cities)
    track = edition.alliance.tracks["adoption"]
    assert seen(step_moved(edition, oslo(edition), "plan", track)) == expected


@pytest.mark.parametrize(("then", "now", "expected"), BETWEEN)
def test_a_step_of_a_selection_moves_as_one_of_the_city_does(
    then: str, now: str, expected: str
) -> None:
    cities = [
        {OSLO: city(f"policies: {{open-data: {{steps: {{plan: {each}}}}}}}\n")}
        for each in (then, now)
    ]
    edition = between(*cities)
    assert seen(selection_step_moved(edition, oslo(edition), "open-data", "plan")) == expected


@pytest.mark.parametrize(("then", "now", "expected"), BETWEEN)
def test_a_step_of_a_region_moves_as_one_of_a_city_does(then: str, now: str, expected: str) -> None:
    regions = [{NORTH: f"name: North\nsteps: {{open: {each}}}\n"} for each in (then, now)]
    edition = between(*regions)
    assert seen(region_step_moved(edition, north(edition), "open")) == expected


def policies(*states: str) -> str:
    """Selections, each with a state of the plan."""
    names = ("open-data", "dig-once")
    rows = (
        f"  {name}: {{steps: {{plan: {state}}}}}\n"
        for name, state in zip(names, states, strict=False)
    )
    return "policies:\n" + "".join(rows)


DERIVED = [
    (policies("in-progress"), policies("completed"), "advanced in-progress completed - derived"),
    (
        policies("completed"),
        policies("completed", "unknown"),
        "unknown completed unknown - derived",
    ),
    ("", policies("to-be-developed"), "known unknown to-be-developed - derived"),
    (policies("completed"), "steps: {plan: completed}\n", ""),
    (policies("completed"), "steps: {plan: in-progress}\n", "back completed in-progress -"),
    (policies("completed"), policies("completed", "completed"), ""),
]


@pytest.mark.parametrize(("then", "now", "expected"), DERIVED)
def test_a_step_that_follows_from_selections_moves_too(then: str, now: str, expected: str) -> None:
    edition = between({OSLO: city(then)}, {OSLO: city(now)})
    track = edition.alliance.tracks["adoption"]
    assert seen(step_moved(edition, oslo(edition), "plan", track)) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("{status: completed, since: 2023}", "dated - completed 2023"),
        ("{status: completed, since: 2022}", "dated - completed 2022 perhaps"),
        ("{status: completed, since: 2021}", ""),
        ("{status: completed, as_of: 2024, due: 2024}", ""),
        ("{status: completed, since: 2023, until: 2024}", "withdrawn - unknown 2024"),
        ("{status: completed, until: 2022}", "withdrawn - unknown 2022 perhaps"),
        ("{status: completed, since: 2020, until: 2021}", ""),
        ("completed", ""),
        ("{since: 2023}", "dated - unknown 2023"),
    ],
)
def test_by_dates_a_state_moved_if_its_since_says_so(state: str, expected: str) -> None:
    text = city(
        f"steps: {{plan: {state}}}\npolicies: {{open-data: {{steps: {{plan: {state}}}}}}}\n"
    )
    region = f"name: North\nsteps: {{open: {state}}}\n"
    edition = since("2022-05", {OSLO: text, NORTH: region})
    track = edition.alliance.tracks["adoption"]
    given = seen(step_moved(edition, oslo(edition), "plan", track)).removesuffix(" derived")
    assert given == expected
    assert seen(selection_step_moved(edition, oslo(edition), "open-data", "plan")) == expected
    assert seen(region_step_moved(edition, north(edition), "open")) == expected


def test_by_dates_what_follows_from_something_new_is_perhaps_new() -> None:
    edition = since("2022", {OSLO: city(policies("{status: completed, since: 2023}"))})
    track = edition.alliance.tracks["adoption"]
    moved = step_moved(edition, oslo(edition), "plan", track)
    assert seen(moved) == "dated - completed - perhaps derived"


def test_a_city_that_is_new_moved_on_every_step_that_is_known() -> None:
    edition = between({OSLO: None}, {OSLO: city("steps: {plan: completed}\n")})
    track = edition.alliance.tracks["adoption"]
    assert [seen(step_moved(edition, oslo(edition), step, track)) for step in track.steps] == [
        "",
        "known unknown completed -",
    ]


def test_nothing_is_said_of_what_could_not_be_read() -> None:
    now = city("steps: {plan: completed}\npolicies: {open-data: {steps: {plan: completed}}}\n")
    then = {OSLO: "name: [\n", NORTH: "name: [\n"}
    edition = between(then, {OSLO: now, NORTH: "name: North\nsteps: {open: completed}\n"})
    track = edition.alliance.tracks["adoption"]
    assert step_moved(edition, oslo(edition), "plan", track) is None
    assert selection_step_moved(edition, oslo(edition), "open-data", "plan") is None
    assert region_step_moved(edition, north(edition), "open") is None


STATUSES = (
    "name: T\nstatuses:\n"
    "  - {id: done, name: Done, symbol: D, class: done}\n"
    "  - {id: started, name: Started, symbol: S, class: active}\n"
    "  - {id: open, name: Open, symbol: O, class: unknown}\n"
)


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("completed", "done", ""),
        ("in-progress", "done", "advanced in-progress done -"),
        ("completed", "started", "back completed started -"),
        ("unknown", "open", ""),
    ],
)
def test_a_status_that_has_another_id_now_has_not_moved(then: str, now: str, expected: str) -> None:
    edition = between(
        {OSLO: city(f"steps: {{plan: {then}}}\n")},
        {OSLO: city(f"steps: {{plan: {now}}}\n"), "gsca.yaml": STATUSES},
    )
    track = edition.alliance.tracks["adoption"]
    assert seen(step_moved(edition, oslo(edition), "plan", track)) == expected


def test_where_the_statuses_cannot_be_read_those_of_today_hold() -> None:
    text = {OSLO: city("steps: {plan: done}\n")}
    edition = between({**text, "gsca.yaml": "name: [\n"}, {**text, "gsca.yaml": STATUSES})
    track = edition.alliance.tracks["adoption"]
    assert step_moved(edition, oslo(edition), "plan", track) is None


def test_a_derived_step_has_the_status_that_its_track_had() -> None:
    statuses = (
        "name: T\nstatuses:\n"
        "  - {id: fine, name: Fine, symbol: F, class: done}\n"
        "  - {id: done, name: Done, symbol: D, class: done}\n"
        "  - {id: open, name: Open, symbol: O, class: unknown}\n"
    )
    track = "name: A\nwalked_by: city\nsteps: [{id: plan, name: Plan}]\nstatuses: [done]\n"
    files = {"gsca.yaml": statuses, TRACK: track, OSLO: city(policies("done"))}
    edition = between(files, files)
    assert (
        mark(step_moved(edition, oslo(edition), "plan", edition.alliance.tracks["adoption"])) == ""
    )
