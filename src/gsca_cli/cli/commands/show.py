"""gsca show: one record, and where each of its values stands."""

from enum import StrEnum
from typing import Annotated

from gsca_cli.analysis.record import shown_record
from gsca_cli.cli.bygone import with_those_gone
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.meant import meant
from gsca_cli.cli.opening import open_at, tell_errors
from gsca_cli.cli.options import At, Output, Root, TodayThen, write
from gsca_cli.cli.reading import NoCache
from gsca_cli.render.as_json import render_json
from gsca_cli.render.as_record import record_csv, render_record


class Format(StrEnum):
    """How a record is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    key: Annotated[str, Argument(metavar="ID", help="The id of a record: oslo, or city/oslo.")],
    root: Root = None,
    at: At = None,
    today: TodayThen = None,
    blame: Annotated[
        bool, Option("--blame", help="Say which commit gave each value, and when.")
    ] = False,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Show every value of a record with its line in the file, and who refers to the record.

    Example: gsca show oslo
    """
    opened = open_at(root, today, at, key, findings=False)
    if at is not None:
        tell_errors(opened)
    alliance = opened.checked.alliance
    with with_those_gone(opened, root, key):
        brief = meant(alliance, key, opened.past)
    shown = shown_record(alliance, brief)
    if blame:
        # Only this question needs git: who just reads a record is spared it.
        from gsca_cli.cli.blame import with_blame  # noqa: PLC0415

        text = with_blame(opened, root, brief, shown, form)
    elif form is Format.JSON:
        text = render_json("record", shown)
    elif form is Format.CSV:
        text = record_csv(shown)
    else:
        text = render_record(shown)
    write(text, output, pages=True)
    return 0
