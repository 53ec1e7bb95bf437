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
    known, here = "", 0
    for path in paths:
        above, _, file = path.rpartition("/")
        # Most files stand in the folder of the one before them.
        if above != known:
            here = 0
            for name in above.split("/") if above else ():
                if (here, name) not in numbers:
                    numbers[here, name] = len(numbers) + 1
                    yield Node(name, here, path, is_file=False)
                here = numbers[here, name]
            known = above
        yield Node(file, here, path, is_file=True)
