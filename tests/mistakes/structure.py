"""Mistakes in what stands where: entries, keys, ids, types."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from mistakes.edits import Edit, Spot, edited, spot
from mistakes.fields import ANY_KEY, ITEM, Form, Spelling
from mistakes.misspelling import exchanged
from mistakes.mistake import Cure, Mistake, leaf, mistake, moved, needed, plain, respelt
from mistakes.specimens import Specimen, Specimens

from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import DATA

_OF_ANOTHER_KIND: Final[Mapping[str, str]] = {
    "source": "open-data",
    "policy": "privacy",
    "principle": "open-data",
    "region": "bogota",
    "track": "latam",
    "programme": "open-data",
    "step": "recruit-cities",
    "phase": "recruit-cities",
    "status": "member",
    "role": "active",
    "standing": "completed",
    "cohort": "latam",
}
"""An id that exists, but is that of something else; of a step, one that cities do not walk."""
_STEP_OF_A_CITY: Final = "work-plan"


def _above(specimen: Specimen) -> Spot:
    """Where something that is missing must be reported: at the key of what should hold it."""
    sheet, above = specimen.sheet, specimen.route[:-1]
    if not above:
        return Spot(sheet.path, (1, 1), (1, 1))
    start, end = sheet.key(above) or (sheet.entry(above)[0], sheet.value(above)[0] + 1)
    return spot(sheet.path, sheet.text, start, end)


def dropped(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """The entry is left out; of a file, all of it."""
    sheet, route = specimen.sheet, specimen.route
    if not route:
        path = PurePosixPath(specimen.path)
        nowhere = (Spot(specimen.path, (1, 1), (1, 1)),)
        yield Mistake({specimen.path: None}, nowhere, Cure((path.stem, path.name)))
        return
    found = leaf(specimen)
    named = plain(sheet.source(found[0])) if found else ""
    right = [str(route[-1]) if sheet.key(route) else named]
    if len(sheet.siblings(route)) == 1:
        # What held nothing else is empty now: to name that is as good.
        right.append(str(route[-2]) if route[1:] else "")
    cure = Cure(tuple(filter(None, right)))
    yield from mistake(specimen, [sheet.delete(route)], cure, [_above(specimen)])


def emptied(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """The key, or the dash, stands without a value; of a file, nothing is left."""
    sheet, route = specimen.sheet, specimen.route
    if not route:
        here = (Spot(specimen.path, (1, 1), (1, 1)),)
        yield Mistake({specimen.path: b""}, here, Cure(words=r"`name: "))
        return
    key = sheet.key(route)
    if specimen.value is None or (not key and sheet.is_flow(route[:-1])):
        return
    start, end = sheet.entry(route)
    begin = sheet.text.index(":", key[1]) + 1 if key else start + 1
    length = key[1] - key[0] if key else 2
    # Within braces the blank stays: whoever deletes the value leaves it.
    blank = " " if key and sheet.is_flow(route[:-1]) else ""
    edit = Edit(start, end, sheet.text[start:begin] + blank, length=length)
    right = (str(route[-1]),) if key else ()
    yield from mistake(specimen, [edit], Cure(right, rf"delete|{needed(specimen.field.value)}"))


def duplicated(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """The entry stands twice; of a file, there is a copy in a folder of its own."""
    sheet, route = specimen.sheet, specimen.route
    words = r"keep one|delete|rename|another id"
    if route:
        first = spot(sheet.path, sheet.text, *(sheet.key(route) or sheet.value(route)))
        yield from mistake(specimen, [sheet.repeat(route)], Cure(words=words, first=(first,)))
    elif specimen.in_a_folder:
        path = PurePosixPath(specimen.path)
        copy = str(path.parent / "copy" / path.name)
        # Which of the two is the copy nobody can know.
        both = tuple(Spot(each, (1, 1), (1, 1)) for each in (specimen.path, copy))
        yield Mistake({copy: sheet.text.encode()}, both, Cure(words=words, first=both))


def misspelt_key(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """Two letters of the key are exchanged; of a file, of its name."""
    if not specimen.route:
        path = PurePosixPath(specimen.path)
        wrong = str(path.with_stem(exchanged(path.stem)))
        yield moved(specimen, wrong, Cure((path.stem, path.name)))
    elif key := specimen.sheet.key(specimen.route):
        right = str(specimen.route[-1])
        yield from mistake(specimen, [Edit(*key, exchanged(right))], Cure((right,)))


def another_kind(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """An id of something else stands where a reference is; a file is in another folder."""
    route = specimen.route
    if not route and specimen.in_a_folder:
        path = PurePosixPath(specimen.path)
        folder = Kind.CITY if specimen.field.kind is Kind.POLICY else Kind.POLICY
        wrong = f"{DATA}/{folder.plural}/{path.name}"
        yield moved(specimen, wrong, Cure(words=rf"\b{path.parts[1]}\b"))
    key, found = specimen.sheet.key(route) if route else None, leaf(specimen)
    if key and specimen.field.key and specimen.field.key.form is Form.REFERENCE:
        edit = Edit(*key, _foreign(specimen, specimen.field.key))
        yield from mistake(specimen, [edit], _listed(specimen.field.key, str(route[-1])))
    if found and found[1].form is Form.REFERENCE:
        edit = respelt(specimen, found[0], _foreign(specimen, found[1]))
        cure = _listed(found[1], plain(specimen.sheet.source(found[0])))
        yield from mistake(specimen, [edit], cure)


def _foreign(specimen: Specimen, spelling: Spelling) -> str:
    if spelling.target == "step" and specimen.field.kind is Kind.REGION:
        return _STEP_OF_A_CITY
    return _OF_ANOTHER_KIND[spelling.target]


def _listed(spelling: Spelling, right: str) -> Cure:
    """Which id was meant nobody can know: the hint must list them, or tell how to see them."""
    words = rf"there are: (.*[ `])?{right}(?![\w-])"
    if spelling.target in set(Kind):
        words += f"|`gsca list {Kind(spelling.target).plural}`"
    return Cure(words=words)


def wrong_type(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A list where a text is, a text where a list or a number is, a list of ids for a map."""
    sheet = specimen.sheet
    if not specimen.route:
        edit = Edit(0, len(sheet.text), "- a list\n")
        yield from mistake(specimen, [edit], Cure(words="`name: "))
    elif specimen.field.form is not Form.ANY:
        found = leaf(specimen)
        right = (plain(sheet.source(found[0])),) if found else ()
        edit = sheet.put(specimen.route, _of_another_type(specimen))
        yield from mistake(specimen, [edit], Cure(right, needed(specimen.field.value)))


