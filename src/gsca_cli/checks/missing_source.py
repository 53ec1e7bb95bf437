"""A record cites no source.

gsca never says more than the sources do: whoever reads a record must be able to see where it
comes from. A source is itself the end of the road and cites nothing.

Wrong: a city with no `sources`
Right: `sources: [annual-report-2022]`
To fix it: add `sources:` with the id of a source; a new one goes under `data/sources/` first.
"""

from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import Severity
from gsca_cli.kinds import Kind

NEED_NONE = {Kind.SOURCE, Kind.ALLIANCE}


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """Every record but a source; what `gsca.yaml` states cites its sources line by line."""
    if entry.kind not in NEED_NONE and not entry.record.sources:
        yield Problem(
            ("sources",),
            f"this {entry.kind} cites no source",
            "add `sources: [...]` with the id of a publication under data/sources/",
        )


def finds_from(glance: Glance, _: Context) -> date:
    """A record that cites a source, or need not."""
    return unless(glance.brief.kind in NEED_NONE or glance.values.get("sources"))


CHECK = Check("missing-source", Severity.ERROR, look=look, finds_from=finds_from)
