"""Findings for people: place, what is wrong, the line with a caret, the cure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from gsca_cli.findings import Finding, Location, Severity, printable
from gsca_cli.triage.verdict import Verdict

_WIDEST_EXCERPT: Final = 160
_STYLES: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTICE: "bold cyan",
}
_QUIET: Final = "dim"

Paint = Callable[[str, str], str]
"""A text in a style; the text alone where no colour is wanted."""


def render_findings(findings: Iterable[Finding], *, colour: bool = False) -> str:
    """Each finding with its line, a caret under the exact place, and a cure."""
    paint = _in_colour if colour else _plain
    return "".join(f"{_finding(finding, paint)}\n" for finding in findings)


def _plain(text: str, _: str) -> str:
    return text


def _in_colour(text: str, style: str) -> str:
    from rich.style import Style  # noqa: PLC0415 (only who looks at a terminal needs it)

    return Style.parse(style).render(text)


def _finding(finding: Finding, paint: Paint) -> str:
    style = _STYLES[finding.severity]
    title = paint(f"{finding.severity}[{finding.code}]", style)
    lines = [f"{_place(finding.location)}: {title}: {printable(finding.message)}"]
    if finding.excerpt.strip():
        lines += _excerpt(finding, paint)
    lines += [_remark(_other(each.location, finding), each.message) for each in finding.related]
    if finding.hint:
        lines.append(f"  {paint('cure:', 'bold')} {printable(finding.hint)}")
    lines.append(paint(f"  more: gsca explain {finding.code}", _QUIET))
    return "\n".join(lines) + "\n"


def _place(location: Location) -> str:
    return f"{printable(location.path)}:{location.line}:{location.column}"


def _other(location: Location, finding: Finding) -> str:
    """Another place; in the same file, its line says enough."""
    same = location.path == finding.location.path
    return f"line {location.line}" if same else _place(location)


def _remark(place: str, message: str) -> str:
    return f"  note: {printable(message)}: {place}"


def _excerpt(finding: Finding, paint: Paint) -> list[str]:
    """The line, and below it a caret under exactly what is meant."""
    number = str(finding.location.line)
    excerpt, before, marked = _window(finding)
    caret = " " * before + paint("^" * max(marked, 1), _STYLES[finding.severity])
    bars = paint(f"{number} |", _QUIET), paint(f"{' ' * len(number)} |", _QUIET)
    return [f"  {bars[0]} {excerpt}", f"  {bars[1]} {caret}"]


def _window(finding: Finding) -> tuple[str, int, int]:
    """The part of the line that is shown, the columns before the caret, and those of the caret."""
    from gsca_cli.render.columns import columns  # noqa: PLC0415 (most runs find nothing)

    start, end = finding.location.column - 1, finding.location.end_column - 1
    line = finding.excerpt
    cut = max(0, min(start, end - _WIDEST_EXCERPT))
    shown = line[cut : cut + _WIDEST_EXCERPT]
    before, marked = line[cut:start], line[start : min(end, cut + _WIDEST_EXCERPT)]
    return printable(shown), columns(printable(before)), columns(printable(marked))


def render_summary(verdict: Verdict) -> str:
    """What was read, and what was found: one line each."""
    counts = ", ".join(f"{number} {what}" for what, number in verdict.read.items() if number)
    found = counted_words(verdict.counts) or "No findings"
    lines = [f"Read {counts or 'no records'}.", f"{found}.{_fixable(verdict)}"]
    if verdict.hidden:
        lines.append(f"{verdict.hidden:,} of them are not shown; `--max-findings 0` shows all.")
    return "\n".join(lines) + "\n"


def counted_words(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity: `3 errors, 1 notice`."""
    found = ((counts.get(severity, 0), severity) for severity in Severity)
    return ", ".join(_counted(number, severity) for number, severity in found if number)


def _fixable(verdict: Verdict) -> str:
    """How many of the findings nobody need mend by hand."""
    if not verdict.fixable:
        return ""
    everything = sum(verdict.counts.values())
    which = f"{verdict.fixable:,}" if verdict.fixable < everything else "All"
    which = f"{which} of them" if everything > 1 else "It"
    return f" {which} can be mended by `gsca fix`."


def _counted(number: int, severity: Severity) -> str:
    return f"{number:,} {severity}{'' if number == 1 else 's'}"
