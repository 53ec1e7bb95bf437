"""Three versions of the file of a record to one, and in words what is left to a person."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from gsca_cli.documents.merge import ByLines, Merged, MergeJob, merge, undisputed
from gsca_cli.documents.merging.markers import side_by_side
from gsca_cli.documents.merging.versions import ABSENT, Conflict
from gsca_cli.errors import CannotRunError
from gsca_cli.findings import Route, dotted, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.naming import names_of_item
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Words, shape_at
from gsca_cli.snapshots.repository import DATA, FOLDERS, MARKER

MOST_TOLD: Final = 10
"""As many conflicts of one file as are told in words; the markers show all of them."""


class MergedFile(NamedTuple):
    """A merged file, and what to say of it, one line each; it is not clean if a person must act."""

    content: bytes
    is_clean: bool
    words: Sequence[str] = ()


def merge_lines(job: MergeJob) -> MergedFile:
    """Merge the lines of three versions; where that fails, both stand side by side."""
    plain = undisputed(job.contents)
    if plain is not None:
        return MergedFile(plain, is_clean=True)
    try:
        return MergedFile(*job.lines(job.contents))
    except CannotRunError as error:
        _, ours, theirs = job.contents
        if b"\0" in ours + theirs:
            return MergedFile(ours, is_clean=False, words=[f"{job.path}: {_BINARY}"])
        words = [f"{job.path}: {error}; both versions stand there whole, keep what holds"]
        return MergedFile(side_by_side(ours, theirs, job.marker_size), is_clean=False, words=words)


_BINARY: Final = "it is no text, so nothing is merged; ours is in place, `git checkout` has theirs"


def merge_record(job: MergeJob, by_lines: MergedFile) -> MergedFile:
    """Merge three versions of a record's file; `by_lines` is what a merge of lines makes of it.

    Raises:
        CannotRunError: lines cannot be merged any more.
    """
    if by_lines.words:
        return by_lines
    meaning = _Meaning(_kind_at(job.path))
    merged = merge(job, ByLines(by_lines.content, by_lines.is_clean), meaning)
    return MergedFile(merged.content, merged.is_clean, list(_words(job.path, merged)))


class _Meaning:
    """What the records know: the names of items, and short forms."""

    def __init__(self, kind: Kind | None) -> None:
        self._kind = kind

    def name(self, route: Route, item: Any) -> str | None:
        match self._shape(route):
            case Items(Words()):
                return None
            case Items(Fields(is_citation=False, short=str(short))) if isinstance(item, str):
                item = {short: item}
        return next(names_of_item(item), None)

    def whole(self, route: Route, value: Any) -> dict[str, Any] | None:
        shape = self._shape(route)
        if isinstance(value, dict):
            is_long = isinstance(shape, Fields) and shape.is_citation
            return _short_citation(value) if is_long else value
        if value is None:
            return {} if isinstance(shape, Fields | Entries) else None
        is_value = value is not ABSENT and not isinstance(value, list)
        short = shape.short if isinstance(shape, Fields) else None
        return {short: value} if short and is_value else None

    def _shape(self, route: Route) -> Shape | None:
        return shape_at(self._kind, route) if self._kind else None


def _short_citation(value: dict[str, Any]) -> dict[str, Any]:
    """`{source: paper, supports: [name]}` is `{paper: [name]}`."""
    source = value.get("source")
    is_long = value.keys() == {"source", "supports"} and isinstance(source, str)
    return {source: value["supports"]} if is_long and source else value


def _kind_at(path: str) -> Kind | None:
    """The kind of the record at a path, wherever in its repository the alliance stands."""
    *folders, name = PurePosixPath(path).parts or ("",)
    if name == MARKER:
        return Kind.ALLIANCE
    kinds = [FOLDERS.get(folder) for top, folder in pairwise(folders) if top == DATA]
    return next((each for each in reversed(kinds) if each), None)


def _words(path: str, merged: Merged) -> Iterator[str]:
    if merged.unread and merged.side:
        where = f"line {merged.unread.location.line} of {merged.side.value}"
        message = f"{where} has a mistake: {merged.unread.message}"
        yield f"{path}: merged line by line, as git does it; {message}"
    for conflict, line in merged.conflicts[:MOST_TOLD]:
        yield f"{_at(path, line)}: {_told(conflict)}"
    if len(merged.conflicts) > MOST_TOLD:
        yield f"{path}: {len(merged.conflicts) - MOST_TOLD} more conflicts like these"
    if merged.reason:
        yield f"{_at(path, merged.line)}: {merged.reason}; keep what holds"


def _at(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path


def _told(conflict: Conflict) -> str:
    """A conflict in words."""
    _, ours, theirs = conflict.versions
    what = dotted(conflict.route)
    if ours is ABSENT:
        return f"{what} is deleted in ours and changed in theirs; delete it, or keep it"
    if theirs is ABSENT:
        return f"{what} is changed in ours and deleted in theirs; delete it, or keep it"
    one, other = _value(ours), _value(theirs)
    if one == other or (isinstance(ours, list) and isinstance(theirs, list)):
        return f"{what} is changed in ours and in theirs, not alike; keep what holds"
    return f"{what} is {one} in ours and {other} in theirs; keep one of the two"


def _value(value: Any) -> str:
    return "empty" if value is None else shown(_written(value))


def _written(value: Any) -> Any:
    """A value as it could be written on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(str(_written(each)) for each in value) + "]"
    return getattr(value, "written", value)
