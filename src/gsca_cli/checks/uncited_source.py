"""A source is cited by no record.

A publication that nothing rests on is either left over, or the records that it supports do not
say so yet. While a record cannot be read, or cites a source that does not exist, this check says
nothing: that record may be the one.

Wrong: `data/sources/report-2022.yaml`, with no other record that has `report-2022` in `sources`
Right: `sources: [report-2022]` in the record that the report supports
To fix it: cite the source where it belongs, or delete its record.
"""

from collections.abc import Iterator

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Severity
from gsca_cli.kinds import Kind


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every source, against what all other records cite."""
    sources = alliance.of(Kind.SOURCE)
    cited = {
        text
        for brief in alliance.everything()
        for target, text, _, _ in brief.references.mentions
        if target == Kind.SOURCE and sources.get(text) is not brief
    }
    if alliance.left_out or not cited <= sources.keys():
        return
    for key, source in sources.items():
        if key not in cited:
            yield Problem(
                Location(source.path),
                f"no record cites `{key}`",
                "cite it in the `sources` of what it supports, or delete this record",
            )


CHECK = Check("uncited-source", Severity.NOTICE, judge=judge)
