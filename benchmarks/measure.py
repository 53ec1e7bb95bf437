"""What a command costs, as a whole process with all that it starts and waits for."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

_UNITS: Final = 1024 * 1024 if sys.platform == "darwin" else 1024
"""How many of the units in which the system tells memory are a MiB."""
_TRIES: Final = ((1.5, 5), (6.0, 3))
"""What takes less than so many seconds is measured so many times, else as often as is asked for."""


@dataclass(frozen=True)
class Cost:
    """Seconds of the processors and of the clock, and MiB of the largest process."""

    cpu: float
    wall: float
    peak: float
    code: int
    runs: int = 1


def measure(command: Sequence[str], folder: Path, *, at_least: int = 1) -> Cost:
    """The median of as many runs as a command is worth; its output is thrown away."""
    costs = [once(command, folder)]
    costs += [once(command, folder) for _ in range(runs_worth(costs[0].wall, at_least) - 1)]
    return middle(costs)


def runs_worth(seconds: float, at_least: int = 1) -> int:
    """As many runs as a command is worth that takes so long."""
    return next((tries for most, tries in _TRIES if seconds < most), at_least)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure; the exit code is the worst."""
    return Cost(
        cpu=round(median(cost.cpu for cost in costs), 4),
        wall=round(median(cost.wall for cost in costs), 4),
        peak=round(median(cost.peak for cost in costs), 1),
        code=max((cost.code for cost in costs), key=abs),
        runs=len(costs),
    )


def once(command: Sequence[str], folder: Path) -> Cost:
    """One run.

    The system counts as memory of a new process what its parent had: nothing is smaller than the
    process that measures, so that one must stay small.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    return Cost(cpu, wall, used.ru_maxrss / _UNITS, process.returncode)
