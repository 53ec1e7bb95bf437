"""`gsca.yaml` speaks of a check that does not exist.

Under `checks`, the file says how much each check matters. A code with a typo would change
nothing, and nobody would notice.

Wrong: `checks: {stale-sate: silent}`
Right: `checks: {stale-state: silent}`
To fix it: take the code that is suggested, or delete the line.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.suggestions import Suggestions
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import RenameKey, Severity, shown


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """The codes that an alliance sets, against those that there are."""
    suggestions = Suggestions()
    for code in getattr(entry.record, "checks", ()):
        if code not in context.codes:
            route = ("checks", code)
            found = suggestions.find(code, context.codes)
            yield Problem(
                route,
                f"no check has the code {shown(code)}",
                found.before("`gsca explain` lists the codes"),
                key=True,
                mend=RenameKey(route, found.meant) if found.meant else None,
            )


def finds_from(glance: Glance, context: Context) -> date:
    """A record that sets no code, or only codes that there are."""
    given = glance.values.get("checks")
    return unless(not given or set(given) <= set(context.codes))


CHECK = Check("unknown-code", Severity.ERROR, look=look, finds_from=finds_from)
