"""One repository, with what it weighs and what work in it costs."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.growth.stock import Stock, git, make
from benchmarks.growth.weights import MIB, object_bytes, weights
from benchmarks.growth.work import LIMIT, Work, gsca_log, works
from benchmarks.measure import once
from benchmarks.results import Figure


@dataclass(frozen=True)
class Stand:
    """A repository as it was measured: sizes in MiB, and figures."""

    layout: str
    cities: int
    commits: int
    sizes: dict[str, float]
    figures: tuple[Figure, ...]

    @property
    def names(self) -> list[str]:
        """What was to be measured."""
        return [each.name for each in self.figures]

    def figure(self, name: str) -> Figure:
        """One of them."""
        return next(each for each in self.figures if each.name == name)


def take(
    scratch: Path, stock: Stock, commits: int, smaller: Stand | None, *, clones: bool = True
) -> Stand:
    """Make a repository and measure it; a smaller one tells what would take too long."""
    folder = scratch / "repository"
    _tell(f"making {stock.cities:,} cities, {stock.layout}, {commits:,} commits")
    make(folder, stock, commits)
    pack = Figure("pack all anew", stock.cities, once(_PACK, folder))
    sizes = dict(weights(folder, stock.cities))
    chosen = [each for each in works(folder, stock) if clones or not each.made]
    if commits > 1_000 and not stock.flat:
        chosen.append(gsca_log(stock))
    before, count = object_bytes(folder), _commits(folder)
    figures = (pack, *_figures(folder, stock.cities, chosen, smaller))
    grown = (object_bytes(folder) - before) / max(_commits(folder) - count, 1)
    sizes["a commit of one file"] = round(grown / MIB, 4)
    return Stand(stock.layout, stock.cities, commits, sizes, figures)


_PACK: Final = ("git", "-c", "pack.threads=1", "repack", "-a", "-d", "-f", "-q")


def _commits(folder: Path) -> int:
    return int(git(folder, "rev-list", "--count", "HEAD"))


def _figures(
    folder: Path, cities: int, chosen: Sequence[Work], smaller: Stand | None
) -> Iterator[Figure]:
    for work in chosen:
        why = too_long(work.name, cities, smaller)
        figure = Figure(work.name, cities, None if why else work.cost(folder), why)
        cost = figure.cost
        told = f"{cost.cpu:.2f} s, {cost.wall:.2f} s of the clock" if cost else why
        _tell(f"{cities:,}: {work.name}: {told}")
        yield figure


def too_long(name: str, cities: int, smaller: Stand | None) -> str:
    """Why a work is left out; it is expected to grow with the number of cities."""
    if not smaller:
        return ""
    cost = smaller.figure(name).cost
    if not cost:
        return "not measured: a smaller one was not"
    expected = cost.wall / smaller.cities * cities
    if expected <= LIMIT or cost.wall < 1:
        return ""
    return f"not measured: it would take about {expected:,.0f} seconds"


def _tell(text: str) -> None:
    print(f"scale: {text}", file=sys.stderr)
