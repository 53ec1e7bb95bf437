"""Mistakes in how a value is written."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from mistakes.edits import Edit, spot
from mistakes.fields import Form
from mistakes.misspelling import garbled, later, misspelt, wide
from mistakes.mistake import Cure, Mistake, leaf, mistake, moved, needed, plain, respelt
from mistakes.specimens import Specimen, Specimens

SPELLED: Final = frozenset(
    (
        Form.REFERENCE,
        Form.ID,
        Form.ROUTE,
        Form.CODE,
        Form.CHOICE,
        Form.COUNTED,
        Form.WORD,
        Form.LINK,
        Form.DATE,
        Form.LANGUAGE,
        Form.COUNTRY,
        Form.SUBDIVISION,
        Form.COLOUR,
        Form.FLAG,
    )
)
"""What has a right spelling; a free text has none, and neither has a number."""
_NUMERIC: Final = frozenset((Form.DATE, Form.COUNT, Form.NUMBER, Form.AMOUNT))
_WRITTEN: Final = frozenset((Form.TEXT, Form.TEXTS, Form.WORD, Form.ANY))
_CASELESS: Final = frozenset((Form.DATE, Form.LINK, Form.COLOUR, Form.FLAG))


def misspelt_value(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A value that has a right spelling has another one."""
    if (found := leaf(specimen)) and found[1].form in SPELLED:
        route, spelling = found
        right = plain(specimen.sheet.source(route))
        words = needed(spelling) if spelling.form in {Form.DATE, Form.COLOUR} else ""
        edit = respelt(specimen, route, misspelt(right, spelling.form))
        yield from mistake(specimen, [edit], Cure((right,), words))


def out_of_range(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A value beyond what there is: latitude 95, the month 13, a country without a code."""
    if found := leaf(specimen):
        right = plain(specimen.sheet.source(found[0]))
        place = specimen.sheet.value(found[0])
        for wrong, words in _beyond(found[1].form, specimen.field.label, right):
            yield from mistake(specimen, [Edit(*place, wrong)], Cure((right,), words))


def _beyond(form: Form, label: str, right: str) -> Iterator[tuple[str, str]]:
    """Impossible values, and the words by which a hint names the limit, or the right form."""
    match form:
        case Form.DATE:
            year, month = right[:4], right[5:7] or "06"
            yield f"{year}-13", r"\b12\b|\b2022-06\b"
            yield f"{year}-{month}-32", r"\b3[01]\b|\b2022-06-11\b"
        case Form.NUMBER:
            limit = 90 if label.endswith("lat") else 180
            yield str(limit + 5), rf"\b{limit}\b"
        case Form.COUNT:
            yield "-5", r"\b0\b"
        case Form.AMOUNT:
            yield "-5", r"\b0\b|\b17\b"
            if label.endswith("percent"):
                yield "250", r"\b100\b"
        case Form.COUNTRY:
            yield "ZZ", "ISO 3166"
        case Form.SUBDIVISION:
            yield f"{right[:2]}-ZZZ", "ISO 3166"
        case Form.LANGUAGE:
            yield "xx", "BCP 47"
        case Form.COLOUR:
            yield "'#gg7d32'", "#[0-9a-f]{6}"


def in_the_future(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """What happened is said to have happened on a day that has not come."""
    found = leaf(specimen)
    if found and found[1].form is Form.DATE and not may_lie_ahead(specimen.field.label):
        right = plain(specimen.sheet.source(found[0]))
        edit = respelt(specimen, found[0], later(right))
        yield from mistake(specimen, [edit], Cure((right,), "correct the date"))


def may_lie_ahead(label: str) -> bool:
    """Is a date in the future no mistake?"""
    return label.endswith(".due") or label == "meetings[].date"


def mojibake(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A text with letters outside ASCII was read in another encoding; a file was saved in one."""
    sheet = specimen.sheet
    if not specimen.route:
        line = "# São Tomé\n"
        content = line.encode("latin-1") + sheet.text.encode()
        place = spot(sheet.path, line, line.index("ã"), line.index("ã") + 1)
        yield Mistake({sheet.path: content}, (place,), Cure(words="UTF-8"))
    elif (found := leaf(specimen)) and found[1].form in _WRITTEN:
        source = sheet.source(found[0])
        right = "São Tomé" if source.isascii() else source
        accented = next(word for word in right.split() if not word.isascii()).strip("\"'.,")
        edit = Edit(*sheet.value(found[0]), garbled(right))
        yield from mistake(specimen, [edit], Cure((accented,)))


def capitals(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A key or a word begins with a capital; a code is in small letters."""
    if not specimen.route:
        path = PurePosixPath(specimen.path)
        yield moved(specimen, str(path.with_stem(path.stem.capitalize())), Cure((path.stem,)))
        return
    if key := specimen.sheet.key(specimen.route):
        right = str(specimen.route[-1])
        yield from mistake(specimen, [Edit(*key, right[0].swapcase() + right[1:])], Cure((right,)))
    found = leaf(specimen)
    if found and found[1].form in SPELLED - _CASELESS:
        right = plain(specimen.sheet.source(found[0]))
        wrong = right.lower() if right.isupper() else right[0].upper() + right[1:]
        yield from mistake(specimen, [respelt(specimen, found[0], wrong)], Cure((right,)))


def full_width(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """Letters and digits are written full-width, as an input method for Japanese does."""
    if not specimen.route:
        path = PurePosixPath(specimen.path)
        yield moved(specimen, str(path.with_stem(wide(path.stem))), Cure((path.stem,)))
        return
    key = specimen.sheet.key(specimen.route)
    if key and specimen.field.key and specimen.field.key.form is not Form.LANGUAGE:
        right = str(specimen.route[-1])
        yield from mistake(specimen, [Edit(*key, wide(right))], Cure((right,)))
    found = leaf(specimen)
    if found and found[1].form in (SPELLED | _NUMERIC) - {Form.WORD, Form.FLAG, Form.LINK}:
        right = plain(specimen.sheet.source(found[0]))
        yield from mistake(specimen, [respelt(specimen, found[0], wide(right))], Cure((right,)))


def comma(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A number has a decimal comma, or commas between its thousands."""
    if not (found := leaf(specimen)):
        return
    right = plain(specimen.sheet.source(found[0]))
    match found[1].form:
        case Form.NUMBER:
            wrong = right.replace(".", ",")
        case Form.COUNT:
            wrong = f"{int(right):,}"
        case Form.AMOUNT if specimen.field.label.endswith("percent"):
            wrong, right = f"{right},5", f"{right}.5"
        case _:
            return
    yield from mistake(specimen, [respelt(specimen, found[0], wrong)], Cure((right,)))


def curly_quotes(specimen: Specimen, _: Specimens) -> Iterator[Mistake]:
    """A word processor has put its own quotes around a value."""
    found = leaf(specimen)
    if found and found[1].form in (SPELLED | _NUMERIC) - {Form.WORD}:
        right = plain(specimen.sheet.source(found[0]))
        edit = Edit(*specimen.sheet.value(found[0]), f"“{right}”")
        yield from mistake(specimen, [edit], Cure((right,)))
