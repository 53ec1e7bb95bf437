"""The first rows only: which these are, and what is said of the others."""

import csv
import io
import json

import pytest
from gsca import Gsca
from render.gfm import tables

TOLD = "gsca: the first 3 of 11 rows are shown; leave out --limit to see all\n"


def ids(text: str) -> list[str]:
    """The first column of a CSV, without its header."""
    return [row[0] for row in csv.reader(io.StringIO(text))][1:]


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_list_shows_its_first_rows_and_tells_of_the_others_beside_it(
    shipped: Gsca, form: str
) -> None:
    words = ("list", "cities", "--region", "latam", "--format", form)
    whole, short = shipped(*words), shipped(*words, "--limit", "3")
    assert (whole.code, whole.err) == (0, "")
    assert (short.code, short.err) == (0, TOLD)
    if form == "json":
        assert json.loads(short.out)["cities"] == json.loads(whole.out)["cities"][:3]
    elif form == "csv":
        assert short.out.splitlines() == whole.out.splitlines()[:4]
    else:
        assert [line.split()[0] for line in short.out.splitlines()[2:]] == ids(
            shipped.out("list", "cities", "--region", "latam", "--format", "csv")
        )[:3]


@pytest.mark.parametrize("limit", ["11", "12", "99999999999"])
def test_a_limit_that_hides_nothing_says_nothing(shipped: Gsca, limit: str) -> None:
    words = ("list", "cities", "--region", "latam")
    assert shipped.out(*words, "--limit", limit) == shipped.out(*words)
    assert shipped.out("report", "latam", "--limit", limit) == shipped.out("report", "latam")
    json_too = ("report", "latam", "--format", "json")
    assert shipped.out(*json_too, "--limit", limit) == shipped.out(*json_too)


def test_a_limit_needs_a_row(shipped: Gsca) -> None:
    for words in (("list", "cities"), ("report", "latam")):
        ran = shipped(*words, "--limit", "0")
        assert (ran.code, ran.out) == (2, "")


def test_a_report_shows_the_first_rows_of_its_tables_with_the_totals_of_all(shipped: Gsca) -> None:
    whole, short = shipped.out("report", "latam"), shipped.out("report", "latam", "--limit", "3")
    for old, new, totals in zip(tables(whole)[:3], tables(short)[:3], (1, 0, 0), strict=True):
        assert new == old[:4] + old[len(old) - totals :]
    assert short.count("\n\n8 more cities are not shown; the totals are those of all.\n\n") == 1
    assert short.count("\n\n8 more cities are not shown.\n\n") == 2
    one = shipped.out("report", "latam", "--limit", "10")
    assert "\n\n1 more city is not shown.\n\n" in one


@pytest.mark.parametrize("sort", ["name", "selections", "progress"])
def test_the_first_rows_are_those_of_the_order_that_is_asked_for(shipped: Gsca, sort: str) -> None:
    words = ("report", "latam", "--format", "csv", "--table", "policies", "--sort", sort)
    whole, short = shipped.out(*words), shipped(*words, "--limit", "3")
    assert (short.code, short.err) == (0, TOLD)
    assert short.out.splitlines() == [*whole.splitlines()[:4], whole.splitlines()[-1]]


def test_what_is_new_in_a_row_that_is_not_shown_is_not_denied(shipped: Gsca) -> None:
    words = ("report", "latam", "--since", "2022-05")
    whole, short = shipped.out(*words), shipped.out(*words, "--limit", "2")
    legend = next(line for line in whole.splitlines() if line.startswith("●"))
    assert legend in short
    assert "no selection is known to be new since 2022-05" in short
    assert "no step is known" not in short


def test_a_footnote_of_rows_that_are_not_shown_is_left_out(shipped: Gsca) -> None:
    assert "the source prints no country" in shipped.out("report", "latam")
    assert "the source prints no country" not in shipped.out("report", "latam", "--limit", "2")


def test_only_a_region_has_rows_to_be_limited(shipped: Gsca) -> None:
    for words in (("report",), ("report", "bogota")):
        ran = shipped(*words, "--limit", "3")
        assert (ran.code, ran.out) == (2, "")
        told = "--limit shortens the tables of a region; this report has none: name a region"
        assert ran.err == f"gsca: {told}\n"
