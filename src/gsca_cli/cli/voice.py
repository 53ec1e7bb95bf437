"""The one door to standard output and standard error; whoever listens has what was said."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gsca_cli.errors import CannotRunError

OUT = "stdout"
ERR = "stderr"
PAGED = "paged"
"""Standard output, in a pager where a person is looking and the text is longer than the screen."""

Said = tuple[str, str]
"""Where something was said, and the words."""

_listeners: list[list[Said]] = []
_before: list[Callable[[], None]] = []
"""What is to be done once, before the next words: a line that only shows how far it is must go."""


def set_up() -> None:
    """Say the same bytes on every machine; a lone surrogate in a file name is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def do_before_words(action: Callable[[], None]) -> None:
    """Have something done once, before anything else is said or asked."""
    _before.append(action)


def make_way() -> None:
    """Do what is to be done before the next words, if somebody else is about to say them."""
    while _before:
        # Where Ctrl-C meets it, it is done again.
        _before[-1]()
        _before.pop()


def say(stream: str, text: str) -> None:
    """Say something at once.

    Raises:
        CannotRunError: a result cannot be written.
    """
    make_way()
    for heard in _listeners:
        heard.append((stream, text))
    if stream == PAGED and sys.stdout.isatty() and _is_read_in_a_pager(text):
        return
    to = sys.stderr if stream == ERR else sys.stdout
    try:
        to.write(text)
        to.flush()
    except OSError as error:
        # Nothing more is to be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), to.fileno())
        # The reader may have seen enough, as `head` does; a disk may be full.
        if stream != ERR and not isinstance(error, BrokenPipeError):
            message = f"cannot write the result: {error.strerror or error}"
            raise CannotRunError(message) from error


@contextmanager
def listening() -> Iterator[list[Said]]:
    """Collect all that is said meanwhile."""
    heard: list[Said] = []
    _listeners.append(heard)
    try:
        yield heard
    finally:
        _listeners.remove(heard)


def _is_read_in_a_pager(text: str) -> bool:
    # Only a terminal needs the machinery that starts a process.
    from gsca_cli.cli.pager import is_long, paged, pager  # noqa: PLC0415

    command = pager(os.environ) if is_long(text) else None
    return command is not None and paged(text, command, os.environ)
