import pytest
from cli.completing.asking import offered
from gsca import Gsca

from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of


@pytest.fixture(autouse=True)
def _here(small: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.root)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("oslo", Kind.CITY),
        ("north", Kind.REGION),
        ("paper", Kind.SOURCE),
        ("track/adoption", Kind.TRACK),
        ("gsca", Kind.ALLIANCE),
    ],
)
def test_the_fields_are_those_of_the_kind(key: str, kind: Kind) -> None:
    found = offered("set", key, "")
    assert [name.rstrip("+=.") for name in found] == list(shape_of(kind).names())
    assert all(found.values())


@pytest.mark.parametrize(
    ("route", "found"),
    [
        ("steps.", ["steps.letter=", "steps.plan="]),
        ("steps.plan", ["steps.plan=", "steps.plan."]),
        ("steps.plan.s", ["steps.plan.status=", "steps.plan.since=", "steps.plan.sources+="]),
        ("steps.plan.since", ["steps.plan.since="]),
        ("steps.plan.sources", [f"steps.plan.sources{sign}" for sign in ("+=", "-=", "=")]),
        ("policies.", ["policies.dig-once=", "policies.open-data="]),
        ("policies.open-data.steps.l", ["policies.open-data.steps.letter" + s for s in "=."]),
        ("regions.n", ["regions.north=", "regions.north."]),
        ("regions.north.co", ["regions.north.cohort="]),
        ("programmes.", [f"programmes.pioneers{sign}" for sign in (".", )]),
        ("name", ["name=", "name."]),
        ("name.", ["name.en="]),
        ("location.", ["location.lat=", "location.lon="]),
        ("notes.", []),
        ("sources.paper.", []),
        ("nothing.", []),
        ("name.en.", []),
    ],
)  # fmt: skip
def test_names_come_level_by_level(route: str, found: list[str]) -> None:
    assert list(offered("set", "oslo", route)) == found


@pytest.mark.parametrize(
    ("key", "route", "values"),
    [
        ("oslo", "steps.plan=", ["completed", "in-progress", "to-be-developed", "unknown"]),
        ("oslo", "steps.plan.status=c", ["completed"]),
        ("oslo", "regions.north=", ["member", "observer"]),
        ("oslo", "regions.north.cohort=", ["first"]),
        ("oslo", "regions.north.standing=p", ["paused"]),
        ("oslo", "regions.south.cohort=", []),
        ("oslo", "policies.open-data.chosen=", ["yes", "unknown"]),
        ("oslo", "sources+=", ["paper"]),
        ("oslo", "sources-=p", ["paper"]),
        ("oslo", "steps-=", ["letter", "plan"]),
        ("oslo", "steps+=pl", ["plan"]),
        ("oslo", "steps=", []),
        ("oslo", "country=NO", ["NO"]),
        ("oslo", "name=", []),
        ("oslo", "steps.plan.since=", []),
        ("oslo", "nothing=", []),
        ("north", "track=", ["adoption"]),
        ("north", "columns+=open", ["open-data"]),
        ("north", "cohorts.first.founding=", ["true", "false"]),
        ("open-data", "principle=", ["privacy"]),
        ("adoption", "walked_by=", ["city", "region"]),
        ("gsca", "language=", ["en"]),
        ("gsca", "checks.stale-state=", ["error", "warning", "notice", "silent"]),
    ],
)
def test_values_are_those_that_may_stand_there(key: str, route: str, values: list[str]) -> None:
    sign = route.index("=") + 1
    assert list(offered("set", key, route)) == [route[:sign] + value for value in values]


def test_of_several_values_each_is_offered_once(small: Gsca) -> None:
    (small.root / "data/sources/book.yaml").write_text("title: A book\n")
    assert list(offered("set", "oslo", "sources+=")) == ["sources+=book", "sources+=paper"]
    assert list(offered("set", "oslo", "sources+=paper,")) == ["sources+=paper,book"]


def test_a_code_of_a_check_is_explained() -> None:
    (about,) = offered("set", "gsca", "checks.stale-state").values()
    assert about.startswith("Nobody has confirmed for a year")


def test_the_steps_are_those_that_records_of_the_kind_walk(small: Gsca) -> None:
    track = "name: Playbook\nwalked_by: region\nsteps: [{id: gather, name: Gather}]\n"
    (small.root / "data/tracks/playbook.yaml").write_text(track)
    assert list(offered("set", "north", "steps.")) == ["steps.gather=", "steps.gather."]
    assert list(offered("set", "oslo", "steps.")) == ["steps.letter=", "steps.plan="]
    assert list(offered("set", "north", "track=")) == ["track=adoption"]


def test_a_record_that_is_not_there_has_no_fields() -> None:
    assert offered("set", "bergen", "") == {}
    assert offered("set", "", "") == {}
