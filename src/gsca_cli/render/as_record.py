"""One record as text or CSV: every value with its place."""

from collections.abc import Iterable

from gsca_cli.analysis.record import ShownRecord
from gsca_cli.findings import printable
from gsca_cli.render.as_csv import Cell, render_csv
from gsca_cli.render.columns import columns


def render_record(shown: ShownRecord) -> str:
    """A heading, then a line for each value: its line number, its route, the value."""
    return framed(shown, ["", *value_lines(shown)])


def value_lines(shown: ShownRecord) -> list[str]:
    """A line for each value."""
    number = max((len(str(value.line)) for value in shown.values), default=0)
    width = max((columns(printable(value.route)) for value in shown.values), default=0)
    lines = []
    for value in shown.values:
        route = printable(value.route)
        gap = " " * (width - columns(route))
        said = printable(said_of(value.value))
        lines.append(f"{value.line:>{number}}  {route}{gap}  {said}".rstrip())
    return lines


def framed(shown: ShownRecord, lines: Iterable[str]) -> str:
    """Which record it is, some lines on it, and who refers to it."""
    whole = [printable(f"{shown.kind}/{shown.id}"), printable(shown.path), *lines]
    if shown.referrers:
        whole += ["", "Referred to by:"]
    for each in shown.referrers:
        whole.append(printable(f"{each.path}:{each.line}  {each.route}"))
    return "\n".join(whole) + "\n"


def record_csv(shown: ShownRecord) -> str:
    """A row for each value: its file, line, column and route."""
    rows: list[list[Cell]] = [
        [shown.path, value.line, value.column, value.route, said_of(value.value)]
        for value in shown.values
    ]
    return render_csv(["path", "line", "column", "route", "value"], rows)


def said_of(value: str | float | bool | None) -> str:  # noqa: FBT001 (a value of a record)
    """A value as a line or a cell shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
