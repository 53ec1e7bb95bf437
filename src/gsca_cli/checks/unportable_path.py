r"""A file or a folder has a name that some machine cannot hold.

Windows keeps some names for devices (`con`, `aux`, `com1`, with any extension), takes none of
`< > : " | ? * \`, drops a space or a dot at the end, and cannot open long paths. A name that is
not UTF-8, or that encodes an accent by itself (not in Unicode NFC), changes on its way through
git to another machine. Whoever has such a machine cannot copy the repository.

The name of a record is its id; what is wrong with that, `malformed-id` says.

Wrong: `data/cities/aux/oslo.yaml`
Right: `data/cities/auxiliary/oslo.yaml`
To fix it: rename it, best with small letters, digits and hyphens.
"""

from collections.abc import Iterator, Sequence

from gsca_cli.checks.check import Check, Problem
from gsca_cli.checks.malformed_id import why_malformed
from gsca_cli.findings import Location, Severity, shown
from gsca_cli.snapshots.portable import LONGEST_PATH, units, why_unportable
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.tree import Node, nodes


def survey(paths: Sequence[str]) -> Iterator[Problem]:
    """Every name once, at the first path that has it; then the length of each path."""
    for node in nodes(paths):
        reason = why_unportable(node.name)
        if reason and not _is_malformed_id(node):
            what = "file" if node.is_file else "folder"
            yield Problem(
                Location(node.path),
                f"the name of the {what}, {shown(node.name)}, {reason[0]}",
                reason[1],
            )
        elif not reason and node.is_file and _is_too_long(node.path):
            yield Problem(
                Location(node.path),
                f"the path is {units(node.path)} characters long; Windows opens none over 260, "
                "the folder above the repository included",
                f"use shorter names, or fewer folders: {LONGEST_PATH} characters are safe",
            )


def _is_too_long(path: str) -> bool:
    # No character takes more than two units: those of most paths need not be counted.
    return 2 * len(path) > LONGEST_PATH and units(path) > LONGEST_PATH


def _is_malformed_id(node: Node) -> bool:
    """Does the check of ids speak of this name already?"""
    place = identify(node.path) if node.is_file else None
    return isinstance(place, RecordPath) and bool(why_malformed(place.id))


CHECK = Check("unportable-path", Severity.ERROR, survey=survey)
