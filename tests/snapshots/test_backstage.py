import os
from pathlib import Path

import pytest
from git_repository import GitRepository

from gsca_cli.snapshots.backstage import backstage_of


def pretend_git(folder: Path) -> Path:
    """A folder that git would take for one of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "HEAD").touch()
    return folder


def test_lock_and_journal_stand_together_in_the_git_folder(tmp_path: Path) -> None:
    git = pretend_git(tmp_path / ".git")
    backstage = backstage_of(tmp_path)
    assert backstage.lock.parent == backstage.journal.parent == git / "gsca"
    assert backstage.drafts == tmp_path / ".gsca/tmp"
    assert sorted(tmp_path.iterdir()) == [git]


def test_without_git_they_stand_beside_the_drafts(tmp_path: Path) -> None:
    assert backstage_of(tmp_path).journal == tmp_path / ".gsca/edit.journal"
    assert backstage_of(tmp_path).lock == tmp_path / ".gsca/edit.lock"


def test_alliances_of_one_repository_have_each_its_own(tmp_path: Path) -> None:
    git = pretend_git(tmp_path / ".git")
    roots = [tmp_path, tmp_path / "a", tmp_path / "b", tmp_path / "a/b"]
    for root in roots:
        root.mkdir(exist_ok=True)
    places = [backstage_of(root) for root in roots]
    assert {place.folder for place in places} == {git / "gsca"}
    assert len({place.lock for place in places}) == len(roots)
    assert len({place.journal for place in places} | {place.lock for place in places}) == 8
    assert [place.drafts for place in places] == [root / ".gsca/tmp" for root in roots]


def test_an_alliance_has_one_place_however_it_is_reached(tmp_path: Path) -> None:
    pretend_git(tmp_path / "real/.git")
    (tmp_path / "real/a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    found = backstage_of(tmp_path / "real/a")
    assert backstage_of(tmp_path / "link/a") == found
    assert backstage_of(tmp_path / "real/../link/a") == found


def test_each_work_tree_of_git_has_its_own(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "main")
    repository.commit()
    repository.run("worktree", "add", "--quiet", str(tmp_path / "second"))
    main, second = backstage_of(tmp_path / "main"), backstage_of(tmp_path / "second")
    assert main.folder == tmp_path / "main/.git/gsca"
    assert second.folder == tmp_path / "main/.git/worktrees/second/gsca"


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("relative", [True, False])
def test_a_git_file_points_to_the_git_folder(tmp_path: Path, end: str, *, relative: bool) -> None:
    git = pretend_git(tmp_path / "above/.git/modules/né w")
    root = tmp_path / "above/né w"
    root.mkdir()
    pointer = os.path.relpath(git, root) if relative else str(git)
    (root / ".git").write_bytes(os.fsencode(f"gitdir: {pointer}{end}"))
    assert os.path.realpath(backstage_of(root).folder) == str(git / "gsca")


@pytest.mark.parametrize(
    "pointer",
    [
        b"",
        b"gitdir",
        b"gitdir: ",
        b"gitdir: nowhere\n",
        b"gitdir: no\0where\n",
        b"gitdir: \xff\n",
        b"gitdir: no-git\n",
        b"elsewhere: real\n",
        b"gitdir: " + b"long/" * 2_000,
    ],
)
def test_a_git_file_that_leads_to_no_git_folder_counts_for_nothing(
    tmp_path: Path, pointer: bytes
) -> None:
    (tmp_path / "no-git").mkdir()
    pretend_git(tmp_path / "real")
    (tmp_path / ".git").write_bytes(pointer)
    assert backstage_of(tmp_path).folder == tmp_path / ".gsca"


def test_a_folder_that_is_no_git_folder_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert backstage_of(tmp_path).folder == tmp_path / ".gsca"
