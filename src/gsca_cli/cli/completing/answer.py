"""What a shell asks when somebody presses Tab, and the lines that answer it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from gsca_cli.cli.completing.candidates import Candidate, candidates
from gsca_cli.cli.completing.line import split_line
from gsca_cli.cli.completing.table import load_table

_GOES_ON = (".", "=", "/", ",")
"""More follows a word that ends so: the scripts of the shells put no space behind it."""
_QUOTES = ("'", '"')
_BREAKS = "=:"
"""Where bash begins a new word, and where gsca sees but one."""


def answer(question: Sequence[str]) -> int:
    """Print the words that may stand at the end of a line; always 0, and never an error.

    The question is the name of the shell, and then the words behind `gsca`, the last of which is
    being typed. From bash it is what bash would replace, and the whole line.
    """
    # Nobody wants to read of an error in the middle of a line.
    with suppress(Exception):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        sys.stdout.write("".join(f"{line}\n" for line in lines(*question)))
        sys.stdout.flush()
    return 0


def lines(shell: str, *words: str) -> Iterator[str]:
    """The lines that the script of a shell reads."""
    if shell == "bash":
        replaced, line = words
        typed = split_line(line)[1:]
        found = candidates(load_table(), typed)
        kept = len(typed[-1]) - len(replaced.lstrip(_BREAKS))
        return _for_bash(found, kept, quoted=line.removesuffix(replaced).endswith(_QUOTES))
    return (f"{word}\t{about}" for word, about in candidates(load_table(), words))


def _for_bash(found: Iterable[Candidate], kept: int, *, quoted: bool) -> Iterator[str]:
    """The words with the space that follows each, without what bash leaves standing."""
    for word, _ in found:
        ends = not quoted and not word.startswith(":") and not word.endswith(_GOES_ON)
        yield (word if word.startswith(":") else word[kept:]) + " " * ends
