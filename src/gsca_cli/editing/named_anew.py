"""The files that name something, with the id that it gets."""

from collections.abc import Sequence

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.checks.malformed_id import why_malformed
from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Delete, Insert, Set, rewrite
from gsca_cli.documents.rewrite_all import rewrite_all
from gsca_cli.editing.mentions import NewName
from gsca_cli.editing.setting import encoded, read_document
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import Route, shown
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.snapshot import Snapshot

_FORMER = "former_ids"


def require_well_formed(key: str) -> None:
    """See to it that an id may be one.

    Raises:
        UsageError: it is malformed.
    """
    if reason := why_malformed(key):
        plain = plain_id(key)
        cure = f"; did you mean `{plain}`?" if plain and not why_malformed(plain) else ""
        message = f"the id {shown(key)} {reason}{cure}"
        raise UsageError(message)


def require_all_read(alliance: Alliance) -> None:
    """See to it that every reference is known.

    Raises:
        CannotRunError: a record could not be read.
    """
    if alliance.left_out:
        path = alliance.left_out[0].path
        message = f"{path} could not be read, so what it refers to is unknown; mend it first"
        raise CannotRunError(message)


def named_anew(snapshot: Snapshot, alliance: Alliance, name: NewName, own: str) -> list[FileChange]:
    """What must change in the files that name something, but for its own.

    Raises:
        UneditableError: one cannot be changed without touching more than that.
    """
    found = {other.path: other for other, _ in alliance.referrers(name.target, name.old)}
    found.pop(own, None)
    changes = []
    for path, other in sorted(found.items()):
        content = snapshot.read(path)
        document = renamed(name, other, content)
        changes.append(FileChange(path, content, encoded(document, content)))
    return changes


def renamed(name: NewName, brief: Brief, content: bytes) -> Document:
    """A record that names something by its new id.

    Raises:
        UneditableError: its file cannot be changed without touching more than that.
    """
    document = read_document(brief.path, content)
    made = rewrite_all(document, list(name.renamings(shape_of(brief.kind), document)))
    for error in made.refused:
        raise error
    return made.document


def with_former_id(
    document: Document, name: NewName, order: Sequence[str], at: Route = ()
) -> Document:
    """What stands at a route still answers to its old id; if it gets one back, that is its own.

    `order` are the fields that it may have, as they are usually written.
    """
    where = (*at, _FORMER)
    held: list[str] = document.value(at).get(_FORMER) or []
    if name.new in held:
        gone = (*where, held.index(name.new)) if len(held) > 1 else where
        document = rewrite(document, Delete(gone))
        held = [key for key in held if key != name.new]
    if name.old in held:
        return document
    if held:
        return rewrite(document, Insert((*where, len(held)), name.old))
    return rewrite(document, Set(where, [name.old], order))