def _of_another_type(specimen: Specimen) -> str:
    field = specimen.field
    found = leaf(specimen)
    source = specimen.sheet.source(found[0]) if found else "something"
    match field.form:
        case Form.FLAG:
            return "yes" if specimen.value else "no"
        case Form.COUNT | Form.NUMBER:
            return f"'{source}'"
        case Form.LIST:
            return next((item for item in specimen.value if isinstance(item, str)), "something")
        case Form.MAP if not field.bare and field.pattern[-1] in {ANY_KEY, ITEM}:
            return "something"
        case Form.MAP if not field.bare:
            return f"[{', '.join(map(str, specimen.value))}]"
        case _:
            return f"[{source}]"


def swapped(specimen: Specimen, specimens: Specimens) -> Iterator[Mistake]:
    """Two fields have each other's value."""
    both = specimens.beside(specimen.field)
    if not both:
        return
    here, there = both
    sheet = here.sheet
    one, other = leaf(here), leaf(there)
    if one and other:
        right = (plain(sheet.source(one[0])), plain(sheet.source(other[0])))
        edits = [
            Edit(*sheet.value(one[0]), sheet.source(other[0])),
            Edit(*sheet.value(other[0]), sheet.source(one[0])),
        ]
    else:
        right = (str(here.route[-1]), str(there.route[-1]))
        edits = [
            Edit(*(sheet.key(here.route) or (0, 0)), right[1]),
            Edit(*(sheet.key(there.route) or (0, 0)), right[0]),
        ]
    _, spots = edited(sheet.path, sheet.text, edits)
    # The key of what holds both is on the mistake too.
    above = [_above(here)] if here.route[1:] else []
    yield from mistake(here, edits, Cure(right, "exchange"), [*spots, *above])
