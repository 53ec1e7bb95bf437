"""Every status in the shipped records, changed as `gsca set` changes it."""

from pathlib import Path

import pytest
from gsca import ROOT
from small_alliance import TODAY

from gsca_cli.checking import check
from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.editing.setting import customs_of, encoded
from gsca_cli.editing.wishes import Customs, wished
from gsca_cli.findings import Route, dotted
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of
from gsca_cli.snapshots.repository import FOLDERS
from gsca_cli.snapshots.worktree import Worktree

FILES = [
    (kind, path)
    for folder, kind in FOLDERS.items()
    for path in sorted((ROOT / "data" / folder).glob("*.yaml"))
    if b"\nsteps:" in path.read_bytes() or b"\npolicies:" in path.read_bytes()
]


@pytest.fixture(scope="module")
def customs() -> Customs:
    return customs_of(check(Worktree(ROOT), TODAY).alliance)


def states(document: Document) -> list[Route]:
    """Where states stand: of steps, and of selections of which one is known."""
    return [
        route
        for route in document.places
        if len(route) == 2
        and (route[0] == "steps" or (route[0] == "policies" and document.value(route)))
        and isinstance(route[1], str)
    ]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda each: getattr(each, "stem", each))
def test_a_status_that_changes_changes_one_line(kind: Kind, path: Path, customs: Customs) -> None:
    content = path.read_bytes()
    document = parse(path.name, content)
    assert isinstance(document, Document)
    for route in states(document):
        asked = Assignment(dotted(route), Sign.SET, "completed")
        after = encoded(wished(shape_of(kind), document, asked, customs), content)
        old, new = content.split(b"\n"), after.split(b"\n")
        assert sum(one != other for one, other in zip(old, new, strict=True)) == 1
