"""Findings against the comments that allow them."""

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.documents.comments import Allowance
from gsca_cli.findings import Allowed, Finding, Severity, shown


class Hearing(NamedTuple):
    """The findings that no comment allows, those that one does, and the comments without any."""

    kept: list[Finding]
    allowed: list[Allowed]
    unused: list[Allowance]


def allow(findings: Iterable[Finding], allowances: Iterable[Allowance]) -> Hearing:
    """Let the comments that allow a finding have their say.

    A comment allows one finding: a second one of that code on the line needs its own comment.
    """
    waiting: dict[tuple[str, str], _Waiting] = {}
    for each in sorted(allowances, key=lambda each: each.line):
        waiting.setdefault((each.location.path, each.code), _Waiting()).add(each)
    kept, allowed = [], []
    for finding in findings:
        of_code = waiting.get((finding.location.path, finding.code))
        if of_code and (comment := of_code.take(finding.location.line)):
            allowed.append(Allowed(finding, comment.reason))
        else:
            kept.append(finding)
    unused = (each for of_code in waiting.values() for each in of_code.unused())
    return Hearing(kept, allowed, sorted(unused, key=lambda each: each.location))


class _Waiting:
    """The comments of one file that allow one code, until a finding comes that they allow."""

    def __init__(self) -> None:
        self.lines: list[int] = []
        self.groups: list[deque[Allowance]] = []

    def add(self, allowance: Allowance) -> None:
        """Add a comment that speaks of the line of the last one, or of one below."""
        if self.lines[-1:] != [allowance.line]:
            self.lines.append(allowance.line)
            self.groups.append(deque())
        self.groups[-1].append(allowance)

    def take(self, line: int) -> Allowance | None:
        """Use up a comment that allows a finding on a line."""
        before = bisect_right(self.lines, line)
        # One text may end on the line on which another one begins.
        for group in reversed(self.groups[max(before - 2, 0) : before]):
            if group and group[0].end_line >= line:
                return group.popleft()
        return None

    def unused(self) -> Iterator[Allowance]:
        """The comments that no finding came for."""
        for group in self.groups:
            yield from group


def unused_allowance(
    allowance: Allowance, codes: Collection[str], suggestions: Suggestions
) -> Finding:
    """The notice on a comment that allows nothing."""
    code = shown(allowance.code)
    if allowance.code in codes:
        message = f"this comment allows nothing: there is no finding {code} here"
        hint = "delete the comment"
    else:
        message = f"this comment allows nothing: no check has the code {code}"
        hint = suggestions.before("`gsca explain` lists the codes", allowance.code, codes)
    return Finding("unused-allowance", Severity.NOTICE, allowance.location, message, hint)
