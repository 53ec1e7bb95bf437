"""Findings as JSON, whole or line by line; `schemas/findings.schema.json` describes both."""

from typing import Any, Final

from gsca_cli import __version__
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.kinds import Kind
from gsca_cli.render.encodable import json_text
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict

SCHEMA_VERSION: Final = 1
LONGEST_EXCERPT: Final = 1_000
"""As many characters as are shown of a line: a line can be as long as a file."""


def render_findings_json(verdict: Verdict, *, strict: bool) -> str:
    """All findings in one document."""
    return json_text({**_summary(verdict, strict=strict), "findings": _findings(verdict)}) + "\n"


def render_findings_jsonl(verdict: Verdict, *, strict: bool) -> str:
    """A line for each finding, and a last one for what is said of them all."""
    lines = [{"type": "finding", **finding} for finding in _findings(verdict)]
    lines.append({"type": "summary", **_summary(verdict, strict=strict)})
    return "".join(json_text(line, indent=None) + "\n" for line in lines)


def _summary(verdict: Verdict, *, strict: bool) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "gsca", "version": __version__},
        "failed": verdict.fails(strict=strict),
        "read": _read(verdict),
        "counts": {severity.value: verdict.counts.get(severity, 0) for severity in Severity},
        "hidden": verdict.hidden,
    }


def _read(verdict: Verdict) -> dict[str, int]:
    """How many records of each kind were read; the keys are the same for any alliance."""
    counts = {
        kind.plural: verdict.read.get(kind.plural, verdict.read.get(kind, 0))
        for kind in Kind
        if kind is not Kind.ALLIANCE
    }
    return {**counts, "left_out": verdict.read.get("left out", 0)}


def _findings(verdict: Verdict) -> list[dict[str, Any]]:
    marks = fingerprints(verdict.findings)
    return [_finding(*each) for each in zip(verdict.findings, marks, strict=True)]


def _finding(finding: Finding, mark: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **_place(finding.location),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(each.location), "message": each.message} for each in finding.related],
        "excerpt": finding.excerpt[:LONGEST_EXCERPT],
        "fingerprint": mark,
        "fixable": finding.mend is not None,
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_column": max(location.column, location.end_column),
    }
