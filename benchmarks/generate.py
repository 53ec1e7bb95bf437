"""Make an alliance of many cities, the same bytes for the same words.

python3 -m benchmarks.generate CITIES FOLDER [--seed N] [--broken N] [--history N]
"""

import sys
from argparse import ArgumentParser
from pathlib import Path

from benchmarks.alliance import Alliance
from benchmarks.history import commit, write


def main(words: list[str]) -> int:
    """Write the files; say where the mistakes are, one a line."""
    parser = ArgumentParser(prog="benchmarks.generate", description="Make an alliance.")
    parser.add_argument("cities", type=int)
    parser.add_argument("folder", type=Path, help="a new folder, or an empty one")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--broken", type=int, default=0, help="so many cities have a mistake")
    parser.add_argument("--history", type=int, default=0, help="so many commits; 0: no git")
    given = parser.parse_args(words)
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty")
    try:
        alliance = Alliance(given.cities, given.seed, given.broken)
    except ValueError as error:
        parser.error(str(error))
    write(given.folder, alliance.files())
    if given.history:
        commit(given.folder, alliance, given.history)
    for planted in alliance.planted():
        print(planted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
