"""Measure gsca, keep the figures, and write the tables of `docs/performance.md`.

python3 dev.py bench            60 to 200,000 cities: twenty to thirty minutes
python3 dev.py bench --only 60  the same for alliances of this size; the other figures stay
python3 dev.py bench --quick    1,000 cities, beside the figures that are kept: under a minute;
                                writes nothing
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.cases import STARTS, YARDSTICKS
from benchmarks.machine import machine, versions
from benchmarks.page import PAGE, write
from benchmarks.results import RESULTS, Results
from benchmarks.session import Session

SIZES: Final = (60, 1_000, 20_000, 200_000)
QUICK: Final = 1_000
SLOWER: Final = 1.3
"""A ratio that has grown so much is worth a look; less is noise."""
_NAMES: Final = 21
"""As many letters as the longest name has."""


def main(words: list[str]) -> int:
    """Take the figures; no figure makes this fail."""
    if words == ["--quick"]:
        *_, results = taken((QUICK,))
        print("\n".join(beside(results, Results.read(RESULTS), QUICK)))
        return 0
    sizes = _sizes(words)
    if not sizes:
        print(__doc__, file=sys.stderr)
        return 2
    kept = Results.read(RESULTS) if words else None
    if kept and kept.machine != machine():
        print("the figures that are kept are those of another machine", file=sys.stderr)
        return 2
    for results in taken(sizes):
        whole = results.beside(kept, sizes) if kept else results
        whole.write(RESULTS)
        write(PAGE, whole)
    print(f"written: {RESULTS.name}, {PAGE.name}")
    return 0


def _sizes(words: Sequence[str]) -> Sequence[int]:
    """The sizes that are asked for: all, or one of them; none if that is no such question."""
    match words:
        case []:
            return SIZES
        case ["--only", number]:
            return [each for each in SIZES if str(each) == number]
    return ()


def taken(sizes: Sequence[int]) -> Iterator[Results]:
    """All figures so far, after each of them: who stops it keeps what there is."""
    with TemporaryDirectory(prefix="gsca-bench-") as scratch:
        session = Session(Path(scratch), quick=sizes == (QUICK,))
        for cities in sizes:
            for _ in session.take(cities):
                yield results_of(session)


def results_of(session: Session) -> Results:
    """What a session has measured, and on what."""
    return Results(
        taken=datetime.now(UTC).date().isoformat(),
        machine=machine(),
        versions=versions(),
        figures=tuple(session.figures),
        profiles=session.profiles,
    )


def beside(now: Results, kept: Results, cities: int) -> Iterator[str]:
    """The ratios of each case to F, now and as kept, and a warning where it grew.

    A start reads no city: it is told in P, beside what was kept of the smallest alliance. What the
    others are held against is no slower or faster than itself.
    """
    names = [figure.name for figure in now.figures]
    yield _row("in F", "now", "kept")
    for name in names:
        if name not in STARTS:
            ratios = [each.ratio(name, "F", cities) for each in (now, kept)]
            yield _compared(name, *ratios, warns=name not in YARDSTICKS)
    yield _row("in P", "now", "kept")
    for name in names:
        if name in STARTS:
            fewest = min(kept.sizes, default=cities)
            yield _compared(name, now.ratio(name, "P", cities), kept.ratio(name, "P", fewest))


def _compared(name: str, ratio: float | None, before: float | None, *, warns: bool = True) -> str:
    told = ["-" if each is None else f"{each:.2f}" for each in (ratio, before)]
    grown = warns and ratio and before and ratio > before * SLOWER
    return _row(name, *told) + ("  slower than kept" if grown else "")


def _row(name: str, now: str, kept: str) -> str:
    return f"{name:{_NAMES}} {now:>8} {kept:>8}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
