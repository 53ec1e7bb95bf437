"""What cannot be seen, or steers a terminal, gets past no writer."""

import re
from collections.abc import Callable
from unicodedata import bidirectional, category

import pytest

from gsca_cli.findings import UNSEEN, printable
from gsca_cli.render.as_csv import render_csv
from gsca_cli.render.as_diff import render_diff
from gsca_cli.render.as_document import tidied
from gsca_cli.render.encodable import json_text
from gsca_cli.render.markdown import markdown
from gsca_cli.snapshots.changes import FileChange

IS_UNSEEN = re.compile(f"[{UNSEEN}]").fullmatch
LETTERS = [letter for letter in map(chr, range(0x10000)) if IS_UNSEEN(letter)]


def test_every_control_and_every_mark_of_direction_is_among_them() -> None:
    for letter in map(chr, range(0x110000)):
        directs = letter not in "\n\r\t" and (
            category(letter) in {"Cc", "Zl", "Zp"}
            or bidirectional(letter)
            in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
            or letter in "\u061c\u200e\u200f"
        )
        assert bool(IS_UNSEEN(letter)) == (directs or letter in "\ufeff\ufffe\uffff"), ascii(letter)


@pytest.mark.parametrize(
    "write",
    [
        printable,
        markdown,
        json_text,
        lambda text: render_csv(["a"], [[text]]),
        lambda text: "".join(tidied([text])),
        lambda text: render_diff([FileChange("x", None, text.encode())]),
    ],
    ids=["printable", "markdown", "json", "csv", "document", "diff"],
)
def test_none_gets_past_a_writer(write: Callable[[str], str]) -> None:
    written = write("".join(f"a{letter}b " for letter in LETTERS))
    assert not [letter for letter in LETTERS if letter in written]
