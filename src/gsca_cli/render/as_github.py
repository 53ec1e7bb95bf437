"""Findings for GitHub Actions: annotations on the lines, and a summary on the page of the run."""

import re
from collections.abc import Sequence
from typing import Final

from gsca_cli.findings import Finding, Location, printable
from gsca_cli.render.as_findings import render_summary
from gsca_cli.render.markdown import markdown
from gsca_cli.triage.verdict import Verdict, worst_first

_MOST_RELATED: Final = 5
"""As many other places as an annotation names: GitHub cuts a message at 4,096 characters."""
MOST_BYTES: Final = 1_000_000
"""As many bytes of a summary as rows may take.

GitHub refuses a summary above 1 MiB; the difference is for what else the step writes.
"""

# GitHub looks for names, issues and pictograms once Markdown is read, so that a backslash in
# front of them does not help; a tag behind them does.
_CALLS = re.compile(r"[@#:]")

_HEADER: Final = "| Severity | Place | Code | What | Cure |\n| --- | --- | --- | --- | --- |\n"


def render_github(verdict: Verdict) -> str:
    """A command for each finding, which the runner turns into an annotation; the worst first.

    GitHub shows the first ten of each severity.
    """
    return "".join(f"{_command(verdict, each)}\n" for each in worst_first(verdict.findings))


def _command(verdict: Verdict, finding: Finding) -> str:
    where = finding.location
    properties = {
        "file": printable(verdict.path(where.path)),
        "line": str(where.line),
        "endLine": str(where.line),
        "col": str(where.column),
        "endColumn": str(max(where.column, where.end_column)),
        "title": f"gsca: {finding.code}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity} {listed}::{_data(_message(verdict, finding))}"


def _message(verdict: Verdict, finding: Finding) -> str:
    """What is said below the line, and in the log, which shows neither title nor place.

    Words of our own begin each line: no data can pass for something that is written to the log,
    nor hide the end of the command by an accent that would fall on it.
    """
    lines = [f"{finding.code}: {printable(finding.message)}"]
    lines += [
        f"Note: {printable(each.message)}: {_place(verdict, each.location)}"
        for each in finding.related[:_MOST_RELATED]
    ]
    if more := len(finding.related[_MOST_RELATED:]):
        lines.append(f"Note: and {more:,} more")
    if finding.hint:
        lines.append(f"Cure: {printable(finding.hint)}")
    lines.append(f"Place: {_place(verdict, finding.location)}")
    return "\n".join([*lines, f"More: gsca explain {finding.code}"])


def _place(verdict: Verdict, location: Location) -> str:
    return f"{printable(verdict.path(location.path))}:{location.line}:{location.column}"


def _data(text: str) -> str:
    """A text that stays within its command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text that stays within its property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_step_summary(verdict: Verdict) -> str:
    """Markdown for the summary of a step: the counts, and a table of findings, the worst first.

    What would not fit is left out, and counted.
    """
    said = " ".join(render_summary(verdict).split())
    rows = [_row(verdict, each) for each in worst_first(verdict.findings)]
    kept = _fitting(rows)
    parts = [f"**gsca validate**: {said}\n"]
    if kept:
        parts.append(f"{_HEADER}{''.join(kept)}")
    if left_out := len(rows) - len(kept):
        parts.append(f"{left_out:,} more are left out: a summary holds no more than 1 MiB.\n")
    return "\n".join(parts)


def _fitting(rows: Sequence[str]) -> Sequence[str]:
    """The first rows, as many as a summary has room for."""
    used = 0
    for index, row in enumerate(rows):
        used += len(row.encode())
        if used > MOST_BYTES:
            return rows[:index]
    return rows


def _row(verdict: Verdict, finding: Finding) -> str:
    place = _place(verdict, finding.location)
    cells = (finding.severity, place, finding.code, finding.message, finding.hint)
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """A text as one cell that links to nothing and calls nobody."""
    return _CALLS.sub(r"\g<0><wbr>", str(markdown(printable(text))))
