"""Mistakes that nobody sees: tabs, spaces of another kind, a space too many."""

from collections.abc import Iterator

from mistakes.edits import Edit
from mistakes.mistake import Cure, Mistake, mistake
from mistakes.specimens import Specimen, Specimens


def tab(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A tab stands where a space was, behind the colon or the dash, or before the entry."""
    yield from _in_place_of_a_space(specimen, "\t")


def no_break_space(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A space that only looks like one stands behind the colon or the dash, or before the entry."""
    yield from _in_place_of_a_space(specimen, "\u00a0")


def _in_place_of_a_space(specimen: Specimen, blank: str) -> Iterator[Mistake]:
    sheet, route = specimen.sheet, specimen.route
    if not route:
        return
    start, _ = sheet.entry(route)
    line = sheet.line_start(start)
    key = sheet.key(route)
    after = sheet.text.index(":", key[1]) + 1 if key else start + 1
    has_sign = key or not sheet.is_flow(route[:-1])
    if has_sign and sheet.value(route)[0] == after + 1:
        place = after
    elif sheet.begins_its_line(route) and line < start:
        place = line
    else:
        return
    yield from mistake(specimen, [Edit(place, place + 1, blank)], Cure(words=r"\bspaces?\b"))


def indentation(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """The line of the entry begins with one space too many."""
    sheet, route = specimen.sheet, specimen.route
    if route and sheet.begins_its_line(route):
        start = sheet.line_start(sheet.entry(route)[0])
        end = sheet.line_end(start) - 1
        edit = Edit(start, end, " " + sheet.text[start:end])
        yield from mistake(specimen, [edit], Cure(words="indent"))
