"""gsca log: the life of one record, or of one part of it."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.identity.following import new_ids
from gsca_cli.analysis.life.figures import Life
from gsca_cli.analysis.life.life import life
from gsca_cli.cli.archive import Archive
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.options import (
    Language,
    Output,
    Root,
    Today,
    the_day,
    the_language,
    write,
    write_lines,
)
from gsca_cli.cli.past import chronicle_of, sought
from gsca_cli.cli.reading import NoCache, unchecked
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.render.as_life import life_json, render_life, render_life_markdown
from gsca_cli.snapshots.narrowed import Narrowed
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import Snapshot


class Format(StrEnum):
    """How the life of a record is written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def command(
    key: Annotated[str, Argument(metavar="ID", help="The id of a record: oslo, or city/oslo.")],
    route: Annotated[
        str,
        Argument(metavar="[ROUTE]", help="Only this part of it: steps.plan, policies ..."),
    ] = "",
    root: Root = None,
    today: Today = None,
    lang: Language = None,
    reverse: Annotated[bool, Option("--reverse", help="The oldest first.")] = False,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Tell what happened to a record: when, from what to what, and who committed it.

    Renames are followed, and a record that is gone is found by its id.

    Example: gsca log oslo steps.plan
    """
    archive, day = Archive(root), the_day(today)
    alliance = unchecked(about(archive.at_hand, key), day)
    language = the_language(lang) or alliance.settings.language
    record = sought(alliance, chronicle_of(archive, alliance), key)
    route = new_ids(alliance).in_route(shape_of(record.place.kind), route)
    # The words are those of today, for all of the history.
    edition = Edition(alliance, Wish(language, day))
    found = life(Sides(edition, edition), record.past, record.place, record.now, route)
    if reverse:
        found = replace(found, events=found.events[::-1])
    _give(found, form, output)
    return 0


def about(snapshot: Snapshot, key: str) -> Snapshot:
    """The files of a record, and those that name its parts; all, where none has its id now."""
    last = key.rpartition("/")[2]
    found: dict[str, bool] = {}
    for file in snapshot.files():
        place = identify(file.path) if holds_records(file.path) else None
        if isinstance(place, RecordPath) and (place.kind is not Kind.CITY or place.id == last):
            found[file.path] = place.id == last
    return Narrowed(snapshot, found) if any(found.values()) else snapshot


def _give(found: Life, form: Format, output: str | None) -> None:
    match form:
        case Format.JSON:
            write(life_json(found), output, pages=True)
        case Format.MD:
            write(render_life_markdown(found), output, pages=True)
        case Format.TEXT:
            write_lines(render_life(found), output)
