import pytest
from small_alliance import FILES, OSLO, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
BUILDING = {
    "data/tracks/building.yaml": (
        "name: Building\nwalked_by: city\nsteps: [{id: permit, name: Permit}]\nsources: [paper]\n"
    )
}
SOUTH = {"data/regions/south.yaml": "name: South\ntrack: building\nsources: [paper]\n"}
WITH_PERMIT = OSLO.replace("  letter: completed\n", "  permit: completed\n")


def test_a_step_of_another_track_is_reported_at_its_key() -> None:
    changes = {**BUILDING, OSLO_PATH: WITH_PERMIT}
    assert findings(changes) == [
        (
            f"{OSLO_PATH}:8:3 step-off-track: "
            "`permit` is a step of `building`, which this city does not walk"
        )
    ]
    assert hints(changes) == [
        (
            f"{OSLO_PATH}:8:3 step-off-track => "
            "take a step of adoption, or add the region that walks `building` under `regions`"
        )
    ]
    assert related(changes) == [[f"{NORTH}:3:8 the track of north"]]


def test_a_step_of_a_selection_is_looked_at_too() -> None:
    steps = "  open-data: {steps: {letter: completed, permit: completed}}\n"
    assert findings({**BUILDING, OSLO_PATH: OSLO.replace("  open-data:\n", steps)}) == [
        (
            f"{OSLO_PATH}:6:42 step-off-track: "
            "`permit` is a step of `building`, which this city does not walk"
        )
    ]


def test_a_city_walks_the_tracks_of_all_its_regions() -> None:
    both = WITH_PERMIT.replace("  north:", "  south: observer\n  north:")
    assert findings({**BUILDING, **SOUTH, OSLO_PATH: both}) == []
    regions = "regions:\n  north: {role: member, cohort: first, joined: 2021}\n"
    south = OSLO.replace(regions, "regions:\n  south: {left: 2022}\n")
    assert [
        each.partition(" ")[0] for each in findings({**BUILDING, **SOUTH, OSLO_PATH: south})
    ] == [
        f"{OSLO_PATH}:8:3",
        f"{OSLO_PATH}:9:3",
    ]


@pytest.mark.parametrize("regions", ["", "regions: {west: }\n"])
def test_a_city_whose_regions_have_no_track_walks_none(regions: str) -> None:
    west = {"data/regions/west.yaml": "name: West\nsources: [paper]\n"}
    oslo = f"name: Oslo\ncountry: 'NO'\nsteps: {{letter: completed}}\n{regions}sources: [paper]\n"
    changes = {**west, OSLO_PATH: oslo}
    assert findings(changes) == [
        (
            f"{OSLO_PATH}:3:9 step-off-track: "
            "`letter` is a step of `adoption`, but this city walks no track"
        )
    ]
    assert hints(changes) == [
        (
            f"{OSLO_PATH}:3:9 step-off-track => "
            "add the region that walks `adoption` under `regions`, or delete the step"
        )
    ]
    assert related(changes) == [[]]


def test_of_several_regions_ten_are_shown() -> None:
    regions = {
        f"data/regions/r{n:02}.yaml": "name: R\ntrack: building\nsources: [paper]\n"
        for n in range(11)
    }
    names = "".join(f"  r{n:02}:\n" for n in range(11))
    oslo = f"name: Oslo\ncountry: 'NO'\nregions:\n{names}steps: {{letter: }}\nsources: [paper]\n"
    (places,) = related({**BUILDING, **regions, OSLO_PATH: oslo})
    assert places == [f"data/regions/r{n:02}.yaml:2:8 the track of r{n:02}" for n in range(10)]


@pytest.mark.parametrize(
    ("path", "text", "other"),
    [
        # One of its regions does not exist, or cannot be read.
        (OSLO_PATH, WITH_PERMIT.replace("  north:", "  nroth:\n  north:"), "unknown-reference"),
        (NORTH, f"{FILES[NORTH]}shade: red\n", "unknown-field"),
        # Its region walks a track that does not exist, or that regions walk.
        (NORTH, FILES[NORTH].replace("track: adoption", "track: adopt"), "unknown-reference"),
        (NORTH, FILES[NORTH].replace("track: adoption", "track: own"), "unknown-reference"),
        # A track cannot be read: it may have the step, and its region may name it.
        ("data/tracks/other.yaml", "shade: red\n", "missing-field"),
    ],
)
def test_where_it_is_not_known_what_a_city_walks_nothing_is_said(
    path: str, text: str, other: str
) -> None:
    own = {
        "data/tracks/own.yaml": (
            "name: Own\nwalked_by: region\nsteps: [{id: start, name: S}]\nsources: [paper]\n"
        )
    }
    found = findings({**BUILDING, **own, OSLO_PATH: WITH_PERMIT, path: text})
    assert other in found[0]
    assert not [each for each in found if "step-off-track" in each]


def test_an_unknown_step_is_reported_only_as_unknown() -> None:
    (found,) = findings({OSLO_PATH: OSLO.replace("  letter:", "  zzz:")})
    assert "unknown-reference" in found


def test_a_step_that_two_tracks_have_is_on_track_if_one_of_them_is_walked() -> None:
    twice = BUILDING["data/tracks/building.yaml"].replace("permit", "letter")
    (found,) = findings({"data/tracks/building.yaml": twice})
    assert "duplicate-id" in found
