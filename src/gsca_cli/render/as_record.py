"""One record as text or CSV: every value with its place."""

from gsca_cli.analysis.record import ShownRecord
from gsca_cli.findings import printable
from gsca_cli.render.as_csv import Cell, render_csv
from gsca_cli.render.as_findings import columns


def render_record(shown: ShownRecord) -> str:
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


def record_csv(shown: ShownRecord) -> str:
    """A row for each value: its file, line, column and route."""
    rows: list[list[Cell]] = [
        [shown.path, value.line, value.column, value.route, _said(value.value)]
        for value in shown.values
    ]
    return render_csv(["path", "line", "column", "route", "value"], rows)


def _said(value: str | float | bool | None) -> str:  # noqa: FBT001 (a value of a record)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
