from pathlib import Path

import pytest
from git_repository import GitRepository, use_no_settings

from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.history import Step, Touch, history


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_no_settings(monkeypatch, tmp_path / "home")


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    return GitRepository(tmp_path / "a 加賀")


def steps(repository: GitRepository, folder: str = "", *, mainline: bool = False) -> list[Step]:
    git = Git(repository.path / folder)
    return list(history(git, git.commit("HEAD"), folder, mainline=mainline))


def told(found: list[Step]) -> list[tuple[str, list[str]]]:
    return [(step.commit.subject, [done(touch) for touch in step.touched]) for step in found]


def done(touch: Touch) -> str:
    if touch.before is None:
        return f"+ {touch.path}"
    if touch.after is None:
        return f"- {touch.path}"
    return f"{touch.was} > {touch.path}" if touch.was != touch.path else touch.path


OSLO = "data/cities/oslo.yaml"


def test_each_commit_tells_what_it_did_to_the_files(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n", "gsca.yaml": "name: X\n", "README.md": "x"})
    repository.commit("First", "2022-01-02T00:00:00+02:00")
    repository.write({OSLO: "name: Oslo 2\n"})
    repository.commit(": Second\n\nbody", "2022-02-01T00:00:00+00:00")
    repository.write({"README.md": "y"})
    repository.commit("Beside")
    repository.write({OSLO: None, "data/cities/bodø b.yaml": "name: Oslo 2\n"})
    repository.commit("Moved")
    repository.write({"gsca.yaml": None})
    repository.commit("Removed")
    found = steps(repository)
    assert told(found) == [
        ("Removed", ["- gsca.yaml"]),
        ("Moved", [f"{OSLO} > data/cities/bodø b.yaml"]),
        (": Second", [OSLO]),
        ("First", [f"+ {OSLO}", "+ gsca.yaml"]),
    ]
    commit, content = found[-1].commit, found[-1].touched[0]
    assert commit.id == repository.run("rev-parse", "HEAD~4")
    assert (commit.time, commit.author) == (1641074400, "Somebody")
    assert content.after == repository.run("rev-parse", f"HEAD~4:{OSLO}")
    assert Git(repository.path).told(commit.id) == commit


def test_a_merge_tells_only_what_it_made_itself(repository: GitRepository) -> None:
    repository.write({OSLO: "name: Oslo\n", "data/cities/a.yaml": "name: A\n"})
    repository.commit("First")
    repository.run("checkout", "--quiet", "-b", "side")
    repository.write({OSLO: "name: Oslo 2\n", "data/cities/a.yaml": "name: B\n"})
    repository.commit("Side", "2024-01-02T00:00:00+00:00")
    repository.run("checkout", "--quiet", "main")
    repository.write({"data/cities/a.yaml": "name: C\n"})
    repository.commit("Main", "2024-01-03T00:00:00+00:00")
    repository.run("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    repository.write({OSLO: "name: Oslo 2\n", "data/cities/a.yaml": "name: D\n"})
    repository.commit("Merge", "2024-01-04T00:00:00+00:00")
    a = "data/cities/a.yaml"
    found = steps(repository)
    assert told(found) == [
        ("Merge", [a]),
        ("Main", [a]),
        ("Side", [a, OSLO]),
        ("First", [f"+ {a}", f"+ {OSLO}"]),
    ]
    assert found[0].touched[0].before == found[1].touched[0].after
    assert told(steps(repository, mainline=True)) == [
        ("Merge", [a, OSLO]),
        ("Main", [a]),
        ("First", [f"+ {a}", f"+ {OSLO}"]),
    ]


def test_an_alliance_may_lie_in_a_folder(repository: GitRepository) -> None:
    repository.write({f"north/{OSLO}": "", "north/gsca.yaml": "", OSLO: "", "gsca.yaml": ""})
    repository.commit("First")
    repository.run("config", "diff.relative", "true")
    assert told(steps(repository, "north")) == [("First", [f"+ {OSLO}", "+ gsca.yaml"])]


def test_a_history_without_records_is_empty(repository: GitRepository) -> None:
    repository.commit("First")
    assert steps(repository) == []


def test_a_name_may_be_empty(repository: GitRepository) -> None:
    repository.write({OSLO: ""})
    repository.run("add", "--all")
    repository.run("commit", "--quiet", "--allow-empty-message", "--message=")
    assert told(steps(repository)) == [("", [f"+ {OSLO}"])]
