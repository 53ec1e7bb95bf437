"""Where the past is found, and what goes wrong with git."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from git_repository import GitRepository, use_no_settings
from gsca import Gsca
from scripted_history import (
    BEGIN,
    LAST,
    PLAN,
    PLANNED_OSLO,
    scripted_history,
    subject,
)

SHALLOW = (
    "this clone is shallow; fetch all of the history "
    "(`git fetch --unshallow`, in CI with `fetch-depth: 0`)"
)
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away"
)


def test_a_commit_without_records_is_named(gsca: Gsca, repository: GitRepository) -> None:
    repository.run("checkout", "--quiet", "--orphan", "empty")
    repository.run("rm", "-r", "--quiet", "--cached", ".")
    repository.run("commit", "--quiet", "--allow-empty", "--message=Empty")
    commit = repository.run("rev-parse", "HEAD")
    for words in (["report"], ["validate"]):
        ran = gsca(*words, "--at", "HEAD")
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(f"there is no data in {commit[:8]}: no file stands under data/\n")


def test_without_git_there_is_no_past(
    gsca: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for at in ("2022", "HEAD"):
        ran = gsca("report", "north", "--at", at)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err == "gsca: git is not installed; install it, or ask about no revision\n"
    assert gsca("report", "north", "--since", "last-meeting").code == 0


def test_outside_of_a_repository_there_is_no_past(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    use_no_settings(monkeypatch, tmp_path_factory.mktemp("home"))
    ran = small("report", "north", "--at", "2022")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: there is no git repository at {small.root} or above it; `git init` makes one\n"
    )


def test_outside_of_an_alliance_it_is_said_as_ever(gsca: Gsca, tmp_path: Path) -> None:
    ran = gsca("report", "--at", "2022", "--root", str(tmp_path))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: no alliance here: there is no gsca.yaml in {tmp_path} or any folder above it; "
        "an alliance begins with that file, and the line `name: ...` in it\n"
    )


def test_a_repository_without_an_alliance_has_no_past_one(gsca: Gsca, tmp_path: Path) -> None:
    other = GitRepository(tmp_path / "other")
    other.write({"data/cities/oslo.yaml": PLANNED_OSLO})
    commit = other.commit()
    ran = gsca("report", "--at", "HEAD", "--root", str(other.path / "data"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"gsca: no alliance here: there is no gsca.yaml in {other.path} at {commit[:8]}\n"
    )


@AS_ROOT
def test_a_repository_of_another_user_is_not_read(gsca: Gsca, repository: GitRepository) -> None:
    for path in (repository.path, repository.path / ".git"):
        os.chown(path, 12345, 12345)
    for at in ("2022", "HEAD"):
        ran = gsca("report", "--at", at)
        assert (ran.code, ran.out) == (3, "")
        assert "belongs to another user, so git does not read it; if you trust it, run" in ran.err
        assert f"--add safe.directory {repository.path}`" in ran.err


def test_a_shallow_clone_knows_its_last_commit_only(
    gsca: Gsca, repository: GitRepository, tmp_path: Path
) -> None:
    clone = str(tmp_path / "clone")
    repository.run("clone", "--quiet", "--depth=1", repository.path.as_uri(), clone)
    assert subject(gsca("report", "--at", "2022-12-31", "--root", clone)) == LAST
    for at in ("2022-06", "HEAD~1"):
        ran = gsca("report", "--at", at, "--root", clone)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith(f"{SHALLOW}\n")


def test_a_work_tree_may_be_linked(gsca: Gsca, repository: GitRepository, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    repository.run("worktree", "add", "--quiet", "-b", "other", str(linked), "HEAD~1")
    root = ("--root", str(linked))
    assert subject(gsca("report", "--at", "HEAD", *root)) == PLAN
    assert subject(gsca("report", "--at", "2024", *root)) == PLAN
    assert subject(gsca("report", "--at", "main", *root)) == LAST
    assert subject(gsca("report", "--at", "HEAD", "--root", str(linked / "data/cities"))) == PLAN


def test_an_alliance_may_be_a_submodule(
    gsca: Gsca, repository: GitRepository, tmp_path: Path
) -> None:
    outer = GitRepository(tmp_path / "outer")
    allow = ("-c", "protocol.file.allow=always")
    outer.run(*allow, "submodule", "--quiet", "add", str(repository.path), "alliance")
    outer.commit("Outer")
    ran = gsca("report", "--at", "2022-06", "--root", str(outer.path / "alliance"))
    assert (ran.code, subject(ran)) == (0, PLAN)


@pytest.mark.parametrize("inside", [".", "objects"])
def test_a_repository_may_be_bare(
    gsca: Gsca, repository: GitRepository, tmp_path: Path, inside: str
) -> None:
    bare = tmp_path / "bare.git"
    repository.run("clone", "--quiet", "--bare", str(repository.path), str(bare))
    root = ("--root", str(bare / inside))
    assert subject(gsca("report", "north", "--at", "2022-06", *root)) == PLAN
    ran = gsca("report", "north", "--at", "meeting:2", "--since", "2022", *root)
    assert (ran.code, subject(ran)) == (0, BEGIN)
    ran = gsca("validate", str(bare / "data/cities"), "--at", "HEAD", *root)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "No findings.")
    ran = gsca("report", *root)
    assert (ran.code, "a bare repository: add `--at HEAD`" in ran.err) == (3, True)
    assert "In the files at hand" not in gsca("trend", "--recorded", "--at", "HEAD", *root).out


@pytest.mark.parametrize("inside", [".", "objects"])
@pytest.mark.parametrize(
    "words", [[], ["north", "--since", "last-meeting"], ["oslo", "--by", "meeting"]]
)
def test_what_a_bare_repository_had_on_record_is_what_a_clone_of_it_says(
    gsca: Gsca, repository: GitRepository, tmp_path: Path, inside: str, words: Sequence[str]
) -> None:
    bare = tmp_path / "bare.git"
    repository.run("clone", "--quiet", "--bare", str(repository.path), str(bare))
    asked = ("trend", *words, "--recorded")
    ran = gsca(*asked, "--root", str(bare / inside))
    assert (ran.code, subject(ran)) == (0, LAST)
    *told, last = gsca.out(*asked).splitlines()
    commit = repository.run("rev-parse", "HEAD")[:8]
    assert ran.out.splitlines() == [*told, last.replace("the files at hand", commit)]
    assert commit in ran.out
    figures = json.loads(gsca(*asked, "--root", str(bare), "--format", "json").out)["trend"]
    assert figures["commit"] == repository.run("rev-parse", "HEAD")
    # By their dates, the records are asked as they are, and none are at hand.
    assert gsca("trend", "--root", str(bare)).code == 3


def test_what_is_no_longer_checked_out_can_still_be_asked(
    gsca: Gsca, repository: GitRepository
) -> None:
    repository.run("rm", "-r", "--quiet", "gsca.yaml", "data")
    repository.commit("Close the alliance", "2024-01-01T00:00:00+00:00")
    assert subject(gsca("report", "--at", "2023")) == LAST
    ran = gsca("report", "--at", "2024")
    assert (ran.code, "there is no gsca.yaml" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("name", "folder"),
    [("a b", ""), ("東京 'x'", ""), ("top", "alliances/north/"), ("top", '東京 "x"/-n/')],
)
def test_an_alliance_may_lie_anywhere(gsca: Gsca, tmp_path: Path, name: str, folder: str) -> None:
    made = scripted_history(tmp_path / name, folder=folder)
    root = ("--root", str(made.path / folder))
    for at, told in {"2022-05": BEGIN, "HEAD~1": PLAN, "meeting:0": LAST}.items():
        ran = gsca("report", "north", "--at", at, *root)
        assert (ran.code, subject(ran)) == (0, told)
        assert "Oslo" in ran.out


def test_a_repository_may_name_its_objects_by_sha_256(gsca: Gsca, tmp_path: Path) -> None:
    made = scripted_history(tmp_path / "sha256", "--object-format=sha256")
    for at in ("2022-06", made.run("rev-parse", "HEAD~1")):
        assert subject(gsca("report", "--at", at, "--root", str(made.path))) == PLAN


def test_an_edit_that_was_interrupted_is_no_matter_of_the_past(
    gsca: Gsca, repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    del repository

    def fails(_: Path) -> None:
        pytest.fail("the work tree was looked at")

    monkeypatch.setattr("gsca_cli.cli.options.require_whole", fails)
    assert gsca("report", "north", "--at", "2022").code == 0
    assert gsca("validate", "--at", "2022").code == 0


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command of every process that gsca starts."""
    found: list[list[str]] = []
    start = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[bytes], command: list[str], **given: Any) -> None:
        found.append(command)
        start(self, command, **given)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    return found


@pytest.mark.parametrize("number", [0, 200])
def test_a_moment_starts_git_two_or_three_times(
    gsca: Gsca, repository: GitRepository, started: list[list[str]], number: int
) -> None:
    repository.write({f"data/partners/p{each}.yaml": "name: X\n" for each in range(number)})
    repository.commit("More")
    a_snapshot = ["cat-file", "ls-tree"]
    a_date = ["cat-file", "rev-list", "ls-tree"]
    for at, asked in {"HEAD": a_snapshot, "paper": a_snapshot, "2024": a_date}.items():
        started.clear()
        assert gsca("report", "north", "--at", at, "--since", "2022").code == 0
        assert [next(word for word in each if word in a_date) for each in started] == asked
    started.clear()
    gsca("report", "north", "--at", "last-meeting", "--since", "last-meeting")
    assert [next(word for word in each if word in a_date) for each in started] == a_date


def test_the_files_on_disk_need_no_git(gsca: Gsca, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(subprocess.Popen, "__init__", fails)
    assert gsca("report", "north", "--since", "last-meeting").code == 0
    assert gsca("list", "cities").code == 0
