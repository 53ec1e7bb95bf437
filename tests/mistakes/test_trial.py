from collections.abc import Mapping

import pytest
from mistakes.trial import ROOT, TODAY, Bench

from gsca_cli.checking import check
from gsca_cli.snapshots.repository import MARKER, holds_records
from gsca_cli.snapshots.snapshot import InMemory
from gsca_cli.snapshots.worktree import Worktree

CITY = "data/cities/bogota.yaml"
TRACK = "data/tracks/adoption.yaml"


def shipped() -> dict[str, bytes]:
    tree = Worktree(ROOT)
    paths = [file.path for file in tree.files() if holds_records(file.path)]
    return {path: tree.read(path) for path in paths}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {CITY: b"name: Bogota\n"},
        {CITY: None, "data/cities/bogota-dc.yaml": b"nme: X\n"},
        {TRACK: b"name: [\n"},
        {MARKER: b"name: X\nlanguage: ja\nchecks: {missing-source: silent}\n"},
        {MARKER: None},
        {"data/cities/oslo.yaml": b"name: Oslo\ncountry: NO\n"},
    ],
)
def test_the_bench_finds_what_a_check_from_the_beginning_finds(
    monkeypatch: pytest.MonkeyPatch, changes: Mapping[str, bytes | None]
) -> None:
    files = {**shipped(), **changes}
    kept = {path: content for path, content in files.items() if content is not None}
    expected = check(InMemory(kept), TODAY).findings
    bench = Bench(monkeypatch)
    for _ in range(2):
        assert bench.findings({}) == []
        assert bench.findings(changes) == expected
