import pytest
from small_alliance import FILES, OSLO, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
ADOPTION = "data/tracks/adoption.yaml"


def using(statuses: str, path: str = ADOPTION) -> dict[str, str | bytes | None]:
    """The track, with the statuses that it uses."""
    return {path: f"{FILES[ADOPTION]}statuses: [{statuses}]\n"}


def test_a_status_that_the_track_does_not_use_is_reported_at_the_status() -> None:
    changes = using("completed, in-progress-now, unknown")
    changes["gsca.yaml"] = (
        "name: Test\nstatuses:\n"
        "  - {id: completed, name: C, symbol: c, class: done}\n"
        "  - {id: in-progress, name: I, symbol: i, class: active}\n"
        "  - {id: in-progress-now, name: Now, symbol: w, class: active}\n"
        "  - {id: unknown, name: U, symbol: u, class: unknown}\n"
    )
    assert findings(changes) == [
        f"{OSLO_PATH}:9:18 status-off-track: `adoption` does not use the status `in-progress`"
    ]
    assert hints(changes) == [
        (
            f"{OSLO_PATH}:9:18 status-off-track => did you mean `in-progress-now`? "
            "it uses completed, in-progress-now, unknown"
        )
    ]
    assert related(changes) == [[f"{ADOPTION}:7:12 the statuses of adoption"]]


def test_a_status_of_a_selection_is_looked_at_too() -> None:
    steps = "  open-data: {status: to-be-developed, steps: {plan: to-be-developed}}\n"
    changes = using("completed, in-progress, unknown")
    assert findings({**changes, OSLO_PATH: OSLO.replace("  open-data:\n", steps)}) == [
        f"{OSLO_PATH}:6:54 status-off-track: `adoption` does not use the status `to-be-developed`"
    ]


def test_a_region_on_its_own_track_is_looked_at_too() -> None:
    own = {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\nsteps: [{id: start, name: S}]\n"
            "statuses: [completed, unknown]\nsources: [paper]\n"
        ),
        NORTH: f"{FILES[NORTH]}steps:\n  start: in-progress\n",
    }
    assert findings({**own}) == [
        f"{NORTH}:8:10 status-off-track: `own` does not use the status `in-progress`"
    ]


@pytest.mark.parametrize("statuses", ["completed, in-progress", "in-progress, completed, unknown"])
def test_statuses_in_use_and_steps_without_one_are_fine(statuses: str) -> None:
    oslo = OSLO.replace("  letter: completed\n", "  letter:\n")
    assert findings(using(statuses)) == []
    assert findings({**using(statuses), OSLO_PATH: oslo}) == []


def test_a_track_that_names_none_uses_all() -> None:
    assert findings(using("")) == []


def test_a_status_that_does_not_exist_is_reported_only_as_unknown() -> None:
    changes = using("completed, in-progress")
    (found,) = findings({**changes, OSLO_PATH: OSLO.replace("letter: completed", "letter: zzz")})
    assert "unknown-reference" in found


def test_a_track_whose_own_status_does_not_exist_makes_no_second_finding() -> None:
    (found,) = findings(using("completed, in-progres"))
    assert f"{ADOPTION}:7:23 unknown-reference: no status `in-progres`" in found


def test_a_step_that_does_not_exist_is_reported_only_as_unknown() -> None:
    changes = using("completed")
    (found,) = findings({**changes, OSLO_PATH: OSLO.replace("  plan:", "  zzz:")})
    assert "unknown-reference" in found


def test_nothing_is_said_while_the_settings_cannot_be_read() -> None:
    (found,) = findings({**using("completed"), "gsca.yaml": "name: Test\nshade: red\n"})
    assert "unknown-field" in found


def test_a_step_that_two_tracks_have_may_have_the_statuses_of_both() -> None:
    changes = {**using("completed"), **using("in-progress", "data/tracks/other.yaml")}
    found = findings(changes)
    assert found
    assert not [each for each in found if "status-off-track" in each]


def test_a_step_without_a_status_hides_none_behind_it() -> None:
    oslo = OSLO.replace("  letter: completed\n", "  letter: {since: 2020}\n")
    changed = {**using("completed, unknown"), OSLO_PATH: oslo}
    assert [each for each in findings(changed) if "status-off-track" in each] != []


def test_what_was_meant_is_looked_for_on_the_track_that_is_walked() -> None:
    status = "  - {{id: {0}, name: {0}, symbol: {0}, class: {1}}}\n"
    statuses = "".join(
        status.format(key, cls)
        for key, cls in (
            ("completed", "done"),
            ("in-progress", "active"),
            ("in-progress-now", "active"),
            ("in-progress-then", "active"),
            ("unknown", "unknown"),
        )
    )
    changed = {
        **using("completed, in-progress-now, unknown"),
        "gsca.yaml": f"name: Test\nstatuses:\n{statuses}",
        "data/tracks/playbook.yaml": (
            "name: Playbook\nwalked_by: region\nsteps: [{id: draft, name: Draft}]\n"
            "statuses: [completed, in-progress-then, unknown]\nsources: [paper]\n"
        ),
        NORTH: f"{FILES[NORTH]}steps: {{draft: in-progress}}\n",
    }
    cures = [each.partition(" => ")[2].partition("?")[0] for each in hints(changed)]
    assert cures == ["did you mean `in-progress-now`", "did you mean `in-progress-then`"]
