"""Measure gsca, keep the figures, and write the tables of `docs/performance.md`.

python3 dev.py bench            60 to 200,000 cities: some ten minutes
python3 dev.py bench --quick    1,000 cities, beside the figures that are kept; writes nothing
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.machine import machine, versions
from benchmarks.page import PAGE, write
from benchmarks.results import RESULTS, Results
from benchmarks.session import Session

SIZES: Final = (60, 1_000, 20_000, 200_000)
QUICK: Final = 1_000
SLOWER: Final = 1.3
"""A ratio that has grown so much is worth a look; less is noise."""


def main(words: list[str]) -> int:
    """Take the figures; no figure makes this fail."""
    if words not in ([], ["--quick"]):
        print(__doc__, file=sys.stderr)
        return 2
    if words:
        *_, results = taken((QUICK,))
        print("\n".join(beside(results, Results.read(RESULTS), QUICK)))
        return 0
    for results in taken(SIZES):
        results.write(RESULTS)
        write(PAGE, results)
    print(f"written: {RESULTS.name}, {PAGE.name}")
    return 0


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
    """The ratios to F of each case, now and as kept, and a warning where it grew."""
    yield f"{'in F':16} {'now':>8} {'kept':>8}"
    for figure in now.figures:
        ratio, before = (each.ratio(figure.name, "F", cities) for each in (now, kept))
        told = [f"{'-' if each is None else f'{each:.2f}':>8}" for each in (ratio, before)]
        grown = ratio and before and ratio > before * SLOWER
        yield f"{figure.name:16} {' '.join(told)}{'  slower than kept' if grown else ''}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
