import pytest
from small_alliance import FILES, OSLO, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
STEPS = ("letter", "team", "plan", "review")
GSCA = "name: Test Alliance\nstatuses:\n" + "".join(
    f"  - {{id: {cls}, name: {cls}, symbol: {cls}, class: {cls}}}\n"
    for cls in ("done", "active", "pending", "unknown", "excluded")
)
ADOPTION = (
    "name: Adoption\nwalked_by: city\nsteps:\n"
    + "".join(f"  - {{id: {step}, name: {step}}}\n" for step in STEPS)
    + "sources: [paper]\n"
)


def changes(states: str, track: str = ADOPTION) -> dict[str, str | bytes | None]:
    """Oslo with a letter for the class of each step: done, active, pending, unknown, excluded."""
    classes = {"d": "done", "a": "active", "p": "pending", "u": "unknown", "x": "excluded"}
    steps = "".join(
        f"  {step}: {classes[letter]}\n"
        for step, letter in zip(STEPS, states, strict=False)
        if letter != "-"
    )
    oslo = f"name: Oslo\ncountry: 'NO'\nregions: {{north: }}\nsources: [paper]\nsteps:\n{steps}"
    return {"gsca.yaml": GSCA, "data/tracks/adoption.yaml": track, OSLO_PATH: oslo}


def test_a_step_that_is_done_before_the_one_ahead_of_it_is_reported_at_its_status() -> None:
    assert findings(changes("pd")) == [
        f"{OSLO_PATH}:7:9 step-skipped: `team` is done, but `letter` before it is not"
    ]
    assert related(changes("pd")) == [[f"{OSLO_PATH}:6:11 not done yet: `letter`"]]
    assert hints(changes("pd")) == [
        (f"{OSLO_PATH}:7:9 step-skipped => bring the earlier step up to date, or correct this one")
    ]


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ("dddd", []),
        ("ddap", []),
        ("dpup", []),
        ("pppp", []),
        ("udxd", []),
        ("-d-d", []),
        ("ad", ["`team` is done, but `letter` before it is not"]),
        ("a-ud", ["`review` is done, but `letter` before it is not"]),
        ("pad", ["`plan` is done, but 2 steps before it are not"]),
        (
            "pdad",
            [
                "`team` is done, but `letter` before it is not",
                "`review` is done, but 2 steps before it are not",
            ],
        ),
        ("dpda", ["`plan` is done, but `team` before it is not"]),
    ],
)
def test_only_what_is_known_not_to_be_done_was_skipped(states: str, found: list[str]) -> None:
    assert [each.partition(" step-skipped: ")[2] for each in findings(changes(states))] == found


def test_every_step_that_was_skipped_is_shown() -> None:
    assert related(changes("apd")) == [
        [f"{OSLO_PATH}:6:11 not done yet: `letter`", f"{OSLO_PATH}:7:9 not done yet: `team`"]
    ]


def test_the_order_is_that_of_the_track() -> None:
    oslo = OSLO.replace("  letter: completed\n", "").replace(
        "sources:", "  letter: completed\nsources:"
    )
    assert findings({OSLO_PATH: oslo}) == []


def test_of_many_steps_ten_are_shown_and_all_are_counted() -> None:
    steps = "".join(f"  - {{id: s{n}, name: S{n}}}\n" for n in range(12))
    track = f"name: A\nwalked_by: city\nsteps:\n{steps}sources: [paper]\n"
    pending = "".join(f"  s{n}: to-be-developed\n" for n in range(11))
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n"
        f"steps:\n{pending}  s11: completed\n"
    )
    many: dict[str, str | bytes | None] = {"data/tracks/adoption.yaml": track, OSLO_PATH: oslo}
    assert findings(many) == [
        f"{OSLO_PATH}:17:8 step-skipped: `s11` is done, but 11 steps before it are not"
    ]
    assert related(many) == [
        [f"{OSLO_PATH}:{n + 6}:{7 if n < 10 else 8} not done yet: `s{n}`" for n in range(10)]
    ]


def test_each_selection_is_looked_at_by_itself() -> None:
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\npolicies:\n"
        "  open-data: {steps: {letter: in-progress, plan: completed}}\n"
        "  dig-once: {steps: {letter: completed}}\n"
    )
    assert findings({OSLO_PATH: oslo}) == [
        f"{OSLO_PATH}:6:50 step-skipped: `plan` is done, but `letter` before it is not"
    ]
    assert related({OSLO_PATH: oslo}) == [[f"{OSLO_PATH}:6:31 not done yet: `letter`"]]


def test_what_follows_from_the_selections_is_not_looked_at() -> None:
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n"
        "policies:\n  open-data: {steps: {letter: in-progress}}\n"
        "steps: {letter: unknown, plan: completed}\n"
    )
    assert findings({OSLO_PATH: oslo}) == []


def own(statuses: str) -> dict[str, str | bytes | None]:
    """A track that regions walk, and where the region stands on it."""
    return {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\n"
            "steps: [{id: start, name: S}, {id: go, name: G}]\nsources: [paper]\n"
        ),
        NORTH: f"{FILES[NORTH]}steps: {{{statuses}}}\n",
    }


def test_a_region_walks_its_own_track() -> None:
    assert findings(own("start: in-progress, go: completed")) == [
        f"{NORTH}:7:33 step-skipped: `go` is done, but `start` before it is not"
    ]
    assert findings(own("start: completed, go: in-progress")) == []


def test_steps_of_two_tracks_do_not_follow_each_other() -> None:
    south = {
        "data/regions/south.yaml": "name: South\ntrack: building\nsources: [paper]\n",
        "data/tracks/building.yaml": (
            "name: Building\nwalked_by: city\n"
            "steps: [{id: permit, name: P}, {id: crane, name: C}]\nsources: [paper]\n"
        ),
    }
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: , south: }\nsources: [paper]\n"
        "steps:\n  letter: in-progress\n  permit: completed\n  crane: in-progress\n"
    )
    assert findings({**south, OSLO_PATH: oslo}) == []


def test_nothing_is_said_while_the_settings_cannot_be_read() -> None:
    oslo = OSLO.replace("letter: completed", "letter: in-progress").replace(
        "status: in-progress", "status: completed"
    )
    (found,) = findings({OSLO_PATH: oslo})
    assert "step-skipped" in found
    (found,) = findings({OSLO_PATH: oslo, "gsca.yaml": "name: Test\nshade: red\n"})
    assert "unknown-field" in found
