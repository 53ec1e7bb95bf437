"""Runs a command under limits, and tells how much of the machine it took.

Run as a script it is a small process between the tests and the command: what a process needed at
its peak, as the system tells it, begins with what its parent needed.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

SECONDS: Final = 20
"""CPU that a command may take: far more than is promised, so that a slow machine is no failure."""
MOST_ADDRESSES: Final = 2 << 30
"""Bytes of memory that a command may ask for, used or not: no test may bring the machine down."""
MEBIBYTE: Final = 1 << 20


class Ran(NamedTuple):
    """What a command wrote, and what it took: CPU in seconds, memory at its peak in MiB."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    mebibytes: float


def run_bounded(command: Sequence[str], seconds: int = SECONDS) -> Ran:
    """Run a command; one that takes more CPU than is allowed is killed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        launched = [sys.executable, "-S", "-E", __file__, str(report), str(seconds), *command]
        done = subprocess.run(launched, capture_output=True, check=True)
        told = json.loads(report.read_text())
    return Ran(told["code"], done.stdout, done.stderr, told["seconds"], told["mebibytes"])


def main() -> None:
    """Run the command, and write what it took to the file that comes first."""
    import resource  # noqa: PLC0415 (not on Windows)

    report, seconds, *command = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    code = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    # In bytes on a Mac, in KiB elsewhere.
    unit = MEBIBYTE if sys.platform == "darwin" else MEBIBYTE // 1024
    told = {
        "code": code,
        "seconds": used.ru_utime + used.ru_stime,
        "mebibytes": used.ru_maxrss / unit,
    }
    Path(report).write_text(json.dumps(told), encoding="utf-8")
    # The command has written its last: nothing of ours may follow.
    os._exit(0)


if __name__ == "__main__":
    main()
