"""Counts in the files of an alliance, one edit for each step; a program that a test starts often.

Arguments: the root, how many steps, and the files.
"""

import sys
from pathlib import Path

from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.store import editing


def count(root: Path, paths: list[str]) -> None:
    """Add one to what every file holds, in one edit."""
    with editing(root) as store:
        held = {path: (root / path).read_bytes() for path in paths}
        store.write([FileChange(path, old, b"%d" % (int(old) + 1)) for path, old in held.items()])
        # Each step is told at once: whoever kills this process knows what must have lasted.
        sys.stdout.write(f"{held[paths[0]].decode()}\n")
        sys.stdout.flush()


def main() -> None:
    """Count as many steps as are asked for."""
    root, steps, *paths = sys.argv[1:]
    for _ in range(int(steps)):
        count(Path(root), paths)


if __name__ == "__main__":
    main()
