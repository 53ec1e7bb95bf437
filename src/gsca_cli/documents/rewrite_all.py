"""Many wishes about one text, fulfilled at once: it is laid out and proved once for all of them."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Wish, fulfilled, rewrite, same, ways
from gsca_cli.documents.rewriting.layout import Layout
from gsca_cli.documents.rewriting.splices import Splice, spliced
from gsca_cli.documents.rewriting.uneditable import UneditableError

MOST_WORK: Final = 5_000_000
"""As many letters are laid out for one document: wishes that get in each other's way cost more."""


@dataclass
class Rewritten:
    """A document with some wishes fulfilled, and why the others were refused."""

    document: Document
    refused: list[UneditableError] = field(default_factory=list)


def rewrite_all(document: Document, wishes: Sequence[Wish]) -> Rewritten:
    """The document with its wishes fulfilled, as if one by one in their order.

    A wish at a place within that of another comes before it.

    Raises:
        UneditableError: the file is too large for so many changes.
    """
    engine = _Engine(Rewritten(document))
    engine.fulfil(wishes)
    return engine.made


@dataclass
class _Engine:
    made: Rewritten
    work: int = 0

    def fulfil(self, wishes: Sequence[Wish]) -> None:
        """Fulfil all wishes at once, or else those of each half, down to one by one."""
        if not wishes:
            return
        self._count()
        if len(wishes) == 1:
            self._fulfil_one(wishes[0])
        elif (found := _at_once(self.made.document, wishes)) is not None:
            self.made.document = found.document
            self.made.refused += found.refused
        else:
            middle = len(wishes) // 2
            self.fulfil(wishes[:middle])
            self.fulfil(wishes[middle:])

    def _fulfil_one(self, wish: Wish) -> None:
        try:
            self.made.document = rewrite(self.made.document, wish)
        except UneditableError as error:
            self.made.refused.append(error)

    def _count(self) -> None:
        self.work += len(self.made.document.text)
        # Once is always allowed, however large the file is.
        if self.work > max(MOST_WORK, len(self.made.document.text)):
            message = "the file is too large for so many changes"
            raise UneditableError(message)


def _at_once(document: Document, wishes: Sequence[Wish]) -> Rewritten | None:
    """The document with all wishes fulfilled that are not refused; None if that proves wrong."""
    wanted = deepcopy(document.data)
    refused: list[UneditableError] = []
    pieces: list[Splice] = []
    try:
        layout = Layout(document.text)
        for wish in wishes:
            try:
                splices = next(ways(layout, document, wish))
                wanted = fulfilled(wanted, wish)
            except UneditableError as error:
                refused.append(error)
            else:
                pieces += splices
    except (LookupError, ValueError):
        return None
    found = _proved(document, pieces, wanted)
    return Rewritten(found, refused) if found else None


def _proved(document: Document, pieces: Sequence[Splice], wanted: Any) -> Document | None:
    """The document with its pieces replaced, if it says what it shall say."""
    if not pieces:
        return document
    in_order = sorted(pieces, key=lambda piece: piece[:2])
    if any(one.end > other.start for one, other in pairwise(in_order)):
        return None
    found = parse(document.path, spliced(document.text, pieces).encode())
    return found if isinstance(found, Document) and same(found.data, wanted) else None
