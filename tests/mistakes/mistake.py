"""What a mistake is: a change to a file that was right, where it is, and what would cure it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mistakes.edits import Edit, Spot, edited
from mistakes.fields import Form, Spelling
from mistakes.specimens import Specimen
from mistakes.trial import Changes

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.findings import Finding, Route

FORM_WORDS: Final[Mapping[Form, str]] = {
    Form.FILE: r"`name: ",
    Form.MAP: r"\bmap\b|`\w+: |below it",
    Form.LIST: r"\blist\b|`- |`([\w-]+: )?\[",
    Form.TEXT: r"\btext\b|\bword",
    Form.TEXTS: r"\btext\b|\bword",
    Form.WORD: r"\btext\b|\bword",
    Form.REFERENCE: r"\bids?\b",
    Form.ID: r"\bids?\b|small letters",
    Form.ROUTE: r"\broute\b|joined by dots",
    Form.CODE: r"\bcodes?\b",
    Form.COUNTED: r"members, founders",
    Form.DATE: r"\b2022-06\b",
    Form.LINK: r"https://",
    Form.LANGUAGE: r"`en`|BCP 47",
    Form.COUNTRY: r"ISO 3166",
    Form.SUBDIVISION: r"ISO 3166",
    Form.COLOUR: r"`?#[0-9a-f]{6}\b",
    Form.FLAG: r"`?true`? or `?false",
    Form.COUNT: r"\bnumber\b",
    Form.NUMBER: r"\bnumber\b",
    Form.AMOUNT: r"\bnumber\b|\b17\b",
    Form.ANY: r"\bvalue\b",
}
"""By one of these words a hint tells what belongs into a field; a choice names all it offers."""


@dataclass(frozen=True)
class Cure:
    """What a hint must hold to be a cure.

    One of the `right` values between backticks, or some `words` (a regular expression). Where
    something stands twice, the finding must also lead to the `first` one.
    """

    right: tuple[str, ...] = ()
    words: str = ""
    first: tuple[Spot, ...] = ()

    def is_in(self, finding: Finding) -> bool:
        """Does a finding hold it?"""
        if self.first and not any(_leads_to(first, finding) for first in self.first):
            return False
        quoted = re.findall(r"`([^`]*)`", finding.hint)
        return any(_names(each, right) for each in quoted for right in self.right) or bool(
            self.words and re.search(self.words, finding.hint)
        )


def _leads_to(first: Spot, finding: Finding) -> bool:
    """Does a finding elsewhere show where something stood before?"""
    related = any(first.holds(each.location) for each in finding.related)
    return related or (first.path != finding.location.path and first.path in finding.message)


def _names(text: str, right: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(right)}(?![\w-])", text))


@dataclass(frozen=True)
class Mistake:
    """Files that are changed, where the mistake is in them, and what would cure it."""

    changes: Changes
    spots: tuple[Spot, ...]
    cure: Cure


def mistake(
    specimen: Specimen, edits: Iterable[Edit], cure: Cure, spots: Iterable[Spot] = ()
) -> Iterator[Mistake]:
    """The mistake that some edits make; none if the file says what it said before."""
    sheet = specimen.sheet
    text, made = edited(sheet.path, sheet.text, edits)
    after = parse(sheet.path, text.encode())
    if isinstance(after, Document) and after.data == sheet.data:
        return
    yield Mistake({sheet.path: text.encode()}, tuple(spots) or made, cure)


def moved(specimen: Specimen, path: str, cure: Cure) -> Mistake:
    """The mistake that a file stands at another path."""
    changes = {specimen.path: None, path: specimen.sheet.text.encode()}
    return Mistake(changes, (Spot(path, (1, 1), (1, 1)),), cure)


def needed(spelling: Spelling) -> str:
    """The words by which a hint tells what belongs into a field."""
    if spelling.form is Form.CHOICE:
        return ".*".join(re.escape(choice) for choice in spelling.choices)
    return FORM_WORDS[spelling.form]


def leaf(specimen: Specimen) -> tuple[Route, Spelling] | None:
    """The one text or number that is the value of a field, and what it is; None if there is none.

    Of a text by language it is the first one.
    """
    route, spelling, value = specimen.route, specimen.field.value, specimen.value
    if spelling.form is Form.TEXTS and isinstance(value, dict):
        route = specimen.sheet.children(route)[0]
        value = specimen.sheet.at(route)
    if spelling.form is Form.MAP and specimen.field.bare and value is not None:
        spelling = specimen.field.bare
    if isinstance(value, dict | list) or value is None or not specimen.route:
        return None
    return route, spelling


def plain(source: str) -> str:
    """What is written, without its quotes."""
    return source[1:-1] if source[:1] in {"'", '"'} else source


def respelt(specimen: Specimen, route: Route, new: str) -> Edit:
    """Another spelling in place of a value, in the quotes of the old one."""
    start, end = specimen.sheet.value(route)
    source = specimen.sheet.text[start:end]
    quote = source[0] if plain(source) != source else ""
    return Edit(start, end, f"{quote}{new}{quote}")
