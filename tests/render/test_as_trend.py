"""Trends as text, Markdown and CSV; whole outputs are golden files of `tests/cli/test_trend.py`."""

import csv
from dataclasses import replace

import pytest
from render.gfm import tables

from gsca_cli.analysis.edition import Named
from gsca_cli.analysis.trend import Apart, Count, Line, Pair, Trend
from gsca_cli.render.as_trend import render_trend, trend_csv, trend_markdown

NONE = Pair(0, 0)
NOTHING_APART = Apart(NONE, 0, NONE, NONE, 0, 0)


def line(year: int, chosen: Count, done: Count, **more: int | str) -> Line:
    return replace(
        Line(str(year), "", f"{year}-01-01", f"{year}-12-31", chosen, done),
        **more,  # type: ignore[arg-type]
    )


LINES = (
    line(2022, Count(12, 12, 0), Count(0, 0, 0)),
    line(2023, Count(11, 1, 2, 1, 0), Count(0, 0, 0)),
    line(2024, Count(14, 3, 0), Count(2, 2, 0)),
)
TREND = Trend(
    kind="region",
    about=Named("north", "North"),
    by="year",
    recorded=False,
    since="",
    today="2024-06-10",
    before=NONE,
    lines=LINES,
    in_all=Pair(14, 2),
    apart=NOTHING_APART,
)
RECORDED = replace(TREND, recorded=True, apart=None)


def notes(trend: Trend) -> str:
    return " ".join(render_trend(trend, 80).rpartition("\n\n")[2].split())


def test_numbers_stand_beside_the_bars_and_in_the_table() -> None:
    assert render_trend(TREND, 80) == (
        "North: selections and completed steps by year\n"
        "By the recorded dates, until 2024-06-10.\n"
        "\n"
        "selections       12 ▇▇█ 14\n"
        "completed steps   0 ▁▁█  2\n"
        "\n"
        "year  selections   new  ended  completed steps  new\n"
        "2022          12  +12                        0\n"
        "2023          11   +1*     -2                0\n"
        "2024          14   +3                        2   +2\n"
        "\n"
        "Not exact (*), and so counted from the last day that the date may mean, today at\n"
        "  the latest: 1 selection.\n"
        "On record in all, with a date or without: 14 selections and 2 completed steps.\n"
    )


def test_what_no_line_counts_is_told_in_words_and_numbers() -> None:
    apart = Apart(Pair(4, 12), 5, Pair(1, 0), Pair(0, 1), 2, 1)
    trend = replace(TREND, before=Pair(3, 0), in_all=Pair(20, 14), apart=apart)
    assert notes(trend) == (
        "Before the first line: 3 selections. "
        "Without a date, and so in no year: 4 selections and 12 completed steps "
        "(5 derived from selections, and so never dated). "
        "Dated after today, and so in no year: 1 selection. "
        "Ending after today, and so counted until then, though not by reports: 1 completed step. "
        "Withdrawn, with no `since`, and so in no year: 2 selections. "
        "Not exact (*), and so counted from the last day that the date may mean, "
        "today at the latest: 1 selection. "
        "Outside the columns of the region, and not counted, as in its report: 1 selection. "
        "On record in all, with a date or without: 20 selections and 14 completed steps."
    )
    rows = [row for row in csv.reader(trend_csv(trend).splitlines()) if not row[2]]
    assert [(row[0], row[4], row[7]) for row in rows] == [
        ("before", "3", "0"),
        ("no date", "4", "12"),
        ("after today", "1", "0"),
        ("ends after today", "0", "1"),
        ("withdrawn, no date", "2", "0"),
        ("not exact", "1", "0"),
        ("outside the columns", "1", "0"),
        ("in all", "20", "14"),
    ]
    for words in (
        "Without a date, and so in no year: 4 selections",
        "On record in all, with a date or",
    ):
        assert f"- {words}" in trend_markdown(trend)


def test_without_any_date_the_cure_is_told() -> None:
    empty = replace(
        TREND, lines=(), in_all=Pair(1, 0), apart=replace(NOTHING_APART, undated=Pair(1, 0))
    )
    assert notes(empty) == (
        "No selection and no completed step has a date (`since`), so none can be placed in time. "
        "With --recorded, git tells what was on record, and when. "
        "Without a date, and so in no year: 1 selection. "
        "On record in all, with a date or without: 1 selection and no completed steps."
    )
    assert "▁" not in render_trend(empty, 80)
    assert tables(trend_markdown(empty)) == []


