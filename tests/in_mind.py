"""A memory of files for as long as a test runs: texts, as the cache on disk has them."""

from collections.abc import Iterator
from contextlib import contextmanager

from gsca_cli.checking.source import Key, Memory


class InMind:
    """Knows what files gave; counts what it was asked for and did not know."""

    def __init__(self) -> None:
        self.texts: dict[Key, str] = {}
        self.blobs: dict[tuple[str, str], str] = {}
        self.missed: list[str] = []

    def find(self, key: Key) -> str | None:
        if key not in self.texts:
            self.missed.append(key.path)
        return self.texts.get(key)

    def keep(self, key: Key, text: str) -> None:
        self.texts[key] = text

    def blob(self, path: str, stamp: str) -> str | None:
        return self.blobs.get((path, stamp))

    def note(self, path: str, stamp: str, blob: str) -> None:
        self.blobs[path, stamp] = blob

    @contextmanager
    def opened(self) -> Iterator[Memory]:
        """The memory, as a run opens it."""
        yield self
