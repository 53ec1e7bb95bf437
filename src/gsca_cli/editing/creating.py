"""`gsca new`: the file of a record that is not there yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gsca_cli.alliance.alikes import alikes
from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read
from gsca_cli.checking import Checked
from gsca_cli.documents.document import Document
from gsca_cli.editing.assignment import Assignment
from gsca_cli.editing.country_codes import with_country_codes
from gsca_cli.editing.new_place import require_free
from gsca_cli.editing.outline import modeline, outline
from gsca_cli.editing.plan import Plan, planned
from gsca_cli.editing.required import require_all
from gsca_cli.editing.setting import customs_of, read_document
from gsca_cli.editing.wishes import wished
from gsca_cli.errors import RefusedError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot


class Wanted(NamedTuple):
    """A new record: where, and what it says; `force` makes one that is like another, too."""

    place: RecordPath
    asked: Sequence[Assignment]
    force: bool = False


def new_record(
    snapshot: Snapshot,
    checked: Checked,
    wanted: Wanted,
    today: date,
) -> Plan:
    """Plan to make the file of a new record.

    Raises:
        UsageError: the id is taken, something is missing, or a value does not fit.
        RefusedError: there is a record like it already.
    """
    alliance, place, asked = checked.alliance, wanted.place, wanted.asked
    require_free(alliance, place)
    require_all(place, asked, alliance.settings)
    draft = drafted(alliance, place, asked)
    entry = read(place, draft)
    if isinstance(entry, Entry) and not wanted.force:
        _require_unlike(alliance, entry)
    text = outline(place.kind, draft.data, alliance.settings.language)
    content = (modeline(snapshot, place) + text).encode()
    plan = planned(snapshot, checked, [FileChange(place.path, None, content)], today)
    return replace(plan, remarks=list(_namesakes(alliance, place)))


def _namesakes(alliance: Alliance, place: RecordPath) -> Iterator[str]:
    """Records of other kinds that have the id of a new one: commands will ask which is meant."""
    for kind in Kind:
        if kind is not place.kind and place.id in alliance.of(kind):
            yield (
                f"{place.path}: {kind.one} has this id too; to tell them apart, commands "
                f"want `{place.kind}/{place.id}` or `{kind}/{place.id}`"
            )


def drafted(alliance: Alliance, place: RecordPath, asked: Sequence[Assignment]) -> Document:
    """A document that holds what is asked for, and is only meant to be read.

    Raises:
        UsageError: a record of this kind has no such place, or a value does not fit there.
    """
    document, customs = read_document(place.path, b"{}\n"), customs_of(alliance)
    for each in with_country_codes(alliance, place.kind, asked):
        document = wished(shape_of(place.kind), document, each, customs)
    return document


def _require_unlike(alliance: Alliance, entry: Entry) -> None:
    """Make sure that no other record is like a new one.

    Raises:
        RefusedError: one is.
    """
    if found := alikes(alliance, entry):
        others = ", and ".join(f"{shown(each.brief.id)}, {each.why}" for each in found)
        paths = ", ".join(each.brief.path for each in found)
        message = (
            f"nothing is written: {entry.kind.one} like this is there already: {others} ({paths}); "
            "--force makes this one all the same"
        )
        raise RefusedError(message)
