"""A document to an entry; what does not fit the schema becomes findings."""

from typing import Final

from pydantic import ValidationError

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.explain import explain
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import attempt
from gsca_cli.findings import Finding
from gsca_cli.records.catalogue import MODELS
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot

_READ_ON: Final = {"duplicate-key"}
"""What is wrong here spoils nothing else in the file: all of it is told at once."""


def read(place: RecordPath, document: Document) -> Entry | list[Finding]:
    """The typed record of a document, or every way in which it does not fit."""
    try:
        record = MODELS[place.kind].model_validate(document.data)
    except ValidationError as error:
        return explain(place.kind, document, error)
    return Entry(place.kind, place.id, document, record)


def read_file(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
    """Read one record of a snapshot.

    Raises:
        OSError: the file cannot be read.
    """
    return read_content(place, snapshot.read(place.path))


def read_content(place: RecordPath, content: bytes) -> Entry | list[Finding]:
    """Read what a file holds, or held once."""
    document, findings = attempt(place.path, content)
    if document is None or any(each.code not in _READ_ON for each in findings):
        return findings
    found = read(place, document)
    if not findings:
        return found
    return [*findings, *(() if isinstance(found, Entry) else found)]
