import pytest
from mistakes.edits import Edit, Sheet, Spot, edited, matches

from gsca_cli.findings import Location, Route

PATH = "data/cities/oslo.yaml"
TEXT = """\
name: {en: Oslo, no: 'Oslo'}
regions:
  north: {role: member, joined: 2021}  # the first
policies:
  clean-air:
  open-data: {status: completed}
notes:
  - text: >-
      One
      two.
    date: 2022
  - Three
sources: [paper, {atlas: [name]}]
"""
SHEET = Sheet(PATH, TEXT)


def changed(edit: Edit) -> tuple[list[str], str]:
    """The lines that are new, and what stands at the spot of the mistake."""
    text, ((_, start, end),) = edited(PATH, TEXT, [edit])
    lines = text.splitlines()
    assert start[0] == end[0]
    new = [line for line in lines if line not in TEXT.splitlines()]
    return new, lines[start[0] - 1][start[1] - 1 : end[1] - 1]


@pytest.mark.parametrize(
    ("route", "source"),
    [
        (("name", "no"), "'Oslo'"),
        (("regions",), "north: {role: member, joined: 2021}"),
        (("regions", "north"), "{role: member, joined: 2021}"),
        (("policies", "clean-air"), ""),
        (("notes", 0, "text"), ">-\n      One\n      two."),
        (("notes", 1), "Three"),
        (("sources",), "[paper, {atlas: [name]}]"),
        (("sources", 1), "{atlas: [name]}"),
        (("sources", 1, "atlas", 0), "name"),
    ],
)
def test_a_value_is_found_as_it_is_written(route: Route, source: str) -> None:
    assert SHEET.source(route) == source


@pytest.mark.parametrize(
    ("route", "gone", "new"),
    [
        (("name", "en"), [0], "name: {no: 'Oslo'}"),
        (("name", "no"), [0], "name: {en: Oslo}"),
        (("regions", "north"), [2], ""),
        (("policies",), [3, 4, 5], ""),
        (("policies", "clean-air"), [4], ""),
        (("notes", 0, "text"), [7, 8, 9, 10], "  - date: 2022"),
        (("notes", 0, "date"), [10], ""),
        (("notes", 1), [11], ""),
        (("sources", 1), [12], "sources: [paper]"),
        (("sources", 1, "atlas", 0), [12], "sources: [paper, {atlas: []}]"),
    ],
)
def test_an_entry_is_deleted_with_its_lines_or_its_comma(
    route: Route, gone: list[int], new: str
) -> None:
    text, _ = edited(PATH, TEXT, [SHEET.delete(route)])
    lines = TEXT.splitlines()
    kept = [line for number, line in enumerate(lines) if number not in gone]
    assert [line for line in text.splitlines() if line != new] == kept
    assert not new or new in text.splitlines()


@pytest.mark.parametrize(
    ("route", "new", "spot"),
    [
        (("name", "en"), "name: {en: Oslo, en: Oslo, no: 'Oslo'}", "en"),
        (("sources", 0), "sources: [paper, paper, {atlas: [name]}]", "paper"),
        (("regions", "north"), "  north: {role: member, joined: 2021}", "north"),
        (("notes", 0, "date"), None, "date"),
        (("notes", 1), None, "Three"),
    ],
)
def test_an_entry_is_repeated_behind_itself(route: Route, new: str | None, spot: str) -> None:
    lines, found = changed(SHEET.repeat(route))
    assert found == spot
    assert lines == ([new] if new else [])
    text, _ = edited(PATH, TEXT, [SHEET.repeat(route)])
    assert new is not None or len(text.splitlines()) == len(TEXT.splitlines()) + 1


@pytest.mark.parametrize(
    ("route", "new"),
    [
        (("regions", "north", "role"), "  north: {role: X, joined: 2021}  # the first"),
        (
            ("regions", "north", "left"),
            "  north: {role: member, joined: 2021, left: X}  # the first",
        ),
        (("policies", "clean-air"), "  clean-air: X"),
        (("policies", "dig-once"), "  dig-once: X"),
        (("country",), "country: X"),
    ],
)
def test_a_value_is_put_in_place_of_another_or_at_the_end(route: Route, new: str) -> None:
    lines, _ = changed(SHEET.put(route, "X"))
    assert lines == [new]
    made = SHEET.having(route, "X")
    assert made
    assert made.at(route) == "X"


def test_what_can_be_read_no_more_is_no_sheet() -> None:
    assert SHEET.having(("country",), "[") is None


def test_edits_are_made_in_their_order_and_each_is_found_again() -> None:
    text, spots = edited(PATH, "ab\ncd\n", [Edit(4, 5, "XY\nZ"), Edit(0, 1, "  Q", lead=2)])
    assert text == "  Qb\ncXY\nZ\n"
    assert spots == (Spot(PATH, (1, 3), (1, 4)), Spot(PATH, (2, 2), (3, 2)))


@pytest.mark.parametrize(
    ("pattern", "routes"),
    [
        (("regions", "*", "role"), [("regions", "north", "role")]),
        (("notes", "[]"), [("notes", 0), ("notes", 1)]),
        (("notes", "[]", "date"), [("notes", 0, "date")]),
        (("name", "[]"), []),
        (("sources", "*"), []),
        (("country",), []),
        ((), [()]),
    ],
)
def test_a_pattern_fits_what_is_there(pattern: tuple[str, ...], routes: list[Route]) -> None:
    assert list(matches(SHEET.data, pattern)) == routes


@pytest.mark.parametrize(
    ("place", "holds"),
    [
        (Location(PATH, 2, 3, 5), False),
        (Location(PATH, 2, 3, 6), True),
        (Location(PATH, 2, 7, 9), True),
        (Location(PATH, 2, 8, 9), False),
        (Location(PATH, 2, 5, 5), True),
        (Location(PATH, 1, 5, 6), False),
        (Location("data/cities/rome.yaml", 2, 5, 6), False),
    ],
)
def test_a_spot_holds_what_overlaps_it(place: Location, holds: bool) -> None:  # noqa: FBT001 (a column)
    assert Spot(PATH, (2, 5), (2, 8)).holds(place) is holds


def test_a_spot_of_no_letters_holds_what_begins_there() -> None:
    top = Spot(PATH, (1, 1), (1, 1))
    assert top.holds(Location(PATH))
    assert not top.holds(Location(PATH, 1, 2, 3))
    assert Spot(PATH, (1, 5), (3, 2)).holds(Location(PATH, 2, 40, 41))
