"""`gsca fmt`: files in canonical layout, proved to say the same."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read
from gsca_cli.checking import Checked, Watch
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.reformat import composed, reformat
from gsca_cli.documents.rewriting.canonical import Order
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.plan import Plan, planned
from gsca_cli.editing.setting import customs_of
from gsca_cli.editing.short_forms import shortened
from gsca_cli.editing.wishes import Customs
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Shape, shape_at, shape_of
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting changes, and the files that it leaves alone, each with the reason."""

    plan: Plan
    left: tuple[tuple[str, str], ...] = ()


def formatted(
    snapshot: Snapshot,
    checked: Checked,
    paths: Collection[str],
    today: date,
    watch: Watch | None = None,
) -> Formatted:
    """Plan to lay out some records of a snapshot in the canonical way."""
    places = _places(paths)
    customs = customs_of(checked.alliance)
    changes, left = [], []
    for done, place in enumerate(places):
        if watch:
            watch(done, len(places))
        try:
            before = snapshot.read(place.path)
            after = in_canonical_layout(place, before, customs)
        except OSError as error:
            left.append((place.path, error.strerror or str(error)))
        except UneditableError as error:
            left.append((place.path, str(error)))
        else:
            changes.append(FileChange(place.path, before, after))
    if watch:
        watch(len(places), len(places))
    return Formatted(planned(snapshot, checked, changes, today), tuple(left))


def _places(paths: Collection[str]) -> list[RecordPath]:
    return [place for place in map(identify, sorted(paths)) if isinstance(place, RecordPath)]


def in_canonical_layout(place: RecordPath, content: bytes, customs: Customs) -> bytes:
    """The bytes of a record in canonical layout: UTF-8 without a byte order mark.

    Raises:
        UneditableError: it cannot be read, or not be laid out so that it says the same.
    """
    document = parse(place.path, content)
    if not isinstance(document, Document):
        message = "it cannot be read; `gsca validate` says why"
        raise UneditableError(message)
    shape = shape_of(place.kind)
    was = read(place, _composed(document))
    order = _order(place.kind, customs)
    after = (
        _shortest(shape, document, order) if isinstance(was, Entry) else reformat(document, order)
    )
    now = read(place, after)
    if isinstance(was, Entry) and not (isinstance(now, Entry) and now.record == was.record):
        message = "its short forms would not say the same: it is left as it is"
        raise UneditableError(message)
    return after.text.encode()


def _shortest(shape: Shape, document: Document, order: Order) -> Document:
    """The document in canonical layout, with every short form that there is."""
    after = reformat(shortened(shape, document), order)
    # A comment that stood in the way of one may have moved out of it.
    short = shortened(shape, after)
    return after if short is after else reformat(short, order)


def _composed(document: Document) -> Document:
    return Document(document.path, composed(document.data), document.places, document.text)


def _order(kind: Kind, customs: Customs) -> Order:
    """In which order keys stand, by the fields of the kind and the customs of the alliance."""

    def order(route: Route) -> list[str]:
        shape = shape_at(kind, route)
        return list(customs.order(shape)) if shape else []

    return order
