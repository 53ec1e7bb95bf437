import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gsca_cli.findings import printable
from gsca_cli.render.columns import columns


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("Oslo", 4), ("Malmö", 5), ("加賀市", 6), ("e\u0301", 1), ("👍", 2)]
)
def test_a_wide_letter_takes_two_columns_and_an_accent_none(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(st.text(max_size=20) | st.text(st.characters(max_codepoint=0x300), max_size=20))
def test_columns_are_counted_as_a_terminal_does(text: str) -> None:
    assert columns(printable(text)) == cell_len(printable(text))
