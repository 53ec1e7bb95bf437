"""How large the largest shard is, if each country has a repository of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.cases import ROOT
from benchmarks.places import COUNTRIES

_CITIES: Final = ROOT / "data/cities"
_COUNTRY: Final = "country: "


def shares(cities: Path = _CITIES) -> Mapping[str, float]:
    """The share of the largest country in all cities, by how they may be spread."""
    shipped = Counter(map(_country, sorted(cities.rglob("*.yaml"))))
    ranks = [1 / rank for rank in range(1, len(COUNTRIES) + 1)]
    return {
        "evenly, as the simulation does": 1 / len(COUNTRIES),
        f"as the {shipped.total()} cities of this repository": _largest(list(shipped.values())),
        "the second country half of the first, the third a third, and so on": _largest(ranks),
    }


def _largest(amounts: Sequence[float]) -> float:
    return max(amounts) / sum(amounts)


def _country(file: Path) -> str:
    lines = file.read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith(_COUNTRY)).split()[1].strip("'\"")
