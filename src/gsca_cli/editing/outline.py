"""The text of a new record: what is given, then a comment on each field that is not."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gsca_cli.documents.rewriting.values import Ways, entry_lines
from gsca_cli.kinds import Kind
from gsca_cli.records.cldr import country_name
from gsca_cli.records.shape import Entries, Fields, Items, Shape, Sort, Value, Words, shape_of
from gsca_cli.snapshots.repository import RecordPath, schema_path
from gsca_cli.snapshots.snapshot import Snapshot

_WHAT_ELSE: Final = "# What else may stand here: take away the first #, and fill in the value."


def outline(kind: Kind, data: Mapping[str, Any], language: str) -> str:
    """A record with some data, in the order of its model; country names are in a language."""
    names = shape_of(kind).names()
    given = [line for name in names if name in data for line in _given(kind, name, data, language)]
    other = [_explained(kind, name) for name in names if name not in data]
    return "".join(f"{line}\n" for line in (*given, "", _WHAT_ELSE, *other))


def modeline(snapshot: Snapshot, place: RecordPath) -> str:
    """The first line that names the schema of a record to editors; nothing if there is none."""
    path = schema_path(place.kind)
    try:
        snapshot.read(path)
    except OSError:
        return ""
    return f"# yaml-language-server: $schema={'../' * place.path.count('/')}{path}\n"


def _given(kind: Kind, name: str, data: Mapping[str, Any], language: str) -> Iterator[str]:
    shape, value = shape_of(kind).at(name), data[name]
    first, *rest = entry_lines(f"{name}:", value, 0, Ways(), flow=not _grows(shape))
    comment = f"  # {country_name(value, language)}" if shape == Value(Sort.COUNTRY) else ""
    yield first + comment
    yield from rest


def _grows(shape: Shape) -> bool:
    """Is it a map of names or ids, or a list of maps, to which people add line by line?"""
    match shape:
        case Words() | Entries() | Items(item=Fields()):
            return True
    return False


def _explained(kind: Kind, name: str) -> str:
    fields = shape_of(kind)
    return f"# {name}:{_blank(fields.at(name))}  # {fields.names()[name].description}"


def _blank(shape: Shape) -> str:
    """What a value is put into: the braces or brackets of a small map or list."""
    match shape:
        case Items(item=Value()):
            return " []"
        case Fields(short=None):
            names = [name for name, field in shape.names().items() if field.is_required()]
            return f" {{{', '.join(f'{name}: ' for name in names)}}}"
    return ""
