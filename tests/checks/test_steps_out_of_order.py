import pytest
from small_alliance import FILES, OSLO, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
STEPS = ("letter", "team", "plan", "review")
TRACK = {
    "data/tracks/adoption.yaml": (
        "name: Adoption\nwalked_by: city\nsteps:\n"
        + "".join(f"  - {{id: {step}, name: {step}}}\n" for step in STEPS)
        + "sources: [paper]\n"
    )
}


def changes(*states: str) -> dict[str, str | bytes | None]:
    """Oslo with a state for each step: a date since when it is done, or the state itself."""
    steps = "".join(
        f"  {step}: {{{each if ':' in each else f'status: completed, since: {each}'}}}\n"
        for step, each in zip(STEPS, states, strict=False)
        if each
    )
    oslo = f"name: Oslo\ncountry: 'NO'\nregions: {{north: }}\nsources: [paper]\nsteps:\n{steps}"
    return {**TRACK, OSLO_PATH: oslo}


def test_a_step_before_the_one_that_it_follows_is_reported_at_its_date() -> None:
    early = changes("2022-06-11", "2022-05")
    assert findings(early) == [
        (
            f"{OSLO_PATH}:7:36 steps-out-of-order: "
            "`since: 2022-05` lies before that of `letter`, 2022-06-11"
        )
    ]
    assert related(early) == [[f"{OSLO_PATH}:6:38 the date of `letter`"]]
    assert hints(early) == [
        (
            f"{OSLO_PATH}:7:36 steps-out-of-order => "
            "correct the date that is wrong: this one, or that of the earlier step"
        )
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "reversed_"),
    [
        ("2022-06-02", "2022-06-01", True),
        ("2022-06-01", "2022-06-01", False),
        ("2022-06", "2022-05", True),
        ("2022-06-11", "2022-06", False),
        ("2022-06", "2022", False),
        ("2023", "2022-12", True),
        ("../2023", "2022", False),
        ("2023/..", "2022", True),
        ("2023", "2022/..", False),
        ("2023", "../2022", True),
    ],
)
def test_dates_count_only_if_they_can_be_read_in_no_other_way(
    earlier: str,
    later: str,
    reversed_: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert len(findings(changes(earlier, later))) == reversed_


@pytest.mark.parametrize(
    ("states", "lines"),
    [
        (("2020", "2021", "2022", "2023"), []),
        # One date is wrong: too early, or too late.
        (("2020", "2018", "2022", "2023"), [7]),
        (("2020", "2023", "2021", "2022"), [8]),
        (("2023", "2020", "2021", "2022"), [7]),
        (("2020", "2021", "2022", "2019"), [9]),
        # What is not done, or not dated, is passed over.
        (("2022", "status: completed", "2021"), [8]),
        (("2022", "status: unknown, since: 2020", "2021"), [8]),
        (("2022", "", "", "2021"), [7]),
        (("2022", "status: in-progress, since: 2021, as_of: 2024"), []),
        (("status: in-progress, since: 2024", "status: unknown, since: 2021"), []),
        (("status: completed, as_of: 2024", "2021"), []),
    ],
)
def test_each_date_is_held_against_the_one_before_it(
    states: tuple[str, ...], lines: list[int]
) -> None:
    found = [each for each in findings(changes(*states)) if "steps-out-of-order" in each]
    assert [int(each.split(":")[1]) for each in found] == lines


def test_the_earlier_step_is_the_nearest_one() -> None:
    assert related(changes("2023", "2022-06", "2022-05")) == [
        [f"{OSLO_PATH}:6:38 the date of `letter`"],
        [f"{OSLO_PATH}:7:36 the date of `team`"],
    ]


def test_each_selection_is_looked_at_by_itself() -> None:
    oslo = (
        "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\npolicies:\n"
        "  open-data:\n    steps:\n"
        "      letter: {status: completed, since: 2022}\n"
        "      plan: {status: completed, since: 2021}\n"
        "  dig-once:\n    steps:\n"
        "      letter: {status: completed, since: 2020}\n"
    )
    assert findings({OSLO_PATH: oslo}) == [
        (f"{OSLO_PATH}:9:40 steps-out-of-order: `since: 2021` lies before that of `letter`, 2022")
    ]
    assert related({OSLO_PATH: oslo}) == [[f"{OSLO_PATH}:8:42 the date of `letter`"]]


def test_a_region_walks_its_own_track() -> None:
    own = {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\n"
            "steps: [{id: start, name: S}, {id: go, name: G}]\nsources: [paper]\n"
        ),
        NORTH: (
            f"{FILES[NORTH]}steps:\n"
            "  go: {status: completed, since: 2020}\n"
            "  start: {status: completed, since: 2021}\n"
        ),
    }
    assert findings({**own}) == [
        f"{NORTH}:8:34 steps-out-of-order: `since: 2020` lies before that of `start`, 2021"
    ]


def test_nothing_is_said_while_the_settings_cannot_be_read() -> None:
    (found,) = findings({**changes("2022", "2021"), "gsca.yaml": "name: Test\nshade: red\n"})
    assert "unknown-field" in found


def test_a_city_in_a_region_without_a_track_walks_none() -> None:
    oslo = OSLO.replace("letter: completed", "letter: {status: completed, since: 2023}").replace(
        "in-progress, since: 2022-05", "completed, since: 2022-05"
    )
    (found,) = findings({OSLO_PATH: oslo})
    assert "steps-out-of-order" in found
    north = FILES[NORTH].replace("track: adoption\n", "")
    found, _ = findings({OSLO_PATH: oslo, NORTH: north})
    assert "step-off-track" in found
