"""Checks to findings: the one place where routes become locations."""

from collections.abc import Iterator

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.checks.registry import ALL_CHECKS
from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding, Location


def look_at(entry: Entry, context: Context) -> Iterator[Finding]:
    """What the checks find in one entry."""
    for check in ALL_CHECKS:
        if check.look:
            for problem in check.look(entry, context):
                yield _finding(check, problem, entry.document)


def judge(alliance: Alliance, context: Context) -> Iterator[Finding]:
    """What the checks find in the alliance as a whole."""
    for check in ALL_CHECKS:
        if check.judge:
            for problem in check.judge(alliance, context):
                yield _finding(check, problem, None)


def _finding(check: Check, problem: Problem, document: Document | None) -> Finding:
    if isinstance(problem.at, Location):
        location = problem.at
    else:
        location = document.locate(problem.at, key=problem.key) if document else Location("")
    return Finding(check.code, check.severity, location, problem.message, problem.hint)
