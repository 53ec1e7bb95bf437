"""Two names in one folder are the same to a Mac or to Windows.

There, capitals do not tell names apart, and on a Mac neither does the way in which an accent is
encoded. Whoever copies the repository to such a machine gets one of the two files, and git shows
the other one as deleted or changed.

Wrong: `data/cities/Oslo.yaml` beside `data/cities/oslo.yaml`
Right: `data/cities/oslo.yaml`
To fix it: rename one of them, or delete it if both are about the same thing.
"""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from gsca_cli.alliance.repeated import repeated
from gsca_cli.checks.check import Check, Problem
from gsca_cli.findings import Location, Severity, shown
from gsca_cli.snapshots.tree import Node, nodes

_Key = tuple[int, str]


def survey(paths: Sequence[str]) -> Iterator[Problem]:
    """Every name, against the first in its folder that is the same to such a machine."""
    shared = repeated(hash(_key(node)) for node in nodes(paths))
    seen: dict[_Key, Node] = {}
    for node in nodes(paths) if shared else ():
        key = _key(node)
        if hash(key) in shared and (first := seen.setdefault(key, node)) is not node:
            yield _clash(node, first)


def _key(node: Node) -> _Key:
    """A name in its folder for comparison, as Unicode does it without regard to case (D145)."""
    if node.name.isascii():
        return node.folder, node.name.lower()
    return node.folder, normalize("NFD", normalize("NFD", node.name).casefold())


def _clash(node: Node, first: Node) -> Problem:
    what = "file" if node.is_file and first.is_file else "name"
    return Problem(
        Location(node.path),
        f"to a Mac or to Windows {shown(node.name)} is the same {what} as {shown(first.name)}: "
        f"they differ only in {_difference(node.name, first.name)}",
        "rename one of them, or delete it if both are about the same thing",
        related=((Location(first.path), f"the first {what}"),),
    )


def _difference(name: str, other: str) -> str:
    if normalize("NFC", name) == normalize("NFC", other):
        return "how an accent is encoded"
    return "capitals"


CHECK = Check("clashing-paths", Severity.ERROR, survey=survey)
