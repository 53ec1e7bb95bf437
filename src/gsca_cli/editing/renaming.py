"""`gsca rename`: another id for a record, in its file name and wherever it is named."""

import re
from datetime import date
from pathlib import PurePosixPath

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.checking import Checked
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
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import is_template
from gsca_cli.snapshots.snapshot import Nature, Snapshot


def rename(snapshot: Snapshot, checked: Checked, brief: Brief, new: str, today: date) -> Plan:
    """Plan to give a record another id, and to name it so in every record.

    Raises:
        UsageError: it cannot have that id.
        UneditableError: a file cannot be changed without touching more than that.
        CannotRunError: a record cannot be read, so what it refers to is not known.
    """
    alliance = checked.alliance
    key = _new_id(alliance, brief, new)
    require_all_read(alliance)
    _require_one(alliance, brief)
    name = NewName(brief.kind, brief.id, key)
    moved = str(PurePosixPath(brief.path).with_stem(key))
    own = snapshot.read(brief.path)
    order = list(shape_of(brief.kind).names())
    document = with_former_id(renamed(name, brief, own), name, order)
    changes = [
        FileChange(moved, None, encoded(document, own)),
        FileChange(brief.path, own, None),
        *named_anew(snapshot, alliance, name, brief.path),
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
    require_well_formed(key)
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


def _require_one(alliance: Alliance, brief: Brief) -> None:
    """See to it that an id is of one record only.

    Raises:
        CannotRunError: it is not.
    """
    for double, first in alliance.doubles:
        if (first.kind, first.id) == (brief.kind, brief.id):
            message = (
                f"{double.path} has the same id, so what refers to it is unknown; mend that first"
            )
            raise CannotRunError(message)


def templates_naming(snapshot: Snapshot, key: str) -> list[str]:
    """The templates of the repository that hold an id as a word: a person must look at them."""
    word = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])".encode())
    return [
        file.path
        for file in snapshot.files()
        if file.nature is Nature.FILE and is_template(file.path)
        if word.search(snapshot.read(file.path))
    ]
