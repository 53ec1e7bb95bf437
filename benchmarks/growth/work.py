"""What people and machines do with a repository, as commands of git."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.cases import TOOLS
from benchmarks.growth.stock import WHO, Stock
from benchmarks.measure import Cost, measure, once

LIMIT: Final = 120.0
"""What would take more seconds is not measured."""
_COMMIT: Final = "echo '# Seen.' >> {path} && git add {path} && git {who} commit -qm Seen"
_BLOBS: Final = "git ls-tree -r HEAD | cut -c13-52 | git cat-file --batch --buffer"


@dataclass(frozen=True)
class Work:
    """A command in the folder of a repository; what it makes beside it is thrown away."""

    name: str
    command: Sequence[str]
    made: Path | None = None

    def cost(self, folder: Path) -> Cost:
        """What it costs: what makes something runs once."""
        if not self.made:
            return measure(self.command, folder)
        try:
            return once(self.command, folder)
        finally:
            shutil.rmtree(self.made, ignore_errors=True)


def works(folder: Path, stock: Stock) -> Iterator[Work]:
    """All that is measured on one repository, in this order."""
    path = stock.city(0)[0]
    who = " ".join(f"'{word}'" for word in WHO)
    yield Work("status", ("git", "status", "--porcelain"))
    yield Work("add and commit one file", ("sh", "-c", _COMMIT.format(path=path, who=who)))
    yield Work("log of one file", ("git", "log", "--format=%H", "--", path))
    yield Work("list of all paths and ids", ("git", "ls-tree", "-r", "-z", "HEAD"))
    yield Work("all files out of git", ("sh", "-c", _BLOBS))
    yield from _clones(folder, str(Path(path).parent))


def _clones(folder: Path, country: str) -> Iterator[Work]:
    """Clones as from a host: over git's protocol, so that objects are packed and sent."""
    made = folder.with_name("clone")
    written = ("git", "checkout-index", "--all", f"--prefix={made}/")
    yield Work("all files written", written, made)
    clone = ("git", "clone", "--quiet", f"file://{folder}", str(made), "--no-checkout")
    yield Work("clone, no files written", clone, made)
    yield Work("clone --depth 1, no files written", (*clone, "--depth=1"), made)
    partial = (*clone, "--filter=blob:none")
    yield Work("clone --filter=blob:none, no files written", partial, made)
    inside = f"git -C {made}"
    chosen = f"{inside} sparse-checkout set {country} && {inside} checkout --quiet"
    sparse = f"{' '.join(partial)} && {chosen}"
    yield Work("the same, and the files of one country", ("sh", "-c", sparse), made)


def gsca_log(stock: Stock) -> Work:
    """The life of one city, which gsca asks the whole history for."""
    city = Path(stock.city(0)[0]).stem
    return Work("gsca log", (str(TOOLS / "gsca"), "log", f"city/{city}"))
