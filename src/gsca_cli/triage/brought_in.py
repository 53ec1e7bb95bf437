"""What a branch brings in: what is found now, and was not found where it began."""

from collections.abc import Sequence

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.analysis.changes.dangling import with_cures
from gsca_cli.analysis.identity.following import new_ids
from gsca_cli.analysis.identity.moved_files import moved_files, other_ids, other_paths
from gsca_cli.findings import Finding
from gsca_cli.records.new_ids import NewIds
from gsca_cli.triage.fingerprints import introduced, reader


def brought_in(
    before: Alliance, known: Sequence[Finding], after: Alliance, found: Sequence[Finding]
) -> list[Finding]:
    """The findings of an alliance that were not known before, though a file may have moved since.

    Both must have their excerpts.
    """
    moved = moved_files(before, after)
    ids = NewIds({**new_ids(after).now, **other_ids(moved)})
    new = introduced(found, known, other_paths(moved), reader(ids))
    return [*with_cures(before, after, moved, new)]
