"""The tree that the paths of files make."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Node(NamedTuple):
    """A file or a folder: its name, the number of its folder, and the first path through it."""

    name: str
    folder: int
    path: str
    is_file: bool


def nodes(paths: Iterable[str]) -> Iterator[Node]:
    """Every folder once, and every file, in the order of the paths."""
    numbers: dict[tuple[int, str], int] = {}
    for path in paths:
        here = 0
        *folders, file = path.split("/")
        for name in folders:
            if (here, name) not in numbers:
                numbers[here, name] = len(numbers) + 1
                yield Node(name, here, path, is_file=False)
            here = numbers[here, name]
        yield Node(file, here, path, is_file=True)
