"""A document to an entry; what does not fit the schema becomes findings."""

from collections.abc import Callable
from typing import Final

from pydantic import ValidationError

from gsca_cli.alliance.entry import Entry
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import Attempt, attempt
from gsca_cli.findings import Finding
from gsca_cli.records.catalogue import MODELS
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot

_READ_ON: Final = {"duplicate-key"}
"""What is wrong here spoils nothing else in the file: all of it is told at once."""

Reader = Callable[[Snapshot, RecordPath], Entry | list[Finding]]
"""How a record of a snapshot is read: an entry, or why there is none."""


def read(place: RecordPath, document: Document) -> Entry | list[Finding]:
    """The typed record of a document, or every way in which it does not fit."""
    unread = _unread(place, document) if document.run_on else []
    try:
        record = MODELS[place.kind].model_validate(document.data)
    except ValidationError as error:
        # Most records fit, and need no words for what does not.
        from gsca_cli.alliance.cures.explain import explain  # noqa: PLC0415

        places = {_start(each) for each in unread}
        unfit = explain(place.kind, document, error)
        return [*unread, *(each for each in unfit if each.location[:3] not in places)]
    return unread or Entry(place.kind, place.id, document, record)


def _unread(place: RecordPath, document: Document) -> list[Finding]:
    """What is wrong with values that run on over several lines."""
    from gsca_cli.alliance.cures.swallowed import swallowed  # noqa: PLC0415 (few files have such values)

    return swallowed(place.kind, document)


def _start(finding: Finding) -> tuple[str, int, int]:
    """Where the value of a finding begins."""
    where = finding.related[0].location if finding.related else finding.location
    return where[:3]


def opened(snapshot: Snapshot, place: RecordPath) -> Attempt:
    """The document of a file, if what is wrong with the file does not spoil the rest of it.

    Raises:
        OSError: the file cannot be read.
    """
    document, findings = attempt(place.path, snapshot.read(place.path))
    spoilt = any(each.code not in _READ_ON for each in findings)
    return Attempt(None if spoilt else document, findings)


def read_file(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
    """Read one record of a snapshot.

    Raises:
        OSError: the file cannot be read.
    """
    document, findings = opened(snapshot, place)
    if document is None:
        return findings
    found = read(place, document)
    if not findings:
        return found
    return [*findings, *(() if isinstance(found, Entry) else found)]
