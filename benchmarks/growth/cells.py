"""The cells of all matrices as one table, and the formats that could carry it."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from benchmarks.growth.stock import Stock
from benchmarks.growth.weights import MIB
from benchmarks.measure import Cost, measure

FORMATS: Final = {
    "CSV": ("csv", "(FORMAT csv)"),
    "CSV, gzip": ("csv.gz", "(FORMAT csv, COMPRESSION gzip)"),
    "JSON Lines": ("jsonl", "(FORMAT json)"),
    "Parquet": ("parquet", "(FORMAT parquet, COMPRESSION zstd)"),
}
ASK: Final = "import sys, duckdb; print(len(duckdb.sql(sys.argv[1]).fetchall()))"
_COPY: Final = "import sys, duckdb; duckdb.sql(sys.argv[1])"
_READ: Final = "read_csv('cells.csv', all_varchar=true)"
_MATRIX: Final = (
    "PIVOT (FROM '{file}' SELECT city, policy, 1 AS one "
    "WHERE region = 'europe' AND step IS NULL) ON policy USING sum(one) ORDER BY city"
)


class Cell(NamedTuple):
    """A city with a policy, with a step, or with a step of a policy."""

    city: str
    country: str
    region: str
    policy: str
    step: str
    status: str
    since: str


@dataclass(frozen=True)
class Carried:
    """The cells of so many cities: how many, MiB in each format, and what a matrix costs."""

    cities: int
    cells: int
    sizes: dict[str, float]
    matrix: dict[str, Cost]


def cells(city: str, data: dict[str, Any]) -> Iterator[Cell]:
    """The cells of one city, by the data of its file."""
    where = (city, data["country"], next(iter(data["regions"])))
    for policy, selection in data["policies"].items():
        yield Cell(*where, policy, "", "", selection["since"])
        yield from (Cell(*where, policy, *each) for each in _states(selection))
    yield from (Cell(*where, "", *each) for each in _states(data))


def _states(data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for step, state in data.get("steps", {}).items():
        known = state if isinstance(state, dict) else {"status": state}
        yield step, known["status"], known.get("since", "")


def carry(scratch: Path, stock: Stock) -> Carried | None:
    """Write the cells in each format, and ask for a matrix; None where DuckDB is missing."""
    if not _runs("SELECT 1", scratch):
        return None
    number = write_cells(scratch / "cells.csv", stock)
    for ending, options in FORMATS.values():
        query = f"COPY (FROM {_READ}) TO 'out.{ending}' {options}"
        _copied(query, scratch)
    sizes, matrix = {}, {}
    for name, (ending, _) in FORMATS.items():
        file = scratch / f"out.{ending}"
        sizes[name] = round(file.stat().st_size / MIB, 3)
        query = _MATRIX.format(file=file.name)
        matrix[name] = measure((sys.executable, "-c", ASK, query), scratch)
    return Carried(stock.cities, number, sizes, matrix)


def write_cells(file: Path, stock: Stock) -> int:
    """Write all cells as CSV; give their number."""
    number = 0
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(Cell._fields)
        for city in range(stock.cities):
            path, text = stock.city(city)
            data = yaml.load(text, yaml.CSafeLoader)
            rows = list(cells(Path(path).stem, data))
            writer.writerows(rows)
            number += len(rows)
    return number


def _copied(query: str, scratch: Path) -> None:
    """Write one format; nobody needs the progress bar."""
    command = [sys.executable, "-c", _COPY, query]
    subprocess.run(command, cwd=scratch, stdout=subprocess.DEVNULL, check=True)


def _runs(query: str, scratch: Path) -> bool:
    command = [sys.executable, "-c", ASK, query]
    return subprocess.run(command, cwd=scratch, capture_output=True, check=False).returncode == 0
