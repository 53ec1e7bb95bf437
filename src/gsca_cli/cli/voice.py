"""The one door to standard output and standard error; whoever listens has what was said."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

OUT = "stdout"
ERR = "stderr"

Said = tuple[str, str]
"""The stream on which something was said, and the words."""

_listeners: list[list[Said]] = []


def set_up() -> None:
    """Say the same bytes on every machine; a lone surrogate in a file name is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def say(stream: str, text: str) -> None:
    """Say something on one of the two streams, at once."""
    for heard in _listeners:
        heard.append((stream, text))
    to = getattr(sys, stream)
    try:
        to.write(text)
        to.flush()
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; nothing more is to be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), to.fileno())


@contextmanager
def listening() -> Iterator[list[Said]]:
    """Collect all that is said meanwhile."""
    heard: list[Said] = []
    _listeners.append(heard)
    try:
        yield heard
    finally:
        _listeners.remove(heard)
