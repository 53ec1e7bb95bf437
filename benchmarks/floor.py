"""The floor: read every file of an alliance, let libyaml parse it, and keep nothing.

python3 benchmarks/floor.py FOLDER
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from yaml._yaml import CParser


def main(words: list[str]) -> int:
    """Say how many files there are."""
    (folder,) = words
    number = 0
    for number, path in enumerate(files(str(Path(folder) / "data")), 1):  # noqa: B007 (the last)
        with open(path, "rb") as file:  # noqa: PTH123 (a Path for each file is no floor)
            CParser(file.read()).raw_parse()
    print(number)
    return 0


def files(folder: str) -> Iterator[str]:
    """The records in a folder and in the folders in it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from files(entry.path)
            elif entry.name.endswith(".yaml"):
                yield entry.path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
