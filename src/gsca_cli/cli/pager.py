"""Long results on a terminal go to the pager of the user, as those of git do."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final

_LESS: Final = {"LESS": "FRX", "LV": "-c"}
"""What less is told unless the user tells it otherwise: keep colours, and leave the text there."""
_NOT_STARTED: Final = (126, 127)
"""The exit codes of a shell that finds no such program, or one that it cannot run."""


def is_long(text: str) -> bool:
    """Does a text need more lines than the terminal has, one of which is for the prompt?"""
    columns, rows = shutil.get_terminal_size((80, 24))
    lines = text.splitlines()
    if len(lines) >= rows:
        return True
    return sum(max(1, -(-len(line) // columns)) for line in lines) >= rows


def pager(environment: Mapping[str, str]) -> str | None:
    """The command that shows long texts; None if they are to be written as they are."""
    if environment.get("TERM") == "dumb":
        return None
    for name in ("GSCA_PAGER", "PAGER"):
        if name in environment:
            command = environment[name].strip()
            return None if command in {"", "cat"} else command
    return "less" if shutil.which("less") else None


def paged(text: str, command: str, environment: Mapping[str, str]) -> bool:
    """Hand a text to a pager, and wait until its reader is done; False if it cannot be started."""
    words = command if os.name == "nt" else ["sh", "-c", command]
    sys.stdout.flush()
    with _left_to_the_pager():
        try:
            process = subprocess.Popen(  # noqa: S603 (the user's own pager)
                words, stdin=subprocess.PIPE, env={**_LESS, **environment}
            )
        except OSError:
            return False
        # Who has seen enough ends the pager before it has read everything.
        with suppress(BrokenPipeError):
            process.communicate(text.encode("utf-8", "backslashreplace"))
        return process.wait() not in _NOT_STARTED


@contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Let Ctrl-C be the pager's own: less stops searching and goes on."""
    # What is ignored here would be ignored by the pager too; a function of ours is not handed on.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
