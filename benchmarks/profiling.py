"""Where the time of a check goes, by the folders of gsca and the libraries that it uses."""

import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.cases import TOOLS

Function = tuple[str, int, str]


def profile(folder: Path) -> Mapping[str, float]:
    """The shares of the parts in the time of `gsca validate`, the largest first."""
    with TemporaryDirectory() as scratch:
        kept = Path(scratch) / "profile"
        command = [sys.executable, "-m", "cProfile", "-o", str(kept), str(TOOLS / "gsca")]
        done = subprocess.run(
            [*command, "validate", "--no-cache"], cwd=folder, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            message = f"gsca validate ended with {done.returncode}"
            raise RuntimeError(message)
        stats: Any = pstats.Stats(str(kept))
        return shares(stats.stats)


def shares(stats: Mapping[Function, Any]) -> dict[str, float]:
    """The share of each part; what is built in counts where it was called from."""
    times: Counter[str] = Counter()
    for function, (_, _, own, _, callers) in stats.items():
        if function[0] != "~" or part(function) or not callers:
            times[part(function) or "Python"] += own
            continue
        for caller, (_, _, by_caller, _) in callers.items():
            times[part(caller) or "Python"] += by_caller
    total = sum(times.values())
    return {name: round(own / total, 3) for name, own in times.most_common() if own}


def part(function: Function) -> str:
    """The folder of gsca, or the library, that a function belongs to; nothing if neither."""
    file, _, name = function
    if "importlib" in file or name in {"<module>", "<built-in method marshal.loads>"}:
        return "loading modules"
    if "pydantic" in name:
        return "pydantic"
    parts = PurePath(file).parts
    if "gsca_cli" in parts:
        inside = parts[parts.index("gsca_cli") + 1]
        return inside if inside.endswith(".py") else f"{inside}/"
    if "site-packages" in parts:
        return PurePath(parts[parts.index("site-packages") + 1]).stem
    return ""
