"""The tables of `docs/scale.md`, made from what was kept between two marks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.growth.cells import Carried
from benchmarks.growth.kept import Kept
from benchmarks.growth.stand import Stand
from benchmarks.growth.stock import Stock
from benchmarks.measure import Cost
from benchmarks.page import between, table

PAGE: Final = Path(__file__).parents[2] / "docs/scale.md"
BEGIN: Final = "<!-- made by `python3 -m benchmarks.scale`: do not edit -->\n"


def write(page: Path, kept: Kept) -> None:
    """Put the tables of these figures into the page."""
    page.write_text(with_tables(page.read_text("utf-8"), kept), "utf-8")


def with_tables(text: str, kept: Kept) -> str:
    """The text of the page with the tables of these figures between the marks."""
    return between(text, BEGIN, tables(kept))


def tables(kept: Kept) -> str:
    """Everything that is made."""
    return "\n\n".join(_parts(kept)) + "\n"


def _parts(kept: Kept) -> Iterator[str]:
    few = min((each.commits for each in kept.stands), default=0)
    wide = sorted((s for s in kept.stands if s.commits == few), key=lambda stand: stand.cities)
    by_country = [each for each in wide if each.layout == Stock(1).layout]
    yield "### Sizes, in MiB"
    yield _compared(by_country, _cities, costs=())
    for title, show in _SHOWN.items():
        yield f"### {title}"
        yield _compared(by_country, _cities, costs=(show,), sizes=False)
    flat = {each.cities for each in wide if each.layout == Stock(1, flat=True).layout}
    yield "### One folder, or folders by country"
    yield _compared([each for each in wide if each.cities in flat], _layout)
    yield "### One shard"
    yield _compared([each for each in wide if each.layout == _SHARD], _cities)
    yield _shards(kept.shares, [each.cities for each in by_country])
    yield "### A long history"
    yield _compared(_long(kept.stands), _history, every=True)
    yield "### What gsca does where not everything is there"
    yield _narrow(kept.narrow)
    yield "### The cells of the matrices"
    yield _cells(kept.carried)
    yield "### Taken on"
    yield table(("what", "which"), [("day", kept.taken), *kept.machine.items(), *_versions(kept)])


def _compared(
    stands: Sequence[Stand],
    title: Callable[[Stand], str],
    costs: Sequence[Callable[[Cost], str]] | None = None,
    *,
    sizes: bool = True,
    every: bool = False,
) -> str:
    """A column for each repository: its sizes in MiB, then the seconds of each work.

    What was not tried on all of them is left out, unless `every` work is wanted.
    """
    rows: list[Sequence[str]] = []
    if sizes:
        names = dict.fromkeys(name for stand in stands for name in stand.sizes)
        rows += [(f"{name}, MiB", *(_mib(stand, name) for stand in stands)) for name in names]
    for show in (_seconds,) if costs is None else costs:
        names = dict.fromkeys(name for stand in stands for name in stand.names)
        works = [name for name in names if every or all(name in each.names for each in stands)]
        rows += [(name, *(_cost(stand, name, show) for stand in stands)) for name in works]
    return table(("what", *map(title, stands)), rows)


def _long(stands: Sequence[Stand]) -> Sequence[Stand]:
    """The repositories as large as the one with the longest history, and the one without."""
    longest = max(stands, key=lambda stand: stand.commits, default=None)
    wanted = longest and (longest.cities, longest.layout)
    plain = [each for each in stands if (each.cities, each.layout) == wanted]
    return sorted(plain, key=lambda stand: stand.commits)


_ENTRIES: Final = (1_000, 3_000)
"""The most in a folder that a browser lists, and that a code host recommends."""
_SHARD: Final = Stock(1, stride=2).layout


def _cities(stand: Stand) -> str:
    return f"{stand.cities:,} cities"


def _layout(stand: Stand) -> str:
    return f"{stand.cities:,}, {stand.layout}"


def _history(stand: Stand) -> str:
    return f"{stand.commits:,} commits, {stand.layout}"


def _mib(stand: Stand, name: str) -> str:
    size = stand.sizes.get(name)
    return "not measured" if size is None else _number(size)


def _cost(stand: Stand, name: str, show: Callable[[Cost], str]) -> str:
    if name not in stand.names:
        return "not measured"
    figure = stand.figure(name)
    if not figure.cost:
        return figure.why
    return show(figure.cost) + (f" (exit code {figure.cost.code})" if figure.cost.code else "")


def _seconds(cost: Cost) -> str:
    return f"{cost.cpu:.2f} / {cost.wall:.2f}"


def _peak(cost: Cost) -> str:
    return f"{cost.peak:,.0f}"


_SHOWN: Final[Mapping[str, Callable[[Cost], str]]] = {
    "Work, in seconds of the processors / of the clock": _seconds,
    "The same, in MiB of the largest process, at most": _peak,
}


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _shards(shares: Mapping[str, float], sizes: Sequence[int]) -> str:
    """The cities of the largest shard, and of how many it has more than a folder should hold."""
    head = (
        "how the cities are spread over countries",
        *(f"of {size:,}" for size in sizes),
        *(f"passes {most:,} at" for most in _ENTRIES),
    )
    rows = [
        (
            f"{spread}: {share:.0%}",
            *(f"{round(size * share):,}" for size in sizes),
            *(f"{round(most / share):,}" for most in _ENTRIES),
        )
        for spread, share in shares.items()
    ]
    return table(head, rows)


def _narrow(narrow: Mapping[str, Mapping[str, int]]) -> str:
    commands = dict.fromkeys(words for codes in narrow.values() for words in codes)
    rows = [
        (
            f"`gsca {words}`",
            *(
                "works" if codes[words] == 0 else f"exit code {codes[words]}"
                for codes in narrow.values()
            ),
        )
        for words in commands
    ]
    return table(("command", *narrow), rows)


def _cells(carried: Sequence[Carried]) -> str:
    head = ("cities", "cells", "format", "MiB", "a matrix: CPU s / clock s", "peak MiB")
    rows = [
        (
            f"{each.cities:,}",
            f"{each.cells:,}",
            name,
            _number(size),
            _seconds(each.matrix[name]),
            _peak(each.matrix[name]),
        )
        for each in carried
        for name, size in each.sizes.items()
    ]
    return table(head, rows)


def _versions(kept: Kept) -> Iterable[tuple[str, str]]:
    wanted = ("Python", "git", "duckdb", "gsca-cli")
    return [(name, kept.versions.get(name, "not installed")) for name in wanted]
