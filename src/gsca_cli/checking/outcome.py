"""One file to all that is kept of it: its brief, what is wrong with it, what its comments allow."""

from datetime import date
from itertools import islice
from typing import NamedTuple

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import (
    ALWAYS,
    MOST_PROBLEMS,
    Days,
    Foreseen,
    Silence,
    lasting,
    look_at,
)
from gsca_cli.documents.comments import Allowance, allowances
from gsca_cli.findings import Finding


class Outcome(NamedTuple):
    """What one file gave; a file that cannot be read has no brief.

    `foreseen` are findings that there are from some day on; `days` are those on which it gives
    all this.
    """

    brief: Brief | None
    findings: tuple[Finding, ...] = ()
    foreseen: tuple[Foreseen, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    days: Days = ALWAYS

    def found(self, today: date) -> list[Finding]:
        """The findings that there are on a day."""
        return [*self.findings, *(found for since, found in self.foreseen if since <= today)]


def outcome_at_a_glance(glance: Glance, silence: Silence) -> Outcome | None:
    """What a record gives in which the checks find nothing; None if it must be looked at closely.

    It gives that until the first day on which something may be found.
    """
    days = silence.around(glance)
    return Outcome(glance.brief, days=days) if days else None


def outcome_of(entry: Entry | list[Finding], context: Context, *, looks: bool) -> Outcome:
    """What a record gives, or why there is none; if nobody `looks`, checks find nothing."""
    if not isinstance(entry, Entry):
        return Outcome(None, tuple(entry))
    if not looks:
        return Outcome(brief(entry))
    found = list(look_at(entry, context))
    findings = [each for each in found if isinstance(each, Finding)]
    foreseen = [each for each in found if isinstance(each, Foreseen)]
    days = lasting(entry, context.today, findings)
    allowed: list[Allowance] = []
    for comment in islice(allowances(entry.document), MOST_PROBLEMS):
        if isinstance(comment, Allowance):
            allowed.append(comment)
        else:
            findings.append(comment)
    return Outcome(brief(entry), tuple(findings), tuple(foreseen), tuple(allowed), days)
