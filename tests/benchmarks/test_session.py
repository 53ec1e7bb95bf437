"""Which cases are worth measuring."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks import measure as measuring
from benchmarks import session
from benchmarks.cases import Case
from benchmarks.measure import Cost
from benchmarks.results import Figure
from benchmarks.run import main
from benchmarks.session import Session


def after(name: str, cities: int, seconds: float) -> Session:
    """A session that has measured one case."""
    return Session(Path(), figures=[Figure(name, cities, Cost(seconds, seconds, 50, 0))])


def test_what_would_take_minutes_is_left_out_and_said() -> None:
    known = after("validate", 1_000, 4)
    assert known.too_long("validate", 20_000) == ""
    assert known.too_long("validate", 200_000) == "not measured: it would take about 13 minutes"
    assert [(each.name, each.cost) for each in known.take(200_000)] == [
        ("validate", None),
        ("validate again", None),
    ]


def test_the_programs_that_no_promise_names_are_worth_less_time() -> None:
    assert after("yamllint", 1_000, 4).too_long("yamllint", 20_000)
    assert not after("check-jsonschema", 1_000, 4).too_long("check-jsonschema", 20_000)


def test_what_takes_no_second_yet_says_nothing_of_more_cities() -> None:
    assert not after("log", 60, 0.9).too_long("log", 200_000)


@pytest.mark.parametrize("quick", [True, False])
def test_a_session_takes_every_case_of_an_alliance_that_it_makes(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    quick: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    def cases(folder: Path, schema: Path) -> list[Case]:
        assert (folder / "gsca.yaml").exists()
        assert schema.read_text("utf-8").startswith("{")
        return [Case("P", ("true",)), Case("ajv-cli", ("ajv",), "not installed")]

    monkeypatch.setattr(session, "cases", cases)
    monkeypatch.setattr(session, "PROFILED", ())
    taken = list(Session(tmp_path, quick=quick).take(2))
    told = [(each.name, each.cost.code if each.cost else each.why) for each in taken]
    assert told == [("P", 0), ("ajv-cli", "not installed")][: 1 if quick else 2]


@pytest.mark.parametrize(("name", "runs"), [("list again", 3), ("log", 1)])
def test_what_a_promise_is_held_against_runs_three_times_at_least(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, runs: int
) -> None:
    def once(command: Sequence[str], folder: Path) -> Cost:
        with (folder / "runs").open("a") as file:
            file.write(command[0])
        return Cost(60, 60, 50, 0)

    monkeypatch.setattr(measuring, "once", once)
    monkeypatch.setattr(session, "cases", lambda *_: [Case(name, ("x",))])
    monkeypatch.setattr(Session, "_made", lambda *_: (tmp_path, tmp_path))
    assert [
        each.cost and each.cost.runs for each in Session(tmp_path, quick=True).take(200_000)
    ] == [runs]
    assert (tmp_path / "runs").read_text("utf-8") == "x" * runs


@pytest.mark.parametrize(
    ("cities", "quick", "names"),
    [(60, False, ["gsca --help"]), (1_000, False, []), (1_000, True, ["gsca --help"])],
)
def test_a_start_is_measured_with_the_fewest_cities_or_in_haste(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cities: int, *, quick: bool, names: list[str]
) -> None:
    monkeypatch.setattr(session, "once", lambda *_: Cost(60, 60, 50, 0))
    monkeypatch.setattr(session, "cases", lambda *_: [Case("gsca --help", ("x",))])
    monkeypatch.setattr(session, "PROFILED", ())
    monkeypatch.setattr(Session, "_made", lambda *_: (tmp_path, tmp_path))
    assert [each.name for each in Session(tmp_path, quick=quick).take(cities)] == names


@pytest.mark.parametrize(("cities", "runs"), [(60, 15), (1_000, 5)])
def test_small_alliances_are_measured_in_turns(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cities: int, runs: int
) -> None:
    ran: list[str] = []

    def once(command: Sequence[str], _: Path) -> Cost:
        ran.append(command[0])
        seconds = 60 if command[0] == "slow" else 1
        return Cost(seconds, seconds, 50, 0)

    wanted = [Case("P", ("quick",)), Case("x again", ("warm",), warm=True), Case("y", ("slow",))]
    monkeypatch.setattr(session, "once", once)
    monkeypatch.setattr(session, "cases", lambda *_: [*wanted, Case("z", ("z",), "not installed")])
    monkeypatch.setattr(session, "PROFILED", ())
    monkeypatch.setattr(Session, "_made", lambda *_: (tmp_path, tmp_path))
    taken = list(Session(tmp_path).take(cities))
    told = [(each.name, each.cost.runs if each.cost else each.why) for each in taken]
    assert told == [("P", runs), ("x again", runs), ("y", 1), ("z", "not installed")]
    turn = ["quick", "warm", "warm"]
    assert ran == [*turn, "slow", *(turn * (runs - 1))]


@pytest.mark.parametrize(("seconds", "runs"), [(1, 5), (60, 3)])
def test_of_many_cities_what_is_held_against_each_other_is_measured_in_turns(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seconds: float, runs: int
) -> None:
    ran: list[str] = []

    def once(command: Sequence[str], _: Path) -> Cost:
        ran.append(command[0])
        return Cost(seconds, seconds, 50, 0)

    names = ("P", "F", "F, sized", "validate", "log")
    monkeypatch.setattr(session, "once", once)
    monkeypatch.setattr(measuring, "once", once)
    monkeypatch.setattr(session, "cases", lambda *_: [Case(name, (name,)) for name in names])
    monkeypatch.setattr(Session, "_made", lambda *_: (tmp_path, tmp_path))
    taken = list(Session(tmp_path).take(20_000))
    assert tuple(each.name for each in taken) == names
    assert ran[: 3 * runs] == ["F", "F, sized", "validate"] * runs
    assert not set(ran[3 * runs :]) & {"F", "F, sized", "validate"}


def test_other_words_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fast"]) == 2
    assert main(["--only", "61"]) == 2
    assert "--quick" in capsys.readouterr().err
