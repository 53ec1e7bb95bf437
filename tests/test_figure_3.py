"""The two tables of "Figure 3", drawn by hand for the briefing paper of June 2022, cell by cell.

Printed here: the marks of the first table with its totals, the rows of the second, and the ten
cells in which it says "New!". Its colours are lost, so every status is unknown.
"""

import csv
import io
import json
from typing import Any

import pytest
from conftest import Golden
from gsca import ROOT, Gsca
from render.gfm import tables

COLUMNS = [
    "ICT Accessibility",
    "Cyber Accountability",
    "Cyber Resilience",
    "Privacy Impact Assessment",
    "Open Data",
    "Open Contracting",
    "Dig Once",
]
MARKS = {
    "Cali": "X......",
    "Duitama": "X...X..",
    "Rionegro": "....X..",
    "Mexico City": ".X..XX.",
    "Córdoba": ".X..X..",
    "Piura": "....X..",
    "Bogotá": "...XX..",
    "Brasília": "...X...",
    "Medellín": "...X...",
    "León": ".......",
    "Buenos Aires": ".......",
}
PRINTED_TOTALS = [2, 2, 0, 3, 6, 1, 0]
TAGS = {"Córdoba": "reactivation", "León": "observer"}
STEPS = ["Policy selection", "Statement of intent", "Work plan", "Adoption follow-up"]
NEW = {
    ("Mexico City", "Adoption follow-up"),
    ("Bogotá", "Work plan"),
    ("Córdoba", "Adoption follow-up"),
    ("Duitama", "Work plan"),
    ("Piura", "Statement of intent"),
    ("Piura", "Work plan"),
    ("Cali", "Statement of intent"),
    ("Cali", "Work plan"),
    ("Rionegro", "Statement of intent"),
    ("Rionegro", "Work plan"),
}


def without_marks(cell: str) -> str:
    """A cell without the marks of its footnotes: ` [a]`."""
    return cell.partition(" [")[0]


@pytest.mark.parametrize("options", [[], ["--since", "2022-05"], ["--sort", "selections"]])
def test_every_mark_and_every_total_comes_out(shipped: Gsca, options: list[str]) -> None:
    policies = tables(shipped.out("report", "latam", *options))[0]
    header, *rows, totals = policies
    assert header == ["City", *COLUMNS, "Total"]
    seen = {}
    for city, *cells, total in rows:
        name, _, tag = without_marks(city).partition(" (")
        assert tag.rstrip(")") == TAGS.get(name, "")
        assert int(total) == cells.count("X")
        seen[name] = "".join(cell or "." for cell in cells)
    assert seen == MARKS
    assert totals == ["Total", *map(str, PRINTED_TOTALS), str(sum(PRINTED_TOTALS))]


def test_the_ten_new_cells_are_marked_and_no_others(shipped: Gsca) -> None:
    header, *rows = tables(shipped.out("report", "latam", "--since", "2022-05"))[1]
    assert header == ["City", *STEPS]
    cells = {
        (without_marks(city).partition(" (")[0], step): without_marks(cell)
        for city, *row in rows
        for step, cell in zip(STEPS, row, strict=True)
    }
    assert len(cells) == 44
    assert cells == {key: "? New!" if key in NEW else "?" for key in cells}


def test_without_a_date_nothing_is_new(shipped: Gsca) -> None:
    assert "New!" not in shipped.out("report", "latam")
    later = tables(shipped.out("report", "latam", "--since", "2022-06"))[1]
    assert not [cell for row in later for cell in row if "New!" in cell]


def test_the_same_tables_come_out_as_csv(shipped: Gsca) -> None:
    text = shipped.out("report", "latam", "--format", "csv", "--table", "policies")
    header, *rows, totals = csv.reader(io.StringIO(text))
    assert header == ["id", "city", "tags", *COLUMNS, "total"]
    assert {row[1]: "".join(cell or "." for cell in row[3:-1]) for row in rows} == MARKS
    assert {row[1]: row[2] for row in rows if row[2]} == TAGS
    assert totals[3:] == [*map(str, PRINTED_TOTALS), "14"]
    text = shipped.out("report", "latam", "--format", "csv", "--table", "steps")
    header, *rows = csv.reader(io.StringIO(text))
    assert header[3:] == STEPS
    assert {cell for row in rows for cell in row[3:]} == {"unknown"}


