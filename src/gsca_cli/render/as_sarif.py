"""Findings as SARIF 2.1.0, the format of code scanning."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from gsca_cli import __version__
from gsca_cli.findings import Finding, Location, Severity, printable
from gsca_cli.render.as_rule import rule_markdown
from gsca_cli.render.encodable import encodable, json_text
from gsca_cli.render.in_one_text import in_one_text
from gsca_cli.rules.catalogue import Rule, rules
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.verdict import Verdict, worst_first

MOST_RESULTS: Final = 5_000
"""As many results as GitHub keeps of a run."""
MOST_RELATED: Final = 100
"""As many locations as GitHub keeps of a result; it refuses a result with more than 1,000."""
LONGEST_SNIPPET: Final = 1_000
_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE: Final = "SRCROOT"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def render_sarif(verdict: Verdict) -> str:
    """The worst findings, at most as many as GitHub keeps, and the rules that they broke."""
    shown = worst_first(verdict.findings)[:MOST_RESULTS]
    broken = _broken(shown)
    order = {code: index for index, code in enumerate(broken)}
    run = {
        "tool": {
            "driver": {
                "name": "gsca",
                "semanticVersion": __version__,
                # Only those that were broken: then each stands here, documented or not.
                "rules": [_rule(code, level) for code, level in broken.items()],
            }
        },
        "invocations": [_invocation(len(verdict.findings) - len(shown))],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(verdict, finding, order[finding.code], mark)
            for finding, mark in zip(shown, fingerprints(shown), strict=True)
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _broken(findings: Sequence[Finding]) -> Mapping[str, Severity]:
    """The codes that occur, each with the worst severity that it has here."""
    worst = {finding.code: finding.severity for finding in reversed(findings)}
    return dict(sorted(worst.items()))


def _rule(code: str, severity: Severity) -> dict[str, Any]:
    rule = rules().get(code)
    return {
        "id": code,
        **(_described(rule) if rule else _undescribed(code)),
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else severity]},
    }


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": " ".join((rule.what, *rule.why))},
        "help": {"text": f"To fix it: {rule.cure}", "markdown": rule_markdown(rule)},
    }


def _undescribed(code: str) -> dict[str, Any]:
    """GitHub asks for all three."""
    help_ = {"text": "The message of each result says how to fix it."}
    return {"shortDescription": {"text": code}, "fullDescription": {"text": code}, "help": help_}


def _invocation(left_out: int) -> dict[str, Any]:
    if not left_out:
        return {"executionSuccessful": True}
    message = f"{left_out:,} more findings are left out, since code scanning shows {MOST_RESULTS:,}"
    notice = {"level": "warning", "message": {"text": message}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notice]}


def _result(verdict: Verdict, finding: Finding, index: int, mark: str) -> dict[str, Any]:
    related = [
        {**_place(verdict, each.location), "id": number, "message": {"text": _text(each.message)}}
        for number, each in enumerate(finding.related[:MOST_RELATED], 1)
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _unlinked(in_one_text(finding))},
        "locations": [_place(verdict, finding.location, finding.excerpt)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"gsca/v1": mark},
    }


def _text(text: str) -> str:
    return _unlinked(printable(text))


def _unlinked(text: str) -> str:
    """A text without links: in a message of SARIF, `[text](address)` is one.

    Braces stay as they are: without arguments readers replace nothing, and show two as two.
    """
    return text.replace("](", "] (")


def _place(verdict: Verdict, location: Location, line: str = "") -> dict[str, Any]:
    uri = quote(encodable(verdict.path(location.path)))
    artifact = {"uri": uri, "uriBaseId": _BASE}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(location, line)}}


def _region(location: Location, line: str) -> dict[str, Any]:
    start, end = location.column, max(location.column, location.end_column)
    snippet = line[start - 1 : end - 1]
    return {
        "startLine": location.line,
        "startColumn": start,
        "endLine": location.line,
        "endColumn": end,
        **({"snippet": {"text": snippet}} if 0 < len(snippet) <= LONGEST_SNIPPET else {}),
    }
