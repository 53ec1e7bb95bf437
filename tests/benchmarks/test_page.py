"""The page of figures, and the promises on it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks import run
from benchmarks.cases import STARTS
from benchmarks.goals import GOALS, Goal
from benchmarks.measure import Cost
from benchmarks.page import BEGIN, END, PAGE, tables, with_tables
from benchmarks.profiling import shares
from benchmarks.results import RESULTS, Figure, Results
from benchmarks.run import beside
from render.gfm import tables as read_tables


def results(cpu: Mapping[tuple[str, int], float], *left_out: Figure) -> Results:
    figures = [
        Figure(name, cities, Cost(took, took, 50, 0)) for (name, cities), took in cpu.items()
    ]
    return Results(
        taken="2024-06-01",
        machine={"machine": "one"},
        versions={"Python": "3.11.7"},
        figures=(*figures, *left_out),
        profiles={"60": {"checks/": 0.75, "documents/": 0.24, "yaml": 0.01}},
    )


SOME = results(
    {("P", 60): 0.02, ("F", 60): 0.05, ("validate", 60): 0.2, ("gsca --help", 60): 0.14},
    Figure("yamllint", 60, why="not installed"),
)


def test_the_page_shows_what_was_kept_last() -> None:
    text = PAGE.read_text("utf-8")
    assert text == with_tables(text, Results.read(RESULTS))


def test_what_is_kept_is_read_as_it_was_written(tmp_path: Path) -> None:
    SOME.write(tmp_path / "kept.json")
    assert Results.read(tmp_path / "kept.json") == SOME


def test_what_is_measured_alone_stands_beside_what_was_kept() -> None:
    kept = results({("P", 60): 0.02, ("log", 60): 0.3, ("P", 1_000): 0.03})
    whole = results({("P", 60): 0.04}).beside(kept, (60,))
    assert [(each.name, each.cities) for each in whole.figures] == [("P", 60), ("P", 1_000)]
    assert [each.cost.cpu for each in whole.figures if each.cost] == [0.04, 0.03]


def test_nothing_is_put_beside_the_figures_of_another_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    SOME.write(tmp_path / "kept.json")
    monkeypatch.setattr(run, "RESULTS", tmp_path / "kept.json")
    assert run.main(["--only", "60"]) == 2
    assert "another machine" in capsys.readouterr().err
    assert Results.read(tmp_path / "kept.json") == SOME


def test_only_what_stands_between_the_marks_is_made_anew() -> None:
    made = with_tables(f"# Mine\n\n{BEGIN}old\n{END}more\n", SOME)
    assert made.startswith(f"# Mine\n\n{BEGIN}\n## What is promised\n")
    assert made.endswith(f"\n{END}more\n")
    assert "old" not in made
    assert with_tables(made, SOME) == made


def test_every_promise_has_a_row_that_says_whether_it_is_met() -> None:
    promises, figures, *_ = read_tables(tables(SOME))
    assert len(promises) == len(GOALS) + 1
    verdicts = {(row[0], row[1]): (row[2], row[3]) for row in promises[1:]}
    assert verdicts["validate, 60 cities", "at most 14 P"] == ("10 P", "met")
    assert verdicts["gsca --help, 60 cities", "at most 6 P"] == ("7 P", "not met")
    assert verdicts["validate, 200,000 cities", "at most 320 MiB"] == ("-", "not measured")
    assert figures[3] == ["validate", "0.20", "0.20", "50", "10", "4", "1"]
    assert figures[-1][0] == "yamllint: not installed"


def test_small_parts_of_a_profile_stand_in_one_row() -> None:
    profile = read_tables(tables(SOME))[2]
    assert profile[1:] == [["checks/", "75%"], ["documents/", "24%"], ["all else", "1%"]]


@pytest.mark.parametrize(
    ("goal", "value", "verdict"),
    [
        (Goal("validate", 60, 4, "F"), 4.0, "met"),
        (Goal("validate", 60, 3.9, "F"), 4.0, "not met"),
        (Goal("validate", 60, 0.2, "CPU s"), 0.2, "met"),
        (Goal("validate", 60, 49, "MiB"), 50, "not met"),
        (Goal("validate", 60, 1 / 2, "check-jsonschema"), None, "not measured"),
        (Goal("validate", 600, 1.3, "times", smaller=60), None, "not measured"),
    ],
)
def test_a_goal_knows_whether_it_is_met(goal: Goal, value: float | None, verdict: str) -> None:
    assert goal.value(SOME) == pytest.approx(value)
    assert goal.verdict(SOME) == verdict


def test_the_cost_of_one_city_is_held_against_that_in_a_smaller_alliance() -> None:
    some = results({("validate", 10): 1, ("validate", 100): 12})
    assert Goal("validate", 100, 1.3, "times", smaller=10).value(some) == pytest.approx(1.2)


def test_why_a_promise_was_not_measured_is_said() -> None:
    peer = Figure("check-jsonschema", 20_000, why="not installed")
    assert "| check-jsonschema: not installed | not measured |" in tables(results({}, peer))


def test_a_ratio_that_has_grown_is_told_beside_the_one_that_is_kept() -> None:
    kept = results({("F", 9): 1, ("validate", 9): 4, ("list", 9): 4})
    now = results({("F", 9): 2, ("validate", 9): 12, ("list", 9): 9, ("log", 9): 1})
    told = {re.split(r"  +", line)[0]: line for line in beside(now, kept, 9)}
    assert told["validate"].endswith("6.00     4.00  slower than kept")
    assert told["list"].endswith("4.50     4.00")
    assert told["log"].endswith("0.50        -")


def test_what_the_others_are_held_against_is_never_slower() -> None:
    kept = results({("P", 9): 1, ("F", 9): 1, ("G", 9): 1, ("list", 9): 1})
    now = results({("P", 9): 5, ("F", 9): 1, ("G", 9): 5, ("list", 9): 5})
    slower = [line for line in beside(now, kept, 9) if line.endswith("slower than kept")]
    assert [line.split()[0] for line in slower] == ["list"]


def test_a_start_is_told_in_p_beside_what_was_kept_of_the_fewest_cities() -> None:
    kept = results(
        {
            ("P", 6): 1,
            ("F", 6): 50,
            ("gsca --help", 6): 2,
            ("completion", 6): 4,
            ("P", 9): 7,
            ("F", 9): 90,
        }
    )
    now = results({("P", 9): 2, ("F", 9): 9, ("gsca --help", 9): 6, ("completion", 9): 8})
    assert list(beside(now, kept, 9)) == [
        "in F                       now     kept",
        "P                         0.22     0.08",
        "F                         1.00     1.00",
        "in P                       now     kept",
        "gsca --help               3.00     2.00  slower than kept",
        "completion                4.00     4.00",
    ]


@pytest.mark.parametrize("name", STARTS)
def test_every_start_has_a_kept_figure_to_be_held_against(name: str) -> None:
    kept = Results.read(RESULTS)
    assert kept.ratio(name, "P", min(kept.sizes)) is not None


def test_the_help_does_not_promise_less_time_than_the_kept_runs_took() -> None:
    costs = [figure.cost for figure in Results.read(RESULTS).figures if figure.cost]
    minutes = sum(cost.wall * cost.runs for cost in costs) / 60
    assert "60 to 200,000 cities: twenty to thirty minutes" in (run.__doc__ or "")
    # To make the alliances, and to run once what is measured again, takes a half more.
    assert minutes * 1.5 < 35


def test_a_profile_gives_what_is_built_in_to_who_called_it() -> None:
    check = ("/x/src/gsca_cli/checks/run.py", 1, "look")
    reader = ("/x/site-packages/yaml/events.py", 1, "__init__")
    built_in = ("~", 0, "<built-in method len>")
    found = shares(
        {
            check: (1, 1, 1.0, 4.0, {}),
            reader: (1, 1, 1.0, 2.0, {check: (1, 1, 1.0, 2.0)}),
            built_in: (2, 2, 2.0, 2.0, {check: (1, 1, 1.5, 1.5), reader: (1, 1, 0.5, 0.5)}),
        }
    )
    assert found == {"checks/": 0.625, "yaml": 0.375}
