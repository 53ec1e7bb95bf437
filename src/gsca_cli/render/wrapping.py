"""Long lines in as many short ones as a terminal needs."""

import re
from collections.abc import Iterator
from typing import Final

from gsca_cli.render.columns import columns

_WORD = re.compile(r" *[^ ]+")
_DEEPER: Final = "    "
"""What a line that goes on stands behind the one in which it began."""


def wrapped(text: str, width: int) -> str:
    """A text whose lines fit, as far as their words do; what goes on is indented."""
    return "".join(f"{line}\n" for whole in text.splitlines() for line in _lines(whole, width))


def _lines(whole: str, width: int) -> Iterator[str]:
    if columns(whole) <= width:
        yield whole
        return
    deeper = f"{whole[: len(whole) - len(whole.lstrip(' '))]}{_DEEPER}"
    line = ""
    for word in _WORD.findall(whole):
        if line.strip() and columns(line) + columns(word) > width:
            yield line
            line = f"{deeper}{word.lstrip(' ')}"
        else:
            line += word
    yield line