def test_what_git_had_on_record_is_held_against_the_files_at_hand() -> None:
    assert "What git had on record at the end of each year" in render_trend(RECORDED, 80)
    assert notes(RECORDED) == (
        "In the files at hand: 14 selections and 2 completed steps, as in the last line."
    )
    assert notes(replace(RECORDED, in_all=Pair(15, 2))) == (
        "In the files at hand: 15 selections and 2 completed steps; "
        "what is not committed, or was committed later, is in no line."
    )
    assert notes(replace(RECORDED, lines=())).startswith(
        "No record was committed until 2024-06-10. In the files at hand: 14 selections"
    )


def test_what_git_had_on_record_until_a_commit_is_held_against_that_commit() -> None:
    then = replace(RECORDED, commit="1a2b3c4d" * 5)
    assert notes(then) == ("In 1a2b3c4d: 14 selections and 2 completed steps, as in the last line.")
    assert notes(replace(then, in_all=Pair(15, 2))) == (
        "In 1a2b3c4d: 15 selections and 2 completed steps; what was committed later is in no line."
    )
    assert "files at hand" not in trend_csv(then)


def test_files_that_could_not_be_read_are_told() -> None:
    trend = replace(RECORDED, lines=(*LINES[:2], replace(LINES[2], unreadable=3)))
    assert notes(trend).startswith("Unread: cities whose file could not be read")
    assert render_trend(trend, 80).splitlines()[6].endswith("unread")
    assert render_trend(trend, 80).splitlines()[9].endswith("   3")
    assert trend_csv(trend).splitlines()[3].endswith(",3")


def test_files_at_hand_that_could_not_be_read_are_named() -> None:
    said = "Could not be read, and so not counted: data/0.yaml."
    assert notes(replace(TREND, left_out=("data/0.yaml",))).endswith(said)
    many = tuple(f"{number}.yaml" for number in range(7))
    said = "0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml, and 2 more."
    assert notes(replace(RECORDED, left_out=many)).endswith(said)
    assert r"a\_b.yaml" in trend_markdown(replace(TREND, left_out=("a_b.yaml",)))


def test_a_policy_says_whose_steps_these_are() -> None:
    said = "The steps are those that cities follow for this policy by itself."
    assert notes(replace(TREND, kind="policy")).endswith(said)
    assert not notes(TREND).endswith(said)


def test_markdown_and_csv_hold_the_same_numbers() -> None:
    (table,) = tables(trend_markdown(TREND))
    assert table == [
        ["year", "selections", "new", "ended", "completed steps", "new"],
        ["2022", "12", "+12", "", "0", ""],
        ["2023", "11", "+1*", "-2", "0", ""],
        ["2024", "14", "+3", "", "2", "+2"],
    ]
    rows = list(csv.DictReader(trend_csv(TREND).splitlines()))[:3]
    names = ("period", "first", "selections", "new selections", "ended selections")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("2022", "2022-01-01", "12", "12", "0"),
        ("2023", "2023-01-01", "11", "1", "2"),
        ("2024", "2024-01-01", "14", "3", "0"),
    ]


@pytest.mark.parametrize("width", [40, 80])
def test_a_long_title_is_cut_and_steers_nothing(width: int) -> None:
    titled = replace(LINES[2], title="\x1b[2J | 加賀" + "の会議" * 30)
    trend = replace(TREND, by="meeting", lines=(titled,))
    row = render_trend(trend, width).splitlines()[-5 if width == 40 else -3]
    assert "\x1b" not in render_trend(trend, width) + trend_markdown(trend)
    assert row.endswith("…") or width == 40
    (table,) = tables(trend_markdown(trend))
    assert len(table[1]) == len(table[0])


def test_many_periods_fit_into_the_width() -> None:
    lines = tuple(line(1000 + number, Count(1, 0, 0), Count(0, 0, 0)) for number in range(300))
    for width in (30, 80, 500):
        shown = render_trend(replace(TREND, lines=lines), width).splitlines()
        bars = next(each for each in shown if each.startswith("selections  "))
        assert len(bars) <= min(width, 90)
        assert bars.endswith("█ 1")
