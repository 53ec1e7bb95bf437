"""A memory of files for as long as a test runs: texts, as the cache on disk has them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from gsca_cli.checking.shelves import Memory


class Shelf(NamedTuple):
    """What was put up."""

    topic: str
    paths: Sequence[str]
    text: str


class InMind:
    """Knows what was put up, and in `kept` of which files that tells."""

    def __init__(self) -> None:
        self.put_up: list[Shelf] = []

    @property
    def kept(self) -> Sequence[str]:
        """The paths of the files on all shelves, the oldest first."""
        return [path for shelf in self.put_up for path in shelf.paths]

    def shelves(self, topic: str, paths: Sequence[str]) -> Sequence[int]:
        return [
            number
            for number, shelf in reversed([*enumerate(self.put_up)])
            if shelf.topic == topic and not {*shelf.paths}.isdisjoint(paths)
        ]

    def text(self, number: int) -> str | None:
        return self.put_up[number].text if number < len(self.put_up) else None

    def put(self, topic: str, paths: Sequence[str], text: str) -> None:
        self.put_up.append(Shelf(topic, paths, text))

    def forget(self) -> None:
        self.put_up.clear()

    @contextmanager
    def opened(self) -> Iterator[Memory]:
        """The memory, as a run opens it."""
        yield self
