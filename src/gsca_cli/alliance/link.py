"""Briefs to one alliance; never fails."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.settings import Settings
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import Snapshot

if TYPE_CHECKING:
    from gsca_cli.alliance.read import Reader


def link(
    snapshot: Snapshot,
    settings: Settings,
    briefs: Iterable[Brief],
    left_out: Iterable[RecordPath] = (),
    reader: "Reader | None" = None,
) -> Alliance:
    """Join what was read; of two records with one id, the first by path has it."""
    linked: dict[Kind, dict[str, Brief]] = {kind: {} for kind in Kind}
    doubles: list[tuple[Brief, Brief]] = []
    in_order = list(briefs)
    # The last counts most. A key of all three would be a tuple for each of them, all at once.
    for name in ("path", "id", "kind"):
        in_order.sort(key=attrgetter(name))
    for brief in in_order:
        first = linked[brief.kind].setdefault(brief.id, brief)
        if first is not brief:
            doubles.append((brief, first))
    return Alliance(snapshot, settings, linked, tuple(left_out), tuple(doubles), reader)
