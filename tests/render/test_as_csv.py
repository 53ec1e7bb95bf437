import csv
import io
import re

import pytest
from editions import city
from hypothesis import given
from hypothesis import strategies as st
from small_alliance import TODAY, alliance_of

from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.matrix import policy_matrix, steps_matrix
from gsca_cli.findings import UNSEEN
from gsca_cli.records.when import When
from gsca_cli.render.as_csv import policies_csv, render_csv, steps_csv

FORMULAS = [
    "=1+1",
    '=HYPERLINK("https://example.org","click")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "-",
    "=",
]
HARMLESS = [
    "",
    "Oslo",
    "1",
    "1-1",
    "a=b",
    "'=1+1",
    "a@example.org",
    "X",
    "?",
    "\u2212",
    "加賀市",
    ".",
]


def rows_of(text: str) -> list[list[str]]:
    """A CSV text as any reader of RFC 4180 takes it."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def carriage_returns_are_quoted() -> bool:
    """Does this Python's own writer quote them, whatever ends its lines?"""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(["\r"])
    return '"' in out.getvalue()


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert rows_of(render_csv(["a"], [[cell]])) == [["a"], [f"'{cell}"]]
    assert rows_of(render_csv([cell], [])) == [[f"'{cell}"]]


@pytest.mark.parametrize("cell", ["\r=1+1", "two\rlines"])
def test_a_carriage_return_breaks_no_row(cell: str) -> None:
    rows = rows_of(render_csv(["a", "b"], [["x", cell], ["y", "z"]]))
    assert [(len(row), row[0]) for row in rows] == [(2, "a"), (2, "x"), (2, "y")]


@pytest.mark.parametrize("cell", HARMLESS)
def test_any_other_text_stays_as_it_is(cell: str) -> None:
    assert rows_of(render_csv(["a", "b"], [[cell, "x"]]))[1] == [cell, "x"]


@pytest.mark.parametrize("number", [0, 7, -7, 10**18])
def test_a_number_stays_a_number(number: int) -> None:
    assert render_csv(["a"], [[number]]) == f"a\n{number}\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain", "plain"),
        ("a, b", '"a, b"'),
        ('say "x"', '"say ""x"""'),
        ("two\nlines", '"two\nlines"'),
        ("semi;colon", "semi;colon"),
        (" blank ", " blank "),
        ('"', '""""'),
    ],
)
def test_a_cell_is_quoted_where_it_must_be(cell: str, written: str) -> None:
    assert render_csv(["a", "b"], [[cell, "x"]]) == f"a,b\n{written},x\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("a\x1b]0;PWNED\x07b", "a\\u001b]0;PWNED\\u0007b"),
        ("\u202e=1", "\\u202e=1"),
        ("\x1b[31m", "\\u001b[31m"),
        ("##[error]", "#\\u0023[error]"),
        ("\u0645\u06cc\u200c\u06af", "\u0645\u06cc\u200c\u06af"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
    ],
)
def test_what_would_disturb_a_terminal_shows_as_its_code(cell: str, written: str) -> None:
    assert rows_of(render_csv([cell], [[cell]])) == [[written], [written]]


LETTERS = st.characters(codec="utf-8", exclude_characters="\r").filter(
    lambda letter: not re.match(f"[{UNSEEN}]", letter)
)
CELLS = st.text(LETTERS, max_size=12).filter(lambda text: "##[" not in text)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_what_is_written_is_read_back_but_for_the_apostrophes(rows: list[list[str]]) -> None:
    back = rows_of(render_csv(["a", "b"], rows))
    assert back[0] == ["a", "b"]
    for row, cells in zip(rows, back[1:], strict=True):
        for before, after in zip(row, cells, strict=True):
            assert after in {before, f"'{before}"}
            assert after[:1] not in set("=+-@\t\n\uff1d\uff0b\uff0d\uff20")


def test_lines_end_with_a_line_feed_alone() -> None:
    assert render_csv(["a"], [["x"], ["y"]]) == "a\nx\ny\n"
    assert render_csv(["a", "b"], []) == "a,b\n"


OSLO = (
    "name: '=Oslo, \"the city\"'\ncountry: 'NO'\n"
    "regions: {north: {role: observer, standing: paused}}\n"
    "policies: {open-data: {steps: {plan: completed}}}\nsteps: {letter: in-progress}\n"
)
POLICY = "name: '@ Open, data'\nsources: [paper]\n"


def test_a_matrix_of_policies_is_a_table_with_totals() -> None:
    alliance = alliance_of({"data/cities/oslo.yaml": OSLO, "data/policies/open-data.yaml": POLICY})
    matrix = policy_matrix(Edition(alliance, Wish("en", TODAY)), alliance.regions["north"])
    assert rows_of(policies_csv(matrix)) == [
        ["id", "city", "tags", "'@ Open, data", "Dig Once", "total"],
        ["oslo", '\'=Oslo, "the city"', "observer; paused", "X", "", "1"],
        ["", "total", "", "1", "0", "1"],
    ]


@pytest.mark.parametrize(
    ("place", "since", "tags"),
    [
        ("{left: 2022-12}", "", "left 2022-12"),
        ("{left: 2022-12}", "2022-11", "left 2022-12; newly left"),
        ("{left: 2022-11/2022-12}", "2022-12", "left 2022-11 to 2022-12; perhaps newly left"),
        ("{standing: left, left: 2022-12}", "2022-11", "left; newly left"),
        ("{left: 2022-12}", "2023", "left 2022-12"),
        ("{joined: 2022-12}", "2022-11", "new"),
    ],
)
def test_a_city_that_came_or_left_says_so(place: str, since: str, tags: str) -> None:
    alliance = alliance_of({"data/cities/oslo.yaml": city(place=place)})
    wish = Wish("en", TODAY, When.parse(since) if since else None)
    matrix = steps_matrix(Edition(alliance, wish), alliance.regions["north"])
    assert matrix
    assert rows_of(steps_csv(matrix))[1][:3] == ["oslo", "Oslo", tags]


def test_a_matrix_of_steps_is_a_table_of_statuses() -> None:
    alliance = alliance_of({"data/cities/oslo.yaml": OSLO})
    matrix = steps_matrix(Edition(alliance, Wish("en", TODAY)), alliance.regions["north"])
    assert matrix
    assert rows_of(steps_csv(matrix)) == [
        ["id", "city", "tags", "Letter", "Plan"],
        ["oslo", '\'=Oslo, "the city"', "observer; paused", "in-progress", "completed (derived)"],
    ]
