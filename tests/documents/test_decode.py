"""Most files are looked at only in passing; nothing that is refused may be missed so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.documents.decode import decode
from gsca_cli.findings import Finding

PATH = "data/cities/x.yaml"
LETTERS = [*range(0x3100), *range(0xD7FF, 0xD800), *range(0xE000, 0xE010), *range(0xFE00, 0x10000)]
PIECES = ["\t", "\r", "\r\n", "\n", "...", "---", "%YAML 1.1", "<<<<<<< a", "=======", "||||||| b"]
PIECES += [
    ">>>>>>> c",
    "\\u0007",
    '"\\x07"',
    "a: b",
    " ",
    "\u00a0",
    "\u3000",
    "\ufeff",
    "\u200b",
    "é",
]


def refusals(text: str, comment: str = "# x") -> list[tuple[str, int, int]] | str:
    """What is refused in a text, with a comment below it; or the text as it is read."""
    found = decode(PATH, f"{text}\n{comment}".encode("utf-8", "surrogatepass"))
    if isinstance(found, str):
        return found.removesuffix(comment)
    return [_told(each) for each in found]


def _told(finding: Finding) -> tuple[str, int, int]:
    return finding.code, finding.location.line, finding.location.column


def looked_at_closely(text: str) -> list[tuple[str, int, int]] | str:
    """The same text with a comment that makes it worth a second look."""
    return refusals(text, "# =")


@pytest.mark.parametrize("around", ["{}", "a: {} b", "a: b\n{0}{0}{0}{0}{0}{0}{0} c\nd: e"])
def test_no_letter_is_missed_in_passing(around: str) -> None:
    missed = [
        hex(letter)
        for letter in LETTERS
        if refusals(around.format(chr(letter))) != looked_at_closely(around.format(chr(letter)))
    ]
    assert missed == []


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_nothing_is_missed_in_passing(text: str) -> None:
    assert refusals(text) == looked_at_closely(text)
