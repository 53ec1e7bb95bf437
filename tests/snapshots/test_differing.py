from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.snapshots.differing import differing
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.revision import Revision
from gsca_cli.snapshots.snapshot import MOST_BYTES
from gsca_cli.snapshots.worktree import Worktree

FILES = {
    "gsca.yaml": "name: X\n",
    "data/cities/a.yaml": "name: A\n",
    "data/cities/加賀 b.yaml": "name: B\n",
    "templates/city.md.j2": "x",
}


@pytest.fixture(params=["sha1", "sha256"])
def repository(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> GitRepository:
    use_no_settings(monkeypatch, tmp_path / "home")
    made = GitRepository(tmp_path / "repository", f"--object-format={request.param}")
    made.write(FILES)
    made.commit()
    return made


def revision(repository: GitRepository, name: str = "HEAD") -> Revision:
    git = Git(repository.path)
    return Revision(git, git.commit(name))


CHANGES = {"data/cities/a.yaml": "name: C\n", "data/cities/加賀 b.yaml": None, "data/d.yaml": ""}


def test_the_work_tree_differs_where_it_holds_something_else(repository: GitRepository) -> None:
    head, tree = revision(repository), Worktree(repository.path)
    assert differing(head, tree) == set()
    repository.write(CHANGES)
    assert differing(head, tree) == CHANGES.keys()
    repository.commit()
    assert differing(head, revision(repository)) == CHANGES.keys()
    assert differing(revision(repository), head) == CHANGES.keys()


def test_what_is_no_regular_file_or_too_large_differs(repository: GitRepository) -> None:
    large = "x" * (MOST_BYTES + 1)
    repository.write({"data/large.yaml": large})
    repository.commit()
    city = repository.path / "data/cities/a.yaml"
    city.unlink()
    city.symlink_to("b.yaml")
    found = differing(revision(repository), Worktree(repository.path))
    assert found == {"data/large.yaml", "data/cities/a.yaml"}
