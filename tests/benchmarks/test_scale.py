"""The alliances that are too large for one machine, on a small scale."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks import scale
from benchmarks.growth import cells, narrow
from benchmarks.growth.cells import Carried, Cell, carry
from benchmarks.growth.kept import SCALE, Kept
from benchmarks.growth.page import BEGIN, PAGE, tables, with_tables
from benchmarks.growth.shares import shares
from benchmarks.growth.stand import Stand, take, too_long
from benchmarks.growth.stock import Stock, git, make
from benchmarks.measure import Cost
from benchmarks.page import END
from benchmarks.places import COUNTRIES, MOST
from benchmarks.results import Figure
from render.gfm import tables as read_tables


def stand(cities: int, seconds: float | None, layout: str = Stock(1).layout) -> Stand:
    cost = None if seconds is None else Cost(seconds, seconds, 50, 0)
    figure = Figure("clone", cities, cost, "" if cost else "not measured: it is too much")
    return Stand(layout, cities, 30, {"index": cities / 100}, (figure,))


SOME = Kept(
    "2024-06-01",
    {"machine": "one"},
    {"Python": "3.11.7"},
    [stand(10, 1.5), stand(1_000, None)],
    [Carried(10, 70, {"Parquet": 0.5}, {"Parquet": Cost(0.25, 0.5, 60, 0)})],
    {"sparse": {"validate": 0, "diff": 3}},
    {"evenly": 0.25},
)


def test_the_page_shows_what_was_kept_last() -> None:
    text = PAGE.read_text("utf-8")
    assert text == with_tables(text, Kept.read(SCALE))


def test_what_is_kept_is_read_as_it_was_written(tmp_path: Path) -> None:
    SOME.write(tmp_path / "kept.json")
    assert Kept.read(tmp_path / "kept.json") == SOME


def test_only_what_stands_between_the_marks_is_made_anew() -> None:
    made = with_tables(f"# Mine\n\n{BEGIN}before\n{END}more\n", SOME)
    assert made.startswith(f"# Mine\n\n{BEGIN}\n### Sizes")
    assert made.endswith(f"\n{END}more\n")
    assert "before" not in made


def test_a_column_is_a_repository_and_what_was_not_measured_says_why() -> None:
    sizes, seconds, peaks, *_ = read_tables(tables(SOME))
    assert sizes == [["what", "10 cities", "1,000 cities"], ["index, MiB", "0.1", "10"]]
    assert seconds[1] == ["clone", "1.50 / 1.50", "not measured: it is too much"]
    assert peaks[1][:2] == ["clone", "50"]


def test_the_largest_shard_is_told_in_cities() -> None:
    assert "| evenly: 25% | 2 | 250 | 4,000 | 12,000 |" in tables(SOME)


def test_what_only_the_long_history_was_tried_on_stands_in_its_table() -> None:
    more = Figure("gsca log", 10, Cost(3, 4, 50, 0))
    long = replace(SOME.stands[0], commits=90, figures=(*SOME.stands[0].figures, more))
    made = tables(replace(SOME, stands=[*SOME.stands, long]))
    assert made.count("gsca log") == 1
    assert "| gsca log | not measured | 3.00 / 4.00 |" in made


def test_the_words_of_the_page_say_what_its_figures_say() -> None:
    kept, words = Kept.read(SCALE), PAGE.read_text("utf-8").partition(BEGIN)[0]
    words = " ".join(words.split())
    largest = max(kept.shares.values())
    assert "up to some 4,000 | one repository, a folder for each country" in words
    assert 4_000 * largest < 1_000 < 4_400 * largest
    assert "1,000 entries from some 4,300 cities on, and 3,000 from some 13,000 on" in words
    assert [round(most / largest, -2) for most in (1_000, 3_000)] == [4_300, 13_000]
    few, many = (
        {each.name: each.cost.cpu for each in stand.figures if each.cost}
        for stand in kept.stands
        if (stand.layout, stand.commits) == (Stock(1).layout, 30)
        and stand.cities in {20_000, 200_000}
    )
    times = {name: round(many[name] / few[name]) for name in few if name != "log of one file"}
    narrow = [name for name in times if "filter" in name or "one country" in name]
    assert "a clone with `--filter` takes 5 times, and 6 with the files of one country" in words
    assert [times.pop(name) for name in narrow] == [5, 6]
    assert "its work takes 9 to 15 times the seconds of the processors" in words
    assert (min(times.values()), max(times.values())) == (9, 15)


def test_an_exit_code_stands_where_a_command_does_not_work() -> None:
    text = tables(SOME)
    assert "| `gsca validate` | works |" in text
    assert "| `gsca diff` | exit code 3 |" in text


def test_what_would_take_too_long_is_left_out_and_said() -> None:
    assert too_long("clone", 100, stand(10, 2)) == ""
    assert too_long("clone", 1_000, stand(10, 2)) == "not measured: it would take about 200 seconds"
    assert too_long("clone", 100, stand(10, None)) == "not measured: a smaller one was not"
    assert too_long("clone", 10**9, stand(10, 0.5)) == ""
    assert too_long("clone", 10**9, None) == ""


def test_a_city_has_the_same_text_in_both_layouts() -> None:
    ours, flat = (list(Stock(50, flat=each).files()) for each in (False, True))
    assert [text for _, text in ours] == [text for _, text in flat]
    assert ours[-50][0] == "data/cities/mx/kakakaka.yaml"
    assert flat[-50][0] == "data/cities/kakakaka.yaml"


def test_there_are_as_many_paths_and_texts_as_cities_even_where_the_map_is_full() -> None:
    some = [Stock(3 * MOST).city(number) for number in (0, 1, MOST, MOST + 1, 2 * MOST)]
    assert len({path for path, _ in some}) == len({text for _, text in some}) == len(some)


def test_a_shard_holds_the_cities_of_one_country() -> None:
    whole = dict(Stock(3 * len(COUNTRIES)).files())
    shard = dict(Stock(3, stride=len(COUNTRIES)).files())
    assert shard == {
        path: text
        for path, text in whole.items()
        if "/cities/" not in path or path.startswith("data/cities/mx/")
    }


def test_the_largest_shard_depends_on_how_the_cities_are_spread(tmp_path: Path) -> None:
    for number, country in enumerate(["MX", "MX", "MX", "'NO'"]):
        (tmp_path / f"city-{number}.yaml").write_text(f"name: X\ncountry: {country}\n", "utf-8")
    even, ours, uneven = shares(tmp_path).values()
    assert even == pytest.approx(1 / 42)
    assert ours == pytest.approx(3 / 4)
    assert even < uneven < ours


def test_no_stock_is_empty() -> None:
    with pytest.raises(ValueError, match="there must be a city"):
        Stock(0)


@pytest.mark.parametrize("flat", [False, True])
def test_all_work_is_done_and_what_it_makes_is_thrown_away(
    tmp_path: Path,
    flat: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    taken = take(tmp_path, Stock(50, flat=flat), 3, None, clones=not flat)
    assert {each.name: each.cost.code for each in taken.figures if each.cost} == dict.fromkeys(
        taken.names, 0
    )
    assert len(taken.names) == (6 if flat else 11)
    assert all(size > 0 for size in taken.sizes.values())
    assert [each.name for each in tmp_path.iterdir()] == ["repository"]
    assert int(git(tmp_path / "repository", "rev-list", "--count", "HEAD")) > 3


def test_a_city_has_a_cell_for_each_selection_each_step_and_each_step_of_a_selection() -> None:
    data: dict[str, Any] = yaml.safe_load("""
        country: MX
        regions: {latin-america: {role: member}}
        policies:
          open-data: {since: 2020-01}
          dig-once: {since: 2020-02, steps: {plan: to-be-developed}}
        steps: {plan: {status: completed, since: 2021-03}, pledge: {status: in-progress}}
    """)
    where = ("oslo", "MX", "latin-america")
    assert list(cells.cells("oslo", data)) == [
        Cell(*where, "open-data", "", "", "2020-01"),
        Cell(*where, "dig-once", "", "", "2020-02"),
        Cell(*where, "dig-once", "plan", "to-be-developed", ""),
        Cell(*where, "", "plan", "completed", "2021-03"),
        Cell(*where, "", "pledge", "in-progress", ""),
    ]


def test_all_cells_are_written_as_one_table(tmp_path: Path) -> None:
    number = cells.write_cells(tmp_path / "cells.csv", Stock(50))
    with (tmp_path / "cells.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == number
    assert len({row["city"] for row in rows}) == 50
    assert {row["status"] for row in rows} == {"", "completed", "in-progress", "to-be-developed"}


def test_without_the_engine_there_are_no_figures_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "ASK", "import a_module_that_nobody_has")
    assert carry(tmp_path, Stock(1)) is None


def test_a_clone_that_is_narrow_has_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: dict[str, tuple[int, str]] = {}

    def code(_: str, folder: Path) -> int:
        commits = git(folder, "rev-list", "--count", "HEAD").strip()
        held[folder.name] = len(list(folder.glob("data/cities/*/*.yaml"))), commits
        return 0

    monkeypatch.setattr(narrow, "code", code)
    kinds = narrow.narrow(tmp_path)
    assert held == {
        "full-clone": (84, "30"),
        "depth-1": (84, "1"),
        "no-blobs": (84, "30"),
        "sparse": (2, "30"),
        "sparse,-no-blobs": (2, "30"),
        "shard": (2, "30"),
    }
    assert [name.replace(" ", "-") for name in kinds] == list(held)


def test_everything_is_measured_the_largest_repository_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scale, "narrow", lambda _: {})
    monkeypatch.setattr(scale, "carry", lambda *_: None)
    monkeypatch.setattr(
        scale,
        "take",
        lambda _, stock, commits, smaller, clones: Stand(  # noqa: ARG005 (as it is called)
            stock.layout, stock.cities, commits, {"index": smaller.cities if smaller else 0}, ()
        ),
    )
    kept = Kept("", {}, {})
    for _ in scale.fill(kept, (1_000, 500_000), 90):
        tables(kept)
    told = [(each.layout, each.cities, each.commits, each.sizes["index"]) for each in kept.stands]
    country, flat, shard = (
        each.layout for each in (Stock(1), Stock(1, flat=True), Stock(1, stride=2))
    )
    assert told == [
        (country, 1_000, 30, 0),
        (country, 1_000, 90, 0),
        (flat, 1_000, 30, 0),
        (shard, 24, 30, 0),
        (country, 500_000, 30, 1_000),
    ]


def test_a_repository_can_serve_a_clone_of_a_part(tmp_path: Path) -> None:
    make(tmp_path / "whole", Stock(3), 2)
    words = ("clone", "-q", "--filter=blob:none", "--no-checkout")
    git(tmp_path, *words, f"file://{tmp_path / 'whole'}", str(tmp_path / "part"))
    missing = git(tmp_path / "part", "rev-list", "--objects", "--missing=print", "HEAD")
    assert "\n?" in missing
