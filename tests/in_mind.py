"""A memory of files for as long as a test runs: texts, as the cache on disk has them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from gsca_cli.checking.source import Key, Memory


class InMind:
    """Knows what files gave; counts what it was asked for and did not know."""

    def __init__(self) -> None:
        self.texts: dict[Key, str] = {}
        self.held: dict[tuple[str, str], str] = {}
        self.missed: list[str] = []

    def find(self, keys: Sequence[Key]) -> Mapping[Key, str]:
        self.missed += [key.path for key in keys if key not in self.texts]
        return {key: self.texts[key] for key in keys if key in self.texts}

    def keep(self, key: Key, text: str) -> None:
        self.texts[key] = text

    def forget(self) -> None:
        self.texts.clear()

    def blobs(self, stamps: Mapping[str, str]) -> Mapping[str, str]:
        return {each[0]: self.held[each] for each in stamps.items() if each in self.held}

    def note(self, path: str, stamp: str, blob: str) -> None:
        self.held[path, stamp] = blob

    @contextmanager
    def opened(self) -> Iterator[Memory]:
        """The memory, as a run opens it."""
        yield self
