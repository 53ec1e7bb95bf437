"""Three versions of a file to one: by what they say, not by their lines."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gsca_cli.documents.document import Document, Place, Places, Span
from gsca_cli.documents.merging.carrying import brought
from gsca_cli.documents.merging.items import merged_by_place
from gsca_cli.documents.merging.kept import Comments, comments_in, comments_to_keep
from gsca_cli.documents.merging.markers import Picked, picked
from gsca_cli.documents.merging.naming import counted
from gsca_cli.documents.merging.three_way import agreement
from gsca_cli.documents.merging.versions import Conflict, Meaning, Side, Versions
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.findings import Finding, Route

MARK = "\ufeff".encode()


class ByLines(NamedTuple):
    """What a merge of lines made of three texts; it is not clean where it put markers."""

    content: bytes
    is_clean: bool


MergeLines = Callable[[Versions], ByLines]


class Placed(NamedTuple):
    """A conflict and its line in the merged text; 0 where it has none of its own."""

    conflict: Conflict
    line: int


class Merged(NamedTuple):
    """A merged file.

    It is not clean where it holds markers, the first of them on `line`; then `reason` says what
    was in the way, if it was not the conflicts alone. `unread` is a mistake of a side, for which
    only lines were merged.
    """

    content: bytes
    is_clean: bool
    conflicts: Sequence[Placed] = ()
    unread: Finding | None = None
    side: Side | None = None
    reason: str = ""
    line: int = 0


class MergeJob(NamedTuple):
    """What a merge goes by: the path, the three files, how to merge lines, and their markers."""

    path: str
    contents: Versions
    lines: MergeLines
    marker_size: int


def merge(job: MergeJob, by_lines: ByLines, meaning: Meaning) -> Merged:
    """Merge three versions of a file; `by_lines` is what a merge of their lines makes of them.

    The result of that is taken if it says what both sides say. Otherwise each version is brought
    to say it, and the lines of those are merged: what is left are comments and layout, and the
    values on which the sides do not agree.
    """
    plain = undisputed(job.contents)
    if plain is not None:
        return Merged(plain, is_clean=True)
    documents = {side: _read(job.path, job.contents.on(side), side) for side in Side}
    for side, document in documents.items():
        if not isinstance(document, Document):
            return Merged(*by_lines, unread=document[0], side=side)
    return _Merge(job, by_lines, meaning, Versions(*documents.values())).merged()


def undisputed(contents: Versions) -> bytes | None:
    """What both sides have, or the only side that changed something; None if both changed it."""
    base, ours, theirs = contents
    if theirs in {ours, base}:
        return bytes(ours)
    return bytes(theirs) if ours == base else None


def _read(path: str, content: bytes, side: Side) -> Document | list[Finding]:
    """The document of a version; what was not there yet says nothing."""
    if side is Side.BASE and not content.removeprefix(MARK).strip():
        nowhere = Place(None, Span(1, 1, 1, 1))
        return Document(path, {}, Places({(): nowhere}))
    return parse(path, content)


class _Merge:
    """A merge of three documents."""

    def __init__(
        self, job: MergeJob, by_lines: ByLines, meaning: Meaning, documents: Versions
    ) -> None:
        self._job = job
        self._by_lines = by_lines
        self._meaning = meaning
        self._documents = documents
        data = Versions(*(document.data for document in documents))
        self._data, self._conflicts = agreement(data, meaning)

    def merged(self) -> Merged:
        # A clean merge of lines keeps all comments by itself.
        if self._by_lines.is_clean and self._is_right(self._by_lines, Counter()):
            return Merged(*self._by_lines)
        try:
            wanted = comments_to_keep(self._documents)
            found = next((each for each in self._ways() if self._is_right(each, wanted)), None)
        except (UneditableError, ValueError) as error:
            return self._told(self._marked(), str(error))
        if found is None:
            return self._told(self._marked(), "no merge of values would keep all comments")
        is_told = found.is_clean or self._conflicts
        return self._told(found, "" if is_told else "both sides changed the same comments")

    def _ways(self) -> Iterator[ByLines]:
        """The ways to merge, the best one first.

        Raises:
            UneditableError: a version cannot be brought to say what both sides say.
        """
        # The base has most changes before it, so it is the first to be too large for them.
        brought_base = self._brought(Side.BASE) if self._documents.base.data else b""
        ours, theirs = (self._brought(side) for side in (Side.OURS, Side.THEIRS))
        found = self._job.lines(Versions(brought_base, ours, theirs))
        if found.is_clean or self._conflicts:
            yield found
        if not self._conflicts:
            yield from _without_markers(Versions(brought_base, ours, theirs))
            yield found
        yield self._job.lines(Versions(b"", ours, theirs))

    def _brought(self, side: Side) -> bytes:
        """A version of the file that says what both sides say."""
        document = brought(self._documents.on(side), self._data.on(side), self._meaning)
        base, ours, theirs = (each.startswith(MARK) for each in self._job.contents)
        is_marked = ours if theirs == base else theirs
        return (MARK if is_marked else b"") + document.text.encode()

    def _is_right(self, merged: ByLines, wanted: Comments) -> bool:
        """Does a merge say what both sides say, with all the comments that are wanted?

        Where they contradict each other, it must hold what each of them says.
        """
        if merged.is_clean and self._conflicts:
            return False
        sides = self._read_sides(merged)
        if sides is None or not all(
            same(document.data, data)
            for document, data in zip(sides, (self._data.ours, self._data.theirs), strict=True)
        ):
            return False
        return not wanted or not wanted - (comments_in(sides[0]) | comments_in(sides[1]))

    def _read_sides(self, merged: ByLines) -> tuple[Document, Document] | None:
        """The documents that a merged text holds: with all of ours, and with all of theirs."""
        ours, theirs = self._picked(merged)
        one = parse(self._job.path, ours.text.encode())
        other = one if merged.is_clean else parse(self._job.path, theirs.text.encode())
        if isinstance(one, Document) and isinstance(other, Document):
            return one, other
        return None

    def _picked(self, merged: ByLines) -> tuple[Picked, Picked]:
        return picked(merged.content.decode("utf-8", "replace"), self._job.marker_size)

    def _marked(self) -> ByLines:
        """The lines of both sides as they are, with markers where they differ."""
        if not self._by_lines.is_clean:
            return self._by_lines
        _, ours, theirs = self._job.contents
        return self._job.lines(Versions(b"", ours, theirs))

    def _told(self, merged: ByLines, reason: str) -> Merged:
        """A merge with the lines of what it leaves to a person."""
        texts, sides = self._picked(merged), self._read_sides(merged) or ()
        pairs = list(zip(sides, texts, strict=False))
        conflicts = [Placed(each, self._line(each.route, pairs)) for each in self._conflicts]
        line = 0 if merged.is_clean else texts[0].first_gap()
        return Merged(*merged, conflicts=conflicts, reason=reason, line=line)

    def _line(self, route: Route, sides: Sequence[tuple[Document, Picked]]) -> int:
        """Where a route stands in a merged text, on the first side that has it; 0 on none."""
        for document, text in sides:
            place = counted(document.data, route, self._meaning)
            if place is not None:
                return text.lines[document.locate(place).line - 1]
        return 0


def _without_markers(texts: Versions) -> Iterator[ByLines]:
    """Texts that say the same in one: with what each has of its own, or else one of them."""
    # Lines that touch each other contradict each other for git; here they need not.
    rows = merged_by_place(Versions(*(text.splitlines(keepends=True) for text in texts)))
    if rows is not None:
        yield ByLines(b"".join(rows), is_clean=True)
    yield from (ByLines(each, is_clean=True) for each in (texts.ours, texts.theirs))
