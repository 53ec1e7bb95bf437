"""Whether only some of the files of a git repository are checked out."""

from pathlib import Path

import pytest
from git_repository import GitRepository
from small_alliance import FILES

from gsca_cli.snapshots.sparse import is_sparse


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    made = GitRepository(tmp_path / "made")
    made.write(FILES)
    made.commit()
    return made


def test_a_usual_clone_is_whole(repository: GitRepository, tmp_path: Path) -> None:
    assert not is_sparse(repository.path)
    assert not is_sparse(tmp_path)


def test_git_itself_makes_it_sparse_and_whole_again(repository: GitRepository) -> None:
    repository.run("sparse-checkout", "set", "data/regions")
    assert not (repository.path / "data/cities").exists()
    assert is_sparse(repository.path)
    repository.run("sparse-checkout", "disable")
    assert not is_sparse(repository.path)


@pytest.mark.parametrize(
    ("shared", "own", "sparse"),
    [
        ("sparseCheckout = true", "", True),
        ("\tsparsecheckout=1\r", "", True),
        ("sparseCheckout", "", True),
        ("sparseCheckout = false", "", False),
        ("sparseCheckout = true", "sparseCheckout = Off", False),
        ("sparseCheckout = no", "sparseCheckout = yes", True),
        ("sparseCheckoutCone = true", "", False),
    ],
)
def test_what_is_said_last_holds(
    repository: GitRepository, shared: str, own: str, *, sparse: bool
) -> None:
    git = repository.path / ".git"
    (git / "info").mkdir(exist_ok=True)
    (git / "info/sparse-checkout").write_text("/*\n")
    (git / "config").write_text(f"[core]\n{shared}\n")
    (git / "config.worktree").write_text(f"[core]\n{own}\n")
    assert is_sparse(repository.path) is sparse


def test_a_further_work_tree_has_its_own(repository: GitRepository, tmp_path: Path) -> None:
    repository.run("worktree", "add", "--quiet", str(tmp_path / "other"))
    other = GitRepository(tmp_path / "other")
    other.run("sparse-checkout", "set", "data/regions")
    assert is_sparse(other.path)
    assert not is_sparse(repository.path)
