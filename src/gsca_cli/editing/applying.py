"""The mends of one file: each is applied and proved; one that does not fit is left out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Quote, Rename, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.splices import Splice, spliced
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.rejoining import rejoined
from gsca_cli.findings import (
    Finding,
    Location,
    PutInQuotes,
    PutTogether,
    PutValue,
    RenameKey,
    ReplaceText,
)

_DEEPEST: Final = 1_000
_MARK = "\ufeff"
_MOST_WRITTEN: Final = 20_000_000
"""As many letters are written anew for one file: each mend is proved on the whole text."""


@dataclass
class _Text:
    """The text of a file while it is mended, and how much more may be written."""

    path: str
    text: str
    left: int = _MOST_WRITTEN

    def read(self, text: str) -> Document | list[Finding]:
        """What the file would say with another text."""
        self.left -= len(text)
        return parse(self.path, text.encode())


class Applied(NamedTuple):
    """A file with some of its findings mended, and which those are."""

    content: bytes
    mended: Sequence[Finding] = ()


def applied(path: str, content: bytes, findings: Iterable[Finding]) -> Applied:
    """The file with the mends of its findings, as far as each proves right."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return Applied(content)
    mark = _MARK if text.startswith(_MARK) else ""
    file = _Text(path, text.removeprefix(_MARK))
    found = list(findings)
    mended = [*_replaced(file, found), *_rewritten(file, found)]
    return Applied(f"{mark}{file.text}".encode(), mended)


def _replaced(file: _Text, findings: Sequence[Finding]) -> list[Finding]:
    """Mend what is to be replaced letter by letter: all at once, or else one by one."""
    pairs = list(_splices(file.text, findings))
    whole = _spliced(file, pairs)
    if whole is not None:
        file.text = whole
        return [finding for finding, _ in pairs]
    mended = []
    # From the end: what stands before a place stays where it is.
    for finding, splice in sorted(pairs, key=lambda pair: pair[1], reverse=True):
        one = _spliced(file, [(finding, splice)]) if file.left > 0 else None
        if one is not None:
            file.text = one
            mended.append(finding)
    return mended


def _splices(text: str, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Splice]]:
    """The pieces to replace, in their order; none of two that overlap but the first."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    pairs = [
        (finding, splice)
        for finding in findings
        if isinstance(finding.mend, ReplaceText)
        and (splice := _splice(lines, starts, finding.mend)) is not None
    ]
    end = 0
    for finding, splice in sorted(pairs, key=lambda pair: pair[1]):
        if splice.start >= end:
            yield finding, splice
            end = splice.end


def _splice(lines: Sequence[str], starts: Sequence[int], mend: ReplaceText) -> Splice | None:
    at: Location = mend.at
    if at.line > len(lines):
        return None
    written = lines[at.line - 1][at.column - 1 : at.end_column - 1]
    if not mend.old or written.count(mend.old) != 1:
        return None
    start = starts[at.line - 1] + at.column - 1 + written.index(mend.old)
    return Splice(start, start + len(mend.old), mend.new)


def _spliced(file: _Text, pairs: Sequence[tuple[Finding, Splice]]) -> str | None:
    """The text with its pieces replaced; None if it says something else by that."""
    if not pairs:
        return None
    text = spliced(file.text, [splice for _, splice in pairs])
    before, after = file.read(file.text), file.read(text)
    if isinstance(before, Document):
        good = isinstance(after, Document) and _differ_by(before.data, after.data, len(pairs))
    else:
        good = isinstance(after, Document) or comes_to_light(before, after)
    return text if good else None


def comes_to_light(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Are there fewer of the same findings, or later ones, or such as the old ones have hidden?"""
    old = [(finding.code, finding.message) for finding in before]
    new = [(finding.code, finding.message) for finding in after]
    if all(old.count(each) >= new.count(each) for each in set(new)):
        # Only the first ones are told of a file that holds very many.
        return len(new) < len(old) or after[0].location > before[0].location
    return not set(old) & set(new)


def _differ_by(one: Any, other: Any, most: int) -> bool:
    """Are two pieces of data of one form, and differ in a few texts at most?"""
    texts, others = list(_scalars(one)), list(_scalars(other))
    if len(texts) != len(others) or any(
        type(a) is not type(b) for a, b in zip(texts, others, strict=True)
    ):
        return False
    return sum(not same(a, b) for a, b in zip(texts, others, strict=True)) <= most


def _scalars(data: Any) -> Iterator[Any]:
    """Every key and value in its order, and where a map or a list begins."""
    if isinstance(data, dict):
        yield {}
        yield from chain.from_iterable((key, *_scalars(value)) for key, value in data.items())
    elif isinstance(data, list):
        yield []
        yield from chain.from_iterable(map(_scalars, data))
    else:
        yield data


def _rewritten(file: _Text, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Mend what has a route, one after the other."""
    wanted = [finding for finding in findings if _by_route(finding)]
    document = file.read(file.text) if wanted else []
    for finding in sorted(wanted, key=_turn):
        if not isinstance(document, Document) or file.left <= 0:
            return
        made = _made(document, finding)
        if made is None:
            continue
        file.left -= len(document.text)
        document = made
        file.text = document.text
        yield finding


def _made(document: Document, finding: Finding) -> Document | None:
    """The document with one finding mended; None if its place is not as it was."""
    if isinstance(finding.mend, PutTogether):
        return rejoined(document, finding.mend)
    wish = _wish(document, finding)
    with suppress(UneditableError):
        return rewrite(document, wish) if wish else None
    return None


def _turn(finding: Finding) -> int:
    """Values come before keys, and of keys the inner ones first: routes go by the keys above."""
    return -len(finding.mend.route) if isinstance(finding.mend, RenameKey) else -_DEEPEST


def _by_route(finding: Finding) -> bool:
    return isinstance(finding.mend, PutValue | RenameKey | PutInQuotes | PutTogether)


def _wish(document: Document, finding: Finding) -> Wish | None:
    """What the mend asks of the engine; nothing if the place is not as it was."""
    match finding.mend:
        case PutValue(route, old, new) if route in document.places:
            return Set(route, new) if same(document.value(route), old) else None
        case RenameKey(route, name) if route in document.places:
            return Rename(route, name)
        case PutInQuotes(route, key) if route in document.places:
            return Quote(route, key)
    return None
