import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gsca_cli.render import as_terminal
from gsca_cli.render.as_terminal import render_document, render_table
from gsca_cli.render.markdown import markdown

WIDTHS = pytest.mark.parametrize("width", [80, 40])
MARKUP = [
    "[red]",
    "[/]",
    "[bold]x[/bold]",
    "[link=https://example.org]x[/link]",
    "[a] [1]",
    ":smile:",
]
POLICIES = ["Open Data", "Privacy Impact Assessment", "Accountability", "Dig Once"]
CITIES = ["Buenos Aires", "Ciudad de México", "Kakogawa", "San Brígido"]
MATRIX = (
    "# North\n\nSome words.\n\n"
    f"| City | {' | '.join(POLICIES)} | Total |\n"
    f"| --- |{' :-: |' * len(POLICIES)} --: |\n"
    + "".join(f"| {city} | X | | X | ◐ New! | 3 |\n" for city in CITIES)
    + "| **Total** | **4** | **0** | **4** | **4** | **12** |\n"
)


def words(text: str) -> list[str]:
    return text.split()


@WIDTHS
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut_off(width: int) -> None:
    text = render_document(MATRIX, width, colour=False)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "…" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(line == line.rstrip() for line in text.splitlines())


@WIDTHS
def test_no_word_of_a_table_is_broken_where_all_can_fit(width: int) -> None:
    text = render_document(MATRIX, width, colour=False)
    for name in (*POLICIES, *CITIES, "Total", "New!"):
        assert set(words(name)) <= set(words(text)), name


def test_headings_that_do_not_fit_are_numbered_with_a_key() -> None:
    wide, narrow = (render_document(MATRIX, width, colour=False) for width in (80, 40))
    assert "1 Open Data" not in wide
    assert " ".join(words(narrow)).endswith(
        "1 Open Data · 2 Privacy Impact Assessment · 3 Accountability · 4 Dig Once"
    )
    (heading,) = (line for line in narrow.splitlines() if line.lstrip().startswith("City"))
    assert words(heading) == ["City", "1", "2", "3", "4", "Total"]


def test_where_even_numbers_do_not_fit_headings_stay() -> None:
    text = render_document(MATRIX, 20, colour=False)
    assert "1 Open" not in text
    assert max(cell_len(line) for line in text.splitlines()) <= 20
    assert "…" not in text


def test_numbered_headings_keep_every_cell_of_the_table() -> None:
    narrow = render_document(MATRIX, 40, colour=False)
    (row,) = (line for line in narrow.splitlines() if "Kakogawa" in line)
    assert words(row)[:3] == ["Kakogawa", "X", "X"]
    assert words(row)[-1] == "3"


@WIDTHS
@pytest.mark.parametrize("name", MARKUP)
def test_what_looks_like_markup_is_printed_as_it_is(name: str, width: int) -> None:
    document = f"# {markdown(name)}\n\n{markdown(name)}\n\n| A |\n| --- |\n| {markdown(name)} |\n"
    assert render_document(document, width, colour=False).count(name) == 3
    assert render_table(["a", name], [["x", name]], width, colour=False).count(name) == 2


@WIDTHS
@pytest.mark.parametrize("name", ["加賀市とつくば市", "हिन्दी", "Ålesund 👍"])
def test_wide_letters_keep_the_columns_in_line(name: str, width: int) -> None:
    text = render_table(["a", "b"], [[name, "END"], ["x", "END"]], width, colour=False)
    starts = {cell_len(line[: line.index("END")]) for line in text.splitlines() if "END" in line}
    assert len(starts) == 1


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    text = render_table(["name", "total"], [["a", 5], ["bcd", 1000]], 80, colour=False)
    assert [line[1:] for line in text.splitlines()] == [
        "name  total",
        "─" * 11,
        "a         5",
        "bcd    1000",
    ]


def test_a_column_with_a_text_among_its_numbers_is_text() -> None:
    text = render_table(["n"], [["a"], [1000]], 80, colour=False)
    assert [line[1:] for line in text.splitlines()][2:] == ["a", "1000"]


def test_a_table_may_be_empty() -> None:
    assert words(render_table(["a", "b"], [], 80, colour=False))[:2] == ["a", "b"]


def test_a_long_address_is_folded_rather_than_cut() -> None:
    address = "https://example.org/" + "a" * 100
    text = render_table(["link", "id"], [[address, "x"]], 40, colour=False)
    assert "…" not in text
    assert "".join(line.split()[0] for line in text.splitlines()[2:]) == address
    assert max(cell_len(line) for line in text.splitlines()) <= 40


def test_without_colour_there_are_no_codes_and_with_it_there_are() -> None:
    assert "\x1b" not in render_document(MATRIX, 80, colour=False)
    assert "\x1b[" in render_document(MATRIX, 80, colour=True)
    assert "\x1b" not in render_table(["a"], [["x"]], 80, colour=False)


def test_a_heading_begins_at_the_left_margin() -> None:
    assert render_document("# North\n\n## Steps\n", 80, colour=False).splitlines()[0] == "North"


NAMES = st.lists(
    st.text(st.sampled_from("abcdé加市[]/* "), min_size=1, max_size=20).filter(str.strip),
    min_size=3,
    max_size=3,
)


def check_that_all_letters_are_kept(rows: list[list[str]], width: int) -> None:
    text = render_table(["a", "b", "c"], rows, width, colour=False)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "…" not in text
    body = text.splitlines()[2:]
    kept = sorted("".join("".join(body).split()))
    assert kept == sorted("".join("".join(cell for row in rows for cell in row).split()))


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_every_table_fits_and_keeps_all_its_letters(rows: list[list[str]]) -> None:
    check_that_all_letters_are_kept(rows, 80)


def test_where_words_must_be_broken_no_column_disappears() -> None:
    check_that_all_letters_are_kept([["x", "y" * 18, "z" * 18]], 40)


def test_a_name_that_turns_the_line_around_is_shown_as_its_code() -> None:
    assert "\u202e" not in render_table(["name"], [["Oslo\u202e"]], 80, colour=False)


CELLS = st.integers(0, 10**6) | st.text(
    st.sampled_from("abcé加ÅÅ👍ａ -–…,.'\t\n\u200b\u0301"), max_size=12
)


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    ),
    st.sampled_from([8, 24, 80]),
    st.sampled_from([False, True]),
)
def test_rows_that_break_no_line_are_laid_out_as_rich_does(
    rows: list[list[str | int]],
    width: int,
    colour: bool,  # noqa: FBT001 (drawn at random)
) -> None:
    header = [f"column {number}" for number in range(len(rows[0]))]
    quick = render_table(header, rows, width, colour=colour)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_terminal, "_fits", lambda *_: False)
        assert quick == render_table(header, rows, width, colour=colour)


def test_an_address_is_written_once_and_the_target_of_a_link_behind_it() -> None:
    text = render_document("<https://a.org/> and [b](https://b.org)", 80, colour=False)
    assert text.strip() == "https://a.org/ and b (https://b.org)"
