"""What files hold is told by the id of it, from as few looks and questions as will do."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.snapshots import stamps
from gsca_cli.snapshots.blob import SHA1, blob_id
from gsca_cli.snapshots.contents import Contents, Noted, Stamp
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.worktree import Worktree

if TYPE_CHECKING:
    from gsca_cli.snapshots.snapshot import Snapshot

TEXTS = {f"data/cities/{name}.yaml": f"name: {name}\n".encode() for name in "abc"}
BLOBS = {path: blob_id(text, SHA1) for path, text in TEXTS.items()}
GONE = "data/cities/gone.yaml"


class InNotes:
    """What was noted, for as long as a test runs."""

    def __init__(self) -> None:
        self.noted: dict[tuple[str, str], str] = {}
        self.looked_at: list[str] = []

    def blobs(self, paths: Sequence[str], stamp: Stamp) -> Mapping[str, str]:
        self.looked_at += paths
        found = {path: self.noted.get((path, stamp(path) or "")) for path in paths}
        return {path: blob for path, blob in found.items() if blob}

    def note(self, noted: Sequence[Noted]) -> None:
        self.noted.update({(each.path, each.stamp): each.blob for each in noted})


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """Three files, committed; what changed a moment ago counts as old."""
    use_no_settings(monkeypatch, tmp_path / "home")
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    made = GitRepository(tmp_path / "alliance")
    made.write({path: text.decode() for path, text in TEXTS.items()})
    made.commit()
    return made


def test_a_file_that_looks_as_it_did_is_not_read(repository: GitRepository) -> None:
    notes = InNotes()
    tree = Worktree(repository.path)
    assert Contents(tree, notes).of([*TEXTS, GONE]) == BLOBS
    (repository.path / "data/cities/a.yaml").write_text("name: other\n")
    read: list[str] = []

    class Watched(Worktree):
        def read_with_stamp(self, path: str) -> tuple[bytes, str | None]:
            read.append(path)
            return super().read_with_stamp(path)

    again = Contents(Watched(repository.path), notes)
    other = blob_id(b"name: other\n", SHA1)
    assert again.of([*TEXTS]) == {**BLOBS, "data/cities/a.yaml": other}
    assert read == ["data/cities/a.yaml"]
    # What was read is at hand; the others are read when somebody asks.
    found = again.read(["data/cities/a.yaml", "data/cities/b.yaml"])
    assert found["data/cities/a.yaml"] == b"name: other\n"
    assert found["data/cities/b.yaml"] == TEXTS["data/cities/b.yaml"]


def test_what_changed_just_now_is_read_and_not_noted(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "FRESH", 10**18)
    notes = InNotes()
    assert Contents(Worktree(repository.path), notes).of([*TEXTS]) == BLOBS
    assert notes.noted == {}


def test_what_cannot_be_read_has_no_id_and_an_error(repository: GitRepository) -> None:
    commit = repository.run("rev-parse", "HEAD").strip()
    snapshots: list[Snapshot] = [
        Worktree(repository.path),
        Revision(Git(repository.path), commit),
        Overlay(Worktree(repository.path), {"data/cities/a.yaml": None}),
    ]
    for snapshot in snapshots:
        contents = Contents(snapshot, InNotes())
        missing = GONE if not isinstance(snapshot, Overlay) else "data/cities/a.yaml"
        assert missing not in contents.of([missing, "data/cities/b.yaml"])
        found = contents.read([missing, "data/cities/b.yaml"])
        assert isinstance(found[missing], OSError)
        assert found["data/cities/b.yaml"] == TEXTS["data/cities/b.yaml"]


def test_git_is_asked_for_many_contents_at_once_and_for_no_id(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = repository.run("rev-parse", "HEAD").strip()
    asked: list[list[str]] = []

    class Watched(Git):
        def read_all(self, blobs: Sequence[str]):  # type: ignore[no-untyped-def]  # noqa: ANN202
            asked.append([*blobs])
            return super().read_all(blobs)

    monkeypatch.setattr(Git, "read", None)
    notes = InNotes()
    contents = Contents(Revision(Watched(repository.path), commit), notes)
    assert contents.of([*TEXTS]) == BLOBS
    assert (asked, notes.looked_at) == ([], [])
    assert contents.read([*TEXTS]) == TEXTS
    assert asked == [[*BLOBS.values()]]


def test_behind_changes_only_what_they_do_not_cover_is_noted(repository: GitRepository) -> None:
    notes = InNotes()
    changed = Overlay(Worktree(repository.path), {"data/cities/a.yaml": b"name: other\n"})
    found = Contents(changed, notes).of([*TEXTS])
    assert found == {**BLOBS, "data/cities/a.yaml": blob_id(b"name: other\n", SHA1)}
    assert [path for path, _ in notes.noted] == ["data/cities/b.yaml", "data/cities/c.yaml"]
