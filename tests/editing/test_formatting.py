"""Records in canonical layout: short forms, the order of the fields, and nothing lost."""

from pathlib import Path

import pytest
from gsca import ROOT
from small_alliance import TODAY, checked, snapshot_of

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.checking import check
from gsca_cli.documents import rewrite_all
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.formatting import formatted, in_canonical_layout
from gsca_cli.editing.setting import customs_of
from gsca_cli.editing.wishes import Customs
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import FOLDERS, RecordPath
from gsca_cli.snapshots.snapshot import InMemory
from gsca_cli.snapshots.worktree import Worktree

BEGIN = "name: X\ncountry: SE\n"
CUSTOMS = Customs("en", {"step": ["letter", "plan"]})


def laid_out(kind: Kind, text: str) -> str:
    place = RecordPath(f"data/{kind.plural}/x.yaml", kind, "x")
    once = in_canonical_layout(place, text.encode(), CUSTOMS)
    assert in_canonical_layout(place, once, CUSTOMS) == once
    return once.decode()


@pytest.mark.parametrize(
    ("kind", "text", "after"),
    [
        (
            Kind.CITY,
            "sources: [{source: a}, {source: b, supports: [x]}, c]\ncountry: NO\nname: {und: X}\n",
            'name: X\ncountry: "NO"\nsources: [a, {b: [x]}, c]\n',
        ),
        (
            Kind.CITY,
            "name: X\ncountry: SE\nsteps:\n  plan: {status: completed}\n  letter: {}\n",
            "name: X\ncountry: SE\nsteps:\n  letter:\n  plan: completed\n",
        ),
        (
            Kind.CITY,
            "policies:\n  a:\n    # so\n    status: completed\n  b: {as_of: 2022, status: done}\n",
            "policies:\n  a:\n    # so\n    status: completed\n  b: {as_of: 2022, status: done}\n",
        ),
        (
            Kind.CITY,
            "name: K\ncountry: JP\naliases: [{name: Kaga City}]\nnotes:\n  - text: So.\n",
            "name: K\ncountry: JP\naliases: [Kaga City]\nnotes:\n  - So.\n",
        ),
        (
            Kind.REGION,
            "columns:\n  - policy: a\n  - {policy: b, added: 2022}\nname: R\n",
            "name: R\ncolumns:\n  - a\n  - {policy: b, added: 2022}\n",
        ),
        # A comment within a long citation keeps it long.
        (
            Kind.CITY,
            f"{BEGIN}sources:\n  - source: a # c\n    supports: [x]\n  -\n    # d\n    source: b\n",
            f"{BEGIN}sources:\n  - source: a  # c\n    supports: [x]\n  # d\n  - b\n",
        ),
        (
            Kind.CITY,
            f"{BEGIN}sources:\n  -\n    # d\n    source: c\n    supports:\n    - x  # e\n",
            f"{BEGIN}sources:\n  # d\n  - c:\n      - x  # e\n",
        ),
        # A field that does not fit is left for `gsca validate`, and the rest is laid out.
        (
            Kind.CITY,
            "zone: 5\nname:   {und: X}\n",
            "name: {und: X}\nzone: 5\n",
        ),
    ],
)
def test_a_record_is_laid_out_by_its_kind(kind: Kind, text: str, after: str) -> None:
    assert laid_out(kind, text) == after


def test_short_forms_are_proved_at_once_however_many(monkeypatch: pytest.MonkeyPatch) -> None:
    proofs: list[bytes] = []

    def noted(path: str, content: bytes) -> object:
        proofs.append(content)
        return parse(path, content)

    monkeypatch.setattr(rewrite_all, "parse", noted)
    long = "".join(f"  - {{name: N{number}}}\n" for number in range(1_000))
    short = "".join(f"  - N{number}\n" for number in range(1_000))
    begin = f"{BEGIN}aliases:\n"
    place = RecordPath("data/cities/x.yaml", Kind.CITY, "x")
    after = in_canonical_layout(place, (begin + long).encode(), CUSTOMS)
    assert after.decode() == begin + short
    assert proofs == [after]


def test_what_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(UneditableError, match="it cannot be read; `gsca validate` says why"):
        laid_out(Kind.CITY, "name: [\n")
    changes = {"data/cities/oslo.yaml": "name: [\n", "data/cities/rom.yaml": "name:  Rom\n"}
    found = formatted(snapshot_of(changes), checked(changes), list(changes), TODAY)
    assert [change.path for change in found.plan.changes] == ["data/cities/rom.yaml"]
    assert found.left == (("data/cities/oslo.yaml", "it cannot be read; `gsca validate` says why"),)


def all_records(root: Path) -> list[RecordPath]:
    return [
        RecordPath(path.relative_to(root).as_posix(), kind, path.stem)
        for folder, kind in FOLDERS.items()
        for path in sorted((root / "data" / folder).rglob("*.y*ml"))
    ] + [RecordPath("gsca.yaml", Kind.ALLIANCE, "gsca")]


@pytest.mark.parametrize("folder", [".", "tests/alliances/health", "tests/alliances/handwritten"])
def test_every_record_of_an_alliance_is_the_same_record_and_finds_the_same(folder: str) -> None:
    worktree = Worktree(ROOT / folder)
    before = check(worktree, TODAY)
    customs = customs_of(before.alliance)
    after: dict[str, bytes] = {}
    for place in all_records(ROOT / folder):
        after[place.path] = in_canonical_layout(place, worktree.read(place.path), customs)
        assert in_canonical_layout(place, after[place.path], customs) == after[place.path]
    snapshot = InMemory(after)
    for place in all_records(ROOT / folder):
        was, now = read_file(worktree, place), read_file(snapshot, place)
        assert isinstance(was, Entry)
        assert isinstance(now, Entry)
        assert now.record == was.record
    found = check(snapshot, TODAY)
    marks = [(each.code, each.location.path, each.message) for each in found.findings]
    known = [(each.code, each.location.path, each.message) for each in before.findings]
    gone = [mark for mark in known if mark not in marks]
    # Quotes and short forms cure a few notices; nothing new appears.
    assert all(mark in known for mark in marks)
    assert {code for code, _, _ in gone} <= {"yaml-trap", "empty-field"}


def test_the_shipped_records_are_laid_out() -> None:
    worktree = Worktree(ROOT)
    customs = customs_of(check(worktree, TODAY).alliance)
    for place in all_records(ROOT):
        content = worktree.read(place.path)
        assert in_canonical_layout(place, content, customs) == content, place.path
