"""Long lines on a narrow terminal."""

import pytest

from gsca_cli.render.wrapping import wrapped

LINES = {
    "nothing": ("", ""),
    "a line that fits": ("  one two six", "  one two six"),
    "one that does not": ("one two three four five", "one two three\n    four five"),
    "one that is indented": ("  one two six four", "  one two six\n      four"),
    "a gap between words": ("one two thr  (!) four", "one two thr\n    (!) four"),
    "a gap that stays": ("one  two  thr four", "one  two  thr\n    four"),
    "a word that is too long": ("a https://example.org b", "a\n    https://example.org\n    b"),
    "such a word alone": ("  https://example.org", "  https://example.org"),
    "wide letters": (
        "\u52a0\u8cc0\u52a0\u8cc0 \u52a0\u8cc0\u52a0",
        "\u52a0\u8cc0\u52a0\u8cc0\n    \u52a0\u8cc0\u52a0",
    ),
}


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES)
def test_a_line_goes_on_below_deeper(line: str, expected: str) -> None:
    assert wrapped(f"{line}\n\nend\n", 14) == f"{expected}\n\nend\n"
