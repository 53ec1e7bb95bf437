"""Whatever a stranger sends, `gsca fix` ends, and touches no line but those it mends."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hostile.inputs import SMALL, X
from small_alliance import TODAY, snapshot_of

from gsca_cli.checking import check
from gsca_cli.editing.mending import Mended, mended
from gsca_cli.findings import Finding, ReplaceText
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.overlay import Overlay

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.yaml"))
CONTENTS: dict[str, str | bytes] = {
    **SMALL,
    **{f"corpus {file.stem}": file.read_bytes() for file in CORPUS},
}


@pytest.mark.parametrize("path", [X, "data/policies/x.yaml", "gsca.yaml"])
@pytest.mark.parametrize("name", CONTENTS)
def test_any_content_is_mended_once_and_keeps_its_other_lines(name: str, path: str) -> None:
    snapshot = snapshot_of({path: CONTENTS[name]})
    made = mended(snapshot, check(snapshot, TODAY), list, TODAY)
    for change in made.changes:
        assert change.path == path
        assert _changed_lines(change) <= _mended_lines(made.done)
    after = Overlay(snapshot, {change.path: change.after for change in made.changes})
    again: Mended = mended(after, check(after, TODAY), list, TODAY)
    assert (list(again.changes), again.done, made.more) == ([], [], False)


def _changed_lines(change: FileChange) -> set[int]:
    before, after = _lines(change.before), _lines(change.after)
    assert len(before) == len(after)
    pairs = enumerate(zip(before, after, strict=True), 1)
    return {number for number, (old, new) in pairs if old != new}


def _lines(content: bytes | None) -> list[bytes]:
    assert content is not None
    return content.split(b"\n")


def _mended_lines(done: Sequence[Finding]) -> set[int]:
    places: list[Any] = [finding.location for finding in done]
    places += [finding.mend.at for finding in done if isinstance(finding.mend, ReplaceText)]
    return {place.line for place in places}
