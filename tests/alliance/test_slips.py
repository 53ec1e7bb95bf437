"""A slip of the pen is certain; what may have been another name is not."""

import pytest

from gsca_cli.alliance.slips import slip_of

NAMES = ("open-data", "dig-once", "report-2021", "report-2022", "part-a", "part-b", "note", "notes")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("open-dta", "open-data"),
        ("open-dataa", "open-data"),
        ("open-dada", "open-data"),
        ("opne-data", "open-data"),
        ("Open_Data", "open-data"),
        ("“open-data”", "open-data"),
        ("ｏｐｅｎ-data", "open-data"),
        ("dig once", "dig-once"),
        ("reprot-2021", "report-2021"),
        ("Notes", "notes"),
    ],
)
def test_one_slip_is_certain(word: str, name: str) -> None:
    assert slip_of(word, name, NAMES)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("opn-dta", "open-data"),
        ("report-2020", "report-2021"),
        ("report-2012", "report-2021"),
        ("part-c", "part-a"),
        ("nots", "notes"),
        ("noted", "notes"),
        ("open-data?", "open-data"),
        ("x" * 101, "x" * 100),
    ],
)
def test_two_slips_another_number_and_another_near_name_are_not(word: str, name: str) -> None:
    assert not slip_of(word, name, (*NAMES, name))


def test_of_short_words_only_the_signs_may_differ() -> None:
    assert slip_of("LAT", "lat", ("lat", "lon"))
    assert not slip_of("lai", "lat", ("lat", "lon"))


def test_two_names_that_differ_in_signs_alone_are_both_near() -> None:
    assert not slip_of("Open Data", "open-data", ("open-data", "open_data"))
