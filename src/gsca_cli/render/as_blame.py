"""One record as text or CSV: every value with the commit that gave it."""

from gsca_cli.analysis.life.blame import BlamedRecord, BlamedValue
from gsca_cli.analysis.life.figures import Committed
from gsca_cli.findings import printable
from gsca_cli.render.as_csv import Cell, render_csv
from gsca_cli.render.as_json import SCHEMA_VERSION
from gsca_cli.render.as_life import about, shallow
from gsca_cli.render.as_record import framed, said_of, value_lines
from gsca_cli.render.encodable import json_text
from gsca_cli.render.plain import plain


def render_blame(blamed: BlamedRecord) -> str:
    """The lines that `gsca show` writes, each below the commit that gave it, the newest first."""
    groups: dict[Committed | None, list[str]] = {}
    for value, line in zip(blamed.values, value_lines(blamed), strict=True):
        groups.setdefault(value.commit, []).append(f"  {line}")
    lines = []
    for commit in sorted(groups, key=_day, reverse=True):
        lines += ["", printable(about(commit)), *groups[commit]]
    return framed(blamed, lines) + "".join(f"\n{line}\n" for line in shallow(blamed.oldest))


def _day(commit: Committed | None) -> tuple[bool, str]:
    """What is not committed yet is newer than all the rest."""
    return commit is None, commit.date if commit else ""


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
