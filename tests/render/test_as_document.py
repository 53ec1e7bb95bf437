"""A document in pieces is the document, however the pieces fall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gsca import ROOT
from hypothesis import given
from hypothesis import strategies as st
from render.gfm import rendered

from gsca_cli.render import as_document, templates
from gsca_cli.render.as_document import markdown_pieces, render_markdown

PIECES = st.lists(st.text("ab\n \t\x07", max_size=6), max_size=12)


def by_rule(text: str) -> str:
    """The rule, for a text in one piece."""
    text = as_document.CONTROL.sub(lambda found: f"U+{ord(found[0]):04X}", text)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"


@given(PIECES, st.integers(1, 8))
def test_where_the_pieces_end_makes_no_difference(pieces: list[str], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_document, "PIECE", size)
        assert "".join(as_document.tidied(pieces)) == by_rule("".join(pieces))


class Rows:
    """Rows of a table that count how many were asked for."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        for _ in range(self.number):
            self.taken += 1
            yield "row" * 100


def test_rows_are_written_as_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(20_000)
    text = "{% for row in rows %}{{ row }}\n{% endfor %}"
    monkeypatch.setattr(as_document, "built_in_templates", lambda: {"long.md.j2": text})
    monkeypatch.setattr(as_document, "plain", lambda figure: {"rows": figure})
    # What gsca itself writes may be as long as the data make it.
    monkeypatch.setattr(templates, "LARGEST_OUTPUT", 1_000)
    pieces = markdown_pieces("long", rows, {})
    first = next(pieces)
    assert 0 < rows.taken < 1_000
    longest = max(len(piece) for piece in [first, *pieces])
    assert longest < 2 * as_document.PIECE
    assert rows.taken == 20_000


def test_the_pieces_together_are_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_document, "built_in_templates", lambda: {"a.md.j2": "\n\nx\n\n\n\ny "})
    monkeypatch.setattr(as_document, "plain", lambda figure: figure)
    assert render_markdown("a", {}, {}) == "x\n\ny\n"


@pytest.mark.parametrize("file", sorted((ROOT / "tests/golden").glob("*.md")), ids=lambda f: f.stem)
def test_no_date_at_the_start_of_a_line_numbers_a_list(file: Path) -> None:
    """`- 2022. Reissued` is a list within a list to a reader of Markdown."""
    assert "ol" not in rendered(file.read_text("utf-8")).tags
