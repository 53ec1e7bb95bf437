"""Whether an answer fits the field that somebody was asked for."""

from collections.abc import Iterator, Sequence

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.alliance.read import read
from gsca_cli.documents.document import Document
from gsca_cli.editing.assignment import Assignment
from gsca_cli.editing.creating import drafted
from gsca_cli.errors import UsageError
from gsca_cli.findings import Finding, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.naming import names_of_item
from gsca_cli.records.shape import Fields, Items, shape_of
from gsca_cli.snapshots.repository import RecordPath


def why_not(
    alliance: Alliance, place: RecordPath, asked: Sequence[Assignment], answer: Assignment
) -> str:
    """Why an answer does not fit, beside what was asked for before; nothing if it does."""
    try:
        before = drafted(alliance, place, asked)
        after = drafted(alliance, place, [*asked, answer])
    except UsageError as error:
        return str(error)
    known = {finding.message for finding in _findings(place, before)}
    for finding in _findings(place, after):
        if finding.message not in known:
            return f"{finding.message}; {finding.hint}"
    return next(_unknown_sources(alliance, place, after, answer.route), "")


def _findings(place: RecordPath, document: Document) -> Sequence[Finding]:
    found = read(place, document)
    return () if isinstance(found, Entry) else found


def _unknown_sources(
    alliance: Alliance, place: RecordPath, document: Document, name: str
) -> Iterator[str]:
    """Each source that an answer names, and that is not there."""
    match shape_of(place.kind).at(name):
        case Items(item=Fields(is_citation=True)):
            sources = alliance.of(Kind.SOURCE)
            cited = (key for item in document.data[name] for key in names_of_item(item))
            for key in cited:
                if key not in sources:
                    meant = did_you_mean(key, sources) or "; make it first, with `gsca new source`"
                    yield f"no source {shown(key)}{meant}"
