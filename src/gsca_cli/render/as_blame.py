"""One record as text or CSV: every value with the commit that gave it."""

from gsca_cli.analysis.life.blame import BlamedRecord, BlamedValue
from gsca_cli.findings import printable
from gsca_cli.render.as_csv import Cell, render_csv
from gsca_cli.render.as_json import SCHEMA_VERSION
from gsca_cli.render.as_life import NOT_COMMITTED, SHORT, shallow
from gsca_cli.render.as_record import render_record, said_of
from gsca_cli.render.columns import columns
from gsca_cli.render.encodable import json_text
from gsca_cli.render.plain import plain


def render_blame(blamed: BlamedRecord) -> str:
    """The record as `gsca show` writes it, with commit, day and author before each line."""
    fronts = [_front(value) for value in blamed.values]
    width = max(map(columns, fronts), default=0)
    padded = [f"{front}{' ' * (width - columns(front))}  " for front in fronts]
    return render_record(blamed, padded) + "".join(f"\n{line}\n" for line in shallow(blamed.oldest))


def _front(value: BlamedValue) -> str:
    commit = value.commit
    if commit is None:
        return NOT_COMMITTED
    return printable(f"{commit.id[:SHORT]}  {commit.date}  {commit.author}")


def blame_csv(blamed: BlamedRecord) -> str:
    """A row for each value: its place, and its commit; none if it is not committed yet."""
    rows: list[list[Cell]] = [
        [blamed.path, value.line, value.column, value.route, said_of(value.value), *_cells(value)]
        for value in blamed.values
    ]
    header = ["path", "line", "column", "route", "value", "commit", "date", "author", "subject"]
    return render_csv(header, rows)


def _cells(value: BlamedValue) -> list[Cell]:
    commit = value.commit
    return [commit.id, commit.date, commit.author, commit.subject] if commit else [""] * 4


def blame_json(blamed: BlamedRecord) -> str:
    """The figures themselves; names of strangers in them steer nothing."""
    return json_text({"schema_version": SCHEMA_VERSION, "record": plain(blamed)}) + "\n"
