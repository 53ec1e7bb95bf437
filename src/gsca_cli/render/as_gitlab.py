"""Findings as a code quality report, which GitLab shows in a merge request."""

from typing import Any, Final

from gsca_cli.findings import Finding, Severity
from gsca_cli.render.encodable import json_text
from gsca_cli.render.in_one_text import in_one_text
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict, worst_first

_SEVERITIES: Final = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTICE: "info",
}


def render_gitlab(verdict: Verdict) -> str:
    """The findings, the worst first, each with a fingerprint that no other has."""
    findings = worst_first(verdict.findings)
    marked = zip(findings, fingerprints(findings), strict=True)
    return json_text([_issue(verdict, finding, mark) for finding, mark in marked]) + "\n"


def _issue(verdict: Verdict, finding: Finding, mark: str) -> dict[str, Any]:
    where = finding.location
    return {
        "description": in_one_text(finding),
        "check_name": finding.code,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": verdict.path(where.path), "lines": {"begin": where.line}},
    }
