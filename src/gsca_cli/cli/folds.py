"""The tables of the regions in which something changed, each with a mark on what is new."""

from collections.abc import Iterator
from dataclasses import replace

from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.matrices import matrices
from gsca_cli.kinds import Kind
from gsca_cli.render.as_document import render_markdown


def folds(diff: Diff, sides: Sides) -> Iterator[tuple[str, str]]:
    """A title and two tables for each region in which something changed, by id."""
    changed = {name for group in diff.groups for name in group.regions}
    changed |= {
        record.name
        for group in diff.groups
        for record in group.records
        if record.kind is Kind.REGION and any(change.at == "columns" for change in record.changes)
    }
    before, after = sides.before, sides.after
    for key, brief in sorted(after.alliance.regions.items()):
        if sides.named(Kind.REGION, key) in changed:
            wish = replace(after.wish, before=before.alliance, since_label=diff.before)
            figures = matrices(Edition(after.alliance, wish), brief)
            yield (
                f"{figures.region.name}: the tables with marks",
                render_markdown("matrices", figures, {}),
            )
