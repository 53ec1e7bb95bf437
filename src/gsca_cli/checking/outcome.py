"""One file to all that is kept of it: its brief, what is wrong with it, what its comments allow."""

from dataclasses import dataclass
from itertools import islice

from gsca_cli.alliance.brief import Brief, brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import ALWAYS, MOST_PROBLEMS, Days, lasting, look_at
from gsca_cli.documents.comments import Allowance, allowances
from gsca_cli.findings import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file gave; a file that cannot be read has no brief.

    `days` are those on which it gives the same.
    """

    brief: Brief | None
    findings: tuple[Finding, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    days: Days = ALWAYS


def outcome_of(entry: Entry | list[Finding], context: Context, *, looks: bool) -> Outcome:
    """What a record gives, or why there is none; if nobody `looks`, checks find nothing."""
    if not isinstance(entry, Entry):
        return Outcome(None, tuple(entry))
    if not looks:
        return Outcome(brief(entry))
    findings = list(look_at(entry, context))
    days = lasting(entry, context.today, findings)
    allowed: list[Allowance] = []
    for comment in islice(allowances(entry.document), MOST_PROBLEMS):
        if isinstance(comment, Allowance):
            allowed.append(comment)
        else:
            findings.append(comment)
    return Outcome(brief(entry), tuple(findings), tuple(allowed), days)
