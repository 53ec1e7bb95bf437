"""`gsca rename`: another id for a word, where it is given and wherever it is named."""

from collections.abc import Sequence
from datetime import date

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.words import Word, words
from gsca_cli.checking import Checked
from gsca_cli.documents.rewrite import Set, rewrite
from gsca_cli.editing.mentions import NewName
from gsca_cli.editing.named_anew import (
    named_anew,
    renamed,
    require_all_read,
    require_well_formed,
    with_former_id,
)
from gsca_cli.editing.plan import Plan, planned
from gsca_cli.editing.setting import encoded
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Fields, shape_at
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import MARKER
from gsca_cli.snapshots.snapshot import Snapshot


def rename_word(snapshot: Snapshot, checked: Checked, word: Word, new: str, today: date) -> Plan:
    """Plan to give a word another id, and to name it so in every record.

    Raises:
        UsageError: it cannot have that id, or none but that of the lists that are built in.
        UneditableError: a file cannot be changed without touching more than that.
        CannotRunError: a record cannot be read, so what it refers to is not known.
    """
    alliance = checked.alliance
    key = _new_id(alliance, word, new)
    require_all_read(alliance)
    if word.owner is None:
        message = (
            f"{word.key} is built in: list all {word.route[0]} in {MARKER}, then it can be renamed"
        )
        raise UsageError(message)
    _require_one(alliance, word)
    name = NewName(word.target, word.id, key)
    path = word.owner.path
    own = snapshot.read(path)
    document = rewrite(renamed(name, word.owner, own), Set((*word.route, "id"), key))
    document = with_former_id(document, name, _fields(word.owner.kind, word.route), word.route)
    changes = [
        FileChange(path, own, encoded(document, own)),
        *named_anew(snapshot, alliance, name, path),
    ]
    return planned(snapshot, checked, changes, today)


def _new_id(alliance: Alliance, word: Word, text: str) -> str:
    """The new id, without what it is the id of.

    Raises:
        UsageError: it is malformed, or taken.
    """
    target, slash, key = text.rpartition("/")
    if slash and target != word.target:
        message = f"{word.key} is a {word.target}, and stays one: write {word.target}/{key}"
        raise UsageError(message)
    require_well_formed(key)
    if key == word.id:
        message = f"{word.key} is called so already"
        raise UsageError(message)
    for other in words(alliance):
        if other.target == word.target and (
            key == other.id or (key in other.former_ids and other.id != word.id)
        ):
            message = f"the id `{key}` is taken, by {other.key}"
            raise UsageError(message)
    return key


def _require_one(alliance: Alliance, word: Word) -> None:
    """See to it that an id is of one word only.

    Raises:
        CannotRunError: it is not.
    """
    if sum((each.target, each.id) == (word.target, word.id) for each in words(alliance)) > 1:
        message = f"`{word.key}` is given twice, so which is meant is unknown; mend that first"
        raise CannotRunError(message)


def _fields(kind: Kind, route: Route) -> Sequence[str]:
    """The fields of what stands at a route, as they are usually written."""
    shape = shape_at(kind, route)
    return list(shape.names()) if isinstance(shape, Fields) else []