def test_the_same_figures_come_out_as_json(shipped: Gsca) -> None:
    text = shipped.out("report", "latam", "--since", "2022-05", "--format", "json")
    report: dict[str, Any] = json.loads(text)["region"]
    assert report["policies"]["totals"] == PRINTED_TOTALS
    assert {
        (row["city"]["name"], step)
        for row in report["steps"]["rows"]
        for step, cell in zip(STEPS, row["cells"], strict=True)
        if cell["newness"] == "new"
    } == NEW


def test_japan_says_how_many_of_its_members_are_listed(shipped: Gsca) -> None:
    assert "5 members on record, 26 in a source" in shipped.out("report", "japan")


GOLDEN = {
    "latam.md": ["report", "latam"],
    "latam-since.md": ["report", "latam", "--since", "2022-05"],
    "latam-since.txt": ["report", "latam", "--since", "2022-05", "--format", "text"],
    "latam.json": ["report", "latam", "--format", "json"],
    "japan.md": ["report", "japan"],
    "india.md": ["report", "india"],
    "sea.md": ["report", "sea"],
    "mexico-city.md": ["report", "mexico-city"],
    "tsukuba.md": ["report", "tsukuba"],
    "sapporo.md": ["report", "sapporo"],
    "open-data.md": ["report", "open-data"],
    "privacy-impact-assessment.md": ["report", "privacy-impact-assessment"],
    "playbook.md": ["report", "playbook"],
    "adoption.md": ["report", "adoption"],
    "alliance.md": ["report"],
    "show-bogota.txt": ["show", "bogota"],
    "list-regions.txt": ["list", "regions"],
}


@pytest.mark.parametrize("name", GOLDEN)
def test_reports_stay_as_they_were_read(shipped: Gsca, golden: Golden, name: str) -> None:
    golden(name, shipped.out(*GOLDEN[name]))


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("cities", 54),
        ("policies", 18),
        ("principles", 5),
        ("regions", 4),
        ("partners", 18),
        ("tracks", 2),
        ("programmes", 3),
    ],
)
def test_what_is_counted_is_what_is_there(shipped: Gsca, kind: str, number: int) -> None:
    files = [path for path in (ROOT / "data" / kind).rglob("*") if path.is_file()]
    listed = json.loads(shipped.out("list", kind, "--format", "json"))[kind]
    assert len(listed) == len(files) == number
    assert f"{number} {kind}" in shipped.out("validate")


def test_the_alliance_counts_what_its_files_say(shipped: Gsca) -> None:
    report: dict[str, Any] = json.loads(shipped.out("report", "--format", "json"))["alliance"]
    texts = [path.read_text("utf-8") for path in (ROOT / "data" / "cities").glob("*.yaml")]
    pioneers = [text for text in texts if "\n  pioneer-2020:" in text]
    lines = [line for text in pioneers for line in text.splitlines()]
    countries = {line.split()[1] for line in lines if line.startswith("country: ")}
    assert (len(pioneers), len(countries)) == (36, 22)
    line = next(line for line in report["programmes"] if line["programme"]["id"] == "pioneer-2020")
    assert (line["cities"], line["countries"]) == (36, 22)
    assert report["cities"] == len(texts) == sum(len(row["cities"]) for row in report["by_country"])
    assert report["selections"] == sum(PRINTED_TOTALS)
    assert [(claim["value"], claim["listed"]) for claim in report["claims"]] == [
        ("15", 15),
        ("16", 16),
        (">40", 25),
    ]


def test_the_shipped_data_is_clean(shipped: Gsca) -> None:
    ran = shipped("validate", "--strict")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "No findings.")
