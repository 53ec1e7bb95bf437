"""gsca show: one record, and where each of its values stands."""

from enum import StrEnum
from typing import Annotated

import typer

from gsca_cli.alliance.lookup import find
from gsca_cli.analysis.record import ShownRecord, shown_record
from gsca_cli.cli.messages import tell
from gsca_cli.cli.options import Output, Root, Today, open_checked, write
from gsca_cli.render.as_csv import render_csv
from gsca_cli.render.as_findings import columns, printable
from gsca_cli.render.as_json import render_json


class Format(StrEnum):
    """How a record is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a record: oslo, or city/oslo.")
    ],
    root: Root = None,
    today: Today = None,
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
) -> int:
    """Show every value of a record with its line in the file, and who refers to the record.

    Example: gsca show oslo
    """
    alliance = open_checked(root, today)[1].alliance
    found = find(alliance, key)
    if found.former:
        tell(f"`{key}` is called `{found.brief.id}` now")
    shown = shown_record(alliance, found.brief)
    if form is Format.JSON:
        text = render_json("record", shown)
    elif form is Format.CSV:
        rows: list[list[str | int]] = [
            [shown.path, value.line, value.column, value.route, _said(value.value)]
            for value in shown.values
        ]
        text = render_csv(["path", "line", "column", "route", "value"], rows)
    else:
        text = _as_text(shown)
    write(text, output)
    return 0


def _as_text(shown: ShownRecord) -> str:
    """A heading, then a line for each value: its line number, its route, the value."""
    number = max((len(str(value.line)) for value in shown.values), default=0)
    width = max((columns(printable(value.route)) for value in shown.values), default=0)
    lines = [printable(f"{shown.kind}/{shown.id}"), printable(shown.path), ""]
    for value in shown.values:
        route = printable(value.route)
        gap = " " * (width - columns(route))
        said = printable(_said(value.value))
        lines.append(f"{value.line:>{number}}  {route}{gap}  {said}".rstrip())
    if shown.referrers:
        lines += ["", "Referred to by:"]
    for each in shown.referrers:
        lines.append(printable(f"{each.path}:{each.line}  {each.route}"))
    return "\n".join(lines) + "\n"


def _said(value: str | float | bool | None) -> str:  # noqa: FBT001 (a value of a record)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
