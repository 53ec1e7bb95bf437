import pytest
from small_alliance import FILES, OSLO, findings, hints

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
GSCA = "name: Test Alliance\nstatuses:\n" + "".join(
    f"  - {{id: {cls}, name: {cls}, symbol: {cls}, class: {cls}}}\n"
    for cls in ("done", "active", "pending", "unknown", "excluded")
)


def changes(plan: str, policy: str = "") -> dict[str, str | bytes | None]:
    """Oslo with such a state of a step and of a selection; statuses are called like classes."""
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n"
        f"steps:\n  plan: {{{plan}}}\npolicies:\n  open-data: {{{policy}}}\n"
    )
    return {"gsca.yaml": GSCA, OSLO_PATH: oslo}


def test_what_was_due_and_is_not_done_is_reported_at_the_date() -> None:
    late = changes("status: active, due: 2023-05")
    assert findings(late) == [
        (f"{OSLO_PATH}:6:31 overdue: `due: 2023-05` has passed, and this is not known as done")
    ]
    assert hints(late) == [
        (
            f"{OSLO_PATH}:6:31 overdue => "
            "set the `status` that it has now, or the new date on which it is `due`"
        )
    ]


@pytest.mark.parametrize(
    ("due", "late"),
    [
        ("2024-05-31", 1),
        ("2024-06-01", 0),
        ("2024-05", 1),
        ("2024-06", 0),
        ("2024", 0),
        ("2023", 1),
        ("../2024-05-31", 1),
        ("2023/..", 0),
    ],
)
def test_an_imprecise_date_has_passed_when_its_last_day_has(due: str, late: int) -> None:
    assert len(findings(changes(f"status: active, due: {due}"))) == late


@pytest.mark.parametrize(
    ("state", "late"),
    [
        ("status: active, due: 2023", 1),
        ("status: pending, due: 2023", 1),
        ("status: unknown, due: 2023", 1),
        ("due: 2023", 1),
        ("status: done, due: 2023", 0),
        ("status: excluded, due: 2023", 0),
        ("status: active, due: 2022, until: 2023", 0),
        ("status: active", 0),
    ],
)
def test_what_is_done_or_does_not_apply_or_was_withdrawn_is_not_late(state: str, late: int) -> None:
    assert len(findings(changes(state))) == late
    assert len(findings(changes("", state))) == late


@pytest.mark.parametrize(
    ("selection", "late"),
    [
        ("", 1),
        ("status: done, ", 1),
        ("chosen: unknown, ", 1),
        ("until: 2023, ", 0),
        ("status: excluded, ", 0),
    ],
)
def test_a_step_of_a_selection_is_late_unless_the_selection_is_closed(
    selection: str, late: int
) -> None:
    policy = f"{selection}steps: {{letter: {{due: 2023}}}}"
    column = len(f"  open-data: {{{selection}steps: {{letter: {{due: ") + 1
    assert findings(changes("", policy)) == late * [
        (f"{OSLO_PATH}:8:{column} overdue: `due: 2023` has passed, and this is not known as done")
    ]


def test_a_withdrawn_selection_closes_no_other() -> None:
    oslo = OSLO.replace("  open-data:\n", "  dig-once: {until: 2023}\n  open-data: {due: 2023}\n")
    (found,) = findings({OSLO_PATH: oslo})
    assert found.startswith(f"{OSLO_PATH}:7:20 overdue: ")


def test_a_step_of_a_region_is_looked_at_too() -> None:
    own = {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\nsteps: [{id: start, name: S}]\nsources: [paper]\n"
        ),
        NORTH: f"{FILES[NORTH]}steps: {{start: {{due: 2023}}}}\n",
    }
    (found,) = findings({**own})
    assert found.startswith(f"{NORTH}:7:22 overdue: ")


def test_nothing_is_said_while_the_settings_cannot_be_read() -> None:
    late = {**changes("status: active, due: 2023"), "gsca.yaml": "name: Test\nshade: red\n"}
    (found,) = findings(late)
    assert "unknown-field" in found
