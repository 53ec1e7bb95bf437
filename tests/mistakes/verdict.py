"""What gsca makes of a mistake: is it caught, does the caret stand on it, is the cure there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mistakes.mending import Mending, mending
from mistakes.mistake import Mistake
from mistakes.specimens import Specimen
from mistakes.trial import Bench

from gsca_cli.findings import Finding, Severity


class Verdict(StrEnum):
    """The outcome for one mistake, the worst first."""

    MISSED = "missed"
    NEITHER = "elsewhere, no cure"
    ELSEWHERE = "elsewhere"
    NO_CURE = "no cure"
    FULL = "full"


@dataclass(frozen=True)
class Outcome:
    """A mistake, what was found, the verdict, and what `gsca fix` makes of it."""

    mistake: Mistake
    findings: Sequence[Finding]
    verdict: Verdict
    mending: Mending

    @property
    def severity(self) -> Severity | None:
        """The severity of the most important finding; None if nothing was found."""
        return min((each.severity for each in self.findings), key=lambda s: s.rank, default=None)


def judge(bench: Bench, specimen: Specimen, mistake: Mistake) -> Outcome:
    """Check the whole alliance with one mistake in it, which has no other, and mend it."""
    checked = bench.checked(mistake.changes)
    findings = checked.findings
    on_it = [
        finding
        for finding in findings
        if any(spot.holds(finding.location) for spot in mistake.spots)
    ]
    cured = any(mistake.cure.is_in(finding) for finding in on_it or findings)
    verdict = _verdict(findings, on_it, cured=cured)
    return Outcome(mistake, findings, verdict, mending(bench, checked, specimen, mistake))


def _verdict(findings: Sequence[Finding], on_it: Sequence[Finding], *, cured: bool) -> Verdict:
    if not findings:
        return Verdict.MISSED
    if on_it:
        return Verdict.FULL if cured else Verdict.NO_CURE
    return Verdict.ELSEWHERE if cured else Verdict.NEITHER
