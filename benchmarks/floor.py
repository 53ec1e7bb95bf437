"""The floor: read every file of an alliance, let libyaml parse it, and keep nothing.

python3 benchmarks/floor.py FOLDER [--sized]

Each file is read into a buffer of 1 MiB, as by the floor that the goals were set with; `--sized`
takes one of the size of the file.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from yaml._yaml import CParser

_BUFFER: Final = 1 << 20


def main(words: list[str]) -> int:
    """Say how many files there are."""
    folder, *how = words
    is_sized = how == ["--sized"]
    number = 0
    for number, path in enumerate(files(str(Path(folder) / "data")), 1):  # noqa: B007 (the last)
        CParser(content(path, is_sized=is_sized)).raw_parse()
    print(number)
    return 0


def content(path: str, *, is_sized: bool) -> bytes:
    """What a file holds."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return os.read(descriptor, os.fstat(descriptor).st_size if is_sized else _BUFFER)
    finally:
        os.close(descriptor)


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
