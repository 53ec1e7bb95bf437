"""Tables as CSV (RFC 4180), safe to open in a spreadsheet: the one writer of CSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from gsca_cli.analysis.newness import Newness
from gsca_cli.findings import UNSEEN
from gsca_cli.render.markdown import when

if TYPE_CHECKING:
    from gsca_cli.analysis.matrix import PolicyCell, PolicyMatrix, StepCell, StepsMatrix
    from gsca_cli.analysis.rows import Member

# The last four are the full-width forms of the first four.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DISTURBS = re.compile(f"[{UNSEEN}]")

Cell = str | int


def render_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A header and rows, lines ended by LF.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_safe(cell) for cell in header])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def cell(value: Any) -> Cell:
    """A value of a record as one cell."""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    return "" if value is None else str(value)


def policies_csv(matrix: "PolicyMatrix") -> str:
    """A row for each city, a column for each policy, totals last."""
    header = ["id", "city", "tags", *(column.name for column in matrix.columns), "total"]
    rows: Iterator[list[Cell]] = (
        [*_city(row.city), *(_mark(cell) for cell in row.cells), row.total] for row in matrix.rows
    )
    total: list[Cell] = ["", "total", "", *matrix.totals, matrix.total]
    return render_csv(header, chain(rows, [total]))


def steps_csv(matrix: "StepsMatrix") -> str:
    """A row for each city, a column for each step, the id of a status in each cell.

    A state that is new, or that follows from the city's selections, says so.
    """
    header = ["id", "city", "tags", *(column.name for column in matrix.columns)]
    rows = ([*_city(row.city), *(_status(cell) for cell in row.cells)] for row in matrix.rows)
    return render_csv(header, rows)


_NEW = {
    Newness.PERHAPS: "perhaps new",
    Newness.BACK: "moved back",
    Newness.UNKNOWN: "no longer known",
}
"""The words of marks that are not their own."""


def _mark(cell: "PolicyCell") -> str:
    return _with("X", [_word(cell.newness)]) if cell.selected else _word(cell.newness)


def _status(cell: "StepCell") -> str:
    return _with(cell.status, ["derived" if cell.derived else "", _word(cell.newness)])


def _word(newness: Newness) -> str:
    return _NEW.get(newness, newness.value)


def _with(text: str, remarks: Sequence[str]) -> str:
    """A text, and in brackets what else is to be known."""
    said = ", ".join(remark for remark in remarks if remark)
    return f"{text} ({said})" if said else text


_NEW_CITY = {
    Newness.NEW: "new",
    Newness.WITHDRAWN: "newly left",
    Newness.PERHAPS_WITHDRAWN: "perhaps newly left",
}


def _city(city: "Member") -> list[str]:
    left = f"left {when(city.left)}" if city.left else ""
    tags = [*city.tags, left, _NEW_CITY.get(city.newness, "")]
    return [city.id, city.name, "; ".join(filter(None, tags))]


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = _harmless(cell.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text


def _harmless(text: str) -> str:
    """A text that cannot disturb a terminal or a log; its lines and letters stay as they are."""
    text = _DISTURBS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.replace("##[", "#\\u0023[")
