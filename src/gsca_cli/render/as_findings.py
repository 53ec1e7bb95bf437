"""Findings for people: place, what is wrong, the line with a caret, the cure."""

from collections.abc import Iterable, Mapping, Sequence

from gsca_cli.findings import Finding, Severity, printable

_WIDEST_EXCERPT = 160


def render_findings(findings: Iterable[Finding]) -> str:
    """Each finding with its line, a caret under the exact place, and a hint."""
    return "".join(f"{_finding(finding)}\n" for finding in findings)


def _finding(finding: Finding) -> str:
    location = finding.location
    place = f"{printable(location.path)}:{location.line}:{location.column}"
    lines = [f"{place}: {finding.severity}[{finding.code}]: {printable(finding.message)}"]
    if finding.excerpt.strip():
        number = str(location.line)
        gutter = " " * len(number)
        excerpt, before, marked = _excerpt(finding)
        lines.append(f"  {number} | {excerpt}")
        lines.append(f"  {gutter} | {' ' * before}{'^' * max(marked, 1)}")
    if finding.hint:
        lines.append(f"  = {printable(finding.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding) -> tuple[str, int, int]:
    """The line, the columns before the caret, and the columns of the caret."""
    start, end = finding.location.column - 1, finding.location.end_column - 1
    line = finding.excerpt
    cut = max(0, min(start, end - _WIDEST_EXCERPT))
    shown = line[cut : cut + _WIDEST_EXCERPT]
    before, marked = line[cut:start], line[start : min(end, cut + _WIDEST_EXCERPT)]
    return printable(shown), columns(printable(before)), columns(printable(marked))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 (only lines outside ASCII need it)

    return cell_len(text)


def render_summary(read: Mapping[str, int], findings: Sequence[Finding]) -> str:
    """What was read, and what was found: one line each."""
    counts = ", ".join(f"{number} {what}" for what, number in read.items() if number)
    found = [
        _counted(number, severity)
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    return f"Read {counts}.\n{', '.join(found) or 'No findings'}.\n"


def _counted(number: int, severity: Severity) -> str:
    return f"{number} {severity}{'' if number == 1 else 's'}"
