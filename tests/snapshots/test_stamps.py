"""A stamp is another whenever a file is; nothing is read for it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from git_repository import GitRepository
from small_alliance import FILES

from gsca_cli.snapshots import stamps
from gsca_cli.snapshots.stamps import TooFreshError, git_stamp, program_stamp, worktree_stamp

Change = Callable[[Path], object]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed alliance; what changed a moment ago counts as old."""
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    repository = GitRepository(tmp_path / "alliance")
    repository.write(FILES)
    repository.commit()
    return repository.path


OSLO = "data/cities/oslo.yaml"
CHANGES: dict[str, Change] = {
    "more": lambda root: (root / OSLO).write_text("name: Oslo\n"),
    "as much": lambda root: (root / OSLO).write_bytes((root / OSLO).read_bytes().upper()),
    "less": lambda root: (root / OSLO).unlink(),
    "a mode": lambda root: (root / OSLO).chmod(0o755),
    "the mode of a folder": lambda root: (root / "data/cities").chmod(0o711),
    "an empty folder": lambda root: (root / "data/towns").mkdir(),
    "a pipe": lambda root: os.mkfifo(root / "data/pipe"),
    "a link": lambda root: (root / "templates").symlink_to(root / "data"),
    "the same written anew": lambda root: [
        (root / "gsca.yaml").rename(root / "old"),
        (root / "gsca.yaml").write_bytes((root / "old").read_bytes()),
    ],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_the_stamp_is_another(root: Path, change: Change) -> None:
    before = worktree_stamp(str(root))
    assert worktree_stamp(str(root)) == before
    change(root)
    assert worktree_stamp(str(root)) != before


def test_what_lies_beside_the_data_does_not_count(root: Path) -> None:
    before = worktree_stamp(str(root))
    (root / "README.md").write_text("x")
    assert worktree_stamp(str(root)) == before


@pytest.mark.parametrize(
    ("words", "is_another"),
    [
        (["commit", "--quiet", "--allow-empty", "--message=x"], True),
        (["tag", "new"], True),
        (["branch", "new"], True),
        (["branch", "index"], True),
        (["branch", "gsca/objects"], True),
        (["pack-refs", "--all"], True),
        (["config", "extensions.x", "y"], True),
        (["status", "--short"], False),
        (["hash-object", "-w", "gsca.yaml"], False),
    ],
)
def test_the_stamp_of_git_is_that_of_what_names_commits(
    root: Path, words: list[str], *, is_another: bool
) -> None:
    git = str(root / ".git")
    before = git_stamp(git, str(root))
    repository = GitRepository.__new__(GitRepository)
    repository.path = root
    repository.run(*words)
    assert (git_stamp(git, str(root)) != before) == is_another


def test_a_second_work_tree_shares_its_branches(root: Path) -> None:
    repository = GitRepository.__new__(GitRepository)
    repository.path = root
    repository.run("worktree", "add", "--quiet", "--detach", str(root.parent / "second"))
    second = str(root / ".git/worktrees/second"), str(root.parent / "second")
    before = git_stamp(*second)
    repository.run("branch", "new")
    assert git_stamp(*second) != before


def test_a_program_is_another_once_a_module_or_what_is_installed_is(
    tmp_path: Path, root: Path
) -> None:
    libraries = [str(tmp_path), str(tmp_path / "nowhere")]
    before = program_stamp(str(root), libraries)
    (root / "__pycache__").mkdir()
    (root / "__pycache__/a.pyc").touch()
    assert program_stamp(str(root), libraries) == before
    (root / "data/a.py").touch()
    module = program_stamp(str(root), libraries)
    (tmp_path / "library").mkdir()
    assert len({before, module, program_stamp(str(root), libraries)}) == 3


def test_the_templates_of_a_checkout_are_a_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "FRESH", -(10**18))
    package, template = tmp_path / "top/src/program", tmp_path / "top/templates/city.md.j2"
    package.mkdir(parents=True)
    template.parent.mkdir()
    template.touch()
    before = program_stamp(str(package), [])
    template.write_text("x")
    assert program_stamp(str(package), []) != before


def test_what_changed_just_now_has_no_stamp(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "FRESH", 10**18)
    with pytest.raises(TooFreshError):
        worktree_stamp(str(root))


def test_names_need_not_be_utf_8(root: Path) -> None:
    before = worktree_stamp(str(root))
    (root / os.fsdecode(b"data/\xff.yaml")).touch()
    assert worktree_stamp(str(root)) != before
