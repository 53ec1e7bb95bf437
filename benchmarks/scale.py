"""Simulate alliances that are too large, and write the tables of `docs/scale.md`.

python3 -m benchmarks.scale [--cities N ...] [--resume]    long: leave the machine alone
python3 -m benchmarks.scale --quick                        2,000 cities, in a minute; writes nothing

TMPDIR says where: a folder in memory leaves the disk out of the figures. On a disk, many files are
written several times slower just after as many were deleted.

gsca and DuckDB must be there for all of it: `python3 dev.py bench --quick` installs the one, and
`pip install -e '.[bench]'` the other.
"""

import subprocess
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from benchmarks.growth.cells import Carried, carry
from benchmarks.growth.kept import SCALE, Kept
from benchmarks.growth.narrow import narrow
from benchmarks.growth.page import PAGE, tables, write
from benchmarks.growth.shares import shares
from benchmarks.growth.stand import Stand, take
from benchmarks.growth.stock import Stock, use_no_settings
from benchmarks.machine import machine, versions
from benchmarks.places import COUNTRIES, MOST

SIZES: Final = (20_000, 100_000, 200_000, 500_000)
QUICK: Final = 2_000
COMMITS: Final = 30
LONG: Final = 10_000
"""The commits of a long history."""
FLAT_MOST: Final = 100_000
CARRIED_MOST: Final = 100_000


def main(words: list[str]) -> int:
    """Take the figures; no figure makes this fail."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--cities", type=int, nargs="+", default=SIZES)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--resume", action="store_true", help="go on where the last run ended")
    given = parser.parse_args(words)
    use_no_settings()
    kept = Kept.read(SCALE) if given.resume else Kept(_today(), _machine(), versions())
    sizes = (QUICK,) if given.quick else sorted(given.cities)
    for _ in fill(kept, sizes, QUICK // 10 if given.quick else LONG):
        if not given.quick:
            kept.write(SCALE)
            write(PAGE, kept)
    if given.quick:
        print(tables(kept))
    return 0


def _machine() -> dict[str, str]:
    """What the figures are taken on, and how the folder of scratch is kept."""
    command = ["stat", "-f", "-c", "%T", gettempdir()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {**machine(), "file system": done.stdout.strip() or "not known"}


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def fill(kept: Kept, sizes: Sequence[int], long: int) -> Iterator[None]:
    """Measure everything, one thing after the other, the largest repository last."""
    kept.shares = shares()
    if not kept.narrow:
        with TemporaryDirectory(prefix="gsca-scale-") as scratch:
            kept.narrow = narrow(Path(scratch))
        yield
    done = {(each.layout, each.cities, each.commits) for each in kept.stands}
    for stock, commits in _planned(sizes, long):
        if (stock.layout, stock.cities, commits) in done:
            continue
        kept.stands.append(_stand(kept, stock, commits))
        yield
        if (stock.layout, commits) == (Stock(1).layout, COMMITS) and stock.cities <= CARRIED_MOST:
            others = [each for each in kept.carried if each.cities != stock.cities]
            kept.carried = [*others, *_carried(stock)]
            yield


def _planned(sizes: Sequence[int], long: int) -> Iterator[tuple[Stock, int]]:
    """The repositories, and how many commits each has."""
    small, *_ = sizes
    usual = [size for size in sizes if size <= MOST]
    yield Stock(small), COMMITS
    yield Stock(small), long
    yield from ((Stock(size), COMMITS) for size in usual if size > small)
    yield from ((Stock(size, flat=True), COMMITS) for size in sizes if size <= FLAT_MOST)
    yield Stock(-(-max(usual) // len(COUNTRIES)), stride=len(COUNTRIES)), COMMITS
    yield from ((Stock(size), COMMITS) for size in sizes if size > MOST)


def _stand(kept: Kept, stock: Stock, commits: int) -> Stand:
    alike = [each for each in kept.stands if (each.layout, each.commits) == (stock.layout, commits)]
    with TemporaryDirectory(prefix="gsca-scale-") as scratch:
        smaller = alike[-1] if alike else None
        return take(Path(scratch), stock, commits, smaller, clones=not stock.flat)


def _carried(stock: Stock) -> Iterator[Carried]:
    with TemporaryDirectory(prefix="gsca-scale-") as scratch:
        if found := carry(Path(scratch), stock):
            yield found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
