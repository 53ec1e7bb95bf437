"""The mends of one file: proved, or left out."""

import pytest

from gsca_cli.editing.applying import applied
from gsca_cli.findings import (
    Finding,
    Location,
    Mend,
    PutInQuotes,
    PutTogether,
    PutValue,
    RenameKey,
    ReplaceText,
    Severity,
)

PATH = "data/cities/x.yaml"
TEXT = "name: Oslo  # the capital\nplan: {since: 2022-05, state: no}\nlist: [a,  b]\n"


def finding(mend: Mend) -> Finding:
    return Finding("some-code", Severity.ERROR, Location(PATH), "wrong", mend=mend)


def made(*mends: Mend, text: str = TEXT) -> tuple[str, int]:
    """The text that comes of it, and how many mends were applied."""
    done = applied(PATH, text.encode(), [finding(mend) for mend in mends])
    return done.content.decode(), len(done.mended)


def at(line: int, start: int, end: int, old: str, new: str) -> ReplaceText:
    return ReplaceText(Location(PATH, line, start, end), old, new)


@pytest.mark.parametrize(
    ("mend", "old", "new"),
    [
        (PutValue(("name",), "Oslo", "Rome"), "Oslo", "Rome"),
        (PutValue(("plan", "since"), "2022-05", 2022), "2022-05", "2022"),
        (RenameKey(("plan", "state"), "status"), "state", "status"),
        (PutInQuotes(("plan", "state")), "no", '"no"'),
        (PutInQuotes(("list",), key=True), "list", '"list"'),
        (at(1, 7, 11, "sl", "SL"), "Oslo", "OSLo"),
        (at(1, 15, 26, "capital", "city"), "capital", "city"),
    ],
)
def test_a_mend_changes_its_place_alone(mend: Mend, old: str, new: str) -> None:
    assert made(mend) == (TEXT.replace(old, new), 1)


@pytest.mark.parametrize(
    "mend",
    [
        PutValue(("name",), "Rome", "Paris"),
        PutValue(("nowhere",), "Oslo", "Rome"),
        RenameKey(("name",), "plan"),
        RenameKey(("nowhere",), "there"),
        PutInQuotes(("list", 7)),
        at(1, 1, 26, "a", "e"),
        at(1, 7, 11, "zz", "y"),
        at(9, 1, 2, "a", "b"),
        at(1, 7, 11, "Oslo", "12"),
        at(1, 7, 11, "Oslo", "[Oslo]"),
        at(1, 7, 11, "Oslo", ""),
        at(1, 7, 11, "Oslo", "a: b"),
    ],
)
def test_what_does_not_fit_or_would_say_something_else_is_left_out(mend: Mend) -> None:
    assert made(mend) == (TEXT, 0)


CUT = (
    "name: Oslo  # the capital\nplan: {note: It's done, so it is: yes, since: 2022}\nlist: [a: b]\n"
)


def together(end: int, text: str, *pieces: str) -> PutTogether:
    return PutTogether(Location(PATH, 2, 14, end), text, ("plan", "note"), pieces)


@pytest.mark.parametrize(
    ("mend", "old", "new"),
    [
        (
            together(38, "It's done, so it is: yes", "so it is"),
            "It's done, so it is: yes",
            "'It''s done, so it is: yes'",
        ),
        (PutTogether(Location(PATH, 3, 8, 12), "a: b", ("list", 0), ()), "a: b", "'a: b'"),
    ],
)
def test_a_text_in_pieces_is_put_together(mend: Mend, old: str, new: str) -> None:
    assert made(mend, text=CUT) == (CUT.replace(old, new), 1)


@pytest.mark.parametrize(
    "mend",
    [
        together(38, "It's done, so it is: no", "so it is"),
        together(38, "It's done, so it is: yes"),
        together(33, "It's done, so it is", "so it is"),
        together(33, "It's done, so it is", "so it is", "since"),
        PutTogether(Location(PATH, 9, 8, 12), "a: b", ("list", 0), ()),
        PutTogether(Location(PATH, 3, 8, 12), "a: b", ("list", 1), ()),
        PutTogether(Location(PATH, 3, 8, 12), "a: b", ("name", "b"), ()),
    ],
)
def test_a_text_that_would_not_be_what_was_meant_is_not_put_together(mend: Mend) -> None:
    assert made(mend, text=CUT) == (CUT, 0)


def test_one_that_is_left_out_does_not_keep_the_others_from_it() -> None:
    good, bad = at(1, 7, 11, "Oslo", "Rome"), at(2, 15, 22, "2022-05", "12")
    assert made(bad, good) == (TEXT.replace("Oslo", "Rome"), 1)


def test_of_two_on_one_place_the_first_is_applied() -> None:
    assert made(at(1, 7, 10, "Osl", "Rom"), at(1, 9, 11, "lo", "la"))[1] == 1


def test_values_and_keys_are_mended_together_the_inner_ones_first() -> None:
    mends = (
        RenameKey(("plan",), "steps"),
        RenameKey(("plan", "state"), "status"),
        PutValue(("plan", "since"), "2022-05", "2023"),
    )
    new = TEXT.replace("plan", "steps").replace("state", "status").replace("2022-05", "'2023'")
    assert made(*mends)[1] == len(mends)
    assert made(*mends)[0].replace('"', "'") == new


def test_a_file_that_is_no_text_is_left_alone() -> None:
    mend = finding(at(1, 1, 2, "a", "b"))
    assert applied(PATH, b"a\xff", [mend]) == (b"a\xff", ())


def test_a_file_that_cannot_be_read_must_get_better() -> None:
    broken = "name:\tOslo\nplan: [\n"
    assert made(at(1, 6, 7, "\t", " "), text=broken) == ("name: Oslo\nplan: [\n", 1)
    assert made(at(1, 7, 11, "Oslo", "Rome"), text=broken) == (broken, 0)
