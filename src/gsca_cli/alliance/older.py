"""Records of an older schema: read as far as they fit the schema of today."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry, PassedOver
from gsca_cli.alliance.link import link
from gsca_cli.alliance.read import opened, read_file
from gsca_cli.alliance.settings import settings_of_record
from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding, Route
from gsca_cli.records.catalogue import MODELS
from gsca_cli.records.settings import Settings
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot


def with_older(alliance: Alliance) -> Alliance:
    """The alliance, with what can be read of the records that were left out."""
    settings = alliance.settings
    briefs, left_out = [*alliance.everything()], []
    for place in alliance.left_out:
        entry = _attempted(alliance.snapshot, place)
        if entry is None:
            left_out.append(place)
            continue
        briefs.append(brief(entry))
        if isinstance(entry.record, Settings):
            settings = settings_of_record(entry.record)
    return link(alliance.snapshot, settings, briefs, left_out, read_what_fits)


def _attempted(snapshot: Snapshot, place: RecordPath) -> Entry | None:
    try:
        found = read_what_fits(snapshot, place)
    except OSError:
        return None
    return found if isinstance(found, Entry) else None


def read_what_fits(snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
    """Read one record of a snapshot, less the values that do not fit the schema of today.

    Raises:
        OSError: the file cannot be read.
    """
    document, findings = opened(snapshot, place)
    if document is None:
        return findings
    return _what_fits(place, document) or read_file(snapshot, place)


def _what_fits(place: RecordPath, document: Document) -> Entry | None:
    """The record without its unfit values; None if it lacks something that it must have."""
    passed_over: list[PassedOver] = []
    while True:
        try:
            record = MODELS[place.kind].model_validate(document.data)
        except ValidationError as error:
            unfit = {_route(document, detail) for detail in error.errors(include_url=False)}
        else:
            return Entry(place.kind, place.id, document, record, tuple(passed_over))
        if () in unfit:
            return None
        passed_over += (PassedOver(route, _at(document, route)) for route in sorted(unfit, key=str))
        document = document.without(unfit)


def _at(document: Document, route: Route) -> Any:
    found = document.data
    for part in route:
        found = found[part]
    return found


def _route(document: Document, detail: ErrorDetails) -> Route:
    """What must go: the value that is wrong, or what lacks a value that it must have."""
    route: Route = detail["loc"]
    # What a short form leaves out, and what is missing, has no place of its own.
    while route and route not in document.places:
        route = route[:-1]
    return route
