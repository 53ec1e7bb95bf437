"""`gsca rename`: another id for a record, in its file name and wherever it is named."""

import re
from datetime import date
from pathlib import PurePosixPath

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.plain_id import plain_id
from gsca_cli.checking import Checked
from gsca_cli.checks.malformed_id import why_malformed
from gsca_cli.documents.document import Document
from gsca_cli.documents.rewrite import Delete, Insert, Set, rewrite
from gsca_cli.documents.rewrite_all import rewrite_all
from gsca_cli.editing.mentions import NewName
from gsca_cli.editing.plan import Plan, planned
from gsca_cli.editing.setting import encoded, read_document
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import is_template
from gsca_cli.snapshots.snapshot import Nature, Snapshot

_FORMER = "former_ids"


def rename(snapshot: Snapshot, checked: Checked, brief: Brief, new: str, today: date) -> Plan:
    """Plan to give a record another id, and to name it so in every record.

    Raises:
        UsageError: it cannot have that id.
        UneditableError: a file cannot be changed without touching more than that.
        CannotRunError: a record cannot be read, so what it refers to is not known.
    """
    alliance = checked.alliance
    key = _new_id(alliance, brief, new)
    _require_all(alliance, brief)
    name = NewName(brief.kind, brief.id, key)
    moved = str(PurePosixPath(brief.path).with_stem(key))
    own = snapshot.read(brief.path)
    document = _with_former_id(_renamed(name, brief, own), name)
    changes = [
        FileChange(moved, None, encoded(document, own)),
        FileChange(brief.path, own, None),
        *_elsewhere(snapshot, alliance, brief, name),
    ]
    return planned(snapshot, checked, changes, today, moved={moved: brief.path})


def _new_id(alliance: Alliance, brief: Brief, text: str) -> str:
    """The new id, without its kind.

    Raises:
        UsageError: it is malformed, or taken.
    """
    kind, slash, key = text.rpartition("/")
    if slash and kind not in {brief.kind, brief.kind.plural}:
        message = f"{brief.key} is {brief.kind.one}, and stays one: write {brief.kind}/{key}"
        raise UsageError(message)
    if brief.kind is Kind.ALLIANCE:
        message = "the alliance has no other id than that of its file"
        raise UsageError(message)
    if reason := why_malformed(key):
        plain = plain_id(key)
        cure = f"; did you mean `{plain}`?" if plain and not why_malformed(plain) else ""
        message = f"the id {shown(key)} {reason}{cure}"
        raise UsageError(message)
    if key == brief.id:
        message = f"{brief.key} is called so already"
        raise UsageError(message)
    if owner := _owner(alliance, brief, key):
        message = f"the id `{key}` is taken, by {owner}"
        raise UsageError(message)
    return key


def _owner(alliance: Alliance, brief: Brief, key: str) -> str:
    """The file of another record of the kind that has an id, or had it."""
    for place in alliance.left_out:
        if place.kind is brief.kind and place.id == key:
            return place.path
    for other in alliance.of(brief.kind).values():
        if other.id == key or (other is not brief and key in other.former_ids):
            return other.path
    return ""


def _require_all(alliance: Alliance, brief: Brief) -> None:
    """See to it that every reference is known, and that the id is of one record only.

    Raises:
        CannotRunError: it is not.
    """
    if alliance.left_out:
        path = alliance.left_out[0].path
        message = f"{path} could not be read, so what it refers to is unknown; mend it first"
        raise CannotRunError(message)
    for double, first in alliance.doubles:
        if (first.kind, first.id) == (brief.kind, brief.id):
            message = (
                f"{double.path} has the same id, so what refers to it is unknown; mend that first"
            )
            raise CannotRunError(message)


def _elsewhere(
    snapshot: Snapshot, alliance: Alliance, brief: Brief, name: NewName
) -> list[FileChange]:
    """What must change in the files of the records that name it."""
    found = {other.path: other for other, _ in alliance.referrers(brief.kind, brief.id)}
    found.pop(brief.path, None)
    changes = []
    for path, other in sorted(found.items()):
        content = snapshot.read(path)
        changes.append(FileChange(path, content, encoded(_renamed(name, other, content), content)))
    return changes


def _renamed(name: NewName, brief: Brief, content: bytes) -> Document:
    document = read_document(brief.path, content)
    made = rewrite_all(document, list(name.renamings(shape_of(brief.kind), document)))
    for error in made.refused:
        raise error
    return made.document


def _with_former_id(document: Document, name: NewName) -> Document:
    """The record still answers to its old id; one that gets an earlier id back had no other."""
    held: list[str] = document.data.get(_FORMER) or []
    if name.new in held:
        gone = (_FORMER, held.index(name.new)) if len(held) > 1 else (_FORMER,)
        document = rewrite(document, Delete(gone))
        held = [key for key in held if key != name.new]
    if name.old in held:
        return document
    if held:
        return rewrite(document, Insert((_FORMER, len(held)), name.old))
    order = list(shape_of(name.kind).names())
    return rewrite(document, Set((_FORMER,), [name.old], order))


def templates_naming(snapshot: Snapshot, key: str) -> list[str]:
    """The templates of the repository that hold an id as a word: a person must look at them."""
    word = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])".encode())
    return [
        file.path
        for file in snapshot.files()
        if file.nature is Nature.FILE and is_template(file.path)
        if word.search(snapshot.read(file.path))
    ]
