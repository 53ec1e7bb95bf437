"""`gsca set`: values of some records changed in their files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.checking import Checked
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.assignment import Assignment
from gsca_cli.editing.country_codes import with_country_codes
from gsca_cli.editing.left_comments import left_comments
from gsca_cli.editing.left_values import left_values
from gsca_cli.editing.plan import Plan, planned
from gsca_cli.editing.wishes import Customs, wished
from gsca_cli.errors import CannotRunError
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.snapshot import Snapshot

_MARK = "\ufeff"


def set_values(
    snapshot: Snapshot,
    checked: Checked,
    briefs: Iterable[Brief],
    asked: Sequence[Assignment],
    today: date,
) -> Plan:
    """Plan to carry out assignments on each of some records.

    Raises:
        UsageError: a record has no such place, or a value does not fit there.
        UneditableError: it cannot be done without touching more than that.
        CannotRunError: a file cannot be read.
    """
    customs = customs_of(checked.alliance)
    changes: list[FileChange] = []
    remarks: list[str] = []
    for brief in briefs:
        wanted = with_country_codes(checked.alliance, brief.kind, asked)
        content = snapshot.read(brief.path)
        before = read_document(brief.path, content)
        after = _changed(before, brief, wanted, customs)
        changes.append(FileChange(brief.path, content, encoded(after, content)))
        remarks += left_comments(before, after)
        remarks += left_values(before, after)
    return replace(planned(snapshot, checked, changes, today), remarks=remarks)


def customs_of(alliance: Alliance) -> Customs:
    """What the alliance decides for the files of its records."""
    steps = [step for track in alliance.tracks.values() for step in track.steps]
    return Customs(alliance.settings.language, {"step": steps})


def _changed(
    document: Document, brief: Brief, asked: Sequence[Assignment], customs: Customs
) -> Document:
    for each in asked:
        document = wished(shape_of(brief.kind), document, each, customs)
    return document


def read_document(path: str, content: bytes) -> Document:
    """The document of a file that is to be changed.

    Raises:
        CannotRunError: it has mistakes that must be mended first.
    """
    document = parse(path, content)
    if not isinstance(document, Document):
        first = document[0]
        message = f"{first.location}: {first.message}; mend this first, {first.hint}"
        raise CannotRunError(message)
    return document


def encoded(document: Document, before: bytes) -> bytes:
    """The text of a document as bytes, with the byte order mark that its file had."""
    mark = _MARK.encode() if before.startswith(_MARK.encode()) else b""
    return mark + document.text.encode()
