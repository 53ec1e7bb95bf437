"""One file to all that is kept of it: its brief, what is wrong with it, what its comments allow."""

from datetime import date
from typing import NamedTuple

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.brief import Brief
from gsca_cli.checks.run import ALWAYS, Days, Foreseen, Silence
from gsca_cli.documents.comments import Allowance
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
        if not self.foreseen:
            return [*self.findings]
        return [*self.findings, *(found for since, found in self.foreseen if since <= today)]


def outcome_at_a_glance(glance: Glance, silence: Silence) -> Outcome | None:
    """What a record gives in which the checks find nothing; None if it must be looked at closely.

    It gives that until the first day on which something may be found.
    """
    days = silence.around(glance)
    return Outcome(glance.brief, days=days) if days else None
