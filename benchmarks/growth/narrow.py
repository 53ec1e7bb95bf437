"""What gsca still does in a clone or a shard that does not hold everything."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from benchmarks.cases import TOOLS
from benchmarks.growth.stock import Stock, git, make
from benchmarks.places import COUNTRIES

CITIES: Final = 84
COMMITS: Final = 30
_COUNTRY: Final = str(PurePosixPath(Stock(1).city(0)[0]).parent)


def narrow(scratch: Path) -> Mapping[str, Mapping[str, int]]:
    """The exit code of each command, in each kind of clone."""
    whole, stock = scratch / "whole", Stock(CITIES)
    make(whole, stock, COMMITS)
    found = {}
    for name, fill in _KINDS.items():
        folder = scratch / name.replace(" ", "-")
        fill(whole, folder)
        found[name] = {words: code(words, folder) for words in _commands(stock)}
    return found


def _commands(stock: Stock) -> list[str]:
    city = f"city/{Path(stock.city(0)[0]).stem}"
    return [
        "validate --strict",
        "report latin-america",
        f"set {city} name.en=Anew --dry-run",
        "validate --changed-since HEAD~1",
        "diff HEAD~1..HEAD",
        "report latin-america --at HEAD~10",
        "report latin-america --at 2022-01-10",
        f"log {city}",
    ]


def code(words: str, folder: Path) -> int:
    """The exit code of gsca in a folder."""
    command = [str(TOOLS / "gsca"), *words.split()]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def _full(whole: Path, folder: Path, *options: str) -> None:
    git(whole, "clone", "-q", f"file://{whole}", str(folder), *options)


def _shallow(whole: Path, folder: Path) -> None:
    _full(whole, folder, "--depth=1")


def _blobless(whole: Path, folder: Path) -> None:
    _full(whole, folder, "--filter=blob:none")


def _sparse(whole: Path, folder: Path, *options: str) -> None:
    _full(whole, folder, "--sparse", *options)
    rest = sorted(each.name for each in (whole / "data").iterdir() if each.name != "cities")
    chosen = [*(f"data/{name}" for name in rest), _COUNTRY]
    git(folder, "sparse-checkout", "set", *chosen)


def _sparse_blobless(whole: Path, folder: Path) -> None:
    _sparse(whole, folder, "--filter=blob:none")


def _shard(_: Path, folder: Path) -> None:
    """A repository of its own for one country, with all that is no city."""
    make(folder, Stock(CITIES // len(COUNTRIES), stride=len(COUNTRIES)), COMMITS)


_KINDS: Final[Mapping[str, Callable[[Path, Path], None]]] = {
    "full clone": _full,
    "depth 1": _shallow,
    "no blobs": _blobless,
    "sparse": _sparse,
    "sparse, no blobs": _sparse_blobless,
    "shard": _shard,
}
