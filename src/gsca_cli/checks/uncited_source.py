"""A source is cited by no record.

A publication that nothing rests on is either left over, or the records that it supports do not
say so yet. While a record cannot be read, or cites a source that does not exist, this check says
nothing: that record may be the one.

Wrong: `data/sources/report-2022.yaml`, with no other record that has `report-2022` in `sources`
Right: `sources: [report-2022]` in the record that the report supports
To fix it: cite the source where it belongs, or delete its record.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.references import mentions_of_all
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Severity
from gsca_cli.kinds import Kind

_AT_ONCE: Final = 500
"""As many records are asked before it is looked whether all sources are cited."""


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every source, against what all other records cite."""
    sources = alliance.of(Kind.SOURCE)
    cited = {
        each.id
        for source in sources.values()
        for each in source.references
        if each.target == Kind.SOURCE and sources.get(each.id) is not source
    }
    others = (brief for brief in alliance.everything() if brief.kind is not Kind.SOURCE)
    # As a rule a few hundred records cite them all, and the rest need not be asked.
    while not cited >= sources.keys() and (some := list(islice(others, _AT_ONCE))):
        cited.update(_cited_by(some))
    if alliance.left_out or not cited <= sources.keys():
        return
    for key, source in sources.items():
        if key not in cited:
            yield Problem(
                Location(source.path),
                f"no record cites `{key}`",
                "cite it in the `sources` of what it supports, or delete this record",
            )


def _cited_by(records: Iterable[Brief]) -> Iterator[str]:
    """The sources that some records cite."""
    for target, text, _, _ in mentions_of_all(brief.references for brief in records):
        if target == Kind.SOURCE:
            yield text


CHECK = Check("uncited-source", Severity.NOTICE, judge=judge)
